"""Two reports held against one another: can they tell of one encounter, and what speaks for it?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hoedong.model.account import ResolvedReport
from hoedong.resolve.encounters.conflicts import conflicts_between
from hoedong.resolve.encounters.facts import ReportFacts, facts_of
from hoedong.resolve.encounters.features import FEATURES, THRESHOLD


@dataclass(frozen=True, slots=True)
class WeighedFeature:
    """One thing that speaks for (weight above 0) or against two reports being one encounter."""

    name: str
    weight: float
    note: str


@dataclass(frozen=True, slots=True)
class ReportComparison:
    """How two reports stand to one another: what makes it impossible, else the features and their sum."""

    score: float
    conflicts: tuple[str, ...]
    features: tuple[WeighedFeature, ...]

    @property
    def is_match(self) -> bool:
        """Whether they may be one encounter, if no third report speaks against it."""
        return not self.conflicts and self.score >= THRESHOLD


def compare_reports(one: ResolvedReport, other: ResolvedReport) -> ReportComparison:
    """Hold two reports against one another and tell every reason."""
    first, second = _facts(one), _facts(other)
    features = tuple(
        WeighedFeature(feature.__name__, weight, (feature.__doc__ or "").splitlines()[0])
        for feature in FEATURES
        if (weight := feature(first, second))
    )
    return ReportComparison(
        round(sum(feature.weight for feature in features), 6), tuple(conflicts_between(first, second)), features
    )


def may_be_same(one: ResolvedReport, other: ResolvedReport) -> bool:
    """Whether two reports that share a block belong to one closed set.

    The caller takes the closure of this relation among block mates, and of what people judged to be the same, and
    hands each closed set to `merge_reports`.
    """
    return is_match(_facts(one), _facts(other))


def is_match(one: ReportFacts, other: ReportFacts) -> bool:
    """Whether nothing makes it impossible and enough speaks for it."""
    return is_possible(one, other) and score(one, other) >= THRESHOLD


def is_possible(one: ReportFacts, other: ReportFacts) -> bool:
    """Whether nothing makes it impossible that two reports tell of one encounter."""
    return next(conflicts_between(one, other), None) is None


def score(one: ReportFacts, other: ReportFacts) -> float:
    """What speaks for it, in sum; rounded, so that the order of two reports cannot matter."""
    return round(sum(feature(one, other) for feature in FEATURES), 6)


@lru_cache(maxsize=4096)
def _facts(report: ResolvedReport) -> ReportFacts:
    return facts_of(report)
