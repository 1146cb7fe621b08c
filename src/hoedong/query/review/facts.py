"""Questions about single facts: values that conflict, claims that do not hold, plans overdue, doubtful reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from hoedong.model.account import Encounter, Review, Verdict, VerdictKind
from hoedong.model.answer import Reason
from hoedong.model.encounter import Status
from hoedong.model.judgement import Judgement
from hoedong.query.review.judged import Judged
from hoedong.query.review.question import Question, QuestionKind

LOW_CONFIDENCE = 0.7
"""Below this an encounter that nobody looked at is asked about."""

_CLAIM_DOUBT = 0.6
_PLAN_DOUBT = 0.8
_ORPHAN_DOUBT = 0.5
"""How uncertain these are in general: whether the claim or the record is wrong, whether a plan came true."""


def conflicting_value_questions(judged: Judged, encounters: Iterable[Encounter]) -> Iterator[Question]:
    """Which value holds, where reports conflict and nobody has said."""
    for encounter in encounters:
        for name in encounter.disagreements:
            if not judged.has_value(encounter.id, name):
                yield _conflict(encounter, name)


def _conflict(encounter: Encounter, name: str) -> Question:
    """As uncertain as the share of reports that do not give the chosen value."""
    values = [value for value in encounter.values if value.property == name]
    every = sum(len(value.reports) for value in values)
    chosen = sum(len(value.reports) for value in values if value.is_chosen)
    return Question(
        QuestionKind.CONFLICTING_VALUE,
        encounter.id,
        aspect=name,
        effect=len(encounter.reports),
        uncertainty=round(1 - chosen / every, 6) if every else 0.5,
        reasons=tuple(Reason(value.value, float(len(value.reports)), value.reason) for value in values),
    )


def contradicted_claim_questions(judged: Judged, verdicts: Iterable[Verdict]) -> Iterator[Question]:
    """Whether the claim is wrong or the record is, for claims that the record contradicts."""
    for verdict in verdicts:
        if verdict.kind is VerdictKind.CONTRADICTED and not judged.has_claim(verdict.claim.id):
            yield Question(
                QuestionKind.CONTRADICTED_CLAIM,
                verdict.claim.id,
                effect=max(1, len(verdict.encounters)),
                uncertainty=_CLAIM_DOUBT,
                reasons=(Reason("record", -1.0, verdict.note),),
            )


def overdue_plan_questions(judged: Judged, planned: Iterable[Encounter], today: dt.date) -> Iterator[Question]:
    """Whether it took place, for encounters whose planned date has passed without news of the outcome."""
    for encounter in planned:
        is_past = encounter.when is not None and encounter.when.last_day() < today
        if encounter.status is Status.PLANNED and is_past and not judged.has_value(encounter.id, "status"):
            yield Question(
                QuestionKind.OVERDUE_PLAN,
                encounter.id,
                aspect="status",
                effect=encounter.sources,
                uncertainty=_PLAN_DOUBT,
            )


def low_confidence_questions(encounters: Iterable[Encounter]) -> Iterator[Question]:
    """Whether it is right at all, for encounters that the reader itself doubts and nobody has looked at."""
    for encounter in encounters:
        if encounter.confidence < LOW_CONFIDENCE and encounter.review is Review.AUTO:
            yield Question(
                QuestionKind.LOW_CONFIDENCE,
                encounter.id,
                effect=max(1, len(encounter.people) - 1),
                uncertainty=round(1 - encounter.confidence, 6),
            )


def orphan_questions(orphans: Sequence[Judgement]) -> Iterator[Question]:
    """What to do with judgements about something that no reading yields any more."""
    for judgement in orphans:
        yield Question(QuestionKind.ORPHAN, judgement.id, uncertainty=_ORPHAN_DOUBT)
