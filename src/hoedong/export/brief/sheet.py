"""What every section of a brief writes with: the material, the words, the footnotes so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hoedong.export.brief.footnotes import Footnotes
from hoedong.export.brief.material import Material, shared_encounters
from hoedong.export.brief.page import Line, Section
from hoedong.export.brief.wording import UNKNOWN, Wording
from hoedong.model.account import Encounter, Role


class Sheet:
    """A brief being written; `encounters` are those of all sides, latest first."""

    def __init__(self, material: Material, lang: str) -> None:
        self.material = material
        self.words = Wording(lang)
        self.notes = Footnotes(material.documents, material.reports, self.words)
        self.encounters = shared_encounters(material)

    def section(self, key: str, lines: Iterable[Line]) -> Section:
        """A section under the title of its key."""
        return Section(key, self.words(f"section.{key}"), tuple(lines))

    def names(self, people: Iterable[str]) -> str:
        """The names of ids."""
        return self.words.names(self.material.person(person) for person in people)

    def others(self, encounter: Encounter) -> str:
        """Whom the subject met; of a brief on two, who else met with them, empty where nobody did."""
        met = [person for person in encounter.principals if person not in self.material.side_ids]
        sides = [self.words.introduction(self.material.person(person)) for person in met] + list(encounter.parties)
        if self.material.counterpart is None:
            return ", ".join(sides) or UNKNOWN
        return self.words("also", people=", ".join(sides)) if sides else ""

    def attendees(self, encounter: Encounter) -> str:
        """Who sat in."""
        return self.names(one.person for one in encounter.participants if one.role is Role.ATTENDEE)


def place_words(encounter: Encounter) -> str:
    """Place, town and country, each where it is not in the words before it; empty where none is known."""
    parts: Sequence[str | None] = (encounter.place, encounter.city, encounter.country)
    said: list[str] = []
    for part in parts:
        if part and "".join(part.split()) not in "".join(" ".join(said).split()):
            said.append(part)
    return ", ".join(said)
