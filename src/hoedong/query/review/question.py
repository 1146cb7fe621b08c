"""A question to a reviewer: what would change most, and is least certain, is asked first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.answer import Reason
from hoedong.model.judgement import JudgementSubject
from hoedong.record.ids import content_id


class QuestionKind(StrEnum):
    """What is asked."""

    SAME_PERSON = "same_person"
    SAME_ENCOUNTER = "same_encounter"
    CONFLICTING_VALUE = "conflicting_value"
    CONTRADICTED_CLAIM = "contradicted_claim"
    OVERDUE_PLAN = "overdue_plan"
    LOW_CONFIDENCE = "low_confidence"
    ORPHAN = "orphan"


SUBJECTS = {
    QuestionKind.SAME_PERSON: JudgementSubject.PERSON,
    QuestionKind.SAME_ENCOUNTER: JudgementSubject.ENCOUNTER,
    QuestionKind.CONFLICTING_VALUE: JudgementSubject.ENCOUNTER,
    QuestionKind.CONTRADICTED_CLAIM: JudgementSubject.CLAIM,
    QuestionKind.OVERDUE_PLAN: JudgementSubject.ENCOUNTER,
    QuestionKind.LOW_CONFIDENCE: JudgementSubject.ENCOUNTER,
}
"""What a judgement that answers a question is about; an orphan has the subject of its own judgement."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide.

    `left` and `right` are ids as a judgement takes them: appearances of people, reports of encounters, a claim; of an
    orphan the judgement itself. `right` is None where only one thing is asked about. `aspect` is the property that is
    asked about, None where it is all of it. `effect` counts the encounters and reports that the answer moves,
    `uncertainty` lies in 0..1. `reasons` say what speaks for (weight above 0) and against a yes.
    """

    kind: QuestionKind
    left: str
    right: str | None = None
    aspect: str | None = None
    effect: int = 1
    uncertainty: float = 0.5
    reasons: tuple[Reason, ...] = ()

    @property
    def id(self) -> str:
        """The same for the same question, whatever else is on record."""
        return content_id("r", self.kind, self.left, self.right or "", self.aspect or "")

    @property
    def score(self) -> float:
        """What it is worth to ask: effect × uncertainty."""
        return round(self.effect * self.uncertainty, 6)


def order_of(question: Question) -> tuple[float, str, str]:
    """The most worthwhile first, ties by kind and id."""
    return -question.score, question.kind, question.id


def uncertainty_near(score: float, threshold: float) -> float:
    """How uncertain a comparison is: 1 at the threshold, half of that two units away from it.

    >>> uncertainty_near(2.0, 2.0), uncertainty_near(0.0, 2.0)
    (1.0, 0.5)
    """
    return round(1 / (1 + abs(score - threshold) / 2), 6)
