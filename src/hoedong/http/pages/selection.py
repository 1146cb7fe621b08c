"""Which encounters a page is about, by its address: person, since, until, status, mode."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.http.pages.visit import Visit
from hoedong.model.encounter import Mode, Status
from hoedong.workspace import Workspace
from hoedong.workspace.filters import Filters

MOST_PEOPLE = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: encounters at which all of `people` were, in a period, of some kinds."""

    people: tuple[PersonCard, ...]
    filters: Filters

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the people."""
        return tuple(person.id for person in self.people)


def asked_of(workspace: Workspace, visit: Visit) -> Asked:
    """What an address asks for.

    Raises:
        UnknownName: nobody is called so.
        AmbiguousName: several are.
        ValueError: a date, status or mode is none.
    """
    names = [name for name in visit.query.get("person", ()) if name.strip()]
    if len(names) > MOST_PEOPLE:
        raise ValueError(f"{len(names)} people are asked for; at most {MOST_PEOPLE}")
    people = {person.id: person for name in names for person in (workspace.person(name),)}
    filters = Filters(
        visit.one("since") or None,
        visit.one("until") or None,
        tuple(Status(one) for one in dict.fromkeys(visit.query.get("status", ())) if one),
        tuple(Mode(one) for one in dict.fromkeys(visit.query.get("mode", ())) if one),
    )
    filters.bounds()
    return Asked(tuple(card_of(person) for person in people.values()), filters)
