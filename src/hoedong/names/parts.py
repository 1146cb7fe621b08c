"""A name taken apart: its parts in order, its initials, its mark of generation, and its surname where that is sure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from hoedong.names.korean import HangulName, LatinName, korean_in_hangul, korean_in_latin
from hoedong.names.script import Script, script_of, without_marks
from hoedong.names.table import table_rows

_SEPARATORS = re.compile(r"[\s\-‐‑–·・.,_()\[\]]+")
_APOSTROPHES = re.compile(r"['’‘ʻʼ`´]")

WIFE = "wife"
"""The mark of a name that is a husband's surname."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart.

    `parts` are its words in order in small letters, without initials, honorifics and marks of generation; a particle is
    one with the word after it ("vonder leyen" has no part "von"). `bare` are the same without particles. `initials` are
    letters; `leading` says that the name begins with them. `surname` and `given` are those of a Korean name, None where
    the name is none or does not say which is which; `hangul` and `latin` are its readings as a Korean name.
    """

    surname: str | None
    given: str | None
    parts: tuple[str, ...]
    script: Script
    bare: tuple[str, ...] = ()
    initials: str = ""
    leading: bool = False
    generation: str = ""
    hangul: HangulName | None = None
    latin: tuple[LatinName, ...] = ()

    @property
    def is_korean(self) -> bool:
        """Whether the name can be read as a Korean one."""
        return self.hangul is not None or bool(self.latin)


@lru_cache(maxsize=65536)
def split_name(name: str) -> NameParts:
    """A name taken apart.

    >>> split_name("남궁민수").surname, split_name("Ursula von der Leyen").parts, split_name("Jay Y. Lee").initials
    ('남궁', ('ursula', 'vonderleyen'), 'y')
    """
    words, generation = _without_generation(_words(name))
    named = _without_honorifics(words)
    generation = generation or _wife_mark(words, named)
    words = named
    names = tuple(word for word in words if not _is_initial(word, words))
    initials = "".join(word for word in words if word not in names).lower()
    parts, bare = _joined_particles(tuple(word.lower() for word in names))
    hangul = korean_in_hangul(parts)
    latin = _latin_readings(name, parts) if not initials else ()
    surname, given = _surname_and_given(hangul, latin)
    leading = bool(words) and words[0] not in names
    return NameParts(surname, given, parts, script_of(name), bare, initials, leading, generation, hangul, latin)


def _words(name: str) -> tuple[str, ...]:
    """The words of a name; initials written together (J.D.) or in capitals (JD) come apart."""
    text = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", name))
    words = [word for word in _SEPARATORS.split(text) if word]
    if len(words) > 1 and not text.isupper():
        words = [piece for word in words for piece in (word if _is_run_of_initials(word) else (word,))]
    return tuple(words)


def _is_run_of_initials(word: str) -> bool:
    return len(word) == 2 and word.isascii() and word.isupper() and not set(word) & set("AEIOU")


def _is_initial(word: str, words: tuple[str, ...]) -> bool:
    return len(word) == 1 and script_of(word) is Script.LATIN and any(len(other) > 1 for other in words)


@cache
def _column(table: str, place: str) -> frozenset[str]:
    return frozenset(row["form"] for row in table_rows(table) if not place or row["place"] == place)


@cache
def _generations() -> Mapping[str, str]:
    return {row["form"]: row["mark"] for row in table_rows("generations")}


def _without_generation(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The words without a mark of generation, and what it comes to."""
    for place in range(len(words) - 1, 0, -1):
        mark = _generations().get(words[place].lower())
        if mark is not None:
            return words[:place] + words[place + 1 :], mark
    return words, ""


def _without_honorifics(words: tuple[str, ...]) -> tuple[str, ...]:
    while len(words) > 1 and _is_honorific(words):
        words = words[1:]
    while len(words) > 1 and words[-1].lower() in _column("honorifics", "after"):
        words = words[:-1]
    return words


@cache
def _marked_honorifics() -> Mapping[str, str]:
    return {row["form"]: row["mark"] for row in table_rows("honorifics") if row["mark"]}


def _wife_mark(words: tuple[str, ...], named: tuple[str, ...]) -> str:
    """The mark of "Mrs Marlow", who is not Marlow; none where a given name says who is meant."""
    marks = [_marked_honorifics().get(word.lower(), "") for word in (words[:1] + words[-1:])]
    return max(marks, default="") if len(named) == 1 < len(words) else ""


def _is_honorific(words: tuple[str, ...]) -> bool:
    """Whether a name opens with a word of respect; a single letter or syllable must be followed by two words."""
    first = words[0].lower()
    return first in _column("honorifics", "before") and (len(first) > 1 or len(words) > 2)


def _joined_particles(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words with each particle joined to what follows it, and the same without particles."""
    parts: list[str] = []
    bare: list[str] = []
    held = ""
    for number, word in enumerate(words):
        if word in _column("particles", "") and number < len(words) - 1 and (number or len(words) > 2):
            held += word
        else:
            parts.append(held + word)
            bare.append(word)
            held = ""
    return tuple(parts), tuple(bare)


def _latin_readings(name: str, parts: tuple[str, ...]) -> tuple[LatinName, ...]:
    """The readings as a Korean name; what is written with a hyphen (Jae-yong) is the given name."""
    readings = korean_in_latin(tuple(without_marks(part) for part in parts))
    words = [word.lower() for word in name.split()]
    if len(parts) != 3 or len(words) != 2:
        return readings
    return tuple(reading for reading in readings if reading.surname in words)


def _surname_and_given(hangul: HangulName | None, latin: tuple[LatinName, ...]) -> tuple[str | None, str | None]:
    if hangul is not None:
        return hangul.surname, hangul.given
    names = {(reading.surname, "".join(reading.given)) for reading in latin}
    return min(names) if len(names) == 1 else (None, None)
