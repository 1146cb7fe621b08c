"""Pairs of encounters that may be one: near misses of the comparison that merges reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from hoedong.model.account import Encounter, Review
from hoedong.model.answer import Reason
from hoedong.model.judgement import JudgementSubject
from hoedong.query.review.judged import Judged
from hoedong.query.review.question import Question, QuestionKind, uncertainty_near
from hoedong.record.protocol import ReportRow, Store
from hoedong.resolve.encounters import ReportComparison, compare_reports, encounter_blocks
from hoedong.resolve.encounters.comparison import is_possible, score
from hoedong.resolve.encounters.facts import ReportFacts, facts_of
from hoedong.resolve.encounters.features import THRESHOLD

NEAR = 1.5
"""How far below what merges two reports a pair may score and still be worth a question."""

MOST_REPORTS = 1200
MOST_IN_BLOCK = 40
"""Bounds on what is looked at, whatever the size of the record."""

_NearMiss = tuple[ReportRow, ReportRow, ReportComparison]


def same_encounter_questions(store: Store, judged: Judged, encounters: Sequence[Encounter]) -> Iterator[Question]:
    """Whether two encounters are one, for those of these encounters that have a near double."""
    best: dict[tuple[int, int], _NearMiss] = {}
    for miss in _near_misses(_rows(store, encounters)):
        pair = tuple(sorted((miss[0].encounter or 0, miss[1].encounter or 0)))
        if pair not in best or _nearest_first(miss) < _nearest_first(best[pair[0], pair[1]]):
            best[pair[0], pair[1]] = miss
    for miss in sorted(best.values(), key=_nearest_first):
        question = _question(store, miss)
        if question and not judged.has_pair(JudgementSubject.ENCOUNTER, question.left, question.right or ""):
            yield question


def _nearest_first(miss: _NearMiss) -> tuple[float, str, str]:
    return abs(miss[2].score - THRESHOLD), miss[0].report.id, miss[1].report.id


def _rows(store: Store, encounters: Sequence[Encounter]) -> list[ReportRow]:
    """The reports of these encounters and those that share a block with them, as far as they belong to any."""
    numbers = store.encounters.report_numbers([report for one in encounters for report in one.reports])
    mates = sorted(store.encounters.block_mates(sorted(numbers.values())[:MOST_REPORTS]))[:MOST_REPORTS]
    return [row for row in store.encounters.reports(mates) if row.encounter is not None]


def _near_misses(rows: Sequence[ReportRow]) -> Iterator[_NearMiss]:
    facts = {row.number: facts_of(row.report) for row in rows}
    for one, other in _block_mates(rows):
        if _is_near(facts[one.number], facts[other.number]):
            yield one, other, compare_reports(one.report, other.report)


def _is_near(one: ReportFacts, other: ReportFacts) -> bool:
    return is_possible(one, other) and score(one, other) >= THRESHOLD - NEAR


def _block_mates(rows: Sequence[ReportRow]) -> Iterator[tuple[ReportRow, ReportRow]]:
    """Each two reports of different encounters that share a block, once."""
    blocks: dict[str, list[ReportRow]] = defaultdict(list)
    for row in rows:
        for block in encounter_blocks(row.report):
            blocks[block].append(row)
    seen: set[tuple[int, int]] = set()
    for block in sorted(blocks):
        for one, other in combinations(blocks[block][:MOST_IN_BLOCK], 2):
            if one.encounter != other.encounter and (one.number, other.number) not in seen:
                seen.add((one.number, other.number))
                yield one, other


def _question(store: Store, miss: _NearMiss) -> Question | None:
    """The question, its effect the reports of the smaller encounter; None where a person has rejected either."""
    one, other, comparison = miss
    encounters = [row.encounter for row in store.encounters.encounters([one.encounter or 0, other.encounter or 0])]
    if len(encounters) < 2 or any(encounter.review is Review.REJECTED for encounter in encounters):
        return None
    left, right = sorted((one.report.id, other.report.id))
    return Question(
        QuestionKind.SAME_ENCOUNTER,
        left,
        right,
        effect=min(len(encounter.reports) for encounter in encounters),
        uncertainty=uncertainty_near(comparison.score, THRESHOLD),
        reasons=tuple(Reason(one.name, one.weight, one.note) for one in comparison.features),
    )
