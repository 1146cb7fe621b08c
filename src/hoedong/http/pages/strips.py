"""Strips of time: when two people met, drawn by the server in one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoedong.http.pages.dates import precision_of
from hoedong.model.account import Encounter
from hoedong.model.encounter import Status

WIDTH = 316
_NARROWEST = 4.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """One encounter on a strip 316 wide: a disc for a day, else a bar as wide as the doubt."""

    x: float
    width: float
    precision: str
    status: Status


def strips_of(groups: Iterable[Sequence[Encounter]]) -> list[tuple[Stroke, ...]]:
    """A strip for each group of encounters, all on one axis; undated ones are left out."""
    dated = [[one for one in group if one.when] for group in groups]
    days = [day for group in dated for one in group if one.when for day in (one.when.first_day(), one.when.last_day())]
    if not days:
        return [() for _ in dated]
    axis = _Axis(min(days), max(days))
    return [tuple(axis.stroke(one) for one in reversed(group)) for group in dated]


@dataclass(frozen=True, slots=True)
class _Axis:
    first: dt.date
    last: dt.date

    def stroke(self, encounter: Encounter) -> Stroke:
        when = encounter.when
        if when is None:
            raise ValueError(f"{encounter.id} has no date to draw")
        left, right = self._x(when.first_day()), self._x(when.last_day())
        return Stroke(left, max(round(right - left, 1), _NARROWEST), precision_of(when), encounter.status)

    def _x(self, day: dt.date) -> float:
        margin = 6
        span = max((self.last - self.first).days, 1)
        return round(margin + (WIDTH - 2 * margin) * (day - self.first).days / span, 1)
