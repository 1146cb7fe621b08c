"""What a brief is made of: values of the record about one person, or about two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hoedong.model.account import (
    Encounter,
    Journey,
    RecordedDocument,
    ResolvedQuote,
    ResolvedReport,
    Review,
    Verdict,
)
from hoedong.model.encounter import Status
from hoedong.model.entity import PersonEntity


@dataclass(frozen=True, slots=True)
class Material:
    """The record on `subject`, or on `subject` with `counterpart`, as of `today`; what is about others is left out.

    `people`, `reports` and `documents` are looked up by id; what is missing there is shown as unknown, and a citation
    without its document gives no footnote. `earlier` counts the encounters on record before those that are given; where
    there are any, `quotes`, `verdicts` and `journeys` are the latest too.
    """

    subject: PersonEntity
    today: dt.date
    counterpart: PersonEntity | None = None
    encounters: Sequence[Encounter] = ()
    journeys: Sequence[Journey] = ()
    verdicts: Sequence[Verdict] = ()
    quotes: Sequence[ResolvedQuote] = ()
    people: Mapping[str, PersonEntity] = field(default_factory=dict)
    reports: Mapping[str, ResolvedReport] = field(default_factory=dict)
    documents: Mapping[str, RecordedDocument] = field(default_factory=dict)
    earlier: int = 0

    @property
    def sides(self) -> tuple[PersonEntity, ...]:
        """The people that the brief is about."""
        return (self.subject,) if self.counterpart is None else (self.subject, self.counterpart)

    @property
    def side_ids(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(side.id for side in self.sides)

    def person(self, person: str) -> PersonEntity | None:
        """The person of an id, None where it is not known."""
        return next((side for side in self.sides if side.id == person), self.people.get(person))


def shared_encounters(material: Material) -> tuple[Encounter, ...]:
    """The encounters of all sides, latest first, undated ones last; without what a person has rejected."""
    shared = [one for one in material.encounters if material.side_ids <= set(one.people)]
    return tuple(sorted((one for one in shared if one.review is not Review.REJECTED), key=_latest_first))


def _latest_first(encounter: Encounter) -> tuple[bool, int, int, str]:
    when = encounter.when
    if when is None:
        return True, 0, 0, encounter.id
    return False, -when.last_day().toordinal(), -when.first_day().toordinal(), encounter.id


def last_encounter(encounters: Iterable[Encounter], today: dt.date) -> Encounter | None:
    """The latest that took place by today; `encounters` are latest first."""
    held = (one for one in encounters if one.status is Status.HELD and one.when)
    return next((one for one in held if one.when and one.when.first_day() <= today), None)


def next_encounter(encounters: Iterable[Encounter], today: dt.date) -> Encounter | None:
    """The nearest that is planned for today or later."""
    planned = [one for one in encounters if one.status is Status.PLANNED and one.when]
    coming = [one for one in planned if one.when and one.when.last_day() >= today]
    return min(coming, key=lambda one: (one.when and (one.when.first_day(), one.when.last_day()), one.id), default=None)
