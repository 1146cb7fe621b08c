"""How alike two words sound: their sounds set side by side at the least cost.

Consonants carry a name through a transcription and vowels suffer in it, so vowels weigh half; the vowel 으, which
transcription puts between consonants, weighs next to nothing. The distances are in sound_distances.tsv. The method is
weighted edit distance (Kondrak 2000, "A new algorithm for the alignment of phonetic sequences", in a plain form).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from hoedong.names.spelling import VOWEL_SOUNDS, Sound, Sounds, sounds_of
from hoedong.names.table import table_rows

_CONSONANT, _VOWEL, _ACROSS = 1.0, 0.8, 1.5
_UNLIKELY = 0.03
"""What each step down the alternatives of a spelling costs."""

_WEIGHT = {"U": 0.1, "w": 0.2, "y": 0.2, "h": 0.4}
_LOSS = {"U": 0.03, "w": 0.1, "y": 0.1, "h": 0.35, "r": 0.7}


@cache
def _distances() -> Mapping[tuple[str, str], float]:
    table = {(row["one"], row["other"]): float(row["distance"]) for row in table_rows("sound_distances")}
    return table | {(other, one): distance for (one, other), distance in table.items()}


@lru_cache(maxsize=4096)
def _loss(sound: Sound) -> float:
    """The cost of a sound that the other word lacks."""
    options = sound.split("/")
    if "-" in options:
        weight = 1 if options[0] in VOWEL_SOUNDS or "r" in options else 2
        return weight * _UNLIKELY * options.index("-")
    return _LOSS.get(options[0], 0.5 if options[0] in VOWEL_SOUNDS else 0.95)


@lru_cache(maxsize=4096)
def _weight(sound: Sound) -> float:
    options = sound.split("/")
    first = options[0] if options[0] != "-" or len(options) == 1 else options[1]
    weight = _WEIGHT.get(first, 0.5 if first in VOWEL_SOUNDS else 1.0)
    return weight / 2 if "-" in options else weight


@lru_cache(maxsize=65536)
def _distance(one: Sound, other: Sound) -> float:
    """The least distance of any two alternatives; unlikely ones count for less, and only where they really agree."""
    if "-" in (one, other):
        return float(one != other)
    return min(
        _between(left, right) * (2 if rank + place else 1) + _UNLIKELY * (rank + place)
        for rank, left in enumerate(one.split("/"))
        for place, right in enumerate(other.split("/"))
        if left != "-" and right != "-"
    )


def _between(one: str, other: str) -> float:
    if one == other:
        return 0.0
    known = _distances().get((one, other))
    if known is not None:
        return known
    vowels = (one in VOWEL_SOUNDS) + (other in VOWEL_SOUNDS)
    return (_CONSONANT, _ACROSS, _VOWEL)[vowels]


def word_likeness(one: str, other: str) -> float:
    """How alike two words sound, from 0 to 1; a word and itself are at 1.

    >>> word_likeness("저커버그", "Zuckerberg") > 0.9 > 0.6 > word_likeness("저커버그", "Benioff")
    True
    """
    return 1.0 if one == other else sound_likeness(sounds_of(one), sounds_of(other))


@lru_cache(maxsize=65536)
def sound_likeness(one: Sounds, other: Sounds) -> float:
    """How alike two rows of sounds are, from 0 to 1; nothing is like no sounds."""
    left, right = sorted((one, other))
    weight = (sum(map(_weight, left)) + sum(map(_weight, right))) / 2
    return max(0.0, 1 - _least_cost(left, right) / weight) if left and right and weight else 0.0


def _least_cost(left: Sounds, right: Sounds) -> float:
    row = [0.0]
    for sound in right:
        row.append(row[-1] + _loss(sound))
    for one in left:
        loss, diagonal = _loss(one), row[0]
        row[0] = cost = diagonal + loss
        for at, other in enumerate(right, 1):
            above = row[at]
            cost = min(diagonal + _distance(one, other), above + loss, cost + _loss(other))
            diagonal, row[at] = above, cost
    return row[-1]
