"""Encounters as lists show them, with the people by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.model.account import Encounter, Review, Role
from hoedong.model.encounter import Mode, Status
from hoedong.model.entity import PersonEntity
from hoedong.model.time import DateInterval
from hoedong.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Entry:
    """An encounter in one line: fields as in `Encounter`; `reports` counts them, `when` and place may be None."""

    id: str
    status: Status
    mode: Mode
    when: DateInterval | None
    principals: tuple[PersonCard, ...]
    attendees: tuple[PersonCard, ...]
    parties: tuple[str, ...]
    place: str | None
    city: str | None
    country: str | None
    topics: tuple[str, ...]
    reports: int
    sources: int
    outlets: int
    disagreements: tuple[str, ...]
    review: Review

    @property
    def where(self) -> str:
        """Town and place, each once; empty where neither is stated."""
        parts: list[str] = []
        for part in (self.city, self.place):
            if part and "".join(part.split()) not in "".join(" ".join(parts).split()):
                parts.append(part)
        return " ".join(parts)

    @property
    def month(self) -> str:
        """The month, or year, under which a diary lists it; empty where no date is known."""
        if self.when is None:
            return ""
        start = self.when.start
        return f"{start.year:04d}-{start.month:02d}" if start.month else f"{start.year:04d}"


def entry_of(encounter: Encounter, people: Mapping[str, PersonEntity]) -> Entry:
    """An encounter with its people by name; whom the record no longer knows is left out."""

    def cards(role: Role) -> tuple[PersonCard, ...]:
        return tuple(
            card_of(people[one.person]) for one in encounter.participants if one.role is role and one.person in people
        )

    return Entry(
        encounter.id,
        encounter.status,
        encounter.mode,
        encounter.when,
        cards(Role.PRINCIPAL),
        cards(Role.ATTENDEE),
        encounter.parties,
        encounter.place,
        encounter.city,
        encounter.country,
        encounter.topics,
        len(encounter.reports),
        encounter.sources,
        encounter.outlets,
        encounter.disagreements,
        encounter.review,
    )


def entries_of(workspace: Workspace, encounters: Iterable[Encounter]) -> tuple[Entry, ...]:
    """Encounters in the order given."""
    found = tuple(encounters)
    people = workspace.people_by_id(sorted({person for one in found for person in one.people}))
    return tuple(entry_of(one, people) for one in found)
