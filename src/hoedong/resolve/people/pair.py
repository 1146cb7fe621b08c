"""Two profiles side by side: how their names stand to each other, and their posts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hoedong.names.comparison import compare_names
from hoedong.names.hangul import is_hangul
from hoedong.resolve.people.naming import is_korean_name, is_surname, read_person_name
from hoedong.resolve.people.posts import Office, read_post
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
        return self.is_same and (self.kind in {"identical", "hanja"} or self.score >= _ALL_BUT_IDENTICAL)

    @property
    def is_alias(self) -> bool:
        """Whether a table knows both; a name that only sounds like a known one is no more than alike."""
        return self.is_same and self.kind == "alias" and self.score >= _SURE_ALIAS

    @property
    def is_partial(self) -> bool:
        """Whether one is a part of the other."""
        return self.kind == "partial"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles with what every feature asks of them."""

    left: PersonProfile
    right: PersonProfile
    tie: NameTie
    offices: tuple[tuple[Office, Office], ...]

    @property
    def is_korean(self) -> bool:
        """Whether both names are, or may be, names made like Korean ones, which two people may share."""
        return is_korean_name(self.left.name) or is_korean_name(self.right.name)

    @property
    def is_full(self) -> bool:
        """Whether neither name is a single word; a Korean name in one word is none."""
        names = (self.left.name, self.right.name)
        return all(" " in name or (is_korean_name(name) and not is_surname(name)) for name in names)

    @property
    def is_full_in_one_word(self) -> bool:
        """Whether a Hangul name in one word is one of several words in Latin letters: 시진핑, Xi Jinping."""
        hangul, latin = sorted((self.left.name, self.right.name), key=str.isascii)
        return self.tie.is_same and is_hangul(hangul) and latin.isascii() and " " in latin

    @property
    def is_alike(self) -> bool:
        """Whether the names are one name spelled otherwise or in other letters."""
        return self.tie.is_same and not self.tie.is_identical and not self.tie.is_alias

    @property
    def differs_in_script(self) -> bool:
        """Whether one name is in Latin letters and the other is not."""
        return self.left.name.isascii() != self.right.name.isascii()

    @property
    def is_common(self) -> bool:
        """Whether the name has a surname that very many bear."""
        return read_person_name(self.left.name).is_common

    @property
    def years(self) -> int | None:
        """The years between the documents of the two, None where those of one have no day."""
        return years_apart(self.left, self.right)


def pair_of(left: PersonProfile, right: PersonProfile) -> Pair:
    """Two profiles, ready to compare."""
    offices = tuple((read_post(one), read_post(other)) for one in left.posts for other in right.posts)
    return Pair(left, right, tie_of_names(left, right), offices)


@lru_cache(maxsize=262144)
def compare_two_names(left: str, right: str) -> NameTie:
    """How two names stand to each other, the same both ways round."""
    first, second = sorted((left, right))
    found = compare_names(first, second)
    if not found.is_match and _is_word_of(first, second):
        return NameTie(
            "partial", _PART, f"{first} ⊂ {second}" if len(first) < len(second) else f"{second} ⊂ {first}", False
        )
    return NameTie(str(found.kind), found.score, found.detail, found.is_match)


def _is_word_of(one: str, other: str) -> bool:
    """Whether one name is a word of the other, letter by letter: 아베 of 아베 신조."""
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
