"""Where a name ends and its particle begins, when nothing but letters is known."""

from __future__ import annotations

from functools import lru_cache

from hoedong.lang.ko.people.lexicons import words
from hoedong.lang.ko.people.shapes import korean_name_score
from hoedong.lang.ko.people.words import particle_ends
from hoedong.names.hangul import final_of

_AFTER_CONSONANT = frozenset(("은", "이", "을", "과", "으로", "이라", "이라는", "이나", "이며", "이고", "이다", "인"))
_AFTER_VOWEL = frozenset(("는", "가", "를", "와", "로", "라", "라는", "나", "며", "고", "다", "란", "랑", "여", "야"))
_OFTEN_IN_NAMES = frozenset(("도", "로", "라", "나", "만", "고", "자", "며", "란", "요", "야", "여", "다"))
_A_WHOLE_NAME = 3.0
_CACHE = 50_000
_COUNTED = 20_000  # characters of a page in which a word is counted: a bound, so that long pages stay linear


def name_end(text: str, word: str) -> tuple[int, ...]:
    """The likely ends of a name inside a word, best first.

    >>> name_end("", "김가나는")[0], name_end("", "챈을")[0], name_end("", "위도도")[0]
    (3, 1, 3)
    """
    ends, is_open = _by_letters(word)
    if is_open and _is_rarer(text, word[: ends[0]], word):
        return (len(word), *ends[:-1])
    return ends


@lru_cache(_CACHE)
def _by_letters(word: str) -> tuple[tuple[int, ...], bool]:
    """The likely ends as far as the letters tell, and whether the page decides if the whole word is likelier."""
    whole = len(word)
    splits = [end for end in particle_ends(word) if end < whole and _agrees(word[:end], word[end:])]
    if not splits:
        return (whole,), False
    if korean_name_score(word) >= _A_WHOLE_NAME or word in words("foreign_given_names", "name"):
        return (whole, *splits), False
    often_in_names = word[splits[0] :] in _OFTEN_IN_NAMES
    if whole <= 3 and often_in_names:
        return (whole, *splits), False
    return (*splits, whole), often_in_names and whole != 4


def _is_rarer(text: str, stem: str, word: str) -> bool:
    """Whether the page never has the stem without what follows it in the word."""
    return text.count(stem, 0, _COUNTED) <= text.count(word, 0, _COUNTED)


def _agrees(stem: str, particle: str) -> bool:
    closed = bool(final_of(stem[-1]))
    if particle in _AFTER_CONSONANT:
        return closed
    if particle.startswith("로") and (final_of(stem[-1]) == "ㄹ" or stem[-1] == "으"):
        return stem[-1] != "으"  # 이름으로 is 이름 + 으로
    return not (particle in _AFTER_VOWEL and closed)
