"""The outcome of comparing two names, before it is put in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MATCH = 0.8
"""From this score on two names can be of one person."""

_SURE, _LIKE = "=", "≈"


class Kind(StrEnum):
    """In what two names agree."""

    IDENTICAL = "identical"
    ALIAS = "alias"
    HANJA = "hanja"
    SPELLING = "spelling"
    PHONETIC = "phonetic"
    PARTIAL = "partial"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two names compare; `pairs` are the parts set against each other, with "=", "≈" or "≠" between."""

    kind: Kind
    score: float
    pairs: tuple[tuple[str, str, str], ...]

    def as_line(self, *, turned: bool = False) -> str:
        """The pairs as a line to read, the right name first if `turned`: "이 = Lee, 재용 = Jae-yong"."""
        pairs = ((right, sign, left) if turned else (left, sign, right) for left, sign, right in self.pairs)
        return ", ".join(f"{_shown(left)} {sign} {_shown(right)}" for left, sign, right in pairs)


def _shown(words: str) -> str:
    """Words in small letters as names are written: "lee" is Lee; what holds a capital stays."""
    return " ".join(word.capitalize() for word in words.split()) if words.islower() else words


def agreeing(kind: Kind, score: float, one: str, other: str) -> Verdict:
    """Two names that agree as wholes."""
    return Verdict(kind, score, ((one, _SURE, other),))


def disagreeing(one: str, other: str, score: float = 0.0) -> Verdict:
    """Two names that are of different people; `score` tells how alike they look all the same."""
    return Verdict(Kind.DIFFERENT, score, ((one, "≠", other),))


def signed(pairs: Iterable[tuple[str, str, float]], enough: float) -> tuple[tuple[str, str, str], ...]:
    """Pairs of parts with the sign that their likeness deserves."""
    return tuple((left, _sign(score, enough), right) for left, right, score in pairs)


def _sign(score: float, enough: float) -> str:
    return _SURE if score >= 0.95 else _LIKE if score >= enough else "≠"
