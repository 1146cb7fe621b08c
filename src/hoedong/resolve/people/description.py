"""A person of the record as its documents together present them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoedong.model.entity import NameUse, PersonEntity, PositionPeriod
from hoedong.model.time import PartialDate
from hoedong.names.hangul import is_hangul
from hoedong.resolve.people.naming import is_korean_name, is_surname
from hoedong.resolve.people.positions import PostUse, position_periods
from hoedong.resolve.people.profile import PersonProfile


@dataclass(frozen=True, slots=True)
class ProfileUse:
    """A profile, and what the documents behind it add up to.

    `names` are the names as documents give them. `documents` counts documents; `first` and `last` are the first and
    last day of publication, None where none is known.
    """

    profile: PersonProfile
    names: tuple[NameUse, ...] = ()
    documents: int = 1
    first: PartialDate | None = None
    last: PartialDate | None = None


def describe_person(id_: str, members: Sequence[ProfileUse]) -> PersonEntity:
    """The person whom profiles make up."""
    return PersonEntity(
        id=id_,
        name=_name_to_show(members),
        latin=_latin_name(members),
        names=add_up_names(use for member in members for use in member.names),
        positions=_positions(members),
        documents=sum(member.documents for member in members),
        first_seen=first_of(member.first for member in members),
        last_seen=last_of(member.last for member in members),
    )


def add_up_names(uses: Iterable[NameUse]) -> tuple[NameUse, ...]:
    """Names with the documents that use them, the most frequent first."""
    counts: Counter[str] = Counter()
    for use in uses:
        counts[use.name] += use.documents
    return tuple(NameUse(name, count) for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def first_of(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """The earliest of some days, None of none."""
    return min(
        (date for date in dates if date is not None), key=lambda date: (date.first_day(), date.last_day()), default=None
    )


def last_of(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """The latest of some days, None of none."""
    return max(
        (date for date in dates if date is not None), key=lambda date: (date.last_day(), date.first_day()), default=None
    )


def _name_to_show(members: Sequence[ProfileUse]) -> str:
    """The most frequent full name in Hangul, else in Latin letters, else the most frequent name."""
    counts: Counter[str] = Counter()
    for member in members:
        counts[member.profile.name] += member.documents
        if member.profile.latin is not None:
            counts[member.profile.latin] += 0
    return min(counts, key=lambda name: (_rank(name), -counts[name], name))


def _rank(name: str) -> int:
    """Full Hangul names before full Latin ones, both before words that may be only a part of a name."""
    is_korean = any(is_hangul(word) for word in name.split())
    is_full = " " in name or (is_korean and is_korean_name(name) and not is_surname(name))
    return (0 if is_korean else 1) if is_full else (2 if is_korean else 3)


def _latin_name(members: Sequence[ProfileUse]) -> str | None:
    counts: Counter[str] = Counter()
    for member in members:
        for name in {member.profile.latin, member.profile.name if _is_latin(member.profile.name) else None}:
            if name is not None:
                counts[name] += member.documents
    return min(counts, key=lambda name: (" " not in name, -counts[name], name), default=None)


def _is_latin(name: str) -> bool:
    return not any("가" <= letter <= "힣" or "一" <= letter <= "鿿" for letter in name)


def _positions(members: Sequence[ProfileUse]) -> tuple[PositionPeriod, ...]:
    uses = [
        PostUse(post, member.documents, member.first, member.last)
        for member in members
        for post in member.profile.posts
    ]
    return position_periods(uses)
