"""Which part of the record an export is of: these people, this period, encounters of these kinds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from hoedong.model.account import Encounter
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import DateInterval, PartialDate


@dataclass(frozen=True, slots=True)
class Selection:
    """What to export; whatever is left empty or None limits nothing.

    `people` are ids: an encounter is of interest when one of them was there. `earliest` and `latest` bound the day; a
    date that can lie between them is inside, an unknown date is outside. `statuses` and `modes` are of encounters.
    """

    people: frozenset[str] = frozenset()
    earliest: dt.date | None = None
    latest: dt.date | None = None
    statuses: frozenset[Status] = frozenset()
    modes: frozenset[Mode] = frozenset()

    def takes_encounter(self, encounter: Encounter) -> bool:
        """Whether the encounter is of interest."""
        return (
            (not self.statuses or encounter.status in self.statuses)
            and (not self.modes or encounter.mode in self.modes)
            and self.takes_people(encounter.people)
            and self.takes_period(encounter.when)
        )

    def takes_people(self, people: Iterable[str]) -> bool:
        """Whether one of these people is of interest."""
        return not self.people or not self.people.isdisjoint(people)

    def takes_period(self, period: DateInterval | None) -> bool:
        """Whether a day of the period can lie inside the bounds."""
        if self.earliest is None and self.latest is None:
            return True
        if period is None:
            return False
        return (self.earliest is None or self.earliest <= period.last_day()) and (
            self.latest is None or period.first_day() <= self.latest
        )

    def takes_day(self, date: PartialDate | None) -> bool:
        """Whether the date can lie inside the bounds."""
        return self.takes_period(None if date is None else DateInterval.on(date))


EVERYTHING = Selection()
