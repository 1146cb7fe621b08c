"""Dates as people write them into filters: the part of EDTF (ISO 8601-2) that news needs, with its first and last day.

| form | example | days |
|---|---|---|
| year, month, day | `2024`, `2024-06`, `2024-06-11` | all days of it |
| season | `2024-21` spring … `2024-24` winter | March to May …; winter is December to the next February |
| unspecified digits | `202X`, `2024-XX`, `2024-06-1X` | every day that fits; `1X` is the Korean 중순, 10th to 19th |
| uncertain | `2024-06-11?` | as without the mark: doubt of the source moves no day |
| approximate | `2024-06-10~`, `%` (and uncertain) | three days, one month or one year more on both sides |
| period | `2024-06-11/2024-06-13`, `../2024`, `2024/..` | from the first day of the one to the last of the other |
| one of | `[2024-06-11..2024-06-13]`, `[..2024]`, `[2024..]` | likewise |

The width of "about" is ours, since the standard gives none: as much as its own unit either side, three days for a day
("10일께"); a season counts as months. Winter is ours too: the Korean 2024년 겨울 runs into 2025.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hoedong.model.time import DateInterval

ALLOWED = (
    "YYYY, YYYY-MM, YYYY-MM-DD, a season YYYY-21 … YYYY-24, X for an unknown digit (2024-06-1X, 202X), ~ ? or % behind "
    "a date, a period A/B, ../B or A/.., one of [A..B]"
)
_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-([\dX]{2})(?:-([\dX]{2}))?)?([~?%]?)", re.ASCII)
_SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}
"""The first month of each season."""
_ABOUT_DAYS = 3
_Bounds = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days that an EDTF text can mean: from `lo` to `hi`, both included; None where that side is open."""

    lo: dt.date | None
    hi: dt.date | None
    text: str

    def touches(self, interval: DateInterval) -> bool:
        """Whether what happened within the interval can have happened within the range."""
        return (self.lo is None or self.lo <= interval.last_day()) and (
            self.hi is None or interval.first_day() <= self.hi
        )

    def holds(self, interval: DateInterval) -> bool:
        """Whether what happened within the interval happened within the range for sure."""
        return (self.lo is None or self.lo <= interval.first_day()) and (
            self.hi is None or interval.last_day() <= self.hi
        )


def parse_edtf(text: str) -> DateRange:
    """Read an EDTF date or period.

    >>> parse_edtf("2024-06-1X").lo, parse_edtf("../2024-06").hi
    (datetime.date(2024, 6, 10), datetime.date(2024, 6, 30))

    Raises:
        ValueError: the text is none of the forms above, or a day that no calendar has.
    """
    written = text.strip()
    sides = _sides(written)
    first = None if sides[0] in ("", "..") else _date(sides[0], written)
    last = None if sides[1] in ("", "..") else _date(sides[1], written)
    if first is None and last is None:
        raise _error(written)
    if first and last and first[0] > last[1]:
        raise ValueError(f"the period {written!r} ends before it begins")
    return DateRange(first[0] if first else None, last[1] if last else None, written)


def _sides(text: str) -> tuple[str, str]:
    """Both ends of a period or of a set; a single date is both of its ends."""
    if text.startswith("[") and text.endswith("]") and ".." in text:
        first, _, last = text[1:-1].partition("..")
        return first, last
    first, slash, last = text.partition("/")
    if not slash:
        last = first
    if not first or not last:
        raise _error(text)
    return first, last


def _date(text: str, whole: str) -> _Bounds:
    match = _DATE.fullmatch(text)
    if match is None:
        raise _error(whole)
    year, month, day, mark = match.groups()
    try:
        bounds = _season(year, month) if month in _SEASONS and day is None else _calendar_days(year, month, day)
        return _widened(bounds, month, day) if mark in ("~", "%") else bounds
    except (StopIteration, ValueError, OverflowError):
        raise ValueError(f"no calendar has the date {text!r}") from None


def _error(text: str) -> ValueError:
    return ValueError(f"not a date: {text!r}; allowed are {ALLOWED}")


def _calendar_days(year: str, month: str | None, day: str | None) -> _Bounds:
    """The first and the last day that fit the digits, of which X is any."""
    years = [int(year.replace("X", digit)) for digit in "09"]
    months, days = _fitting(month or "XX", 12), _fitting(day or "XX", 31)
    first = next(_existing(range(years[0], years[1] + 1), months, days))
    last = next(_existing(range(years[1], years[0] - 1, -1), months[::-1], days[::-1]))
    return first, last


def _fitting(mask: str, most: int) -> list[int]:
    """The numbers from 1 to `most` that two digits can mean: `1X` is 10 to 19."""
    pattern = re.compile(mask.replace("X", r"\d"))
    return [number for number in range(1, most + 1) if pattern.fullmatch(f"{number:02d}")]


def _existing(years: Iterable[int], months: list[int], days: list[int]) -> Iterator[dt.date]:
    for year in years:
        for month in months:
            length = calendar.monthrange(year, month)[1] if year else 0
            yield from (dt.date(year, month, day) for day in days if day <= length)


def _season(year: str, season: str) -> _Bounds:
    month = _SEASONS[season]
    first, last = _calendar_days(year, f"{month:02d}", None)
    return first, _last_of_month(_months_later(last.replace(day=1), 2))


def _widened(bounds: _Bounds, month: str | None, day: str | None) -> _Bounds:
    first, last = bounds
    if day is not None:
        return first - dt.timedelta(_ABOUT_DAYS), last + dt.timedelta(_ABOUT_DAYS)
    months = 12 if month is None else 1
    return _months_later(first, -months), _last_of_month(_months_later(last.replace(day=1), months))


def _months_later(first_of_month: dt.date, months: int) -> dt.date:
    count = first_of_month.year * 12 + first_of_month.month - 1 + months
    return dt.date(count // 12, count % 12 + 1, 1)


def _last_of_month(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
