"""When a trip begins and ends, as far as a sentence states it or it can be computed exactly."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from hoedong.lang.ko.trip_words import day_counts
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate, TimeExpression, TimeKind

_FROM = re.compile(r"(?:\([^()\n]{1,12}\)\s?)?부터")
_UNTIL = re.compile(r"(?:\([^()\n]{1,12}\)\s?)?까지(?!만)")
_NIGHTS = re.compile(r"[0-9]{1,2}박\s?([0-9]{1,2})일")
_DAYS_LONG = re.compile(r"(?P<word>[가-힣]{2})(?:\s?(?:동안|간|일정))|(?P<number>[0-9]{1,2})일\s?(?:동안|간)")
_NTH_DAY = re.compile(r"(?P<word>[가-힣]{2})(?:째|\s날)?(?:\s?날)?인\s(?:[가-힣]+\s)?$|(?P<number>[0-9]{1,2})일째인\s$")
_ONE_DAY = re.compile(r"당일치기|하루\s일정")
_OTHER_CLAUSE = re.compile(r"[가-힣](?:한|은|난|친|친|난|본)\s(?:뒤|후|다음|직후)(?![가-힣])")
_SINCE = re.compile(r"\s?이후")
_RANGE = re.compile(r"[~∼〜–-]")


@dataclass(frozen=True, slots=True)
class TripDates:
    """The first and last day of a trip; each None when the words do not settle it."""

    start: PartialDate | None = None
    end: PartialDate | None = None


def dates_of(
    text: str, sentence: Span, travel: Span, phase: str, times: Sequence[TimeExpression], published: PartialDate | None
) -> TripDates:
    """The dates that a sentence gives for the travel whose words stand at `travel`.

    "17일부터 나흘 동안 … 찾았다" gives both days; "13일 귀국했다" gives the end alone.
    """
    dates = [t for t in times if t.kind is TimeKind.DATE and t.value and t.span in sentence]
    spread = _spread(text, [date for date in dates if date.span.start <= travel.end]) or _nth_day(text, travel, dates)
    if spread is not None:
        return spread
    nearest = _nearest(text, dates, travel)
    if nearest is None or nearest.value is None:
        return _since(text, dates, travel, phase)
    return _lengthened(text, sentence, _by_phase(text, sentence, nearest, phase, published))


def with_length(text: str, sentence: Span, dates: TripDates) -> TripDates:
    """Dates with the missing end computed from a stated length: 12일 입국 + "2박3일 일정이다" gives the 14th."""
    match = _NIGHTS.search(text, sentence.start, sentence.end)
    return _count(dates, int(match[1])) if match else dates


def _spread(text: str, dates: Sequence[TimeExpression]) -> TripDates | None:
    start = next((d for d in dates if _FROM.match(text, d.span.end) and _is_day(d)), None)
    end = next((d for d in dates if _UNTIL.match(text, d.span.end) and _is_day(d)), None)
    whole = next((d for d in dates if _is_range(text, d)), None)
    if whole is not None and whole.value is not None:
        return TripDates(whole.value.start, whole.value.end)
    dates_found = TripDates(_first(start), _first(end))
    stated = end or start
    if stated is None:
        return None
    if start and end:
        return dates_found
    days = _days_after(text, stated.span.end + 2)
    return _count(dates_found, days) if days else dates_found


def _is_range(text: str, date: TimeExpression) -> bool:
    value = date.value
    joined = "부터" in text[date.span.start : date.span.end] or _RANGE.search(text, date.span.start, date.span.end)
    return value is not None and value.start != value.end and value.start.day is not None and bool(joined)


def _is_day(date: TimeExpression) -> bool:
    return date.value is not None and date.value.start.day is not None


def _first(date: TimeExpression | None) -> PartialDate | None:
    return date.value.start if date and date.value else None


def _days_after(text: str, start: int) -> int | None:
    """The number of days that a length right behind a date names: `나흘 동안`, `2박 3일`."""
    window = text[start : start + 12]
    nights = _NIGHTS.search(window)
    if nights:
        return int(nights[1])
    match = _DAYS_LONG.search(window)
    if match is None:
        return None
    return int(match["number"]) if match["number"] else day_counts().get(match["word"])


def _nth_day(text: str, travel: Span, dates: Sequence[TimeExpression]) -> TripDates | None:
    """방한 이틀째인 28일: the trip began on the 27th."""
    for date in dates:
        if 0 <= date.span.start - travel.start <= 20 and _is_day(date) and date.value:
            match = _NTH_DAY.search(text[travel.start : date.span.start])
            days = match and (int(match["number"]) if match["number"] else day_counts().get(match["word"]))
            if days:
                return TripDates(_shift(date.value.start, 1 - days), None)
    return None


def _nearest(text: str, dates: Sequence[TimeExpression], travel: Span) -> TimeExpression | None:
    """The last date before words of travel, unless it dates an earlier clause: 29일 예방한 뒤 인도로 건너간다."""
    before = [date for date in dates if date.span.end <= travel.end]
    nearest = max(before, key=lambda date: date.span.end, default=None)
    if nearest is not None and _OTHER_CLAUSE.search(text, nearest.span.end, travel.start):
        return None
    return nearest


def _since(text: str, dates: Sequence[TimeExpression], travel: Span, phase: str) -> TripDates:
    """한국 땅을 밟은 것은 2014년 10월 이후 처음이다: the trip told of is the one of that date."""
    behind = next((date for date in dates if 0 <= date.span.start - travel.end <= 8), None)
    if behind is None or behind.value is None or phase == "return" or not _SINCE.match(text, behind.span.end):
        return TripDates()
    return TripDates(behind.value.start, behind.value.end)


def _by_phase(text: str, sentence: Span, date: TimeExpression, phase: str, published: PartialDate | None) -> TripDates:
    value = _whole(date.value) if date.value else None
    if value is None:
        return TripDates()
    if phase == "stay" and value.day is not None:
        return TripDates()
    if phase == "return":
        return TripDates(None, value)
    if value.day is not None:
        return TripDates(value, value if _ONE_DAY.search(text, sentence.start, sentence.end) else None)
    is_vague = date.value is not None and date.value.start != date.value.end and value.month is not None
    is_past = not is_vague and (published is None or value.last_day() <= published.last_day())
    return TripDates(value, value if is_past else None)


def _whole(value: DateInterval) -> PartialDate | None:
    """One date at the precision that a vague period (이번 주 초) still supports."""
    start, end = value.start, value.end
    if start == end:
        return start
    if (start.year, start.month) == (end.year, end.month) and start.month:
        return PartialDate(start.year, start.month)
    return PartialDate(start.year) if start.year == end.year else None


def _lengthened(text: str, sentence: Span, dates: TripDates) -> TripDates:
    if (dates.start is None) == (dates.end is None):
        return dates
    known = dates.start or dates.end
    if known is None or known.day is None:
        return dates
    nights = _NIGHTS.search(text, sentence.start, sentence.end)
    if nights:
        return _count(dates, int(nights[1]))
    match = re.search(r"([가-힣]{2})(?:\s?동안|간)\s(?:[가-힣]+에\s)?(?:머|체류)", text[sentence.start : sentence.end])
    days = day_counts().get(match[1]) if match else None
    return _count(dates, days) if days else dates


def _count(dates: TripDates, days: int) -> TripDates:
    if dates.start and dates.start.day and dates.end is None:
        return TripDates(dates.start, _shift(dates.start, days - 1))
    if dates.end and dates.end.day and dates.start is None:
        return TripDates(_shift(dates.end, 1 - days), dates.end)
    return dates


def _shift(date: PartialDate, days: int) -> PartialDate:
    try:
        return PartialDate.of(date.first_day() + dt.timedelta(days=days))
    except OverflowError:
        return date
