"""Whether two organisations are one, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hoedong.resolve.organisations.naming import OrganisationName, OrganisationTie, read_organisation, tie_between
from hoedong.resolve.organisations.profile import OrganisationProfile


@dataclass(frozen=True, slots=True)
class OrganisationFeature:
    """One thing that speaks for (weight above 0) or against two names naming one organisation, with one line of why."""

    name: str
    weight: float
    explanation: str


@dataclass(frozen=True, slots=True)
class OrganisationComparison:
    """The sum of the weights of all features that hold, and these, in the order of the table of weights."""

    score: float
    features: tuple[OrganisationFeature, ...]


_Pair = tuple[OrganisationName, OrganisationName, OrganisationTie]


def same_known_organisation(pair: _Pair) -> str | None:
    """Both names stand on one line of the table of known organisations."""
    one, other, tie = pair
    return f"both are {one.identity}" if tie is OrganisationTie.SAME and one.is_known and other.is_known else None


def renamed(pair: _Pair) -> str | None:
    """One name is what the organisation was called before."""
    one, other, tie = pair
    return f"{one.name} and {other.name} are one under two names" if tie is OrganisationTie.RENAMED else None


def same_spelling(pair: _Pair) -> str | None:
    """One name, but for spaces, case and form of law, or with the other in brackets."""
    one, other, tie = pair
    alike = one.identity == other.identity or bool(one.spellings & other.spellings)
    return f"{one.name} = {other.name}" if tie is OrganisationTie.SAME and alike and not one.is_known else None


def same_sound(pair: _Pair) -> str | None:
    """One name in two scripts, by its sound."""
    one, other, tie = pair
    holds = tie is OrganisationTie.SAME and not same_spelling(pair) and not same_known_organisation(pair)
    return f"{one.name} sounds like {other.name}" if holds else None


def only_akin(pair: _Pair) -> str | None:
    """Two of one group, or one a part of the other: never one and the same."""
    one, other, tie = pair
    return f"{one.name} and {other.name} belong together" if tie is OrganisationTie.AFFILIATED else None


def unrelated(pair: _Pair) -> str | None:
    """Nothing ties the names."""
    one, other, tie = pair
    return f"{one.name} ≠ {other.name}" if tie is OrganisationTie.UNRELATED else None


WEIGHTS: tuple[tuple[Callable[[_Pair], str | None], float], ...] = (
    (same_known_organisation, 6.0),
    (renamed, 6.0),
    (same_spelling, 5.0),
    (same_sound, 3.0),
    (only_akin, -5.0),
    (unrelated, -20.0),
)
"""Every feature with its weight."""


def compare_organisations(left: OrganisationProfile, right: OrganisationProfile) -> OrganisationComparison:
    """Weigh what speaks for two names naming one organisation; the same both ways round."""
    first, second = sorted((left.name, right.name))
    pair = (read_organisation(first), read_organisation(second), tie_between(first, second))
    found = tuple(
        OrganisationFeature(feature.__name__, weight, explanation)
        for feature, weight in WEIGHTS
        if (explanation := feature(pair)) is not None
    )
    return OrganisationComparison(sum(feature.weight for feature in found), found)
