"""A world of invented people and organisations, for measuring a record that is larger than any press archive at hand.

Koreans bear names as the census distributes them, so that a good many share one; every tenth is a foreigner with a name
in Latin letters too. How much is written about a person falls off with rank (Zipf and Mandelbrot).
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Generic, TypeVar

from hoedong.names.table import table_rows
from hoedong.rules.lexicon_file import load_lexicon

WORDS = Path(__file__).parent / "synthetic_words.tsv"
FOREIGN = 0.1
"""The share of foreigners."""
FLATTENING = 20
"""Of Zipf and Mandelbrot: the most written-about person of 200,000 is in one story of two hundred, not of ten."""
ORGANISATIONS = 3000
VOCABULARY = 8000

T = TypeVar("T")


class Lot(Generic[T]):
    """Things to draw from by weight."""

    def __init__(self, things: Sequence[T], weights: Sequence[float]) -> None:
        self.things = things
        self._sums = list(accumulate(weights))

    def draw(self, chance: random.Random) -> T:
        """One of the things."""
        return self.things[bisect_left(self._sums, chance.random() * self._sums[-1])]


@dataclass(frozen=True, slots=True)
class Figure:
    """A person of the world; `latin` is None for Koreans. `last` is what a page may call a foreigner by."""

    rank: int
    name: str
    latin: str | None
    last: str
    organisation: str
    title: str


@dataclass(frozen=True, slots=True)
class City:
    """A town and its country."""

    name: str
    country: str


class World:
    """Everybody and everything that synthetic pages can tell of; the same for the same seed and number of people."""

    def __init__(self, people: int = 200_000, seed: int = 1) -> None:
        chance = random.Random(f"world {seed}")  # noqa: S311 - synthetic data
        self._chance = chance
        firms = [f"{_syllables(chance, 2)}{lot('business').draw(chance)}" for _ in range(ORGANISATIONS)]
        self._firms = Lot(firms, _zipf(len(firms)))
        self.people = [self._figure(rank) for rank in range(people)]
        self.by_activity = Lot(self.people, _zipf(people))
        words = [_syllables(chance, chance.choice((2, 2, 3))) for _ in range(VOCABULARY)]
        self.words = Lot(words, _zipf(len(words)))
        self.outlets = lot("outlet")
        self.topics = lot("topic")
        self.cities = Lot([City(*row) for row in _rows("city")], _weights("city"))

    def _figure(self, rank: int) -> Figure:
        name, latin, last = self._foreigner() if self._chance.random() < FOREIGN else self._korean()
        return Figure(rank, name, latin, last, self._firms.draw(self._chance), lot("title").draw(self._chance))

    def _korean(self) -> tuple[str, None, str]:
        given = lot("given").draw(self._chance) + lot("given").draw(self._chance)
        name = lot("surname").draw(self._chance) + given
        return name, None, name

    def _foreigner(self) -> tuple[str, str, str]:
        first, first_latin = _given_names().draw(self._chance)
        parts = [pairs("last").draw(self._chance) for _ in range(self._chance.choice((1, 1, 2)))]
        parts.append(pairs("ending").draw(self._chance))
        last, last_latin = ("".join(column) for column in zip(*parts, strict=True))
        return f"{first} {last}", f"{first_latin} {last_latin.capitalize()}", last


def _syllables(chance: random.Random, count: int) -> str:
    return "".join(lot("syllable").draw(chance) for _ in range(count))


def _zipf(count: int) -> list[float]:
    return [1 / (rank + FLATTENING) for rank in range(count)]


@cache
def _table() -> tuple[dict[str, str], ...]:
    return tuple(dict(row) for row in load_lexicon(WORDS, ("kind", "word", "latin", "weight")))


def _rows(kind: str) -> list[tuple[str, str]]:
    return [(row["word"], row["latin"]) for row in _table() if row["kind"] == kind]


def _weights(kind: str) -> list[float]:
    return [float(row["weight"]) for row in _table() if row["kind"] == kind]


@cache
def _given_names() -> Lot[tuple[str, str]]:
    """Given names of the tables, the first ones most often."""
    rows = [(row["hangul"].split()[0], row["name"]) for row in table_rows("given_names") if row["hangul"]]
    return Lot(rows, _zipf(len(rows)))


@cache
def lot(kind: str) -> Lot[str]:
    """The words of a kind."""
    return Lot([word for word, _ in _rows(kind)], _weights(kind))


@cache
def pairs(kind: str) -> Lot[tuple[str, str]]:
    """The words of a kind with their Latin letters."""
    return Lot(_rows(kind), _weights(kind))
