"""What people decided about reports and encounters, as far as it still stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from hoedong.model.account import Review
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.resolve.constraints import Constraints, constraints_from, judgements_in_force

_REVIEWS: Final = {JudgementVerb.ACCEPT: Review.ACCEPTED, JudgementVerb.REJECT: Review.REJECTED}


@dataclass(frozen=True, slots=True)
class Decisions:
    """Judgements as the merge uses them; keys are ids of reports.

    `constraints` join and part reports. `reviews` holds the judgement that accepts or rejects the encounter of a
    report, `values` the last value set for a property of it, by report and property.
    """

    constraints: Constraints = field(default_factory=Constraints)
    rejected_reports: frozenset[str] = frozenset()
    reviews: Mapping[str, Judgement] = field(default_factory=dict)
    values: Mapping[tuple[str, str], Judgement] = field(default_factory=dict)


def decisions_from(judgements: Iterable[Judgement]) -> Decisions:
    """What still stands of the judgements on reports and encounters; of two on one thing the later one stands."""
    in_force = judgements_in_force(judgements)
    reviews: dict[str, Judgement] = {}
    reports: dict[str, Judgement] = {}
    values: dict[tuple[str, str], Judgement] = {}
    for judgement in in_force:
        if judgement.subject is JudgementSubject.REPORT and judgement.verb in _REVIEWS:
            reports[judgement.left] = judgement
        elif judgement.subject is not JudgementSubject.ENCOUNTER:
            continue
        elif judgement.verb in _REVIEWS:
            reviews[judgement.left] = judgement
        elif judgement.verb is JudgementVerb.SET_VALUE and judgement.property:
            values[judgement.left, judgement.property] = judgement
    return Decisions(
        constraints=constraints_from(in_force, JudgementSubject.ENCOUNTER),
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
