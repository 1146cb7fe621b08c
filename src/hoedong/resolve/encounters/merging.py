"""Reports → encounters: the one entry to this package that the record calls for each closed set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations

from hoedong.model.account import Encounter, ResolvedReport
from hoedong.model.judgement import Judgement
from hoedong.resolve.encounters.belief import believe
from hoedong.resolve.encounters.blocks import encounter_blocks
from hoedong.resolve.encounters.comparison import is_match
from hoedong.resolve.encounters.decisions import Decisions, decisions_from
from hoedong.resolve.encounters.facts import ReportFacts, facts_of
from hoedong.resolve.encounters.grouping import group_reports
from hoedong.resolve.encounters.testimony import earliness
from hoedong.resolve.encounters.units import connected, joined_by_judgement


def merge_reports(reports: Iterable[ResolvedReport], judgements: Iterable[Judgement] = ()) -> tuple[Encounter, ...]:
    """Merge a closed set of reports to encounters, the earliest report first; the order of the input plays no part.

    A set is closed when no report outside may be the same as one inside (`may_be_same`, among those that share a
    block), and no judgement joins one outside to one inside. A union of closed sets gives the union of their
    encounters. Reports that a person rejected do not count, and leave no trace.
    """
    decisions = decisions_from(judgements)
    facts = [facts_of(report) for report in _distinct(reports) if report.id not in decisions.rejected_reports]
    closed = connected_reports(facts, decisions)
    encounters = [believe(group, decisions) for each in closed for group in group_reports(each, decisions)]
    order = {one.report.id: earliness(one) for one in facts}
    return tuple(sorted(encounters, key=lambda encounter: order[encounter.id]))


def _distinct(reports: Iterable[ResolvedReport]) -> list[ResolvedReport]:
    return [report for _, report in sorted({report.id: report for report in reports}.items())]


def connected_reports(
    reports: Sequence[ReportFacts], decisions: Decisions | None = None
) -> tuple[tuple[ReportFacts, ...], ...]:
    """The closed sets among reports."""
    by_id = {facts.report.id: facts for facts in reports}
    joined = joined_by_judgement(decisions or Decisions())

    def are_linked(one: str, other: str) -> bool:
        return other in joined.get(one, ()) or is_match(by_id[one], by_id[other])

    judged = ((one, other) for one in by_id for other in joined.get(one, ()) if other in by_id)
    sets = connected(by_id, chain(judged, _block_mates(reports)), are_linked)
    return tuple(tuple(by_id[report] for report in ids) for ids in sets)


def _block_mates(reports: Sequence[ReportFacts]) -> Iterator[tuple[str, str]]:
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for facts in reports:
        for block in encounter_blocks(facts.report):
            blocks[block].append(facts.report.id)
    return iter({pair: None for mates in blocks.values() for pair in combinations(mates, 2)})
