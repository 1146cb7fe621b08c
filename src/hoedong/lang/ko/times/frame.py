"""What an expression is read against, and the year and month that follow from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hoedong.lang import calendar
from hoedong.lang.calendar import Lean
from hoedong.model.time import DateInterval, PartialDate

MONTH_RELUCTANCE = 9
"""Days that a bare day before the anchor is put back when a future verb follows (20일 방한한다 said on the 27th)."""
YEAR_RELUCTANCE = 90
"""The same for a month without a year."""
NEAR_NEW_YEAR = 45
"""Without a verb a month is one of the anchor's year, unless the one across New Year is this near (days)."""

Fields = Mapping[str, str]
Resolver = Callable[["Frame"], DateInterval | None]


@dataclass(frozen=True, slots=True)
class Frame:
    """One expression and what it is read against.

    `base` is what relative words count from (None: nothing to count from). `context` is a date of the same sentence, or
    of the running text where no publication is known, whose month or year a bare day or month may take over.
    `continues` is True right after 부터 and the like, where the later date must follow the earlier.
    `certain` is True where a word of the expression itself (오는) gives the lean, not the verb.
    """

    fields: Fields
    base: PartialDate | None
    lean: Lean
    context: PartialDate | None = None
    continues: bool = False
    certain: bool = False

    def number(self, field: str) -> int | None:
        """A field as a number, or None when it is not stated."""
        return int(self.fields[field]) if field in self.fields else None

    def reluctance(self, days: int) -> int:
        """How far a day on the wrong side of the anchor is put back (days)."""
        return 100_000 if self.certain else days

    @property
    def day(self) -> dt.date | None:
        """The day to count from, or None when the base is no single day."""
        return self.base.first_day() if self.base and self.base.day else None


def year_of(frame: Frame) -> int | None:
    """The stated or counted year; a two-digit year is the latest that is not after the base."""
    if (year := frame.number("year")) is not None:
        return year
    if (years := frame.number("years")) is not None:
        return frame.base.year + years if frame.base else None
    if (short := frame.number("yy")) is not None:
        pivot = frame.base.year + 1 if frame.base else 2049
        return 2000 + short if 2000 + short <= pivot else 1900 + short
    return None


def has_year(frame: Frame) -> bool:
    """Whether the words place the year."""
    return not frame.fields.keys().isdisjoint(("year", "years", "yy"))


def month_of(frame: Frame) -> tuple[int, int] | None:
    """Year and month as stated or counted, or by direction; None when there is no base for it."""
    if (by := frame.number("months")) is not None:
        if not frame.base or not frame.base.month:
            return None
        return calendar.shifted_month(frame.base.year, frame.base.month, by)
    month = frame.number("month")
    if month is None:
        return None
    if has_year(frame):
        year = year_of(frame)
    elif (inherited := inherited_year(frame, month)) is not None:
        year = inherited
    else:
        year = _nearest_year(frame, month)
    return None if year is None else (year, month)


def inherited_year(frame: Frame, month: int) -> int | None:
    """The year that a month takes over from a date of its sentence (2011년 7월 …, 10월 …), or None."""
    context = frame.context
    if context is None or frame.lean is Lean.FUTURE and not frame.continues and frame.base is not None:
        return None
    if context.month and month < context.month:
        return context.year + 1 if frame.continues else None
    return context.year


def _nearest_year(frame: Frame, month: int) -> int | None:
    base = frame.base
    if base is None:
        return None
    if not base.month:
        return base.year
    years = (base.year - 1, base.year, base.year + 1)
    if frame.lean is Lean.PAST:
        return base.year if month <= base.month else base.year - 1
    anchor = base.first_day()
    if frame.lean is Lean.OPEN:
        crossing = [
            year
            for year in years
            if year != base.year and abs((dt.date(year, month, 15) - anchor).days) <= NEAR_NEW_YEAR
        ]
        same = abs((dt.date(base.year, month, 15) - anchor).days)
        return crossing[0] if crossing and same > 2 * NEAR_NEW_YEAR else base.year
    days = [dt.date(year, month, min(anchor.day, 28)) for year in years]
    nearest = calendar.nearest(days, anchor, frame.lean, frame.reluctance(YEAR_RELUCTANCE))
    return nearest.year if nearest else None
