"""Units: reports that belong together whatever the evidence says, by judgement or because one corrects the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from hoedong.resolve.encounters.comparison import is_possible, score
from hoedong.resolve.encounters.conflicts import corrects
from hoedong.resolve.encounters.decisions import Decisions
from hoedong.resolve.encounters.facts import ReportFacts

Unit = tuple[ReportFacts, ...]
Item = TypeVar("Item", bound=Hashable)


def connected(
    items: Iterable[Item],
    pairs: Iterable[tuple[Item, Item]],
    are_linked: Callable[[Item, Item], bool] = lambda one, other: True,  # noqa: ARG005 - all pairs are links
) -> tuple[tuple[Item, ...], ...]:
    """The closed sets of items under the pairs that are links, in the order of their first items.

    Two that are in one set already are not asked about.
    """
    root = {item: item for item in items}

    def find(item: Item) -> Item:
        while root[item] != item:
            root[item] = item = root[root[item]]
        return item

    for one, other in pairs:
        if find(one) != find(other) and are_linked(one, other):
            root[find(other)] = find(one)
    sets: dict[Item, list[Item]] = {}
    for item in root:
        sets.setdefault(find(item), []).append(item)
    return tuple(map(tuple, sets.values()))


def joined_by_judgement(decisions: Decisions) -> Mapping[str, tuple[str, ...]]:
    """For each report that judgements join to others: the whole set, without joins that are contradicted."""
    pairs = sorted(decisions.constraints.same)
    sets = connected(sorted({report for pair in pairs for report in pair}), pairs)
    return {report: joined for joined in sets for report in joined}


def build_units(reports: Sequence[ReportFacts], decisions: Decisions) -> tuple[Unit, ...]:
    """The units of a closed set: by judgement first, then each correction with the report that it fits best."""
    by_id = {facts.report.id: facts for facts in reports}
    joined = joined_by_judgement(decisions)
    links = [(one, other) for one in by_id for other in joined.get(one, ()) if other in by_id]
    units = [tuple(by_id[report] for report in group) for group in connected(by_id, links)]
    for one, other in _corrections(reports, decisions):
        first, second = (next(unit for unit in units if facts in unit) for facts in (one, other))
        if first is not second and not _forbidden(first, second, decisions):
            units = [unit for unit in units if unit is not first and unit is not second] + [first + second]
    return tuple(tuple(sorted(unit, key=lambda facts: facts.report.id)) for unit in units)


def _corrections(reports: Sequence[ReportFacts], decisions: Decisions) -> Iterator[tuple[ReportFacts, ReportFacts]]:
    pairs = [
        (one, other)
        for one, other in combinations(reports, 2)
        if corrects(one, other)
        and is_possible(one, other)
        and not decisions.constraints.must_part(one.report.id, other.report.id)
    ]
    yield from sorted(pairs, key=lambda pair: (-score(*pair), *sorted(facts.report.id for facts in pair)))


def _forbidden(one: Unit, other: Unit, decisions: Decisions) -> bool:
    return share_document(one, other) or are_kept_apart(one, other, decisions)


def share_document(one: Unit, other: Unit) -> bool:
    """Whether one document tells of both, and so tells of them apart."""
    return bool({facts.report.document for facts in one} & {facts.report.document for facts in other})


def are_kept_apart(one: Unit, other: Unit, decisions: Decisions) -> bool:
    """Whether a person said that a report of the one is another encounter than a report of the other."""
    parted = decisions.constraints.must_part
    return any(parted(first.report.id, second.report.id) for first in one for second in other)
