"""What the posts of two profiles, and the years of their documents, say for and against their being one person.

A feature gives one line of explanation where it holds, None where it does not. Their weights stand in weights.py.
"""

from __future__ import annotations

from collections.abc import Callable

from hoedong.resolve.organisations.naming import OrganisationTie
from hoedong.resolve.people.pair import Pair
from hoedong.resolve.people.posts import PostPair, career_of

_LIFETIME = 75
_NEAR_YEARS, _FAR_YEARS = 4, 10


def same_organisation(pair: Pair) -> str | None:
    """A post in the same organisation, whatever it is called."""
    return _organisations(pair, lambda posts: posts.tie in {OrganisationTie.SAME, OrganisationTie.RENAMED})


def kindred_organisation(pair: Pair) -> str | None:
    """Posts in one group, or in an organisation and a part of it."""
    if same_organisation(pair) is not None:
        return None
    return _organisations(pair, lambda posts: posts.tie is OrganisationTie.AFFILIATED)


def same_post(pair: Pair) -> str | None:
    """The same post by title."""
    for posts in pair.posts:
        if posts.shares_title and posts.one.title and posts.other.title and other_field(pair) is None:
            return f"{posts.one.title.name} = {posts.other.title.name}"
    return None


def same_field(pair: Pair) -> str | None:
    """Posts in one field of work."""
    return _fields(pair, "close") if other_company(pair) is None else None


def other_field(pair: Pair) -> str | None:
    """Posts in fields that one career hardly spans, and none that goes with any of the other."""
    fits = {posts.fit for posts in pair.posts}
    if "apart" not in fits or fits & {"close", "open"} or _is_known_career(pair):
        return None
    return _fields(pair, "apart")


def other_company(pair: Pair) -> str | None:
    """Posts in companies, none of which has to do with any of the other."""
    firms = [posts for posts in pair.posts if posts.one.is_of_company and posts.other.is_of_company]
    is_tied = any(posts.tie not in {None, OrganisationTie.UNRELATED} for posts in pair.posts)
    if not firms or is_tied or _is_known_career(pair):
        return None
    return f"{firms[0].one.organisation} and {firms[0].other.organisation} are unrelated"


def same_country(pair: Pair) -> str | None:
    """Offices of one country."""
    shared = [posts.one.country for posts in pair.posts if posts.one.country == posts.other.country is not None]
    return f"both of {shared[0]}" if shared else None


def other_country(pair: Pair) -> str | None:
    """Offices of state in two countries."""
    countries = [(posts.one.country, posts.other.country) for posts in pair.posts]
    stated = [both for both in countries if None not in both]
    if not stated or any(one == other for one, other in stated):
        return None
    return f"offices of {stated[0][0]} and {stated[0][1]}"


def near_in_time(pair: Pair) -> str | None:
    """A part of a name, in documents of the same years."""
    years = pair.years
    if years is None or years > _NEAR_YEARS or pair.shapes.are_full and pair.tie.is_same:
        return None
    return "documents of the same years"


def far_in_time(pair: Pair) -> str | None:
    """A part of a name, in documents of quite other years."""
    years = pair.years
    if years is None or years <= _FAR_YEARS or pair.shapes.are_full and pair.tie.is_same:
        return None
    return f"documents about {years} years apart"


def beyond_a_lifetime(pair: Pair) -> str | None:
    """Posts held longer apart than anyone works."""
    years = pair.years
    return f"posts {years} years apart" if years is not None and years > _LIFETIME and pair.posts else None


def _is_known_career(pair: Pair) -> bool:
    """Whether the name is one of which everybody knows that its bearer worked in the fields of all these posts."""
    career = career_of(pair.left.name) if pair.left.name == pair.right.name else frozenset()
    offices = [office for posts in pair.posts for office in (posts.one, posts.other)]
    return bool(career) and all(not office.fields or office.fields & career for office in offices)


def _organisations(pair: Pair, holds: Callable[[PostPair], bool]) -> str | None:
    """The organisations of the first pair of posts for which something holds."""
    for posts in pair.posts:
        if holds(posts):
            return f"{posts.one.organisation} ~ {posts.other.organisation}"
    return None


def _fields(pair: Pair, fit: str) -> str | None:
    """The fields of the first pair of posts that go together so."""
    for posts in pair.posts:
        if posts.fit == fit:
            return f"{', '.join(sorted(posts.one.fields))} / {', '.join(sorted(posts.other.fields))}"
    return None
