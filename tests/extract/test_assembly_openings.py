"""Where an assembly begins and ends."""

from __future__ import annotations

import pytest

from hoedong.extract.assembly_openings import closes, counts_those_there, opening_date, opens, words_of
from hoedong.model.time import DateInterval, PartialDate
from seen_page import seen_page


@pytest.mark.parametrize(
    ("text", "is_opening"),
    [
        ("14일 저녁 서울 도화동의 한 식당.", True),
        ("14일 밤 골방에 세 사람이 앉아 있었다.", True),
        ("14일 저녁 서울 도화동의 한 식당은 붐볐다.", False),
        ("14:00 서울 도화동의 한 식당.", False),
        ("14일 밤 골방에 두 사람이 앉아 있었다.", False),
        ("14일 저녁 국회 본회의장.", False),
    ],
)
def test_a_time_and_a_place_alone_open_an_assembly(text: str, is_opening: bool) -> None:
    """A sentence without a verb that sets time and place opens one, or a count of three; no entry, no plenary hall."""
    assert opens(seen_page(text).analysis, 0, "ko") is is_opening


def test_three_are_counted() -> None:
    """Only a count of those who are there is one."""
    page = seen_page("골방에 세 사람이 앉아 있었다. 골방에 세 사람이 남긴 컵이 있었다.")
    assert [counts_those_there(page.analysis, index, "ko") for index in (0, 1)] == [True, False]


def test_the_day_may_stand_in_the_next_sentence() -> None:
    """The day of an assembly is looked for in its opening, then beside it."""
    time = opening_date(seen_page("서울 도화동의 한 식당. 14일 밤이었다.").analysis, 0)
    assert time is not None
    assert time.value == DateInterval.on(PartialDate(2026, 3, 14))


@pytest.mark.parametrize(
    ("text", "is_end"),
    [
        ("이튿날 비가 왔다.", True),
        ("15일 오전에는 비가 왔다.", True),
        ("비가 왔다.", False),
        ('"15일에 봅시다."', False),
    ],
)
def test_another_day_ends_an_assembly(text: str, is_end: bool) -> None:
    """Another day ends it, not a day that somebody speaks of."""
    page = seen_page(text)
    assert closes(page.analysis, 0, None, page.is_quoted, "ko") is is_end


@pytest.mark.parametrize("kind", ["come", "elsewhere", "close", "audience", "count", "number", "there", "host", "role"])
def test_each_kind_of_word_is_known(kind: str) -> None:
    """The lexicon has words of every kind that is asked for."""
    assert words_of(kind, "ko")
