"""Two profiles side by side: how their names stand to each other, and their posts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hoedong.names.comparison import compare_names
from hoedong.names.hangul import is_hangul
from hoedong.resolve.people.naming import is_korean_name, is_surname, korean_surname, read_person_name
from hoedong.resolve.people.posts import PostPair, pair_of_posts
from hoedong.resolve.people.profile import PersonProfile

_ALL_BUT_IDENTICAL = 0.985
_SURE_ALIAS = 0.95
_PART = 0.7


@dataclass(frozen=True, slots=True)
class NameTie:
    """How two names stand to each other: the kind and score of `compare_names`, with its explanation."""

    kind: str
    score: float
    detail: str
    is_match: bool

    @property
    def is_same(self) -> bool:
        """Whether both are full names of one person, or both the same part of one."""
        return self.is_match and not self.is_partial

    @property
    def is_identical(self) -> bool:
        """Whether both are one name but for hyphens, case and Hanja."""
        is_respelled = self.kind == "spelling" and self.score >= _ALL_BUT_IDENTICAL
        return self.is_same and (self.kind in {"identical", "hanja"} or is_respelled)

    @property
    def is_alias(self) -> bool:
        """Whether a table knows both; a name that only sounds like a known one is no more than alike."""
        return self.is_same and self.kind == "alias" and self.score >= _SURE_ALIAS

    @property
    def is_partial(self) -> bool:
        """Whether one is a part of the other."""
        return self.kind == "partial"


@dataclass(frozen=True, slots=True)
class NameShapes:
    """What two names are, whatever they say.

    `are_korean`: one at least is made like a Korean name, which two people may share. `are_full`: neither is a single
    word, a Korean name in one word apart. `are_full_in_one_word`: a Hangul name in one word stands beside several words
    in Latin letters, 시진핑 and Xi Jinping. `are_common`: the surname is one that very many foreigners bear.
    `differ_in_script`: one is in Latin letters and the other is not.
    """

    are_korean: bool
    are_full: bool
    are_full_in_one_word: bool
    are_common: bool
    differ_in_script: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles with what every feature asks of them; `posts` are all pairs of a post of each."""

    left: PersonProfile
    right: PersonProfile
    tie: NameTie
    shapes: NameShapes
    posts: tuple[PostPair, ...]

    @property
    def is_alike(self) -> bool:
        """Whether the names are one name spelled otherwise or in other letters."""
        return self.tie.is_same and not self.tie.is_identical and not self.tie.is_alias

    @property
    def years(self) -> int | None:
        """The years between the documents of the two, None where those of one have no day."""
        return years_apart(self.left, self.right)


def pair_of(left: PersonProfile, right: PersonProfile) -> Pair:
    """Two profiles, ready to compare."""
    posts = tuple(pair_of_posts(one, other) for one in left.posts for other in right.posts)
    return Pair(left, right, tie_of_names(left, right), shapes_of(left.name, right.name), posts)


@lru_cache(maxsize=262144)
def shapes_of(left: str, right: str) -> NameShapes:
    """What two names are."""
    names = (left, right)
    hangul, latin = sorted(names, key=str.isascii)
    return NameShapes(
        any(is_korean_name(name) for name in names),
        all(" " in name or (is_korean_name(name) and not is_surname(name)) for name in names),
        is_hangul(hangul) and latin.isascii() and " " in latin,
        read_person_name(left).is_common,
        left.isascii() != right.isascii(),
    )


@lru_cache(maxsize=262144)
def compare_two_names(left: str, right: str) -> NameTie:
    """How two names stand to each other, the same both ways round."""
    first, second = sorted((left, right))
    found = compare_names(first, second)
    if not found.is_match and _is_word_of(first, second):
        part, whole = sorted((first, second), key=len)
        return NameTie("partial", _PART, f"{part} ⊂ {whole}", is_match=False)
    return NameTie(str(found.kind), found.score, found.detail, found.is_match)


def _is_word_of(one: str, other: str) -> bool:
    """Whether one name is a word of the other, letter by letter: 아베 of 아베 신조; or the surname of a Korean one."""
    if is_surname(one) != is_surname(other) and korean_surname(one) is not None:
        return korean_surname(one) == korean_surname(other)
    part, whole = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return len(part) == 1 < len(whole) and part[0] in whole


def tie_of_names(left: PersonProfile, right: PersonProfile) -> NameTie:
    """The best that any spelling of one name gives with any of the other."""
    tie = compare_two_names(left.name, right.name)
    if tie.is_same or not (left.latin or right.latin):
        return tie
    ties = [tie]
    ties += [compare_two_names(left.latin, right.name)] if left.latin else []
    ties += [compare_two_names(left.name, right.latin)] if right.latin else []
    ties += [compare_two_names(left.latin, right.latin)] if left.latin and right.latin else []
    return max(ties, key=lambda tie: (tie.is_same, tie.is_partial, tie.score, tie.kind, tie.detail))


def years_apart(left: PersonProfile, right: PersonProfile) -> int | None:
    """The years between the periods of two profiles, None where one has none."""
    if left.period is None or right.period is None:
        return None
    return abs(left.period - right.period)


def is_part_of(part: PersonProfile, whole: PersonProfile) -> bool:
    """Whether one name is only a part of the other: 저커버그 of 마크 저커버그, 이 of 이가나."""
    if is_surname(part.name):
        return not is_surname(whole.name)
    return tie_of_names(part, whole).is_partial and length_of(part.name) < length_of(whole.name)


def length_of(name: str) -> int:
    """The number of parts of a name; a Korean one has two."""
    return 2 if is_korean_name(name) and not is_surname(name) else len(name.split())
