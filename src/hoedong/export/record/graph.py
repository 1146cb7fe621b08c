"""The record as a graph: people and the encounters they were at, or people and whom they met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from hoedong.export.record.labels import Labels, place_parts
from hoedong.export.record.selected_view import believed
from hoedong.export.record.selection import Selection
from hoedong.model.account import Encounter
from hoedong.model.encounter import Status
from hoedong.model.entity import PersonEntity
from hoedong.model.time import DateInterval
from hoedong.record.view import RecordView

Attribute = str | int | float
Spell = tuple[str, str]
"""First and last day, ISO 8601, between which something can have been."""


@dataclass(frozen=True, slots=True)
class Node:
    """A person or an encounter."""

    id: str
    label: str
    attributes: Mapping[str, Attribute]
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A person at an encounter, or two people who met; `weight` is None where an edge has none."""

    source: str
    target: str
    attributes: Mapping[str, Attribute]
    weight: int | None = None
    spells: tuple[Spell, ...] = ()

    @property
    def id(self) -> str:
        """The two ends."""
        return f"{self.source} {self.target}"


@dataclass(frozen=True, slots=True)
class Graph:
    """An undirected graph whose nodes and edges are made as they are written, each attribute with its type."""

    nodes: Iterator[Node]
    edges: Iterator[Edge]
    node_attributes: Mapping[str, type]
    edge_attributes: Mapping[str, type]


_PERSON: Mapping[str, type] = {"kind": str, "latin": str, "position": str, "documents": int}
_ENCOUNTER: Mapping[str, type] = {
    "status": str, "mode": str, "date": str, "place": str, "country": str, "sources": int, "confidence": float,
}  # fmt: skip
_TIE: Mapping[str, type] = {"first": str, "last": str, "undated": int, "as_principals": int}


def bipartite_graph(view: RecordView) -> Graph:
    """People and encounters as nodes; an edge says that a person was at an encounter, or is to be."""
    labels = Labels(view)
    return Graph(_bipartite_nodes(view, labels), _attendance(view), {**_PERSON, **_ENCOUNTER}, {"role": str})


def people_graph(view: RecordView, selection: Selection) -> Graph:
    """People as nodes; an edge counts the encounters of two people: those that were held, unless others are asked for.

    All who were at an encounter are joined, so one of k people makes k(k-1)/2 edges; `as_principals` counts those at
    which both were principals.
    """
    nodes = (_person_node(person) for person in view.people())
    return Graph(nodes, _ties(view, selection), _PERSON, _TIE)


def counted_encounters(view: RecordView, selection: Selection) -> Iterator[Encounter]:
    """The encounters that count as meetings: those held, or those of the statuses that the selection names."""
    statuses = selection.statuses or {Status.HELD}
    return (encounter for encounter in believed(view) if encounter.status in statuses)


def person_node_id(person: str) -> str:
    """The id of a person's node, which no encounter shares."""
    return f"person:{person}"


def encounter_node_id(encounter: str) -> str:
    """The id of an encounter's node."""
    return f"encounter:{encounter}"


def _bipartite_nodes(view: RecordView, labels: Labels) -> Iterator[Node]:
    yield from (_person_node(person) for person in view.people())
    yield from (_encounter_node(encounter, labels) for encounter in believed(view))


def _person_node(person: PersonEntity) -> Node:
    post = next(iter(person.positions), None)
    words = "" if post is None else " ".join(part for part in (post.organisation, post.title) if part)
    attributes = {"kind": "person", "latin": person.latin, "position": words, "documents": person.documents}
    return Node(person_node_id(person.id), person.name, _known(attributes))


def _encounter_node(encounter: Encounter, labels: Labels) -> Node:
    attributes: dict[str, Attribute | None] = {
        "kind": "encounter",
        "latin": ", ".join(labels.latin(one) or labels.name(one) for one in encounter.principals),
        "status": str(encounter.status),
        "mode": str(encounter.mode),
        "date": None if encounter.when is None else encounter.when.edtf,
        "place": ", ".join(place_parts(encounter)),
        "country": encounter.country,
        "sources": encounter.sources,
        "confidence": round(encounter.confidence, 4),
    }
    return Node(
        encounter_node_id(encounter.id), labels.encounter(encounter), _known(attributes), _spells(encounter.when)
    )


def _known(attributes: Mapping[str, Attribute | None]) -> dict[str, Attribute]:
    return {name: value for name, value in attributes.items() if value is not None and value != ""}


def _spells(when: DateInterval | None) -> tuple[Spell, ...]:
    return () if when is None else ((when.first_day().isoformat(), when.last_day().isoformat()),)


def _attendance(view: RecordView) -> Iterator[Edge]:
    for encounter in believed(view):
        for one in encounter.participants:
            yield Edge(
                person_node_id(one.person),
                encounter_node_id(encounter.id),
                {"role": str(one.role)},
                spells=_spells(encounter.when),
            )


@dataclass(slots=True)
class _Tie:
    """What is known so far of two people: how often they met, as principals too, and when."""

    count: int = 0
    as_principals: int = 0
    dates: list[DateInterval] = field(default_factory=list)


def _ties(view: RecordView, selection: Selection) -> Iterator[Edge]:
    ties: dict[tuple[str, str], _Tie] = {}
    for encounter in counted_encounters(view, selection):
        principals = set(encounter.principals)
        for pair in combinations(sorted(set(encounter.people)), 2):
            tie = ties.setdefault(pair, _Tie())
            tie.count += 1
            tie.as_principals += principals.issuperset(pair)
            tie.dates += [encounter.when] if encounter.when else []
    yield from (_tie_edge(pair, ties[pair]) for pair in sorted(ties))


def _tie_edge(pair: tuple[str, str], tie: _Tie) -> Edge:
    dates = sorted(tie.dates, key=lambda when: (when.first_day(), when.last_day(), when.edtf))
    attributes = {
        "first": dates[0].edtf if dates else None,
        "last": dates[-1].edtf if dates else None,
        "undated": tie.count - len(dates),
        "as_principals": tie.as_principals,
    }
    spells = tuple(dict.fromkeys(spell for when in dates for spell in _spells(when)))
    return Edge(person_node_id(pair[0]), person_node_id(pair[1]), _known(attributes), tie.count, spells)
