"""The network around a person, as a table and as a picture; what the caps leave out is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hoedong.http.pages import islands
from hoedong.http.pages.entries import Entry, entries_of
from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.http.pages.view import Moved, View
from hoedong.http.pages.visit import Visit
from hoedong.workspace import Workspace

LATEST = 100
"""Encounters of the person in the middle that the picture can show."""

MOST_EDGES = 150
"""Pairs that the table lists, those who met most."""


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """Two people and at how many encounters both were."""

    one: PersonCard
    other: PersonCard
    encounters: int


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """People within one or two steps of `ego`; `hidden` and `hidden_edges` count whom and what the caps left out."""

    ego: PersonCard
    hops: int
    people: tuple[PersonCard, ...]
    edges: tuple[EdgeRow, ...]
    entries: tuple[Entry, ...]
    hidden: int
    hidden_edges: int

    def as_network(self, visit: Visit) -> dict[str, Any]:
        """The same for the island."""
        return islands.network(self.ego.id, self.people, self.entries, self.hidden, visit)


def find_network(workspace: Workspace, visit: Visit) -> NetworkPage:
    """The network around a person."""
    asked, hops = visit.parameters["id"], visit.number("hops", 2) or 1
    person = workspace.person(asked)
    if person.id != asked:
        raise Moved("network", person.id)
    network = workspace.network(person.id, hops)
    cards = {one.id: card_of(one) for one in network.people}
    shown = network.edges[:MOST_EDGES]
    edges = tuple(EdgeRow(cards[one.one], cards[one.other], one.encounters) for one in shown)
    encounters = workspace.view.find_encounters([person.id], limit=LATEST)
    return NetworkPage(
        cards[person.id],
        hops,
        tuple(cards.values()),
        edges,
        entries_of(workspace, encounters),
        network.hidden,
        len(network.edges) - len(shown),
    )


VIEW = View("network", "/network/{id}", find_network)
