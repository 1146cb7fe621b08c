"""How alike two phrases of one script are: venues, topics and unnamed sides are words as written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[가-힣]+|[a-z]{3,}|[0-9]+")
_ALIKE = 0.3
_ENGLISH_FUNCTION_WORDS = frozenset({"the", "and", "for", "with", "her", "his"})


@lru_cache(maxsize=8192)
def parts_of(phrase: str) -> frozenset[str]:
    """What a phrase is compared by: syllable pairs in Hangul, words in Latin letters.

    >>> sorted(parts_of("주교들과 the oath"))
    ['oath', '교들', '들과', '주교']
    """
    parts: set[str] = set()
    for word in _WORD.findall(phrase.casefold()):
        if not "가" <= word[0] <= "힣":
            parts |= {word} - _ENGLISH_FUNCTION_WORDS
        else:
            parts |= {word[at : at + 2] for at in range(max(1, len(word) - 1))}
    return frozenset(parts)


def parts_of_all(phrases: Iterable[str]) -> frozenset[str]:
    """The parts of several phrases together."""
    return frozenset().union(*map(parts_of, phrases))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter phrase that the longer one has, 0 where either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two phrases can mean one thing: a third of the shorter is in the longer."""
    return overlap(one, other) >= _ALIKE


def share_phrase(one: Iterable[frozenset[str]], other: Iterable[frozenset[str]]) -> bool:
    """Whether any phrase of one list is like any of the other."""
    others = tuple(other)
    return any(are_alike(first, second) for first in one for second in others)
