"""Hanja by their Korean readings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from hoedong.names.hangul import is_hangul, letters_of, syllable_of
from hoedong.names.table import table_rows

Y_VOWELS = "ㅣㅑㅕㅖㅛㅠ"
"""The vowels before which the South drops ㄹ and ㄴ at the head of a word."""


@cache
def _readings() -> Mapping[str, str]:
    text = (files("hoedong.names") / "hanja_readings.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if "\t" in line and not line.startswith(("#", "reading")))
    return {character: reading for reading, characters in rows for character in characters}


@cache
def _variants() -> dict[int, str]:
    return str.maketrans({row["form"]: row["standard"] for row in table_rows("hanja_variants")})


def standard_hanja(word: str) -> str:
    """A word with simplified and Japanese forms as Korea writes them.

    >>> standard_hanja("刘广"), standard_hanja("広沢")
    ('劉廣', '廣澤')
    """
    return word.translate(_variants())


def read_hanja(word: str) -> str | None:
    """The Korean reading of a word in Hanja with the initial-sound law, None if a character is unknown.

    >>> read_hanja("李가나"), read_hanja("盧武")
    (None, '노무')
    """
    readings = [_readings().get(character) for character in standard_hanja(word)]
    if not readings or any(reading is None for reading in readings):
        return None
    sounds = [reading for reading in readings if reading is not None]
    return soften(sounds[0]) + "".join(sounds[1:])


@lru_cache(maxsize=4096)
def soften(syllable: str) -> str:
    """A syllable as the initial-sound law has it at the head of a word in the South; a longer surname stays.

    >>> [soften(syllable) for syllable in "리로락녀김"], soften("남궁")
    (['이', '노', '낙', '여', '김'], '남궁')
    """
    if len(syllable) != 1 or not is_hangul(syllable):
        return syllable
    initial, vowel, final = letters_of(syllable)
    if initial in "ㄹㄴ":
        initial = "ㅇ" if vowel in Y_VOWELS else "ㄴ"
    return syllable_of(initial, vowel, final)


def read_hanja_name(name: str) -> str | None:
    """The Korean reading of a personal name, in which 金 at the head is 김; None if a character is unknown.

    >>> read_hanja_name("金道允"), read_hanja("金道允")
    ('김도윤', '금도윤')
    """
    reading = read_hanja(name)
    return "김" + reading[1:] if reading is not None and name[0] == "金" else reading


def same_sound(hanja: str, hangul: str) -> bool:
    """Whether a name in Hanja is read as a name in Hangul, whichever way its first syllable is spelled.

    >>> same_sound("李", "리"), same_sound("金", "김")
    (True, True)
    """
    read = read_hanja(hanja)
    if read is None or len(read) != len(hangul):
        return False
    first = {read[0], "김" if read[0] == "금" else read[0]}
    return soften(hangul[0]) in first and read[1:] == hangul[1:]
