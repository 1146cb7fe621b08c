"""The days that an account, or several of one journey, state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.account import ResolvedTrip
from hoedong.model.time import PartialDate

_DAY = dt.timedelta(1)


class Ends(StrEnum):
    """Which ends of a journey are known to the day."""

    BOTH = "both"
    START = "start"
    END = "end"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Spell:
    """First and last day of what is stated of a journey; one day, or one month, where only one end is stated."""

    first: dt.date
    last: dt.date
    ends: Ends

    def touches(self, other: Spell) -> bool:
        """Whether the two can share a day."""
        return self.first <= other.last and other.first <= self.last

    def is_one_with(self, other: Spell) -> bool:
        """Whether two spells with exact days are of one journey: they overlap, or one begins the day after the other.

        A departure belongs to a journey before its end, a return after its start; a departure and a return alone say
        nothing of each other.
        """
        if self.ends is other.ends:
            return self.first <= other.last + _DAY and other.first <= self.last + _DAY
        if Ends.BOTH not in (self.ends, other.ends):
            return False
        whole, part = (self, other) if self.ends is Ends.BOTH else (other, self)
        if part.ends is Ends.START:
            return whole.first - _DAY <= part.first < max(whole.last, whole.first + _DAY)
        return min(whole.first, whole.last - _DAY) < part.last <= whole.last + _DAY


def dates_of(account: ResolvedTrip) -> tuple[PartialDate | None, PartialDate | None]:
    """First and last date of an account; none where it ends before it begins."""
    start, end = account.start, account.end
    if start and end and start.first_day() > end.last_day():
        return None, None
    return start, end


def spell_of(start: PartialDate | None, end: PartialDate | None) -> Spell | None:
    """The days of two stated dates; of exact ones alone where there are any. None where neither is stated."""
    exact = [date for date in (start, end) if date is not None and date.day is not None]
    if len(exact) == 2:
        return Spell(exact[0].first_day(), exact[1].first_day(), Ends.BOTH)
    if exact:
        day = exact[0].first_day()
        return Spell(day, day, Ends.START if exact[0] is start else Ends.END)
    stated = [date for date in (start, end) if date is not None]
    return Spell(stated[0].first_day(), stated[-1].last_day(), Ends.NEITHER) if stated else None


def first_date(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """The earliest of the most exact dates."""
    return min(_most_exact(dates), default=None, key=PartialDate.first_day)


def last_date(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """The latest of the most exact dates."""
    return max(_most_exact(dates), default=None, key=PartialDate.last_day)


def precision(date: PartialDate | None) -> int:
    """3 for a day, 2 for a month, 1 for a year, 0 for no date."""
    return 0 if date is None else 1 + (date.month is not None) + (date.day is not None)


def _most_exact(dates: Iterable[PartialDate | None]) -> list[PartialDate]:
    known = [date for date in dates if date is not None]
    best = max(map(precision, known), default=0)
    return [date for date in known if precision(date) == best]
