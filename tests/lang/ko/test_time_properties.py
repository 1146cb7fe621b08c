"""What holds of times in any text."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.lang.ko.sentences import split_sentences
from hoedong.lang.ko.times import find_time_expressions
from hoedong.lang.ko.times.rules import time_rules
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate, TimeExpression, TimeKind
from timing import seconds

WORDS = sorted({word for words in time_rules().vocabulary.words.values() for word in words})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        ["년", "월", "일", "지난 ", "오는 ", " ", ".", "~", "부터 ", "까지", "(현지시간)", "만났다. ", "만난다. ", "\n"]
    ),
    st.integers(0, 2100).map(str),
    st.text(max_size=3),
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))
PUBLISHED = st.one_of(
    st.none(),
    DAYS.map(lambda day: DateInterval.on(PartialDate.of(day))),
    DAYS.map(lambda day: DateInterval.on(PartialDate(day.year, day.month))),
    st.sampled_from([DateInterval.on(PartialDate(1, 1, 1)), DateInterval.on(PartialDate(9999, 12, 31))]),
)


def read(text: str, published: DateInterval | None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, cut into sentences."""
    return find_time_expressions(text, split_sentences(text, Span(0, len(text))), published)


@given(TEXTS, PUBLISHED)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text: str, published: DateInterval | None) -> None:
    """No text raises; spans lie inside it, in order, without overlap; periods do not run backwards."""
    end = 0
    for time in read(text, published):
        assert end <= time.span.start < time.span.end <= len(text)
        end = time.span.end
        if time.value is not None:
            assert time.kind is TimeKind.DATE
            assert time.value.first_day() <= time.value.last_day()


@given(st.integers(1, 31), st.one_of(st.none(), st.integers(1, 12)), DAYS)
@settings(max_examples=200, deadline=None)
def test_last_never_lies_ahead(day: int, month: int | None, anchor: dt.date) -> None:
    """지난 N일 never resolves after the publication."""
    text = f"지난 {month}월 {day}일 만났다." if month else f"지난 {day}일 만났다."
    for time in read(text, DateInterval.on(PartialDate.of(anchor))):
        assert time.value is None or time.value.first_day() <= anchor


@given(st.integers(1, 31), st.one_of(st.none(), st.integers(1, 12)), DAYS)
@settings(max_examples=200, deadline=None)
def test_coming_never_lies_behind(day: int, month: int | None, anchor: dt.date) -> None:
    """오는 N일 never resolves before the publication."""
    text = f"오는 {month}월 {day}일 만난다." if month else f"오는 {day}일 만난다."
    for time in read(text, DateInterval.on(PartialDate.of(anchor))):
        assert time.value is None or time.value.first_day() >= anchor


@given(st.sampled_from(["지난달", "이달", "지난 2월", "2014년 10월", "두 달 전", "올해 3월"]), DAYS)
@settings(max_examples=100, deadline=None)
def test_a_month_never_becomes_a_day(words: str, anchor: dt.date) -> None:
    """Words that name a month give a month."""
    (time,) = read(f"{words} 만났다.", DateInterval.on(PartialDate.of(anchor)))
    assert time.value is not None
    assert time.value.start.month is not None
    assert time.value.start.day is None


@given(st.sampled_from(["지난해", "올해", "내년", "2011년", "3년 전"]), DAYS)
@settings(max_examples=100, deadline=None)
def test_a_year_never_becomes_a_month(words: str, anchor: dt.date) -> None:
    """Words that name a year give a year."""
    (time,) = read(f"{words} 만났다.", DateInterval.on(PartialDate.of(anchor)))
    assert time.value is not None
    assert time.value.start.month is None


@given(TEXTS, DAYS)
@settings(max_examples=100, deadline=None)
def test_a_month_of_publication_gives_nothing_that_its_days_deny(text: str, day: dt.date) -> None:
    """What is read with a publication known to the month is also read on the first day of that month."""
    month = DateInterval.on(PartialDate(day.year, day.month))
    first = DateInterval.on(PartialDate(day.year, day.month, 1))
    for coarse, fine in zip(read(text, month), read(text, first), strict=True):
        assert coarse.span == fine.span
        assert coarse.value is None or coarse.value == fine.value


def test_a_long_line_takes_linear_time() -> None:
    """Ten times the text takes about ten times as long, also for a line that is nothing but digits and dates."""
    for piece in ("지난 11일 ", "1", "2024. ", "한 두 세 ", "이달 ", "(현지시간"):
        small, large = (_seconds(piece * (size // len(piece))) for size in (10_000, 100_000))
        assert large < 25 * small + 0.5


def _seconds(text: str) -> float:
    published = DateInterval.on(PartialDate(2024, 6, 13))
    return seconds(lambda: find_time_expressions(text, [Span(0, len(text))], published))
