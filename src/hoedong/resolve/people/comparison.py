"""How likely two profiles are one person, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hoedong.resolve.people.pair import pair_of
from hoedong.resolve.people.profile import PersonProfile
from hoedong.resolve.people.weights import WEIGHTS


@dataclass(frozen=True, slots=True)
class FeatureFound:
    """One thing that speaks for (weight above 0) or against two profiles being one person, with one line of why."""

    name: str
    weight: float
    explanation: str


@dataclass(frozen=True, slots=True)
class PersonComparison:
    """The sum of the weights of all features that hold, and these, in the order of the table of weights."""

    score: float
    features: tuple[FeatureFound, ...]


def compare_people(left: PersonProfile, right: PersonProfile) -> PersonComparison:
    """Weigh what speaks for two profiles being one person; the same both ways round."""
    first, second = sorted((left, right), key=lambda profile: profile.key)
    return _compare(first, second)


@lru_cache(maxsize=65536)
def _compare(left: PersonProfile, right: PersonProfile) -> PersonComparison:
    pair = pair_of(left, right)
    found = tuple(
        FeatureFound(feature.__name__, weight, explanation)
        for feature, weight in WEIGHTS
        if (explanation := feature(pair)) is not None
    )
    return PersonComparison(sum(feature.weight for feature in found), found)
