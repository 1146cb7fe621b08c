"""Whether a word names an organisation or a country."""

from __future__ import annotations

from functools import cache, lru_cache

from hoedong.lang.ko.people.lexicons import words

_CACHE = 50_000


def is_country(word: str) -> bool:
    """Whether the word is a country or a union of states, headline forms (美) too."""
    return word in words("countries_as_organisations", "name")


@lru_cache(_CACHE)
def organisation_score(word: str) -> float:
    """How well a word looks like the name of an organisation; 0 knows nothing against or for it.

    >>> organisation_score("가나전자") > organisation_score("김가나")
    True
    """
    if is_country(word) or word in words("known_firms", "name"):
        return 1.5
    if any(c.isdigit() or c in {"&", "㈜"} for c in word):
        return 1.5
    if word.isascii():
        return 1.0 if word.isupper() else 0.4
    if any(c.isascii() and c.isupper() for c in word):
        return 1.5
    strong = words("organisation_suffixes", "suffix", "strength", "strong")
    if any(word[at:] in strong for at in range(len(word) - 1)):
        return 1.5
    weak = words("organisation_suffixes", "suffix", "strength", "weak")
    if len(word) > 2 and any(word[at:] in weak for at in range(1, len(word))):
        return 0.7
    return 0.3 if len(word) > 4 else 0.0


@cache
def _everyday_parts() -> frozenset[str]:
    return frozenset[str]().union(
        *(words("organisation_suffixes", "suffix", "strength", strength) for strength in ("strong", "weak"))
    )


@lru_cache(_CACHE)
def organisation_stem(word: str) -> str | None:
    """The name before an everyday part of an organisation's name, None where there is no such part.

    >>> organisation_stem("가나그룹"), organisation_stem("가나다")
    ('가나', None)
    """
    parts = _everyday_parts()
    return next((word[:at] for at in range(2, len(word)) if word[at:] in parts), None)
