"""An invented record in memory: a faultless `RecordView` for tests of whatever reads the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hoedong.model.account import (
    Citation,
    DocumentRelation,
    Encounter,
    Journey,
    Participant,
    RecordedDocument,
    RelationKind,
    ResolvedClaim,
    ResolvedQuote,
    ResolvedReport,
    Review,
    Role,
    StatusStep,
    TripStop,
    Value,
    Verdict,
    VerdictKind,
)
from hoedong.model.claim import ClaimKind
from hoedong.model.encounter import Mode, Status
from hoedong.model.entity import NameUse, OrganisationEntity, PersonEntity, PositionPeriod
from hoedong.model.person import PositionStatus
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate


@dataclass(frozen=True)
class MemoryView:
    """A record held in tuples, in whatever order they were given."""

    everyone: tuple[PersonEntity, ...] = ()
    firms: tuple[OrganisationEntity, ...] = ()
    meetings: tuple[Encounter, ...] = ()
    told: tuple[ResolvedReport, ...] = ()
    pages: tuple[RecordedDocument, ...] = ()
    related: tuple[DocumentRelation, ...] = ()
    trips: tuple[Journey, ...] = ()
    checked: tuple[Verdict, ...] = ()
    said: tuple[ResolvedQuote, ...] = ()

    def people(self) -> Iterator[PersonEntity]:
        """Everyone."""
        return iter(sorted(self.everyone, key=lambda one: one.id))

    def organisations(self) -> Iterator[OrganisationEntity]:
        """Every firm."""
        return iter(sorted(self.firms, key=lambda one: one.id))

    def encounters(self) -> Iterator[Encounter]:
        """Every encounter."""
        return iter(sorted(self.meetings, key=lambda one: one.id))

    def reports(self, ids: Sequence[str]) -> tuple[ResolvedReport, ...]:
        """The reports asked for."""
        known = {report.id: report for report in self.told}
        return tuple(known[id_] for id_ in ids if id_ in known)

    def person(self, id: str) -> PersonEntity | None:  # noqa: A002
        """One person."""
        return next((one for one in self.everyone if one.id == id), None)

    def documents(self) -> Iterator[RecordedDocument]:
        """Every page."""
        return iter(sorted(self.pages, key=lambda one: one.id))

    def document(self, id: str) -> RecordedDocument | None:  # noqa: A002
        """One page."""
        return next((one for one in self.pages if one.id == id), None)

    def relations(self) -> Iterator[DocumentRelation]:
        """How pages stand to one another."""
        return iter(sorted(self.related))

    def journeys(self) -> Iterator[Journey]:
        """Every journey."""
        return iter(sorted(self.trips, key=lambda one: one.id))

    def verdicts(self) -> Iterator[Verdict]:
        """Every claim with its verdict."""
        return iter(sorted(self.checked, key=lambda one: one.claim.id))

    def quotes(self) -> Iterator[ResolvedQuote]:
        """Every quote."""
        return iter(sorted(self.said, key=lambda one: one.id))


def on(text: str) -> DateInterval:
    """A date or period written as EDTF."""
    start, _, end = text.partition("/")
    return DateInterval(PartialDate.parse(start), PartialDate.parse(end or start))


PAGES = (
    RecordedDocument(
        "d1",
        "한도윤 가람전자 회장이 지난 10일 팔로알토에서 벤 카터 오르카AI CEO와 만났다. 서지안 사장이 배석했다.\n"
        '한 회장은 "이제 시작입니다"라고 말했다. 두 사람은 7차례 만났다. 한 회장은 12일간 미국을 방문했다. 😀 끝.',
        "ko", "2025-09-14T03:00:00Z", key="https://news.example/1", url="https://news.example/1", source="page",
        title="한도윤, 카터와 회동", outlet="새벽일보", byline="고은별 기자", published=PartialDate(2025, 9, 14),
        copies="d1",
    ),
    RecordedDocument(
        "d2", "한도윤 회장은 오는 11월 제이슨 우 CEO를 만날 예정이다. 정우람 장관과의 면담은 무산됐다.", "ko",
        "2025-09-20T03:00:00Z", source="feed:17", title='=HYPERLINK("한도윤")', outlet="가온통신",
        published=PartialDate(2025, 9, 20), copies="d2",
    ),
    RecordedDocument(
        "d3", "Han Do-yoon and Ben Carter met on 10 September; both were at a forum in 2024 with Jason Woo.", "en",
        "2025-09-21T03:00:00Z", url="https://wire.example", outlet="Example Wire", published=PartialDate(2025, 9),
        copies="d3",
    ),
)  # fmt: skip


def cited(document: str, words: str) -> Citation:
    """The first place of these words in a page."""
    text = next(page.text for page in PAGES if page.id == document)
    start = text.index(words)
    return Citation(document, Span(start, start + len(words)), "test.rule")


def post(firm: str | None, title: str | None, status: PositionStatus = PositionStatus.CURRENT) -> PositionPeriod:
    """A post seen in September 2025; 가람전자 and 오르카AI are organisations of the record."""
    known = {"가람전자": "o1", "오르카AI": "o2"}
    id_ = known.get(firm or "")
    return PositionPeriod(firm, id_, title, status, PartialDate(2025, 9, 14), PartialDate(2025, 9), 2)


PEOPLE = (
    PersonEntity(
        "p:han", "한도윤", "Han Do-yoon", (NameUse("한도윤", 3), NameUse("한 회장", 1)),
        (post("가람전자", "회장"), post("가람전자", "사장", PositionStatus.FORMER)), 3, PartialDate(2025, 9, 14),
        PartialDate(2025, 9, 20),
    ),
    PersonEntity("p:carter", "벤 카터", "Ben Carter", (NameUse("벤 카터", 2),), (post("오르카AI", "CEO"),), 2),
    PersonEntity("p:seo", "서지안", None, (), (post("가람전자", "사장"), post("가람전자", None)), 1),
    PersonEntity("p:woo", "제이슨 우", "Jason Woo", (), (post("실버레인", "CEO"), post(None, "고문")), 2),
    PersonEntity("p:jeong", "정우람", None, (), (), 1),
)  # fmt: skip
FIRMS = (
    OrganisationEntity("o1", "가람전자", "Garam Electronics", (NameUse("가람전자", 3), NameUse("가람", 1)), 3),
    OrganisationEntity("o2", "오르카AI", None, (NameUse("오르카AI", 2),), 2),
)


def report(id_: str, document: str, words: str, when: str | None, *people: str, **more: Any) -> ResolvedReport:
    """A report that a document gives in these words."""
    page = next(page for page in PAGES if page.id == document)
    plain = ResolvedReport(
        id_, document, 0, Status.HELD, Mode.IN_PERSON, people, when=on(when) if when else None,
        evidence=(cited(document, words),), published=page.published, outlet=page.outlet, witness=page.copies,
    )  # fmt: skip
    return replace(plain, **more)


REPORTS = (
    report("d1:r1", "d1", "오르카AI CEO와 만났다", "2025-09-10", "p:han", "p:carter", attendees=("p:seo",)),
    report("d3:r1", "d3", "met on 10 September", "2025-09-10", "p:han", "p:carter"),
    report("d2:r1", "d2", "제이슨 우 CEO를 만날 예정이다", "2025-11", "p:han", "p:woo", status=Status.PLANNED),
    report("d2:r2", "d2", "면담은 무산됐다", None, "p:han", "p:jeong", status=Status.NOT_HELD),
    report("d3:r2", "d3", "at a forum in 2024", "2024", "p:han", "p:carter", "p:woo", mode=Mode.CO_ATTENDANCE),
    report("d1:r2", "d1", "12일간 미국", "2025-09-02/2025-09-13", "p:han", "p:woo"),
    report("d1:r3", "d1", "7차례", None, "p:carter", "p:woo", status=Status.UNCONFIRMED, mode=Mode.REMOTE),
    report("d1:r4", "d1", "끝.", "2025-09-14", "p:han", "p:jeong"),
)  # fmt: skip


def meeting(*reports: str, **more: Any) -> Encounter:
    """The encounter of which these are the reports, with the people, date, status and mode of the first."""
    first = next(one for one in REPORTS if one.id == reports[0])
    participants = tuple(Participant(person, Role.PRINCIPAL, len(reports)) for person in first.principals) + tuple(
        Participant(person, Role.ATTENDEE, 1) for person in first.attendees
    )
    plain = Encounter(
        first.id, first.status, first.mode, participants, reports, when=first.when, sources=len(reports),
        outlets=len(reports),
    )  # fmt: skip
    return replace(plain, **more)


HELD = meeting(
    "d1:r1", "d3:r1", place="팔로알토 자택; 정원", city="팔로알토", country="US", topics=("AI 반도체", "투자"),
    parties=("투자사 대표들",),
    values=(
        Value("date", "2025-09-10", ("d1:r1", "d3:r1"), is_chosen=True, is_conflict=False, reason="two sources"),
        Value("city", "새너제이", ("d3:r1",), is_chosen=False, is_conflict=True),
    ),
    disagreements=("city",),
    history=(
        StatusStep(PartialDate(2025, 9, 14), Status.HELD, on("2025-09-10"), "d1:r1"),
        StatusStep(None, Status.HELD, None, "d3:r1"),
    ),
    confidence=0.87654321,
)  # fmt: skip
PLANNED, CANCELLED, FORUM = meeting("d2:r1"), meeting("d2:r2"), meeting("d3:r2", country="KR")
SPREAD, CALLED = meeting("d1:r2"), meeting("d1:r3")
REJECTED = meeting("d1:r4", review=Review.REJECTED)
JOURNEYS = (
    Journey(
        "d1:j1", "p:han", PartialDate(2025, 9, 2), PartialDate(2025, 9, 13),
        (
            TripStop("새너제이", "US", PartialDate(2025, 9, 2), PartialDate(2025, 9, 4)),
            TripStop(None, None, PartialDate(2025, 9, 5), PartialDate(2025, 9, 9), is_gap=True),
            TripStop("팔로알토", "US", PartialDate(2025, 9, 10), None, ("d1:r1",)),
            TripStop("서울", "KR", None, None, ("d2:r2", "d1:r2"), is_inferred=True),
        ),
        ("d1:t1",), (cited("d1", "12일간 미국을 방문했다"),),
    ),
    Journey("d3:j1", "p:woo", PartialDate(2024), None, (TripStop("부산", "KR", None, None),), ("d3:t1",), ()),
)  # fmt: skip
VERDICTS = (
    Verdict(
        ResolvedClaim(
            "d1:c1", "d1", ClaimKind.COUNT, ("p:han", "p:carter"), 7, (cited("d1", "7차례 만났다"),),
            PartialDate(2025, 9, 14), "새벽일보",
        ),
        VerdictKind.CONSISTENT, ("d3:r2", "d1:r1"), "2 of 7 on record",
    ),
)  # fmt: skip
QUOTES = (
    ResolvedQuote(
        "d1:q1",
        "d1",
        "p:han",
        "이제 시작입니다",
        cited("d1", "이제 시작입니다"),
        "d1:r1",
        PartialDate(2025, 9, 14),
        "새벽일보",
    ),
    ResolvedQuote("d1:q2", "d1", "p:carter", "-끝.", cited("d1", "끝.")),
)  # fmt: skip
RECORD = MemoryView(
    PEOPLE, FIRMS, (HELD, PLANNED, CANCELLED, FORUM, SPREAD, CALLED, REJECTED), REPORTS, PAGES,
    (DocumentRelation("d3", "d1", RelationKind.COPY_OF), DocumentRelation("d2", "d1", RelationKind.CORRECTS)),
    JOURNEYS, VERDICTS, QUOTES,
)  # fmt: skip


def record_in_words(words: str) -> MemoryView:
    """A small record in which everything that an article writes freely is these words."""
    page = RecordedDocument("d1", words, "ko", "", url=words, title=words, outlet=words, byline=words)
    person = PersonEntity("p1", words, words, (NameUse(words, 1),), (post(words, words),))
    other = PersonEntity("p2", "서지안", None)
    whole = Citation("d1", Span(0, len(words)), "test.rule")
    told = ResolvedReport("r1", "d1", 0, Status.HELD, Mode.IN_PERSON, ("p1", "p2"), place=words, evidence=(whole,))
    met = Encounter(
        "r1", Status.HELD, Mode.IN_PERSON, (Participant("p1", Role.PRINCIPAL, 1), Participant("p2", Role.PRINCIPAL, 1)),
        ("r1",), (words,), on("2025-09-10"), words, words, topics=(words,),
    )  # fmt: skip
    trip = Journey("j1", "p1", None, None, (TripStop(words, None, None, None),), ("t1",), (whole,))
    quote = ResolvedQuote("q1", "d1", "p1", words, whole)
    return MemoryView((person, other), (), (met,), (told,), (page,), (), (trip,), (), (quote,))
