"""Korean personal names, of which every syllable counts: 김민수 and 김민서 are two people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from hoedong.names.hangul import is_hangul, letters_of
from hoedong.names.hanja import soften
from hoedong.names.romanisation import given_name_spellings, given_name_syllables, syllables_spelled
from hoedong.names.surnames import southern_form, surname_of, surname_spellings, surnames_spelled


@dataclass(frozen=True, slots=True)
class HangulName:
    """A Korean name in Hangul: 이재용 is 이 and 재용."""

    surname: str
    given: str


@dataclass(frozen=True, slots=True)
class LatinName:
    """A reading of a name in Latin letters as a Korean one: "lee" and ("jae", "yong")."""

    surname: str
    given: tuple[str, ...]


@lru_cache(maxsize=65536)
def korean_in_hangul(parts: tuple[str, ...]) -> HangulName | None:
    """A name in Hangul as a Korean one; None where it cannot be one.

    >>> korean_in_hangul(("이재용",)), korean_in_hangul(("저커버그",))
    (HangulName(surname='이', given='재용'), None)
    """
    if len(parts) == 2 and is_hangul("".join(parts)):
        return _of_two_words(*parts)
    if len(parts) != 1 or not is_hangul(parts[0]):
        return None
    surname = surname_of(parts[0])
    return _checked(surname, parts[0][len(surname) :]) if surname is not None else None


def _of_two_words(one: str, other: str) -> HangulName | None:
    """Surname first as at home (이 재용), or last as abroad (다나 김)."""
    for surname, given in ((one, other), (other, one)):
        if surname in surname_spellings():
            return _checked(surname, given)
    return None


def _checked(surname: str, given: str) -> HangulName | None:
    plausible = 0 < len(given) <= 2 and all(syllable in given_name_syllables() for syllable in given)
    return HangulName(surname, given) if plausible else None


@lru_cache(maxsize=65536)
def korean_in_latin(parts: tuple[str, ...]) -> tuple[LatinName, ...]:
    """The readings of a name in plain small Latin letters as a Korean one, with the surname first or last.

    >>> korean_in_latin(("lee", "jae", "yong"))[0]
    LatinName(surname='lee', given=('jae', 'yong'))
    """
    if not 2 <= len(parts) <= 3:
        return ()
    orders = ((parts[0], parts[1:]), (parts[-1], parts[:-1]))
    return tuple(
        LatinName(surname, given)
        for surname, rest in orders
        if surname in surnames_spelled()
        for given in given_name_spellings(rest)
    )


def same_korean(one: HangulName, other: HangulName) -> bool:
    """Whether two names differ at most by the initial-sound law, which the North does not write: 리룡남 is 이용남."""
    return southern_form(one.surname) == southern_form(other.surname) and same_given(one.given, other.given)


def same_given(one: str, other: str) -> bool:
    """Whether two given names differ at most by the initial-sound law: 룡해 is 용해, 성렬 is 성열."""
    return len(one) == len(other) and all(
        left == right or (soften(left) == soften(right) and (not place or _is_soft_inside(left)))
        for place, (left, right) in enumerate(zip(one, other, strict=True))
    )


def _is_soft_inside(syllable: str) -> bool:
    """Whether the North and the South write a later syllable in two ways: 렬 and 열, but never 리 and 이."""
    initial, vowel, final = letters_of(syllable)
    return initial in "ㄹㅇ" and vowel in "ㅑㅕㅛㅠㅖ" and bool(final)


def given_candidates(given: tuple[str, ...]) -> frozenset[str]:
    """The given names in Hangul that spelled syllables can stand for: ("jong", "un") is 정은, 종은 and others."""
    return frozenset("".join(choice) for choice in product(*(syllables_spelled(part) for part in given)))
