"""A person: posts over time, whom they met, trips, quotations, claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hoedong.http.pages import islands
from hoedong.http.pages.claims import ClaimLine, claim_lines
from hoedong.http.pages.entries import Entry, entries_of
from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.http.pages.quotes import QuoteLine, quote_lines
from hoedong.http.pages.trips import Trip, trips_of
from hoedong.http.pages.view import Moved, View
from hoedong.http.pages.visit import Visit
from hoedong.model.encounter import Status
from hoedong.model.entity import PersonEntity
from hoedong.model.time import DateInterval
from hoedong.workspace import Workspace

LATEST = 100
"""Encounters that the page takes in; the timeline has them all."""

LATEST_TOLD = 40
LATEST_CLAIMS = 8
"""Accounts of trips, quotations and claims that the page takes in."""

LISTED = 25


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody whom the person met, how often, and when last (None where no date is known)."""

    person: PersonCard
    times: int
    last: DateInterval | None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person with what is on record; `encounters` counts all, `entries` are the latest of them."""

    person: PersonEntity
    encounters: int
    entries: tuple[Entry, ...]
    met: tuple[Met, ...]
    sat_in_with: int
    trips: tuple[Trip, ...]
    quotes: tuple[QuoteLine, ...]
    claims: tuple[ClaimLine, ...]

    @property
    def held(self) -> int:
        """How many of the entries took place."""
        return sum(entry.status is Status.HELD for entry in self.entries)

    @property
    def unconfirmed(self) -> int:
        """How many of the entries nobody confirms."""
        return sum(entry.status is Status.UNCONFIRMED for entry in self.entries)

    @property
    def listed(self) -> tuple[Entry, ...]:
        """The latest, as the page lists them."""
        return self.entries[:LISTED]

    def on_axis(self, lang: str) -> dict[str, Any]:
        """The encounters for the timeline."""
        return islands.timeline(self.listed, frozenset((self.person.id,)), lang)

    def as_network(self, visit: Visit) -> dict[str, Any]:
        """The encounters for the network."""
        return islands.network(self.person.id, (card_of(self.person),), self.entries, 0, visit)


def find_person(workspace: Workspace, visit: Visit) -> PersonPage:
    """A person by id; the id of an appearance, or a name, leads to the page of the person."""
    asked = visit.parameters["id"]
    person = workspace.person(asked)
    if person.id != asked:
        raise Moved("person", person.id)
    encounters = workspace.view.find_encounters([person.id], limit=LATEST)
    entries = entries_of(workspace, encounters)
    return PersonPage(
        person,
        workspace.view.count_encounters([person.id]),
        entries,
        met_by(person.id, entries),
        len({one.id for entry in entries for one in entry.attendees} - {person.id}),
        trips_of(workspace, workspace.trips(person.id, LATEST_TOLD)),
        quote_lines(workspace, workspace.quotes(person.id, LATEST_TOLD)),
        claim_lines(workspace, workspace.claims(person.id, latest=LATEST_CLAIMS)),
    )


def met_by(person: str, entries: Iterable[Entry]) -> tuple[Met, ...]:
    """Whom a person met, most often first; `entries` are latest first, and only those that took place count."""
    held = [entry for entry in entries if entry.status is Status.HELD]
    cards: dict[str, PersonCard] = {}
    last: dict[str, DateInterval | None] = {}
    times: Counter[str] = Counter()
    for entry in held:
        for other in entry.principals:
            if other.id != person:
                cards.setdefault(other.id, other)
                last.setdefault(other.id, entry.when)
                times[other.id] += 1
    found = [Met(card, times[id_], last[id_]) for id_, card in cards.items()]
    return tuple(sorted(found, key=lambda one: (-one.times, one.person.name, one.person.id)))


VIEW = View("person", "/person/{id}", find_person)
