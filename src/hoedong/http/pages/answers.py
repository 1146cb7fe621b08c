"""The answers to each kind of question: what a button judges with, and which key presses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hoedong.model.account import VerdictKind
from hoedong.model.encounter import Status
from hoedong.model.judgement import JudgementVerb
from hoedong.query.review import SUBJECTS, Question, QuestionKind
from hoedong.workspace.deciding import Decision


@dataclass(frozen=True, slots=True)
class Answer:
    """A button: the verb and value that it judges with, the key that presses it, and the act of the keyboard."""

    verb: JudgementVerb
    key: str
    act: str
    value: str = ""

    @property
    def name(self) -> str:
        """The answer in forms and addresses: `same`, `set_value:held`."""
        return f"{self.verb}:{self.value}" if self.value else str(self.verb)


_ALIKE = (
    Answer(JudgementVerb.SAME, "Y", "same"),
    Answer(JudgementVerb.DIFFERENT, "N", "different"),
    Answer(JudgementVerb.UNSURE, "U", "unsure"),
)
_RIGHT_OR_WRONG = (Answer(JudgementVerb.ACCEPT, "Y", "accept"), Answer(JudgementVerb.REJECT, "N", "reject"))
_OUTCOMES = (
    Answer(JudgementVerb.SET_VALUE, "Y", "accept", Status.HELD),
    Answer(JudgementVerb.SET_VALUE, "N", "reject", Status.NOT_HELD),
    Answer(JudgementVerb.SET_VALUE, "3", "pick", Status.UNCONFIRMED),
)
_CLAIM = (
    Answer(JudgementVerb.SET_VALUE, "Y", "accept", VerdictKind.CONTRADICTED),
    Answer(JudgementVerb.SET_VALUE, "N", "reject", VerdictKind.UNVERIFIABLE),
    Answer(JudgementVerb.SET_VALUE, "3", "pick", VerdictKind.SUPPORTED),
)
ANSWERS: Mapping[QuestionKind, tuple[Answer, ...]] = {
    QuestionKind.SAME_PERSON: _ALIKE,
    QuestionKind.SAME_ENCOUNTER: _ALIKE,
    QuestionKind.OVERDUE_PLAN: _OUTCOMES,
    QuestionKind.CONTRADICTED_CLAIM: _CLAIM,
    QuestionKind.LOW_CONFIDENCE: _RIGHT_OR_WRONG,
    QuestionKind.ORPHAN: (Answer(JudgementVerb.RETRACT, "Y", "accept"),),
}

_SEVERALLY = (JudgementVerb.UNSURE, JudgementVerb.RETRACT)
"""Answers that say nothing of a group of questions."""


def answers_together(kind: QuestionKind) -> tuple[Answer, ...]:
    """The answers that several questions of a kind can be given at once; none where each has its own."""
    return tuple(answer for answer in ANSWERS.get(kind, ()) if answer.verb not in _SEVERALLY)


def decision_of(question: Question, answer: Answer) -> Decision:
    """What an answer to a question decides."""
    is_claim = question.kind is QuestionKind.CONTRADICTED_CLAIM
    return Decision(
        SUBJECTS[question.kind],
        answer.verb,
        question.left,
        question.right,
        "verdict" if is_claim else question.aspect,
        answer.value or None,
    )
