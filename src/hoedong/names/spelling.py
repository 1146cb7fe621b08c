"""What a written name sounds like, whatever its script: a row of sounds, each with the alternatives of its spelling.

A sound is written as in latin_spellings.tsv: "c/k/S" is any of three, the likeliest first, and "-" is silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from hoedong.names.hangul import is_hangul, letters_of
from hoedong.names.script import without_marks
from hoedong.names.table import table_rows

Sound = str
Sounds = tuple[Sound, ...]
VOWEL_SOUNDS = frozenset("aAeEiouU")
_VOWEL_LETTERS = frozenset("aeiouyäåæéıöøœü")
_VOWEL_ENDS = tuple(_VOWEL_LETTERS)
_FRONT = frozenset("eiyé")
_OFFGLIDE = {"i": "i/-", "u": "u/-", "E": "E/r/-"}
"""A bare vowel syllable after a vowel may be the tail of a diphthong or of an r: 제이, 바우, 무어."""


@lru_cache(maxsize=65536)
def sounds_of(word: str) -> Sounds:
    """The sounds of one word in Hangul or Latin letters; letters of other scripts have none.

    >>> sounds_of("쿡"), sounds_of("Cook")
    (('k', 'u', 'k/g'), ('k/c', 'u/o', 'k/g'))
    """
    if is_hangul(word):
        return _hangul_sounds(word)
    return _latin_sounds(_kept_marks(word))


@cache
def _jamo_sounds() -> Mapping[tuple[str, str], Sounds]:
    return {(row["position"], row["jamo"]): tuple(row["sounds"].split()) for row in table_rows("hangul_sounds")}


def _hangul_sounds(word: str) -> Sounds:
    sounds: list[Sound] = []
    last_final, is_open = "", False
    for number, syllable in enumerate(word):
        initial, vowel, final = letters_of(syllable)
        onset = _onset(initial, vowel, last_final, is_first=not number)
        nucleus = _jamo_sounds().get(("vowel", vowel), ())
        if initial == "ㅇ" and is_open and not final and len(nucleus) == 1:
            nucleus = (_OFFGLIDE.get(nucleus[0], nucleus[0]),)
        if initial == "ㅅ" and nucleus[0] == "y":
            onset, nucleus = ("S/s",), ("y/-", *nucleus[1:])
        sounds += (*onset, *nucleus, *_jamo_sounds().get(("final", final), ()))
        last_final, is_open = final, not final
    return tuple(sounds)


def _onset(initial: str, vowel: str, last_final: str, *, is_first: bool) -> Sounds:
    """The sounds of an initial: ㄹㄹ is one l, ㅁㅁ can be one m (함마, hamma), 르 inside is an r or nothing."""
    sounds = _jamo_sounds().get(("initial", initial), ())
    if initial == "ㄹ" and last_final == "ㄹ":
        return ()
    if initial == "ㄹ" and vowel == "ㅡ" and not is_first:
        return ("r/-",)
    return tuple(f"{sound}/-" for sound in sounds) if initial == last_final and initial in "ㄴㅁ" else sounds


@cache
def _spellings() -> Mapping[str, Mapping[str, Sounds]]:
    """Spelling to place to sounds."""
    table: dict[str, dict[str, Sounds]] = {}
    for row in table_rows("latin_spellings"):
        table.setdefault(row["spelling"], {})[row["where"]] = tuple(row["sounds"].split())
    return table


@cache
def _longest() -> int:
    return max(map(len, _spellings()))


@lru_cache(maxsize=65536)
def _kept_marks(word: str) -> str:
    """Small letters; an accent stays only where the table knows the letter with it: é and ñ, not ú."""
    if word.isascii():
        return word.lower()
    return "".join(letter if letter in _spellings() else without_marks(letter) for letter in word.lower())


def _latin_sounds(word: str) -> Sounds:
    sounds: list[Sound] = []
    at, monosyllable = 0, _vowel_groups(word) == 1
    while at < len(word):
        step, found = _spelling_at(word, at, monosyllable=monosyllable)
        sounds += found
        at += step
    return tuple(sounds)


def _vowel_groups(word: str) -> int:
    marks = "".join("v" if letter in _VOWEL_LETTERS else " " for letter in word)
    return len(marks.split())


def _spelling_at(word: str, at: int, *, monosyllable: bool) -> tuple[int, Sounds]:
    """How many letters the longest spelling at a place takes, and their sounds; an unknown letter has none."""
    for length in range(min(_longest(), len(word) - at), 0, -1):
        places = _spellings().get(word[at : at + length])
        if places is None:
            continue
        for place in _places(word, at, at + length, monosyllable=monosyllable):
            if place in places:
                return length, places[place]
    return 1, ()


def _places(word: str, start: int, end: int, *, monosyllable: bool) -> Iterator[str]:
    """The names of the places that letters stand in, the most telling first."""
    following = word[end : end + 1]
    if start == 0:
        if monosyllable:
            yield "syllable"
        yield "start"
    if not following:
        yield "end"
    if following in _FRONT:
        yield "front"
    if following not in _VOWEL_LETTERS and word[end + 1 : end + 2] in _VOWEL_ENDS:
        yield "long"
    if following not in _VOWEL_LETTERS:
        yield "consonant"
    yield ""
