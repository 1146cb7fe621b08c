"""Names by their sound: foreign names in two scripts, and spellings of one name in one script."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hoedong.names.arrangement import Pairing, Words, agreement, best_arrangement, contained, holds
from hoedong.names.parts import WIFE, NameParts
from hoedong.names.script import without_marks
from hoedong.names.table import table_rows
from hoedong.names.verdict import Kind, Verdict, disagreeing, signed
from hoedong.names.word_match import ENOUGH

_ONE_INITIAL = 0.96
_PARTIAL, _NEAR = 0.6, 0.7
_BARE = 0.98


def compare_loosely(one: NameParts, other: NameParts) -> Verdict:
    """The comparison by sound: every part must have its like, and initials and marks of generation must not differ."""
    left, right = _aligned_initials(one, other)
    pairing = _best_pairing(left, right)
    if not holds(pairing):
        return _partly(left, right, pairing)
    score = agreement(pairing)
    kind = Kind.SPELLING if one.script is other.script else Kind.PHONETIC
    if not _initials_agree(left, right) or one.generation != other.generation:
        return Verdict(Kind.PARTIAL, _NEAR, (*_pairs(pairing), *_marks(left, right)))
    return Verdict(kind, score * _ONE_INITIAL if left.initials != right.initials else score, _pairs(pairing))


def _pairs(pairing: Pairing) -> tuple[tuple[str, str, str], ...]:
    return signed(((" ".join(left), " ".join(right), score) for left, right, score in pairing), ENOUGH)


def _marks(one: NameParts, other: NameParts) -> tuple[tuple[str, str, str], ...]:
    left, right = f"{one.initials} {one.generation}".strip(), f"{other.initials} {other.generation}".strip()
    return ((left or "-", "≠", right or "-"),)


def _best_pairing(one: NameParts, other: NameParts) -> Pairing:
    """The best pairing of the parts with their particles, or without them, which counts a little less."""
    best = best_arrangement(one.parts, other.parts)
    if (one.bare, other.bare) == (one.parts, other.parts) or holds(best):
        return best
    bare = best_arrangement(one.bare, other.bare)
    weighed = tuple((left, right, score * _BARE) for left, right, score in bare)
    return weighed if agreement(weighed) > agreement(best) else best


def _partly(one: NameParts, other: NameParts, pairing: Pairing) -> Verdict:
    """Names of which one holds the other, as a surname alone; else they are different."""
    inside = max(contained(one.bare, other.bare), contained(one.parts, other.parts), key=agreement)
    if holds(inside) and (one.generation == other.generation or WIFE in (one.generation, other.generation)):
        return Verdict(Kind.PARTIAL, _PARTIAL + 0.1 * agreement(inside), _pairs(inside))
    score = min(agreement(pairing), _NEAR)
    pairs = _pairs(pairing)
    return Verdict(Kind.DIFFERENT, score, pairs) if pairs else disagreeing(_whole(one), _whole(other))


def _whole(parts: NameParts) -> str:
    return " ".join(parts.parts)


def _initials_agree(one: NameParts, other: NameParts) -> bool:
    """Whether the initials of one are some of the other's: Y. and none, W. and H. W.; never W. and H."""
    return not one.initials or not other.initials or one.initials == other.initials


def _aligned_initials(one: NameParts, other: NameParts) -> tuple[NameParts, NameParts]:
    """Both names with an initial of one and the word it stands for in the other left out, or spelled out."""
    return _against(one, other), _against(other, one)


def _against(name: NameParts, other: NameParts) -> NameParts:
    if name.initials and name.leading and len(other.parts) == len(name.parts) + 1:
        spelled = "".join(_letter_names().get(letter, "") for letter in name.initials)
        if spelled in other.parts:
            return _with_parts(name, (spelled, *name.parts))
    if other.initials and not name.initials and len(name.parts) == len(other.parts) + len(other.initials) > 2:
        middle = name.parts[1 : 1 + len(other.initials)]
        if "".join(without_marks(word)[0] for word in middle) == other.initials:
            return _with_parts(name, (name.parts[0], *name.parts[1 + len(other.initials) :]), initials=other.initials)
    return name


def _with_parts(name: NameParts, parts: Words, initials: str = "") -> NameParts:
    return NameParts(name.surname, name.given, parts, name.script, parts, initials, generation=name.generation)


@cache
def _letter_names() -> Mapping[str, str]:
    return {row["letter"]: row["hangul"] for row in table_rows("letter_names")}
