"""People in the script of the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from babel import Locale

from hoedong.model.entity import PersonEntity
from hoedong.model.person import PositionStatus


class Named(Protocol):
    """Whatever has a name, and perhaps one in Latin letters."""

    @property
    def name(self) -> str:
        """The name to show."""

    @property
    def latin(self) -> str | None:
        """The one in Latin letters, None where none is known."""


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person as lists show them: names and the latest post, each part None where it is not stated."""

    id: str
    name: str
    latin: str | None = None
    organisation: str | None = None
    title: str | None = None


def card_of(person: PersonEntity) -> PersonCard:
    """A person with the latest post that they are said to hold."""
    current = next((post for post in person.positions if post.status is PositionStatus.CURRENT), None)
    post = current or next(iter(person.positions), None)
    return PersonCard(
        person.id, person.name, person.latin, post.organisation if post else None, post.title if post else None
    )


def shown_name(person: Named, lang: str) -> str:
    """The name in the script of the language where there is one."""
    return (person.latin or person.name) if lang == "en" else person.name


def country_name(code: str, lang: str) -> str:
    """The name of a country by ISO 3166-1, the code itself where none is known.

    >>> country_name("KR", "ko"), country_name("KR", "en")
    ('대한민국', 'South Korea')
    """
    return str(Locale(lang).territories.get(code, code))


def other_name(person: Named, lang: str) -> str:
    """The name in the other script, empty where it is the same or not known."""
    other = person.name if lang == "en" else person.latin or ""
    return "" if other == shown_name(person, lang) else other
