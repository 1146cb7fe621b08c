"""Which reports of several documents are one encounter, and which are not."""

from __future__ import annotations

import pytest

from hoedong.model.account import ResolvedReport
from hoedong.resolve.encounters import compare_reports, encounter_blocks, may_be_same, merge_reports
from told_reports import groups, told

JUNE = "2024-06-11"

ONE = {
    "five outlets on one day": [told(f"d{n}", "A B", JUNE) for n in range(5)],
    "a plan and its outcome": [
        told("d1", "A B", JUNE, status="planned", published="2024-06-10"),
        told("d2", "A B C", JUNE),
    ],
    "a plan, called off, told later": [
        told("d1", "A B", JUNE, status="planned", published="2024-05-02"),
        told("d2", "A B", JUNE, status="not_held", published="2024-05-20"),
        told("d3", "A B", JUNE, published="2024-06-12"),
    ],
    "local date and Korean date": [
        told("d1", "A B", "2024-06-04", city="샌프란시스코", country="US", published="2024-06-05"),
        told("d2", "A B", "2024-06-05", city="San Francisco", country="US", published="2024-06-05"),
    ],
    "told a day apart of neighbouring days, about one topic": [
        told("d1", "A B", "2024-05-01", city="Yangon", country="MM", topics=("the oath",), published="2024-05-01"),
        told("d2", "A B", "2024-05-02", city="Rangoon", country="MM", topics=("her oath",), published="2024-05-02"),
    ],
    "a call on two clocks": [
        told("d1", "A B", "2024-05-12", mode="remote", published="2024-05-13"),
        told("d2", "A B", "2024-05-13", mode="remote", published="2024-06-09"),
    ],
    "a month that holds the day": [
        told("d1", "A B", JUNE, published="2024-06-12"),
        told("d2", "A B", "2024-06", published="2024-09-01"),
    ],
    "a year recalled with the town": [
        told("d1", "A B", JUNE, city="도쿄", country="JP", published="2024-06-12"),
        told("d2", "A B", "2024", city="Tokyo", country="JP", published="2026-01-02"),
    ],
    "a slip of the day in one news": [
        told(
            "d1", "A B", "2024-04-14", place="가람전자 본사", city="수원", topics=("합작 공장",), published="2024-04-15"
        ),
        told("d2", "A B", "2024-04-15", place="가람전자", city="수원", topics=("합작공장",), published="2024-04-15"),
    ],
    "a suburb and its city": [
        told("d1", "A B", JUNE, city="Soweto", country="ZA"),
        told("d2", "A B", JUNE, city="Johannesburg", country="ZA"),
    ],
    "one person with a side in like words": [
        told("d1", "A", JUNE, parties=("주교단",), status="planned", published="2024-06-10"),
        told("d2", "A", JUNE, parties=("주교들",)),
    ],
    "a page without any date, by its company and place": [
        told("d1", "A B", JUNE, with_="C D", place="노을타워", city="뉴욕", country="US"),
        told("d2", "A B", None, with_="C D", place="노을타워 자택", city="뉴욕", country="US", published=None),
    ],
    "guest lists that differ": [told("d1", "A B C D E", JUNE), told("d2", "A B C X Y", JUNE)],
    "doubtful in the news of the week, then held": [
        told("d1", "A B", None, status="unconfirmed", published="2024-06-10"),
        told("d2", "A B", JUNE, published="2024-06-11"),
    ],
}

TWO = {
    "February and June": [told("d1", "A B", "2024-02-28"), told("d2", "A B", JUNE)],
    "another counterpart": [told("d1", "A B", JUNE), told("d2", "A C", JUNE)],
    "the same day in two cities": [
        told("d1", "A B", JUNE, city="제주", country="KR"),
        told("d2", "A B", JUNE, city="울산", country="KR"),
    ],
    "the same day in two countries": [told("d1", "A B", JUNE, country="KR"), told("d2", "A B", JUNE, country="JP")],
    "a call and a meeting": [told("d1", "A B", JUNE, mode="remote"), told("d2", "A B", JUNE)],
    "put off by a day, and held on the new one": [
        told("d1", "A B", "2024-06-12", status="not_held"),
        told("d2", "A B", "2024-06-13", status="planned"),
    ],
    "dinner yesterday, talks planned for today": [
        told("d1", "A B", "2024-06-12", place="청와대 상춘재", country="KR"),
        told("d2", "A B", "2024-06-13", place="청와대", country="KR", status="planned"),
    ],
    "two days running in Korea": [
        told("d1", "A B", "2024-06-11", city="서울", country="KR"),
        told("d2", "A B", "2024-06-12", city="서울", country="KR"),
    ],
    "two days running in one building, each told on its day": [
        told("d1", "A B", "2024-06-11", place="청와대", topics=("예산",), published="2024-06-11"),
        told("d2", "A B", "2024-06-12", place="청와대", topics=("예산",), published="2024-06-12"),
    ],
    "day by day at a fair abroad, each told two days later": [
        told("d1", "A B", "2024-01-06", city="라스베이거스", country="US", published="2024-01-08"),
        told("d2", "A B", "2024-01-07", city="Las Vegas", country="US", published="2024-01-09"),
    ],
    "held in June so far, planned for the end of June": [
        told("d1", "A B", "2024-06", published="2024-06-13"),
        told("d2", "A B", "2024-06-25", status="planned", published="2024-06-13"),
    ],
    "held, and said never to have happened": [
        told("d1", "A B", JUNE, published="2024-06-12"),
        told("d2", "A B", None, status="not_held", published="2024-06-12"),
    ],
    "a meeting and an event both attended": [
        told("d1", "A B", JUNE, country="KR"),
        told("d2", "A B", JUNE, with_="C D E F", mode="co_attendance", country="KR"),
    ],
    "one person with unlike sides": [
        told("d1", "A", JUNE, parties=("주교단",)),
        told("d2", "A", JUNE, parties=("생존 학생",)),
    ],
    "a year recalled with nothing else": [told("d1", "A B", JUNE), told("d2", "A B", "2024", published="2026-01-02")],
    "a pair with neither date nor publication": [
        told("d1", "A B", JUNE),
        told("d2", "A B", None, published=None),
    ],
    "two sites of one capital, a border apart": [
        told("d1", "A B", JUNE, place="청와대", city="서울", country="KR", status="planned", published=JUNE),
        told("d2", "A B C", JUNE, place="판문점"),
    ],
    "two reports of one document": [told("d1", "A B", JUNE), told("d1#1", "A B", JUNE)],
}


@pytest.mark.parametrize("reports", ONE.values(), ids=ONE)
def test_many_reports_one_encounter(reports: list[ResolvedReport]) -> None:
    """These reports tell of one encounter, and each shares a block with another."""
    assert groups(merge_reports(reports)) == [sorted(report.id for report in reports)]
    for report in reports:
        others = [other for other in reports if other is not report]
        assert any(set(encounter_blocks(report)) & set(encounter_blocks(other)) for other in others)


@pytest.mark.parametrize("reports", TWO.values(), ids=TWO)
def test_two_encounters(reports: list[ResolvedReport]) -> None:
    """These two reports tell of two encounters."""
    assert groups(merge_reports(reports)) == sorted([report.id] for report in reports)


def test_a_new_meeting_leaves_other_pairs_alone() -> None:
    """A–C of the same day changes nothing of A–B."""
    before = merge_reports([told("d1", "A B", JUNE), told("d2", "A B", JUNE)])
    after = merge_reports([told("d1", "A B", JUNE), told("d2", "A B", JUNE), told("d3", "A C", JUNE)])

    assert [encounter for encounter in after if "C" not in encounter.people] == list(before)


def test_dinner_and_talks_of_one_day_meet_their_own_kind() -> None:
    """Where each document tells of both, each report finds the one of the other document at the same place."""
    reports = [
        told("d1", "A B", JUNE, place="청와대", country="KR"),
        told("d1#1", "A B", JUNE, place="서울공항", country="KR"),
        told("d2", "A B", JUNE, place="청와대 상춘재", country="KR"),
        told("d2#1", "A B", JUNE, place="서울공항", country="KR"),
    ]

    assert groups(merge_reports(reports)) == [["d1", "d2"], ["d1#1", "d2#1"]]


def test_three_way_and_two_way_talks_stay_apart_where_one_document_tells_of_both() -> None:
    """The two-way talks of another document go with the two-way talks."""
    reports = [told("d1", "A B", JUNE), told("d1#1", "A B C", JUNE), told("d2", "A B", JUNE)]

    assert groups(merge_reports(reports)) == [["d1", "d2"], ["d1#1"]]


def test_a_month_that_fits_two_encounters_alike_stands_alone() -> None:
    """A recalled June does not choose between the 4th and the 25th."""
    reports = [
        told("d1", "A B", "2024-06-04", published="2024-06-30"),
        told("d2", "A B", "2024-06-25", published="2024-06-30"),
        told("d3", "A B", "2024-06", published="2024-09-01"),
    ]

    assert groups(merge_reports(reports)) == [["d1"], ["d2"], ["d3"]]


def test_a_month_goes_with_the_place_that_it_names() -> None:
    """A recalled June in Tokyo is the meeting in Tokyo, not the one in Seoul."""
    reports = [
        told("d1", "A B", "2024-06-04", city="도쿄", country="JP", published="2024-06-30"),
        told("d2", "A B", "2024-06-25", city="서울", country="KR", published="2024-06-30"),
        told("d3", "A B", "2024-06", city="도쿄", country="JP", published="2024-09-01"),
    ]

    assert groups(merge_reports(reports)) == [["d1", "d3"], ["d2"]]


def test_a_month_goes_with_the_much_better_supported_encounter() -> None:
    """Of two meetings in June, the one that three sources tell of is the one that is recalled."""
    reports = [
        *(told(f"a{n}", "A B", "2024-06-04", published="2024-06-30") for n in range(3)),
        told("b", "A B", "2024-06-25", published="2024-06-30"),
        told("c", "A B", "2024-06", published="2024-09-01"),
    ]

    assert groups(merge_reports(reports)) == [["a0", "a1", "a2", "c"], ["b"]]


def test_a_chain_of_neighbouring_days_does_not_join_its_ends() -> None:
    """4 and 5 June may be one event abroad, 4 and 6 June never."""
    reports = [told(f"d{day}", "A B", f"2024-06-0{day}", city="San Francisco", country="US") for day in (4, 5, 6)]

    assert all("d4" not in group or "d6" not in group for group in groups(merge_reports(reports)))


def test_comparison_tells_its_reasons() -> None:
    """Each feature has a name, a weight and one sentence; what makes it impossible is named."""
    comparison = compare_reports(told("d1", "A B", JUNE), told("d2", "A B", "2024-02-28"))

    assert comparison.conflicts == ("different days",)
    assert not comparison.is_match
    assert {feature.name for feature in comparison.features} >= {"shared_people", "same_news"}
    assert all(feature.note and "\n" not in feature.note for feature in comparison.features)


def test_comparison_agrees_with_may_be_same() -> None:
    """The explained comparison and the quick one give one answer."""
    reports = [report for case in (*ONE.values(), *TWO.values()) for report in case]

    for one in reports:
        for other in reports:
            assert compare_reports(one, other).is_match == may_be_same(one, other) == may_be_same(other, one)
