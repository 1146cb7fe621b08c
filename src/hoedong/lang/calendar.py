"""Calendar arithmetic that every language needs: months, weeks, and the day nearest to an anchor."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from enum import IntEnum

from hoedong.model.time import DateInterval, PartialDate


class Lean(IntEnum):
    """Which side of the anchor a date without a year or month lies on, as far as the words around it say."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


def shifted_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The month `by` months later.

    >>> shifted_month(2024, 1, -1)
    (2023, 12)
    """
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def shifted_day(day: dt.date, days: int) -> dt.date | None:
    """The day `days` later, or None outside the calendar."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def existing_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none (31 June, year 0)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def monday_of(day: dt.date) -> dt.date:
    """The Monday of a day's week; weeks run from Monday to Sunday."""
    return shifted_day(day, -day.weekday()) or day


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """The n-th given weekday of a month (Monday is 0); `nth` = -1 is the last one."""
    length = calendar.monthrange(year, month)[1]
    if nth < 0:
        last = dt.date(year, month, length)
        return shifted_day(last, -((last.weekday() - weekday) % 7))
    first = dt.date(year, month, 1)
    return existing_day(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))


def nth_week(year: int, month: int, nth: int) -> dt.date | None:
    """The Monday that opens the n-th week of a month; the first week is the one that holds the first Thursday."""
    thursday = nth_weekday(year, month, 3, nth)
    return None if thursday is None else monday_of(thursday)


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]


def nearest(candidates: Iterable[dt.date | None], anchor: dt.date, lean: Lean, reluctance: int) -> dt.date | None:
    """The candidate nearest to the anchor on the side the words lean to.

    A past lean never goes beyond the anchor. A future lean is weaker evidence (the future verb may belong to another
    clause), so a day before the anchor is only put back by `reluctance` days.
    """
    best: tuple[int, dt.date] | None = None
    for day in candidates:
        if day is None or (lean is Lean.PAST and day > anchor):
            continue
        distance = abs((day - anchor).days) + (reluctance if lean is Lean.FUTURE and day < anchor else 0)
        if best is None or distance < best[0]:
            best = distance, day
    return best[1] if best else None


def on(day: dt.date | None) -> DateInterval | None:
    """The interval of one day, or None."""
    return None if day is None else DateInterval.on(PartialDate.of(day))


def between(first: dt.date | None, last: dt.date | None) -> DateInterval | None:
    """The interval from one day to another, or None where a day is missing or the order is wrong."""
    if first is None or last is None or last < first:
        return None
    return DateInterval(PartialDate.of(first), PartialDate.of(last))


def whole_year(year: int) -> DateInterval | None:
    """A year at year precision, or None outside the calendar."""
    return DateInterval.on(PartialDate(year)) if 1 <= year <= 9999 else None


def months(year: int, first: int, last: int) -> DateInterval | None:
    """Months of one year at month precision; a last month above 12 runs into the next year."""
    end_year, end_month = shifted_month(year, 1, last - 1)
    if not 1 <= year <= end_year <= 9999:
        return None
    return DateInterval(PartialDate(year, first), PartialDate(end_year, end_month))


def days_of_month(year: int, month: int, first: int, last: int) -> DateInterval | None:
    """Days of one month; a last day beyond the end is the end."""
    if not 1 <= year <= 9999:
        return None
    return between(dt.date(year, month, first), dt.date(year, month, min(last, calendar.monthrange(year, month)[1])))
