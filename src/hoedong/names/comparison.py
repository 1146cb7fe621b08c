"""Whether two names, in any scripts, can be of one person: a score, the kind of agreement, and a line to read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hoedong.names.aliases import are_told_apart, canonicals_of, names_of, plain_form
from hoedong.names.exact import compare_exactly
from hoedong.names.keys import name_keys
from hoedong.names.loose import compare_loosely
from hoedong.names.parts import split_name
from hoedong.names.script import Script, script_of
from hoedong.names.verdict import MATCH, Kind, Verdict, agreeing, disagreeing

__all__ = ["MATCH", "Kind", "NameComparison", "compare_names"]


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How two names compare.

    `score` is from 0 to 1, and from `MATCH` on they can be of one person; `detail` reads "이 = Lee, 하람 = Ha-ram".
    """

    score: float
    kind: Kind
    detail: str

    @property
    def is_match(self) -> bool:
        """Whether both can be names of one person."""
        return self.score >= MATCH


def compare_names(left: str, right: str) -> NameComparison:
    """Compare two names; which of them is the left one changes `detail` alone.

    >>> compare_names("이하람", "Lee Ha-ram").kind.value, compare_names("이하람", "이하림").kind.value
    ('phonetic', 'different')
    """
    one, other = left.strip(), right.strip()
    turned = other < one
    verdict = _compare(other, one) if turned else _compare(one, other)
    return NameComparison(round(verdict.score, 3), verdict.kind, verdict.as_line(turned=turned))


@lru_cache(maxsize=65536)
def _compare(one: str, other: str) -> Verdict:
    if plain_form(one) == plain_form(other):
        same = one.casefold() == other.casefold()
        return agreeing(Kind.IDENTICAL, 1.0, one, other) if same else agreeing(Kind.SPELLING, 0.99, one, other)
    if are_told_apart(one, other):
        return disagreeing(one, other)
    known, other_known = canonicals_of(one), canonicals_of(other)
    if known & other_known:
        return agreeing(Kind.ALIAS, 0.98, one, other)
    if known and other_known:
        return disagreeing(one, other)
    if set(name_keys(one)).isdisjoint(name_keys(other)):
        return disagreeing(one, other)
    return max(_compare_directly(one, other), _through_alias(one, other), key=lambda found: found.score)


def _compare_directly(one: str, other: str) -> Verdict:
    left, right = split_name(one), split_name(other)
    return compare_exactly(left, right) or compare_loosely(left, right)


def _through_alias(one: str, other: str) -> Verdict:
    """The comparison by another name of a well-known person: "Jay Lee" is 이재용, since Jay Y. Lee is."""
    best = disagreeing(one, other)
    for known, name in ((one, other), (other, one)):
        for canonical in sorted(canonicals_of(known)):
            for alias in _bridges(canonical, known, name):
                found = _compare_directly(alias, name)
                if found.score >= MATCH and 0.97 * found.score > best.score and not are_told_apart(alias, name):
                    best = agreeing(Kind.ALIAS, 0.97 * found.score, one, other)
    return best


def _bridges(canonical: str, known: str, name: str) -> tuple[str, ...]:
    """The names of a person that may join two others; two in Hangul only one in Hangul, since Latin letters blur."""
    names = names_of(canonical)
    if script_of(known) is script_of(name) is Script.HANGUL:
        return tuple(alias for alias in names if script_of(alias) is Script.HANGUL)
    return names
