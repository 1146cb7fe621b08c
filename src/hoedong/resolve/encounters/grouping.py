"""The reports of a closed set by encounter: firm dates found encounters, vaguer reports join where one alone fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations
from typing import Final

from hoedong.resolve.encounters.comparison import is_possible, score
from hoedong.resolve.encounters.decisions import Decisions
from hoedong.resolve.encounters.facts import ReportFacts
from hoedong.resolve.encounters.features import THRESHOLD
from hoedong.resolve.encounters.units import Unit, are_kept_apart, build_units, share_document
from hoedong.resolve.encounters.windows import Precision

_MARGIN: Final = 0.5
"""By how much an encounter must fit a vague report better than any rival."""
_WELL_SUPPORTED: Final = 3
"""… or it has this many witnesses, and this many times those of its rival."""


def group_reports(reports: Sequence[ReportFacts], decisions: Decisions) -> tuple[tuple[ReportFacts, ...], ...]:
    """Part the reports of a closed set by encounter.

    Reports that give the day, and copies of one text, are joined first, the likest pair first; never where any report
    of the one speaks against any of the other. Then those that give a month, a year, nothing: each joins the encounter
    that it fits clearly best, else the much better supported one, and else stands alone.
    """
    return _Grouping(build_units(reports, decisions), decisions).group()


class _Cluster:
    """Units that are one encounter so far."""

    def __init__(self, unit: Unit) -> None:
        self.units: list[Unit] = [unit]

    @property
    def witnesses(self) -> int:
        return len({facts.witness for unit in self.units for facts in unit})

    @property
    def id(self) -> str:
        return min(facts.report.id for unit in self.units for facts in unit)


class _Grouping:
    """One closed set while it is parted."""

    def __init__(self, units: Sequence[Unit], decisions: Decisions) -> None:
        self.units = sorted(units, key=_order)
        self.decisions = decisions
        self.cluster_of = {id(unit): _Cluster(unit) for unit in self.units}
        self.scores: dict[tuple[int, int], float | None] = {}

    def group(self) -> tuple[tuple[ReportFacts, ...], ...]:
        for one, other in self._firm_pairs:
            first, second = self.cluster_of[id(one)], self.cluster_of[id(other)]
            if first is not second and self._may_join(first, second):
                self._join(first, second)
        for unit in sorted(self.units, key=_vagueness):
            if not _is_firm(unit):
                self._place(unit)
        return tuple(tuple(facts for unit in cluster.units for facts in unit) for cluster in self._clusters())

    @cached_property
    def _firm_pairs(self) -> list[tuple[Unit, Unit]]:
        pairs = []
        for place, (one, other) in enumerate(combinations(self.units, 2)):
            if _is_firm(one) and _is_firm(other) or _share_witness(one, other):
                likeness = self._likeness(one, other)
                if likeness is not None and likeness >= THRESHOLD:
                    pairs.append((-likeness, place, one, other))
        return [(one, other) for _, _, one, other in sorted(pairs, key=lambda pair: pair[:2])]

    def _place(self, unit: Unit) -> None:
        """Let a vague unit, with what joined it already, join the encounter that it fits."""
        own = self.cluster_of[id(unit)]
        fits = [
            (fit, cluster)
            for cluster in self._clusters()
            if cluster is not own and (fit := self._fit(unit, cluster)) >= THRESHOLD and self._may_join(own, cluster)
        ]
        fits.sort(key=lambda entry: (-entry[0], -entry[1].witnesses, entry[1].id))
        if not fits:
            return
        best_fit, best = fits[0]
        rivals = [cluster for fit, cluster in fits[1:] if fit > best_fit - _MARGIN and not self._are_one(best, cluster)]
        if all(_outweighs(best, rival) for rival in rivals):
            self._join(best, own)

    def _fit(self, unit: Unit, cluster: _Cluster) -> float:
        return max((self._likeness(unit, other) or 0.0 for other in cluster.units), default=0.0)

    def _are_one(self, one: _Cluster, other: _Cluster) -> bool:
        """Whether two candidates would be joined anyway: then they are no rivals."""
        return self._may_join(one, other) and any(self._fit(unit, other) >= THRESHOLD for unit in one.units)

    def _may_join(self, one: _Cluster, other: _Cluster) -> bool:
        return all(self._likeness(first, second) is not None for first in one.units for second in other.units)

    def _join(self, one: _Cluster, other: _Cluster) -> None:
        one.units += other.units
        for unit in other.units:
            self.cluster_of[id(unit)] = one

    def _clusters(self) -> list[_Cluster]:
        return list(
            {id(cluster): cluster for cluster in map(self.cluster_of.__getitem__, map(id, self.units))}.values()
        )

    def _likeness(self, one: Unit, other: Unit) -> float | None:
        """How well two units fit, by the pair of reports that fits best; None where they cannot be one encounter."""
        key = (min(id(one), id(other)), max(id(one), id(other)))
        if key not in self.scores:
            self.scores[key] = self._compare(one, other)
        return self.scores[key]

    def _compare(self, one: Unit, other: Unit) -> float | None:
        if share_document(one, other) or are_kept_apart(one, other, self.decisions):
            return None
        return max((score(a, b) for a in one for b in other if is_possible(a, b)), default=None)


def _order(unit: Unit) -> str:
    return unit[0].report.id


def _vagueness(unit: Unit) -> tuple[int, str]:
    return (min(facts.window.precision for facts in unit), _order(unit))


def _is_firm(unit: Unit) -> bool:
    return any(facts.window.precision <= Precision.DAYS for facts in unit)


def _share_witness(one: Unit, other: Unit) -> bool:
    return bool(_witnesses(one) & _witnesses(other))


def _witnesses(unit: Iterable[ReportFacts]) -> frozenset[str]:
    return frozenset(facts.witness for facts in unit)


def _outweighs(one: _Cluster, other: _Cluster) -> bool:
    return one.witnesses >= max(_WELL_SUPPORTED, _WELL_SUPPORTED * other.witnesses)
