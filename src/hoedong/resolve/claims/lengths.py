"""Lengths of time as Korean counts them: 4개월 만."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

_DURATION = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?", re.ASCII)


class Unit(StrEnum):
    """What a length counts."""

    DAY = "D"
    WEEK = "W"
    MONTH = "M"
    YEAR = "Y"


@dataclass(frozen=True, slots=True)
class Length:
    """A length in one unit, from `least` to `most`: two months and ten days are two to three months."""

    unit: Unit
    least: int
    most: int

    @property
    def days(self) -> int:
        """About how many days it has at least."""
        return self.least * {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}[self.unit]


def parse_length(text: str) -> Length | None:
    """Read an ISO 8601 duration of days or more; None for hours, for nothing, and for what is none.

    >>> parse_length("P1Y4M")
    Length(unit=<Unit.MONTH: 'M'>, least=16, most=16)
    """
    match = _DURATION.fullmatch(text)
    years, months, weeks, days = (int(number or 0) for number in match.groups()) if match else (0, 0, 0, 0)
    if months or (years and (weeks or days)):
        whole = 12 * years + months
        return Length(Unit.MONTH, whole, whole + 1 if weeks or days else whole)
    for unit, count in ((Unit.YEAR, years), (Unit.DAY, 7 * weeks + days if days else 0), (Unit.WEEK, weeks)):
        if count:
            return Length(unit, count, count)
    return None


def counted(unit: Unit, earlier: dt.date, later: dt.date) -> tuple[int, int]:
    """The least and the most that the time between two days may be said to be.

    Korean counts months and years by full ones, by begun ones, or by their names: from 28 February to 11 June are
    three months and a half, 3개월 or 4개월, and from any day of February to any of June 4개월. Days are counted with
    or without the first, and a far place may have another day: one more or one less.

    >>> counted(Unit.MONTH, dt.date(2024, 2, 28), dt.date(2024, 6, 11))
    (3, 4)
    """
    days = (later - earlier).days
    if unit is Unit.DAY:
        return max(days - 1, 0), days + 1
    if unit is Unit.WEEK:
        return max(days - 1, 0) // 7, -(-(days + 1) // 7)
    if unit is Unit.MONTH:
        by_name = 12 * (later.year - earlier.year) + later.month - earlier.month
        return _full_and_begun(by_name, later.day - earlier.day)
    by_name = later.year - earlier.year
    return _full_and_begun(by_name, (later.month - earlier.month) * 31 + later.day - earlier.day)


def _full_and_begun(by_name: int, rest: int) -> tuple[int, int]:
    """Full units and begun ones, when `by_name` units lie between the names and `rest` tells which day is later."""
    return (by_name - 1, by_name) if rest < 0 else (by_name, by_name + (rest > 0))
