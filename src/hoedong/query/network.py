"""The network around a person: whom they met, and who of these met one another."""

from __future__ import annotations

from hoedong.model.answer import Edge, Network
from hoedong.model.entity import PersonEntity
from hoedong.record.store_view import StoreView

FIRST_HOP = 30
SECOND_HOP = 8
"""How many are shown: those whom the person met most, and of each of them those whom they met most."""


def network_around(
    view: StoreView, person: PersonEntity, hops: int = 2, first: int = FIRST_HOP, second: int = SECOND_HOP
) -> Network:
    """The network within one or two steps of a person, those met most first."""
    found = {person.id: person}
    near = view.neighbours(person.id, first + 1)
    hidden = max(0, len(near) - first)
    found.update((one.id, one) for one, _ in near[:first])
    if hops > 1:
        for one, _ in near[:first]:
            further = view.neighbours(one.id, second + 1)
            hidden += max(0, len(further) - second)
            found.update((other.id, other) for other, _ in further[:second])
    edges = tuple(Edge(min(a, b), max(a, b), count) for a, b, count in view.ties_among(list(found)))
    return Network(tuple(found.values()), edges, hidden)
