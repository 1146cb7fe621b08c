"""What people decided about reports and encounters, as far as it still stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from hoedong.model.account import Review
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb

Pair = frozenset[str]
_LINKS: Final = (JudgementVerb.SAME, JudgementVerb.DIFFERENT, JudgementVerb.UNSURE)
_REVIEWS: Final = {JudgementVerb.ACCEPT: Review.ACCEPTED, JudgementVerb.REJECT: Review.REJECTED}


@dataclass(frozen=True, slots=True)
class Decisions:
    """Judgements as the merge uses them; keys are ids of reports.

    `must_link` and `cannot_link` are pairs. `reviews` holds the judgement that accepts or rejects the encounter of a
    report, `values` the last value set for a property of it, by report and property.
    """

    must_link: frozenset[Pair] = frozenset()
    cannot_link: frozenset[Pair] = frozenset()
    rejected_reports: frozenset[str] = frozenset()
    reviews: Mapping[str, Judgement] = field(default_factory=dict)
    values: Mapping[tuple[str, str], Judgement] = field(default_factory=dict)


def decisions_from(judgements: Iterable[Judgement]) -> Decisions:
    """What still stands of the judgements on reports and encounters; of two on one thing the later one stands."""
    links: dict[Pair, Judgement] = {}
    reviews: dict[str, Judgement] = {}
    reports: dict[str, Judgement] = {}
    values: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(standing(judgements), key=order_of):
        if judgement.subject is JudgementSubject.REPORT and judgement.verb in _REVIEWS:
            reports[judgement.left] = judgement
        elif judgement.subject is not JudgementSubject.ENCOUNTER:
            continue
        elif judgement.verb in _LINKS and judgement.right is not None:
            links[frozenset((judgement.left, judgement.right))] = judgement
        elif judgement.verb in _REVIEWS:
            reviews[judgement.left] = judgement
        elif judgement.verb is JudgementVerb.SET_VALUE and judgement.property:
            values[judgement.left, judgement.property] = judgement
    return Decisions(
        must_link=_pairs(links, JudgementVerb.SAME),
        cannot_link=_pairs(links, JudgementVerb.DIFFERENT),
        rejected_reports=frozenset(r for r, judgement in reports.items() if judgement.verb is JudgementVerb.REJECT),
        reviews=reviews,
        values=values,
    )


def order_of(judgement: Judgement) -> tuple[str, str]:
    """When it was made; of two of one moment, by id."""
    return (judgement.created, judgement.id)


def review_of(judgement: Judgement) -> Review:
    """What a judgement that accepts or rejects makes of an encounter."""
    return _REVIEWS[judgement.verb]


def _pairs(links: Mapping[Pair, Judgement], verb: JudgementVerb) -> frozenset[Pair]:
    return frozenset(pair for pair, judgement in links.items() if judgement.verb is verb and len(pair) == 2)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody took back; taking back a retraction revives what it took back."""
    by_id = {judgement.id: judgement for judgement in judgements}
    retractions: dict[str, list[Judgement]] = {}
    for judgement in by_id.values():
        if judgement.verb is JudgementVerb.RETRACT and judgement.retracts is not None:
            retractions.setdefault(judgement.retracts, []).append(judgement)
    void: set[str] = set()
    for judgement in sorted(
        by_id.values(), key=order_of, reverse=True
    ):  # a retraction is later than what it takes back
        if any(retraction.id not in void for retraction in retractions.get(judgement.id, ())):
            void.add(judgement.id)
    return tuple(judgement for judgement in by_id.values() if judgement.id not in void)
