"""Korean names in Latin letters: every way a bearer may spell a syllable, and what a spelling can stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from hoedong.names.hangul import letters_of, sino_korean_syllables
from hoedong.names.hanja import soften
from hoedong.names.surnames import surname_spellings
from hoedong.names.table import table_rows

_LONGEST = 6
_LIKELIEST = 2
_NEVER_SH = frozenset((("ㅅ", "ㅏ"), ("ㅅ", "ㅓ"), ("ㅅ", "ㅗ"), ("ㅅ", "ㅜ")))


@cache
def _letter_spellings() -> Mapping[tuple[str, str], tuple[str, ...]]:
    return {
        (row["position"], row["jamo"]): tuple(spelling.replace("-", "") for spelling in row["spellings"].split())
        for row in table_rows("korean_letters")
    }


@cache
def _whole_spellings() -> Mapping[str, tuple[str, ...]]:
    return {row["syllable"]: tuple(row["spellings"].split()) for row in table_rows("korean_syllables")}


@cache
def given_name_syllables() -> frozenset[str]:
    """Syllables of Korean given names: those of Hanja, with the initial-sound law too, and the native ones of 하늘."""
    return sino_korean_syllables() | set(map(soften, sino_korean_syllables())) | _whole_spellings().keys()


@lru_cache(maxsize=4096)
def spellings_of(syllable: str) -> Mapping[str, int]:
    """The Latin spellings of a syllable of a given name, each with its rank, 0 for the usual ones.

    >>> sorted(spellings_of("용"))
    ['yong']
    """
    ranks = dict.fromkeys(_whole_spellings().get(syllable, ()), 0)
    for choice in product(*(enumerate(option) for option in _letter_options(syllable))):
        rank = max(0, *(place - _LIKELIEST + 1 for place, _ in choice))
        ranks.setdefault("".join(spelling for _, spelling in choice), rank)
    if letters_of(syllable)[:2] in _NEVER_SH:
        return {spelling: rank for spelling, rank in ranks.items() if not spelling.startswith("sh")}
    return ranks


def _letter_options(syllable: str) -> tuple[tuple[str, ...], ...]:
    initial, vowel, final = letters_of(syllable)
    table = _letter_spellings()
    vowels = table.get(("vowel", vowel), ())
    if not final:
        vowels = table.get(("open", vowel), vowels)
    return table.get(("initial", initial), ()), vowels, table.get(("final", final), ())


@cache
def _syllables_by_spelling() -> Mapping[str, Mapping[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for syllable in sorted(given_name_syllables()):
        for spelling, rank in spellings_of(syllable).items():
            if len(spelling) <= _LONGEST and any(letter in "aeiouy" for letter in spelling):
                table.setdefault(spelling, {})[syllable] = rank
    return table


def syllables_spelled(spelling: str) -> Mapping[str, int]:
    """The Hangul syllables that a spelling can stand for, each with its rank.

    >>> sorted(syllables_spelled("jong"))
    ['정', '종']
    """
    return _syllables_by_spelling().get(spelling, {})


@lru_cache(maxsize=65536)
def given_name_spellings(pieces: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The ways to take the pieces of a given name apart into one or two Korean syllables; empty where there is none.

    >>> given_name_spellings(("jaeyong",)), given_name_spellings(("fumio",))
    ((('jae', 'yong'),), ())
    """
    if len(pieces) == 2:
        return (pieces,) if all(map(syllables_spelled, pieces)) else ()
    return tuple(_splits(pieces[0])) if len(pieces) == 1 else ()


def _splits(word: str) -> Iterator[tuple[str, ...]]:
    if syllables_spelled(word):
        yield (word,)
    for at in range(1, len(word)):
        if syllables_spelled(word[:at]) and syllables_spelled(word[at:]):
            yield (word[:at], word[at:])


def is_spelled(hangul: str, spelling: tuple[str, ...]) -> int | None:
    """The worst rank of the syllables of a given name under a spelling; None where one cannot be spelled so.

    >>> is_spelled("재용", ("jae", "yong")), is_spelled("민서", ("min", "su"))
    (0, None)
    """
    if len(hangul) != len(spelling):
        return None
    ranks = [spellings_of(syllable).get(letters) for syllable, letters in zip(hangul, spelling, strict=True)]
    known = [rank for rank in ranks if rank is not None]
    return max(known) if len(known) == len(ranks) else None


@lru_cache(maxsize=65536)
def is_surname_spelled(surname: str, letters: str) -> bool:
    """Whether bearers of a surname spell it so: 이 is Lee, Yi and Rhee."""
    listed = surname_spellings().get(surname, ())
    return letters in listed or (len(surname) == 1 and letters in spellings_of(surname))
