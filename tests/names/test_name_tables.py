"""The tables of this package are whole: no double rows, sources where they are due, sounds that the code knows."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import hoedong.names
from hoedong.names.aliases import canonicals_of, plain_form
from hoedong.names.spelling import VOWEL_SOUNDS
from hoedong.names.table import table_rows

CONSONANTS = set("bpfvtdTkgszScjhmnNlrwy")
KEYS = {
    "aliases": ("canonical", "alias"),
    "generations": ("form",),
    "given_names": ("name",),
    "hangul_sounds": ("position", "jamo"),
    "hanja_variants": ("form",),
    "honorifics": ("form", "place"),
    "korean_letters": ("position", "jamo"),
    "korean_surnames": ("surname",),
    "korean_syllables": ("syllable",),
    "latin_spellings": ("spelling", "where"),
    "letter_names": ("letter",),
    "namesakes": ("name", "other"),
    "particles": ("form",),
    "pinyin": ("part", "pinyin"),
    "sound_distances": ("one", "other"),
}


@pytest.mark.parametrize("table", sorted(KEYS))
def test_no_row_stands_twice(table: str) -> None:
    """A second row for the same thing would silently win or lose."""
    keys = [tuple(row[column] for column in KEYS[table]) for row in table_rows(table)]
    assert len(keys) == len(set(keys)), sorted({key for key in keys if keys.count(key) > 1})


def test_sounds_are_sounds() -> None:
    """Every sound of a table is a consonant, a vowel or silence."""
    sounds = {
        option
        for table in ("latin_spellings", "hangul_sounds")
        for row in table_rows(table)
        for sound in row["sounds"].split()
        for option in sound.split("/")
    }
    assert sounds <= CONSONANTS | VOWEL_SOUNDS | {"-"}
    assert {
        row[side] for row in table_rows("sound_distances") for side in ("one", "other")
    } <= CONSONANTS | VOWEL_SOUNDS


def test_aliases_are_of_well_known_people_with_a_source() -> None:
    """At least 80 people have other names, and each row says who is meant and where that is known from."""
    rows = list(table_rows("aliases"))
    assert len({row["canonical"] for row in rows}) >= 80
    assert all(row["source"] and row["note"] for row in rows)
    assert [row for row in rows if plain_form(row["canonical"]) == plain_form(row["alias"])] == []


def test_spelling_of_an_alias_does_not_matter() -> None:
    """Hyphens, points, case and accents do not keep an alias from being known."""
    assert canonicals_of("jay y lee") == canonicals_of("Jay Y. Lee") == {"이재용"}
    assert canonicals_of("Karol Wojtyla") == canonicals_of("Karol Wojtyła") != frozenset()
    assert canonicals_of("Nicole Marlow") == frozenset()


@pytest.mark.parametrize("module", [module.name for module in pkgutil.iter_modules(hoedong.names.__path__)])
def test_examples_in_the_docstrings_hold(module: str) -> None:
    """What a docstring shows is what the code gives."""
    assert doctest.testmod(import_module(f"hoedong.names.{module}")).failed == 0
