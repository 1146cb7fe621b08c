"""Hypothesis strategies: small corpora of invented pages, and judgements about whatever is on record."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.record.record import Entry, Record
from hoedong.record.store_view import StoreView
from hoedong.workspace.judgement_file import new_judgement
from invented_readings import Told, entry, met, page, reprint

PEOPLE = (
    "한도윤", "오세린", "서가온", "벤 카터", "레베카 스톤",
    "카터@노르트빈트 CEO",  # a part of a name
    "한@가람전자 회장",  # a surname with its post
    "이정배@가람전자 부장", "이정배@누리은행 이사", "이정배@",  # two, or who knows which
    "Ben Carter@노르트빈트 CEO",  # another script
)  # fmt: skip
DAYS = (None, "2024-06-10", "2024-06-11", "2024-06-12", "2024-06", "2024-05", "2024-06-10/2024-06-12")
PUBLISHED = (None, "2024-06-09", "2024-06-12", "2024-06-13", "2024-07-01")
OUTLETS = ("가온일보", "나루신문", "다솔경제")


@st.composite
def tellings(draw: st.DrawFn) -> Told:
    """What one page tells of one encounter."""
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True))
    return met(
        *people[:2],
        with_=people[2:],
        on=draw(st.sampled_from(DAYS)),
        city=draw(st.sampled_from((None, "시애틀", "부산"))),
        status=draw(st.sampled_from(("held", "held", "planned", "not_held"))),
        quote=draw(st.sampled_from((None, "반갑습니다"))),
    )


@st.composite
def corpora(draw: st.DrawFn, *, most: int = 6, with_versions: bool = False) -> list[Entry]:
    """Pages, some of them reprints of others; with versions, several of them can be texts of one page."""
    entries: list[Entry] = []
    for number in range(draw(st.integers(1, most))):
        outlet, name = draw(st.sampled_from(OUTLETS)), f"d{number}"
        key = draw(st.sampled_from((None, "a", "b"))) if with_versions else None
        if entries and draw(st.integers(0, 4)) == 0:
            reading = reprint(draw(st.sampled_from(entries)).reading, name, outlet)
            if any(one.key == key and one.reading.document.text == reading.document.text for one in entries):
                key = None  # on one page it would be that text read in another way
        else:
            reading = page(
                name,
                *draw(st.lists(tellings(), max_size=3)),
                published=draw(st.sampled_from(PUBLISHED)),
                outlet=outlet,
                trip=draw(st.sampled_from((None, ("한도윤", "2024-06-09", "2024-06-13", "시애틀")))),
                claim=draw(st.sampled_from((None, ("한도윤", "벤 카터", 2)))),
                troubled=draw(st.booleans()),
            )
        entries.append(entry(reading, key=key))
    return entries


@st.composite
def judgements(draw: st.DrawFn, record: Record, most: int = 4) -> list[Judgement]:
    """Judgements about what is on record, some taken back again."""
    found: list[Judgement] = []
    people, reports = ids_of(record)
    for number in range(draw(st.integers(0, most))):
        created = f"2024-08-{number + 1:02d}T00:00:00.000000Z"
        if found and draw(st.integers(0, 3)) == 0:
            found.append(_retraction(draw(st.sampled_from(found)), created))
        elif len(people) > 1 and (not reports or draw(st.booleans())):
            found.append(_about_two(draw, JudgementSubject.PERSON, people, created))
        elif len(reports) > 1:
            found.append(_about_reports(draw, reports, created))
    return found


def ids_of(record: Record) -> tuple[list[str], list[str]]:
    """The appearances of people and the reports on record."""
    ledger, table = record.store.ledger, record.store.people
    numbers = [page.number for page in ledger.pages()]
    bodies = [body for number in numbers for body in table.appearances_in(number)]
    people = [body.split('"id":"')[1].split('"')[0] for body in bodies]
    reports = [id_ for encounter in StoreView(record.store).encounters() for id_ in encounter.reports]
    return sorted(people), sorted(reports)


def _about_two(draw: st.DrawFn, subject: JudgementSubject, ids: Sequence[str], created: str) -> Judgement:
    left, right = draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    verb = draw(st.sampled_from((JudgementVerb.SAME, JudgementVerb.DIFFERENT, JudgementVerb.UNSURE)))
    return new_judgement(subject, verb, left, right=right, user="gana", created=created)


def _about_reports(draw: st.DrawFn, ids: Sequence[str], created: str) -> Judgement:
    choice = draw(st.integers(0, 3))
    if choice == 0:
        return _about_two(draw, JudgementSubject.ENCOUNTER, ids, created)
    left = draw(st.sampled_from(ids))
    if choice == 1:
        return new_judgement(JudgementSubject.REPORT, JudgementVerb.REJECT, left, user="gana", created=created)
    if choice == 2:
        return new_judgement(JudgementSubject.ENCOUNTER, JudgementVerb.REJECT, left, user="gana", created=created)
    return new_judgement(
        JudgementSubject.ENCOUNTER,
        JudgementVerb.SET_VALUE,
        left,
        user="gana",
        created=created,
        property="date",
        value="2024-06-20",
    )


def _retraction(judgement: Judgement, created: str) -> Judgement:
    return new_judgement(
        judgement.subject,
        JudgementVerb.RETRACT,
        judgement.left,
        right=judgement.right,
        user="gana",
        created=created,
        retracts=judgement.id,
    )
