"""What speaks for and against two profiles being one person: one small function each, with its weight in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from hoedong.names.comparison import compare_names
from hoedong.names.hangul import is_hangul
from hoedong.resolve.organisations.naming import OrganisationTie, tie_between
from hoedong.resolve.people.naming import is_given_name, is_korean_name, is_surname, read_person_name
from hoedong.resolve.people.posts import Office, crosses_fields, fit_of_fields, read_post
from hoedong.resolve.people.profile import PersonProfile

_LIFETIME = 75
_ALL_BUT_IDENTICAL = 0.985
_SURE_PART = 0.69
"""From this score on a part of a name is one to the letter, or very nearly; `compare_names` gives 0.7 at most."""
_NEAR_YEARS, _FAR_YEARS = 4, 10


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


def pair_of(left: PersonProfile, right: PersonProfile) -> Pair:
    """Two profiles, ready to compare."""
    offices = tuple((read_post(one), read_post(other)) for one in left.posts for other in right.posts)
    return Pair(left, right, tie_of_names(left, right), offices)


@lru_cache(maxsize=262144)
def _compare(left: str, right: str) -> NameTie:
    first, second = sorted((left, right))
    found = compare_names(first, second)
    return NameTie(str(found.kind), found.score, found.detail, found.is_match)


def tie_of_names(left: PersonProfile, right: PersonProfile) -> NameTie:
    """The best that any spelling of one name gives with any of the other."""
    tie = _compare(left.name, right.name)
    if tie.is_same or not (left.latin or right.latin):
        return tie
    ties = [tie]
    ties += [_compare(left.latin, right.name)] if left.latin else []
    ties += [_compare(left.name, right.latin)] if right.latin else []
    ties += [_compare(left.latin, right.latin)] if left.latin and right.latin else []
    return max(ties, key=lambda tie: (tie.is_same, tie.is_partial, tie.score, tie.kind, tie.detail))


Feature = Callable[[Pair], str | None]
"""A feature gives one line of explanation where it holds, None where it does not."""


def same_korean_name(pair: Pair) -> str | None:
    """The same Korean name, which others may bear."""
    return pair.tie.detail if pair.tie.is_identical and pair.is_korean else None


def same_foreign_name(pair: Pair) -> str | None:
    """The same full name of a foreigner, which hardly anyone else bears."""
    return pair.tie.detail if pair.tie.is_identical and not pair.is_korean and _is_rare(pair) else None


def same_frequent_name(pair: Pair) -> str | None:
    """The same name of a foreigner with a surname that very many bear."""
    return pair.tie.detail if pair.tie.is_identical and not pair.is_korean and _is_common(pair) else None


def same_single_name(pair: Pair) -> str | None:
    """The same single word for a name: 아베, Mandela."""
    holds = pair.tie.is_identical and not pair.is_korean and not _is_full(pair)
    return pair.tie.detail if holds else None


def alias(pair: Pair) -> str | None:
    """Two names that are well known to be one person's."""
    return pair.tie.detail if pair.tie.kind == "alias" and pair.tie.is_same else None


def like_foreign_name(pair: Pair) -> str | None:
    """A foreign name spelled in another way or in other letters."""
    return pair.tie.detail if _is_alike(pair) and not pair.is_korean and _is_full(pair) else None


def like_korean_name(pair: Pair) -> str | None:
    """A Korean name in other letters: several Korean names are written alike in Latin ones."""
    holds = _is_alike(pair) and (pair.is_korean or not _is_full(pair)) and not respelled_korean_name(pair)
    return pair.tie.detail if holds else None


def respelled_korean_name(pair: Pair) -> str | None:
    """A Korean name with another syllable: 리용남 and 리룡남, but as often two people."""
    holds = _is_alike(pair) and pair.is_korean and is_hangul(pair.left.name) and is_hangul(pair.right.name)
    return pair.tie.detail if holds else None


def other_name(pair: Pair) -> str | None:
    """Names that one person cannot bear both."""
    return f"{pair.left.name} ≠ {pair.right.name}" if not (pair.tie.is_same or pair.tie.is_partial) else None


def other_form_of_address(pair: Pair) -> str | None:
    """A wife's form of address against a name without it: Mrs Reagan and Reagan, Mrs John Adams and John Adams."""
    forms = {pair.left.address, pair.right.address}
    if len(forms) == 1 or "married" not in forms and _is_full(pair) and pair.tie.is_same:
        return None
    return "one is addressed as the wife of a bearer of the name"


def other_title_of_surname(pair: Pair) -> str | None:
    """A Korean surname alone, with a title that the other is not known to have: 이 사장 is not 이가나 전무."""
    if not (is_surname(pair.left.name) or is_surname(pair.right.name)) or same_post(pair):
        return None
    return "a surname alone with another title"


def given_name_alone(pair: Pair) -> str | None:
    """A part of a foreigner's name that is no more than the given name: Andrew may be any Andrew."""
    if not pair.tie.is_partial or is_korean_name(pair.left.name) or is_korean_name(pair.right.name):
        return None
    part, whole = sorted((pair.left.name, pair.right.name), key=_length)
    telling = [word for word in whole.split() if not is_given_name(word)]
    if not is_given_name(part) and any(_compare(part, word).is_match for word in telling) or " " in part:
        return None
    return f"{part} is only the given name of {whole}"


def part_in_other_script(pair: Pair) -> str | None:
    """A part of a name by its sound alone, in other letters."""
    return pair.tie.detail if pair.tie.is_partial and _differ_in_script(pair) else None


def part_that_sounds_otherwise(pair: Pair) -> str | None:
    """A part of a name in other letters that sounds only roughly like it."""
    holds = pair.tie.is_partial and _differ_in_script(pair) and pair.tie.score < _SURE_PART
    return pair.tie.detail if holds else None


def made_like_korean(pair: Pair) -> str | None:
    """A word that is made like a Korean name, against a name in other letters of which it sounds like a part: 장하성, Jonathan."""
    if not (pair.tie.is_partial or _is_alike(pair)) or not _differ_in_script(pair):
        return None
    lengths = [(len(p.name.split()), is_hangul(p.name) and is_korean_name(p.name)) for p in (pair.left, pair.right)]
    return "a Korean name and a foreign one" if any(k for _, k in lengths) and not _is_full(pair) else None


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
    years = years_apart(pair.left, pair.right)
    if years is None or years > _NEAR_YEARS or _is_full(pair) and pair.tie.is_same:
        return None
    return "documents of the same years"


def far_in_time(pair: Pair) -> str | None:
    """A part of a name, in documents of quite other years."""
    years = years_apart(pair.left, pair.right)
    if years is None or years <= _FAR_YEARS or _is_full(pair) and pair.tie.is_same:
        return None
    return f"documents about {years} years apart"


def beyond_a_lifetime(pair: Pair) -> str | None:
    """Posts held longer apart than anyone works."""
    years = years_apart(pair.left, pair.right)
    return f"posts {years} years apart" if years is not None and years > _LIFETIME and pair.offices else None


WEIGHTS: tuple[tuple[Feature, float], ...] = (
    (same_foreign_name, 6.0),
    (alias, 5.0),
    (same_frequent_name, 4.0),
    (like_foreign_name, 4.0),
    (same_korean_name, 3.0),
    (like_korean_name, 1.0),
    (same_single_name, 1.0),
    (respelled_korean_name, -1.0),
    (other_name, -20.0),
    (other_form_of_address, -6.0),
    (given_name_alone, -3.0),
    (part_in_other_script, -1.0),
    (part_that_sounds_otherwise, -2.0),
    (made_like_korean, -3.0),
    (other_title_of_surname, -6.0),
    (same_organisation, 3.0),
    (kindred_organisation, 2.0),
    (same_post, 1.0),
    (same_country, 1.0),
    (same_field, 1.0),
    (near_in_time, 1.0),
    (other_field, -4.0),
    (other_company, -4.0),
    (other_country, -7.0),
    (far_in_time, -1.5),
    (beyond_a_lifetime, -5.0),
)
"""Every feature with its weight. A sum of `SUPPORT` joins two profiles, one below `CONFLICT` forbids it."""

SUPPORT = 2.0
CONFLICT = 0.0


def years_apart(left: PersonProfile, right: PersonProfile) -> int | None:
    """The years between the periods of two profiles, None where one has none."""
    if left.period is None or right.period is None:
        return None
    return abs(left.period - right.period)


def _is_alike(pair: Pair) -> bool:
    return pair.tie.is_same and not pair.tie.is_identical and pair.tie.kind != "alias"


def _differ_in_script(pair: Pair) -> bool:
    return pair.left.name.isascii() != pair.right.name.isascii()


def is_part_of(part: PersonProfile, whole: PersonProfile) -> bool:
    """Whether one name is only a part of the other: 저커버그 of 마크 저커버그, 이 of 이가나."""
    if is_surname(part.name):
        return not is_surname(whole.name)
    return tie_of_names(part, whole).is_partial and _length(part.name) < _length(whole.name)


def _length(name: str) -> int:
    """The number of parts of a name; a Korean one has two."""
    return 2 if is_korean_name(name) and not is_surname(name) else len(name.split())


def _is_full(pair: Pair) -> bool:
    return all(" " in profile.name.strip() or is_korean_name(profile.name) for profile in (pair.left, pair.right))


def _is_common(pair: Pair) -> bool:
    return _is_full(pair) and read_person_name(pair.left.name).is_common


def _is_rare(pair: Pair) -> bool:
    return _is_full(pair) and not read_person_name(pair.left.name).is_common


def _is_telling(one: Office, other: Office) -> bool:
    """Whether a common post says something: an organisation that differs takes that from it."""
    if one.organisation is None or other.organisation is None:
        return True
    return tie_between(one.organisation, other.organisation) is not OrganisationTie.UNRELATED


def _is_known_career(pair: Pair) -> bool:
    fields = frozenset(field for offices in pair.offices for office in offices for field in office.fields)
    narrowed = fields - {"association", "culture", "union"} or fields
    return pair.left.name == pair.right.name and crosses_fields(pair.left.name, narrowed)


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
