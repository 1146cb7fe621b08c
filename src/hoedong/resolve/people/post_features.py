"""What the posts of two profiles, and the years of their documents, say for and against their being one person.

A feature gives one line of explanation where it holds, None where it does not. Their weights stand in weights.py.
"""

from __future__ import annotations

from hoedong.resolve.organisations.naming import OrganisationTie, tie_between
from hoedong.resolve.people.pair import Pair
from hoedong.resolve.people.posts import Office, career_of, fit_of_fields

_LIFETIME = 75
_NEAR_YEARS, _FAR_YEARS = 4, 10


def same_organisation(pair: Pair) -> str | None:
    """A post in the same organisation, whatever it is called."""
    return _organisations_tied(pair, (OrganisationTie.SAME, OrganisationTie.RENAMED))


def kindred_organisation(pair: Pair) -> str | None:
    """Posts in one group, or in an organisation and a part of it."""
    return None if same_organisation(pair) else _organisations_tied(pair, (OrganisationTie.AFFILIATED,))


def same_post(pair: Pair) -> str | None:
    """The same post by title."""
    shared = [
        (one.title, other.title)
        for one, other in pair.offices
        if one.title and other.title and one.title.posts & other.title.posts and _is_telling(one, other)
    ]
    return f"{shared[0][0].name} = {shared[0][1].name}" if shared and other_field(pair) is None else None


def same_field(pair: Pair) -> str | None:
    """Posts in one field of work."""
    return _fields_that_are(pair, "close") if other_company(pair) is None else None


def other_field(pair: Pair) -> str | None:
    """Posts in fields that one career hardly spans, and none that goes with any of the other."""
    fits = [fit_of_fields(one.fields, other.fields) for one, other in pair.offices]
    if "apart" not in fits or any(fit in {"close", "open"} for fit in fits) or _is_known_career(pair):
        return None
    return _fields_that_are(pair, "apart")


def other_company(pair: Pair) -> str | None:
    """Posts in companies that have nothing to do with each other."""
    firms = [(one, other) for one, other in pair.offices if one.is_of_company and other.is_of_company]
    if not firms or same_organisation(pair) or kindred_organisation(pair) or _is_known_career(pair):
        return None
    return f"{firms[0][0].organisation} and {firms[0][1].organisation} are unrelated"


def same_country(pair: Pair) -> str | None:
    """Offices of one country."""
    shared = [one.country for one, other in pair.offices if one.country and one.country == other.country]
    return f"both of {shared[0]}" if shared else None


def other_country(pair: Pair) -> str | None:
    """Offices of state in two countries."""
    countries = [(one.country, other.country) for one, other in pair.offices if one.country and other.country]
    if not countries or any(one == other for one, other in countries):
        return None
    return f"offices of {countries[0][0]} and {countries[0][1]}"


def near_in_time(pair: Pair) -> str | None:
    """A part of a name, in documents of the same years."""
    years = pair.years
    if years is None or years > _NEAR_YEARS or pair.is_full and pair.tie.is_same:
        return None
    return "documents of the same years"


def far_in_time(pair: Pair) -> str | None:
    """A part of a name, in documents of quite other years."""
    years = pair.years
    if years is None or years <= _FAR_YEARS or pair.is_full and pair.tie.is_same:
        return None
    return f"documents about {years} years apart"


def beyond_a_lifetime(pair: Pair) -> str | None:
    """Posts held longer apart than anyone works."""
    years = pair.years
    return f"posts {years} years apart" if years is not None and years > _LIFETIME and pair.offices else None


def _is_telling(one: Office, other: Office) -> bool:
    """Whether a common post says something: an organisation that differs takes that from it."""
    if one.organisation is None or other.organisation is None:
        return True
    return tie_between(one.organisation, other.organisation) is not OrganisationTie.UNRELATED


def _is_known_career(pair: Pair) -> bool:
    """Whether the name is one of which everybody knows that its bearer worked in the fields of all these posts."""
    career = career_of(pair.left.name) if pair.left.name == pair.right.name else frozenset()
    return bool(career) and all(not office.fields or office.fields & career for both in pair.offices for office in both)


def _organisations_tied(pair: Pair, ties: tuple[OrganisationTie, ...]) -> str | None:
    for one, other in pair.offices:
        if one.organisation and other.organisation and tie_between(one.organisation, other.organisation) in ties:
            return f"{one.organisation} ~ {other.organisation}"
    return None


def _fields_that_are(pair: Pair, fit: str) -> str | None:
    for one, other in pair.offices:
        if fit_of_fields(one.fields, other.fields) == fit:
            return f"{', '.join(sorted(one.fields))} / {', '.join(sorted(other.fields))}"
    return None
