"""What a brief says, and on what words of documents."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_material import DINNER, DISPUTED, DOCUMENTS, ENCOUNTERS, PEOPLE, TODAY, material
from hoedong.errors import UnknownLanguage
from hoedong.export.brief import Brief, Line, Material, Section, brief_of
from hoedong.model.account import Encounter, Review
from hoedong.model.encounter import Mode, Status
from recorded import CARTER, HAN, encounter


def section(brief: Brief, key: str) -> Section:
    """The section of a key."""
    return next(one for one in brief.sections if one.key == key)


def words(brief: Brief, key: str) -> list[str]:
    """Labels and words of a section's lines."""
    return [f"{line.label}: {line.words}" if line.label else line.words for line in section(brief, key).lines]


def details(line: Line) -> list[str]:
    """The words of a line's details."""
    return [detail.words for detail in line.details]


def noted(brief: Brief, line: Line) -> list[str]:
    """The words of a line's footnotes."""
    return [brief.footnotes[number - 1].words for number in line.notes]


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("counterpart", [CARTER, None])
def test_every_footnote_is_words_of_its_document(lang: str, counterpart: str | None) -> None:
    """Footnotes hold what the document has at their span, are numbered from 1, and every number called has one."""
    brief = brief_of(material(counterpart), lang)
    lines = [line for one in brief.sections for line in one.lines]
    called = [number for line in lines for part in (line, *line.details) for number in part.notes]

    assert all(note.words == DOCUMENTS[note.document][note.span] for note in brief.footnotes)
    assert [note.number for note in brief.footnotes] == list(range(1, len(brief.footnotes) + 1))
    assert list(dict.fromkeys(called)) == [note.number for note in brief.footnotes]


def test_sections_in_the_order_of_need() -> None:
    """First when they last met and meet next, last what the record lacks."""
    brief = brief_of(material())

    assert [one.key for one in brief.sections] == [
        "next", "history", "topics", "quotes", "claims", "positions", "trips", "gaps",
    ]  # fmt: skip
    assert brief.title == "브리핑: 한도윤 (Han Do-yun) × 벤 카터 (Ben Carter)"
    assert brief.subtitle.startswith("2025년 9월 20일(토) 기준")


def test_a_brief_of_a_part_says_what_is_left_out() -> None:
    """Where only the latest encounters are given, the last line of the history tells how many came before."""
    assert words(brief_of(replace(material(), earlier=7), "en"), "history")[-1] == (
        "7 earlier encounters are not listed."
    )
    assert words(brief_of(replace(material(), earlier=1)), "history")[-1] == "앞선 만남 1건은 싣지 않았다."
    assert "earlier" not in words(brief_of(material(), "en"), "history")[-1]


def test_last_and_next() -> None:
    """The last is the latest that took place by today, the next the nearest that is planned."""
    assert words(brief_of(material()), "next") == [
        "최근: 2025년 9월 10일(수) · 만남 · 대면 · 카터 CEO의 팔로알토 자택, US · 10일 전",
        "다음: 2025년 10월 · 예정 · 대면",
    ]


def test_nobody_has_met_yet() -> None:
    """A brief on people of whom nothing is on record says so and has nothing else."""
    brief = brief_of(Material(PEOPLE[CARTER], TODAY), "en")

    assert words(brief, "next") == ["Last: No encounter is on record.", "Next: None is planned on record."]
    assert [one.key for one in brief.sections] == ["next", "positions"]
    assert brief.footnotes == ()


@pytest.mark.parametrize(
    ("when", "status", "last", "coming"),
    [
        ("2025-09-20", Status.HELD, True, False),
        ("2025-09-20", Status.PLANNED, False, True),
        ("2025-09-19", Status.PLANNED, False, False),
        ("2025-09", Status.PLANNED, False, True),
        ("2025-09-21", Status.HELD, False, False),
        ("2025-09-21", Status.UNCONFIRMED, False, False),
        ("2025-09-19", Status.NOT_HELD, False, False),
        (None, Status.HELD, False, False),
        (None, Status.PLANNED, False, False),
    ],
)
def test_what_counts_as_last_and_next(when: str | None, status: Status, last: bool, coming: bool) -> None:
    """Only what took place is the last, only what is planned for today or later the next, and both need a date."""
    brief = brief_of(replace(material(), encounters=[encounter(when, status)]), "en")
    first, second = words(brief, "next")

    assert ("No encounter" not in first) is last
    assert ("None is planned" not in second) is coming


def test_history_year_by_year() -> None:
    """The latest year stands first and what has no date last; each entry says whether, how and where."""
    lines = section(brief_of(material()), "history").lines

    assert [(line.group, line.label) for line in lines] == [
        ("2025년", "2025년 10월"),
        ("2025년", "2025년 9월 10일(수)"),
        ("2025년", "2025년 3월"),
        ("2014년", "2014년"),
        ("날짜 미상", ""),
    ]
    assert lines[2].words == "만남 · 대면 · 가람 영빈관, 서울, KR"


def test_an_entry_tells_who_sat_in_and_what_is_disputed() -> None:
    """Both dates stand with the number of their reports, and the words of those reports are footnotes."""
    brief = brief_of(material(), "en")
    line = section(brief, "history").lines[1]

    assert details(line) == [
        "Sat in: 오세린",
        "About: 온디바이스 반도체",
        "independent sources: 3, outlets: 2",
        "date disputed: 2025-09-10 (reports: 2, chosen), 2025-09-09 (reports: 1)",
    ]
    assert {DOCUMENTS["d1"][DINNER.span], DOCUMENTS["d3"][DISPUTED.span]} <= set(noted(brief, line))


def test_a_brief_on_one_person_says_whom_they_met() -> None:
    """Others are named with their present post, and people who are not in the record as unknown."""
    lines = section(brief_of(material(None)), "history").lines

    assert [line.words.partition(" · ")[0] for line in lines[:3]] == [
        "벤 카터 오르카AI CEO",
        "–",
        "벤 카터 오르카AI CEO",
    ]


def test_a_brief_on_two_leaves_out_what_one_did_alone() -> None:
    """A meeting of one of them with a third is not among the meetings of the two; a third who joined is named."""
    three = replace(encounter("2025-08-01", people=(HAN, CARTER, "p-oh")), parties=("배터리 업계",))
    brief = brief_of(replace(material(), encounters=[*ENCOUNTERS, three]), "en")

    assert not any("2025-09-11" in line.label for line in section(brief, "history").lines)
    assert "also 오세린, 배터리 업계 · held" in section(brief, "history").lines[2].words


def test_what_a_person_rejected_is_left_out() -> None:
    """A rejected encounter is nowhere in the brief; an accepted one is marked."""
    reviewed = [replace(one, review=Review.REJECTED if one.id == "e3" else Review.ACCEPTED) for one in ENCOUNTERS]
    brief = brief_of(replace(material(), encounters=reviewed), "en")

    assert "2025-09-10 Wed" not in [line.label for line in section(brief, "history").lines]
    assert all("confirmed by a person" in details(line) for line in section(brief, "history").lines)


def test_topics() -> None:
    """A topic of two encounters is frequent; the latest are those of the last encounters that took place."""
    assert words(brief_of(material(), "en"), "topics") == [
        "AI 비서 · in 2 encounters, latest 2025-03",
        "2025-09-10 Wed: 온디바이스 반도체",
        "2025-03: AI 비서; 반도체",
        "2014: AI 비서",
    ]


def test_quotes_latest_first_with_where_they_were_said() -> None:
    """Quotes of the sides, dated by their encounter where they have one, else by their document."""
    brief = brief_of(material(), "en")

    assert words(brief, "quotes") == [
        "2025-09-14 Sun: Han Do-yun: “이제 시작입니다”",
        "2025-03: Ben Carter: “가람은 우리가 가장 오래 믿고 일한 동료”",
    ]
    assert details(section(brief, "quotes").lines[1]) == ["at the encounter of 2025-03, 가람 영빈관, 서울, KR"]
    assert words(brief_of(material(None), "en"), "quotes") == ["2025-09-14 Sun: Han Do-yun: “이제 시작입니다”"]


def test_many_quotes_are_counted() -> None:
    """Twelve quotes are shown and the rest are counted."""
    said = material().quotes[1]
    brief = brief_of(replace(material(), quotes=[replace(said, id=f"q{index:02}") for index in range(15)]), "en")

    assert len(section(brief, "quotes").lines) == 13
    assert words(brief, "quotes")[-1] == "3 more"


def test_claims_with_their_verdicts() -> None:
    """Each claim has its verdict and its note, and the sentence that claims it as a footnote."""
    brief = brief_of(material())
    lines = section(brief, "claims").lines

    assert [line.words for line in lines] == [
        "한도윤, 벤 카터: 7번 만났다 → 기록과 어긋나지 않는다",
        "한도윤, 벤 카터: 2014년 처음, 또는 그 뒤 처음 → 확인할 수 없다",
        "한도윤, 벤 카터: 6개월 만의 만남 → 확인할 수 없다",
    ]
    assert details(lines[0]) == ["주장한 7회 가운데 3–4회 기록됨; 정확한 날짜 없는 것 1건"]
    assert details(lines[1]) == ["더 앞설 수 있는 만남: 날짜 미상"]
    assert noted(brief, lines[0]) == ["한 회장은 2014년 카터 CEO를 처음 만난 뒤 지금까지 7차례 만났다."]


def test_positions_now_and_before() -> None:
    """Posts held now come before those held once, each with the days on which the press said so."""
    lines = section(brief_of(material(), "en"), "positions").lines

    assert [(line.group, line.label, line.words) for line in lines] == [
        ("Han Do-yun", "Now", "가람전자 회장"),
        ("Han Do-yun", "Before", "가람전자 부회장"),
        ("Ben Carter", "Now", "오르카AI CEO"),
    ]
    assert details(lines[0]) == ["in the press 2025-03 – 2025-09-14 Sun, 3 documents"]


def test_trips_with_gaps() -> None:
    """A journey has its stops in order, unknown days as such, and says what is only inferred."""
    (line,) = section(brief_of(material(), "en"), "trips").lines

    assert (line.label, line.words) == (
        "2025-09-02 Tue – 2025-09-13 Sat",
        "Han Do-yun: 뉴욕 → 새너제이 → 시애틀 → 팔로알토 (9.10) → place unknown (9.11) → nothing on record (9.12)",
    )
    assert details(line) == ["팔로알토: inferred from an encounter"]


def test_copies_are_cited_once() -> None:
    """Of reports of one witness the earliest is cited; a document that is not at hand gives no footnote."""
    base = material()
    copies = {key: replace(one, witness="w") for key, one in base.reports.items()}
    brief = brief_of(replace(base, reports=copies), "en")
    lost = brief_of(replace(base, documents={}), "en")

    assert noted(brief, section(brief, "next").lines[0]) == [DOCUMENTS["d1"][DINNER.span]]
    assert lost.footnotes == ()


def test_no_other_language() -> None:
    """A language without a table of words is refused with those that have one."""
    with pytest.raises(UnknownLanguage, match="no brief in 'fr'; there are ko, en"):
        brief_of(material(), "fr")


@given(st.randoms(), st.sampled_from(["ko", "en"]), st.sampled_from([CARTER, None]))
def test_no_order_changes_a_brief(random: Random, lang: str, counterpart: str | None) -> None:
    """The values of the record in any order make the same brief."""
    base = material(counterpart)
    shuffled = replace(
        base,
        encounters=random.sample(base.encounters, len(base.encounters)),
        verdicts=random.sample(base.verdicts, len(base.verdicts)),
        quotes=random.sample(base.quotes, len(base.quotes)),
        reports=dict(random.sample(sorted(base.reports.items()), len(base.reports))),
    )

    assert brief_of(shuffled, lang) == brief_of(base, lang)


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.sampled_from(["2024", "2024-06", "2024-06-11", "2023-12-30/2024-01-02"])),
            st.sampled_from(Status),
            st.sampled_from(Mode),
            st.sampled_from(Review),
        ),
        max_size=6,
    ),
    st.dates(dt.date(2024, 1, 1), dt.date(2026, 1, 1)),
    st.sampled_from(["ko", "en"]),
)
def test_any_record_makes_a_brief(
    rows: list[tuple[str | None, Status, Mode, Review]], today: dt.date, lang: str
) -> None:
    """Encounters of every kind, date and status make a brief, and each that is not rejected is in its history."""
    encounters: list[Encounter] = [
        replace(encounter(when, status, mode, name=f"e{index}"), review=review)
        for index, (when, status, mode, review) in enumerate(rows)
    ]
    brief = brief_of(replace(material(), encounters=encounters, today=today), lang)
    told = [line for one in brief.sections if one.key == "history" for line in one.lines]

    assert len(told) == sum(one.review is not Review.REJECTED for one in encounters)
