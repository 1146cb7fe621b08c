"""Which words of one name stand for which of another: in any order of surname and given name, joined or apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise, permutations

from hoedong.names.word_match import ENOUGH, words_match

Words = tuple[str, ...]
Pairing = tuple[tuple[Words, Words, float], ...]
_MOST = 5
"""Names of more parts are compared part by part in their order alone."""


def best_arrangement(one: Words, other: Words) -> Pairing:
    """The best way to set all words of two names against each other; empty where one has none.

    >>> [(left, right) for left, right, _ in best_arrangement(("기시다", "후미오"), ("fumio", "kishida"))]
    [(('기시다',), ('kishida',)), (('후미오',), ('fumio',))]
    """
    best: Pairing = ()
    for pairing in _arrangements(one, other):
        if agreement(pairing) > agreement(best):
            best = pairing
    return best


def agreement(pairing: Pairing) -> float:
    """How well a pairing agrees as a whole, from 0 to 1: the worst pair counts as much as all together."""
    if not pairing:
        return 0.0
    scores = [score for _, _, score in pairing]
    return (min(scores) + sum(scores) / len(scores)) / 2


def holds(pairing: Pairing) -> bool:
    """Whether every pair of a pairing can be one part of a name."""
    return bool(pairing) and all(score >= ENOUGH for _, _, score in pairing)


def _arrangements(one: Words, other: Words) -> Iterator[Pairing]:
    if len(one) > len(other):
        for pairing in _arrangements(other, one):
            yield tuple((right, left, score) for left, right, score in pairing)
        return
    if len(other) > _MOST and len(one) != len(other):
        return
    for turned, seam in _turns(other):
        for grouped in _groupings(turned, len(one), seam):
            yield tuple(
                ((word,), words, _weighed((word,), words, one)) for word, words in zip(one, grouped, strict=True)
            )


def _weighed(word: Words, words: Words, whole: Words) -> float:
    """How well words agree; where one word stands for a whole name of several, half as much again must agree."""
    score = words_match(word, words)
    return max(0.0, 1 - 1.5 * (1 - score)) if len(words) > len(whole) == 1 else score


def _turns(words: Words) -> Iterator[tuple[Words, int]]:
    """The orders a name is written in: as it stands, the last word first, the first word last; and where it is sewn."""
    yield words, 0
    if 1 < len(words) <= _MOST:
        yield (*words[-1:], *words[:-1]), 1
    if 2 < len(words) <= _MOST:
        yield (*words[1:], *words[:1]), len(words) - 1


def _groupings(words: Words, number: int, seam: int) -> Iterator[tuple[Words, ...]]:
    """The ways to join neighbours so that a number of groups is left; a surname and a given name are never joined."""
    for cuts in combinations(range(1, len(words)), number - 1) if number else ():
        if seam and cuts and seam not in cuts:
            continue
        edges = (0, *cuts, len(words))
        yield tuple(words[start:end] for start, end in pairwise(edges))


def contained(one: Words, other: Words) -> Pairing:
    """The best pairing of every word of the shorter name with one of the longer; empty where they are equally long.

    >>> [(left, right) for left, right, _ in contained(("저커버그",), ("mark", "zuckerberg"))]
    [(('저커버그',), ('zuckerberg',))]
    """
    if len(one) > len(other):
        return tuple((right, left, score) for left, right, score in contained(other, one))
    best: Pairing = ()
    if one and len(one) < len(other) <= _MOST:
        for chosen in permutations(other, len(one)):
            pairing = tuple(
                ((left,), (right,), words_match((left,), (right,))) for left, right in zip(one, chosen, strict=True)
            )
            if agreement(pairing) > agreement(best):
                best = pairing
    return best
