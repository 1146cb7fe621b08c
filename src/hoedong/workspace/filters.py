"""Which encounters are asked for, as people write it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hoedong.export.record.selection import Selection
from hoedong.model.edtf import parse_edtf
from hoedong.model.encounter import Mode, Status
from hoedong.record.protocol import EncounterFilter


@dataclass(frozen=True, slots=True)
class Filters:
    """Which encounters are asked for; what is empty asks for all.

    `since` and `until` are EDTF: a day, a month, a year, or what `hoedong.model.edtf` reads. An encounter is in where
    its date can lie in the period. `begun` is a day before which none may begin, None for any.
    """

    since: str | None = None
    until: str | None = None
    statuses: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    begun: dt.date | None = None

    def bounds(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day of the period.

        Raises:
            ValueError: `since` or `until` is no EDTF.
        """
        since = parse_edtf(self.since).lo if self.since else None
        until = parse_edtf(self.until).hi if self.until else None
        return since, until

    def for_store(self) -> EncounterFilter:
        """As a store takes it."""
        since, until = self.bounds()
        return EncounterFilter(
            since=str(since or ""),
            until=str(until or ""),
            begun=str(self.begun or ""),
            statuses=self.statuses,
            modes=self.modes,
        )

    def selection(self, people: frozenset[str]) -> Selection:
        """As an export takes it."""
        since, until = self.bounds()
        return Selection(people, since, until, frozenset(map(Status, self.statuses)), frozenset(map(Mode, self.modes)))


NO_FILTERS = Filters()
