"""The brief before a meeting, as the record writes it, on one page that prints."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from hoedong.export.brief import Brief, Line, Section
from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.http.pages.view import Moved, View
from hoedong.http.pages.visit import Visit
from hoedong.workspace import Workspace

LATEST = 40
"""Encounters, quotations, claims and accounts of trips that the page takes in; it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading (a year), which may be empty."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class BriefPage:
    """A brief on one person, or on two."""

    people: tuple[PersonCard, ...]
    brief: Brief

    def groups(self, section: Section) -> tuple[Group, ...]:
        """The lines of a section under their headings, in order."""
        found = groupby(section.lines, key=lambda line: line.group)
        return tuple(Group(name, tuple(lines)) for name, lines in found)


def find_brief(workspace: Workspace, visit: Visit) -> BriefPage:
    """The brief in the language of the visit."""
    asked = tuple(visit.parameters[name] for name in ("one", "other") if name in visit.parameters)
    people = [workspace.person(id_) for id_ in asked]
    if tuple(person.id for person in people) != asked:
        raise Moved("brief", *(person.id for person in people))
    if len({person.id for person in people}) != len(people):
        raise Moved("brief", people[0].id)
    brief = workspace.brief(*asked, lang=visit.lang, latest=LATEST)
    return BriefPage(tuple(map(card_of, people)), brief)


VIEWS = (View("brief", "/brief/{one}", find_brief), View("brief", "/brief/{one}/{other}", find_brief))
