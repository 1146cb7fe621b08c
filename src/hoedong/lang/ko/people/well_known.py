"""Statesmen whom the press names by their family name alone: 트럼프가, 레이건의."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from hoedong.lang.ko.people.candidates import NamePart, Sighting
from hoedong.lang.ko.people.lexicons import words
from hoedong.lang.ko.people.titles import read_title
from hoedong.lang.ko.people.words import Word, particle_ends
from hoedong.model.span import Span

_CACHE = 50_000


def read_well_known(line: Sequence[Word]) -> Iterator[Sighting]:
    """Each word that is such a name with a particle, or such a name written together with a title (부시대통령).

    >>> # "레이건의 편지" gives 레이건; 트럼프타워 gives nothing
    """
    name_end = _name_end
    for at, word in enumerate(line):
        if (end := name_end(word.text)) is None or _leads_on(line, at, end):
            continue
        name = Span(word.start, word.start + end)
        yield Sighting(name, name, name, NamePart.PART, "ko.person.well-known")


def is_well_known(word: str) -> bool:
    """Whether a word is such a name, with or without a particle or a title."""
    return _name_end(word) is not None


@lru_cache(_CACHE)
def _name_end(word: str) -> int | None:
    known = words("well_known_family_names", "name")
    return next((end for end in _ends(word) if word[:end] in known), None)


def _ends(word: str) -> tuple[int, ...]:
    title = read_title(word)
    glued = (len(title.modifier),) if title is not None and title.modifier else ()
    return (*particle_ends(word), *glued)


def _leads_on(line: Sequence[Word], at: int, end: int) -> bool:
    """Whether the word is the first or a middle part of a longer name (아베 아키에, 마리아 클린턴 대사)."""
    whole = end == len(line[at].text)
    given = words("foreign_given_names", "name")
    return at > 0 and line[at].spaced and line[at - 1].text in given and whole and line[at - 1].gloss is None
