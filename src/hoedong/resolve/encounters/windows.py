"""The days on which the encounter of a report can have been, and how exactly the report says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from hoedong.model.account import ResolvedReport
from hoedong.model.encounter import Status
from hoedong.model.time import PartialDate


class Precision(IntEnum):
    """How exactly a report dates its encounter, the finest first."""

    DAY = 0
    DAYS = 1  # a visit, a summit: at most ten days
    MONTH = 2
    YEAR = 3  # or any longer time
    UNSTATED = 4  # no date, but the day of publication bounds it
    UNKNOWN = 5  # neither date nor publication


_LONGEST_VISIT: Final = 10
_LONGEST_MONTH: Final = 62
_AROUND_PUBLICATION: Final = {
    Status.HELD: (365, 1),
    Status.PLANNED: (1, 120),
    Status.UNCONFIRMED: (31, 60),
    Status.NOT_HELD: (31, 31),
}  # without a date: days before and after the publication in which the encounter is looked for


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last possible day, as ordinals of the calendar; both 0 where nothing is known."""

    first: int
    last: int
    precision: Precision

    def gap_to(self, other: Window) -> int:
        """Days from the one to the other; 0 or less where they can share a day."""
        return max(self.first - other.last, other.first - self.last)

    def within(self, other: Window) -> bool:
        """Whether every day of this one is in the other."""
        return other.first <= self.first and self.last <= other.last


def window_of(report: ResolvedReport) -> Window:
    """The days on which the encounter of a report can have been.

    What was held by the day of publication was not held later, and a plan of that day is not for earlier: "in June",
    said on 10 June of a meeting held, is 1 to 11 June (a day is left for the difference of time).
    """
    if report.when is None:
        return _around(report.published, report.status)
    first, last = report.when.first_day().toordinal(), report.when.last_day().toordinal()
    precision = _precision(last - first + 1)
    if report.published is None or precision is Precision.DAY:
        return Window(first, last, precision)
    if report.status is Status.HELD:
        last = max(first, min(last, report.published.last_day().toordinal() + 1))
    if report.status is Status.PLANNED:
        first = min(last, max(first, report.published.first_day().toordinal()))
    return Window(first, last, precision)


def _around(published: PartialDate | None, status: Status) -> Window:
    if published is None:
        return Window(0, 0, Precision.UNKNOWN)
    before, after = _AROUND_PUBLICATION[status]
    first, last = published.first_day().toordinal() - before, published.last_day().toordinal() + after
    return Window(max(1, first), last, Precision.UNSTATED)


def _precision(days: int) -> Precision:
    if days == 1:
        return Precision.DAY
    if days <= _LONGEST_VISIT:
        return Precision.DAYS
    return Precision.MONTH if days <= _LONGEST_MONTH else Precision.YEAR
