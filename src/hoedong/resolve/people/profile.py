"""Profiles: many appearances that look the same are one node, so that the much-written-about stay a few dozen nodes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from hoedong.model.appearance import Appearance, Post
from hoedong.model.person import PositionStatus
from hoedong.resolve.organisations.countries import country_name
from hoedong.resolve.organisations.naming import read_organisation
from hoedong.resolve.people.naming import PersonName, read_person_name
from hoedong.resolve.people.titles import is_of_wife, read_title

PERIOD_YEARS = 3
"""Documents of so many years share a profile: enough to tell 1990 from 2001, coarse enough to keep profiles few."""


@dataclass(frozen=True, slots=True)
class PersonProfile:
    """What identity rests on in an appearance of a person, without anything that only one document has.

    `key` is derived from the rest. `name` is free of titles and forms of address, Hanja read in Hangul; `latin` the
    name in Latin letters, None where no document of it gives one. `address` is "wife" (여사) or "married" (Mrs) where
    the name is given with such a form, else None. `posts` are normalised and sorted. `period` is the first year of the
    three in which the documents lie, None where their day is unknown. `alone` is the id of the one appearance that the
    profile stands for when it stands for one alone, because a judgement names it or because its name tells too little
    (a Korean surname without organisation); else None. The key alone decides equality.
    """

    key: str
    name: str = field(compare=False)
    latin: str | None = field(default=None, compare=False)
    posts: tuple[Post, ...] = field(default=(), compare=False)
    period: int | None = field(default=None, compare=False)
    address: str | None = field(default=None, compare=False)
    alone: str | None = field(default=None, compare=False)


def profile_of(appearance: Appearance, judged: bool = False) -> PersonProfile:
    """The profile of an appearance; a node of its own if a human judgement names it."""
    read = read_person_name(appearance.name)
    posts = normalised_posts(appearance.posts, read.title)
    latin = _full_latin(appearance.latin)
    period = _period(appearance)
    alone = appearance.id if judged or _tells_too_little(read, latin, posts) else None
    address = read.address or ("wife" if any(is_of_wife(post.title) for post in posts if post.title) else None)
    fields = (read.text, latin, posts, period, address, alone)
    return PersonProfile(_digest(fields), *fields)


def _digest(fields: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(fields).encode()).hexdigest()[:16]


def _period(appearance: Appearance) -> int | None:
    if appearance.published is None:
        return None
    return appearance.published.year // PERIOD_YEARS * PERIOD_YEARS


def _full_latin(latin: str | None) -> str | None:
    """A name in Latin letters with a surname in it: a given name alone (Tony) identifies nobody."""
    name = read_person_name(latin).text if latin else ""
    return name if " " in name else None


def _tells_too_little(name: PersonName, latin: str | None, posts: tuple[Post, ...]) -> bool:
    if latin is not None:
        return False
    if name.is_surname:
        return not any(post.organisation and post.title for post in posts)
    return name.is_common and " " not in name.text and not posts


def normalised_posts(posts: tuple[Post, ...], title_in_name: str | None) -> tuple[Post, ...]:
    """Posts with organisations and titles in their usual spelling, sorted; one in the name counts if none is stated.

    A country before a title is its organisation: (None, 미국 대통령) is (미국, 대통령).
    """
    stated = posts or ((Post(None, None, PositionStatus.CURRENT),) if title_in_name else ())
    if title_in_name is not None and not any(post.title for post in stated):
        stated = tuple(Post(post.organisation, title_in_name, post.status) for post in stated)
    found = {_normalised(post) for post in stated}
    return tuple(sorted(found, key=lambda post: (post.organisation or "", post.title or "", post.status)))


def _normalised(post: Post) -> Post:
    title = read_title(post.title) if post.title else None
    organisation = read_organisation(post.organisation).name if post.organisation else None
    if organisation is None and title is not None and title.country is not None:
        organisation = country_name(title.country, in_english=title.name.isascii())
    return Post(organisation, title.name if title is not None else None, post.status)
