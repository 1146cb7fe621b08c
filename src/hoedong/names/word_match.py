"""Whether two words of two names, or two rows of words, can be one part of a name."""

from __future__ import annotations

from functools import lru_cache

from hoedong.names.alignment import sound_likeness, word_likeness
from hoedong.names.nicknames import are_forms_of_one
from hoedong.names.romanisation import is_surname_spelled
from hoedong.names.script import Script, script_of, without_marks
from hoedong.names.spelling import sounds_of
from hoedong.names.surnames import surname_spellings

ENOUGH = 0.85
"""From here on two words are taken for one part of a name."""

_ACCENTS, _SURNAME, _FORM = 0.99, 0.98, 0.95
_WITH_A_WORD_TOO_MANY = 0.7
_SHORT, _LONGEST = 2, 40


@lru_cache(maxsize=65536)
def words_match(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How well two rows of words agree, from 0 to 1.

    >>> words_match(("jae", "hoon"), ("jaehoon",)), words_match(("토니",), ("antony",))
    (1.0, 0.95)
    """
    left, right = "".join(one), "".join(other)
    if left == right:
        return 1.0
    if max(len(left), len(right)) > _LONGEST:
        return 0.0
    scripts = {script_of(left), script_of(right)}
    if scripts == {Script.LATIN}:
        return _of_latin(left, right)
    if scripts == {Script.HANGUL}:
        return _of_hangul(left, right)
    if scripts == {Script.HANGUL, Script.LATIN}:
        return _across(one, other)
    return 0.0


def _of_latin(one: str, other: str) -> float:
    """Both the sound and the letters must agree: John and Joan sound alike by their letters alone."""
    plain, other_plain = without_marks(one), without_marks(other)
    if plain == other_plain:
        return _ACCENTS
    if are_forms_of_one(plain, other_plain):
        return _FORM
    letters = 1 - _edits(*sorted((plain, other_plain))) / max(len(plain), len(other_plain))
    return min(_strictly((word_likeness(one, other) + letters) / 2, 1.3), _FORM)


def _of_hangul(one: str, other: str) -> float:
    """In words of one or two syllables each difference tells twice as much: 존 is not 준."""
    if are_forms_of_one(one, other):
        return _FORM
    return _strictly(word_likeness(one, other), 2 if min(len(one), len(other)) <= _SHORT else 1)


def _strictly(likeness: float, weight: float) -> float:
    """A likeness whose shortfall counts more than once."""
    return max(0.0, 1 - weight * (1 - likeness))


def _across(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    hangul, latin = (one, other) if script_of(one[0]) is Script.HANGUL else (other, one)
    word, joined = "".join(hangul), "".join(map(without_marks, latin))
    if word in surname_spellings() and is_surname_spelled(word, joined):
        return _SURNAME
    if are_forms_of_one(word, joined):
        return _FORM
    likeness = _heard(word, latin)
    if len(latin) > 1 and likeness <= max(_heard(word, latin[1:]), _heard(word, latin[:-1])):
        return _WITH_A_WORD_TOO_MANY
    return _strictly(likeness, 1.5 if len(word) <= _SHORT else 1)


def _heard(hangul: str, latin: tuple[str, ...]) -> float:
    return sound_likeness(sounds_of(hangul), tuple(sound for word in latin for sound in sounds_of(word)))


def _edits(one: str, other: str) -> int:
    """The Levenshtein distance of two words."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        diagonal, row[0] = row[0], place
        for at, right in enumerate(other, 1):
            diagonal, row[at] = row[at], min(diagonal + (letter != right), row[at] + 1, row[at - 1] + 1)
    return row[-1]
