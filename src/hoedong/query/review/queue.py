"""What is worth asking a person: all kinds of question in one order, at a bounded cost.

What is looked at is the latest encounters, those of the busiest pairs, and the plans that have come due; so the cost
does not grow with the record. As questions are answered and news comes in, others move into view.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hoedong.model.account import Encounter, Verdict
from hoedong.model.encounter import Status
from hoedong.query.review.encounters import same_encounter_questions
from hoedong.query.review.facts import (
    conflicting_value_questions,
    contradicted_claim_questions,
    low_confidence_questions,
    orphan_questions,
    overdue_plan_questions,
)
from hoedong.query.review.judged import Judged
from hoedong.query.review.people import same_person_questions
from hoedong.query.review.question import Question, QuestionKind, order_of
from hoedong.record.protocol import EncounterFilter, Store
from hoedong.record.store_view import StoreView

LATEST = 200
BUSIEST_PAIRS = 20
OF_EACH_PAIR = 10
MOST_PLANS = 100
MOST_PEOPLE = 300
MOST_CLAIMS = 300
"""Bounds on what is looked at."""


@dataclass(frozen=True, slots=True)
class Queue:
    """The questions, the most worthwhile first."""

    questions: tuple[Question, ...]

    @property
    def counts(self) -> Mapping[QuestionKind, int]:
        """How many of each kind wait."""
        found = Counter(question.kind for question in self.questions)
        return {kind: found[kind] for kind in QuestionKind}

    def question(self, id: str) -> Question | None:  # noqa: A002 - the word of the model
        """The question with this id; None where it is answered, or was never asked."""
        return next((one for one in self.questions if one.id == id), None)

    def of(self, kind: QuestionKind | None) -> tuple[Question, ...]:
        """The questions of one kind, or all."""
        return tuple(one for one in self.questions if kind in (None, one.kind))


def review_queue(store: Store, view: StoreView, today: dt.date) -> Queue:
    """What is worth asking, as of a day."""
    return Queue(tuple(sorted(_questions(store, view, today), key=order_of)))


def _questions(store: Store, view: StoreView, today: dt.date) -> Iterator[Question]:
    judged = Judged(store, view.standing_judgements())
    encounters = _in_view(view)
    people = list(dict.fromkeys(person for one in encounters for person in one.people))[:MOST_PEOPLE]
    yield from same_person_questions(store, view, judged, people)
    yield from same_encounter_questions(store, judged, encounters)
    yield from conflicting_value_questions(judged, encounters)
    yield from contradicted_claim_questions(judged, _verdicts(view, people))
    yield from overdue_plan_questions(judged, _plans(view, today), today)
    yield from low_confidence_questions(encounters)
    yield from orphan_questions(view.orphaned_judgements())


def _in_view(view: StoreView) -> tuple[Encounter, ...]:
    """The latest encounters and those of the pairs that meet most."""
    found = {one.id: one for one in view.find_encounters(limit=LATEST)}
    for one, other, _ in view.busiest_pairs(BUSIEST_PAIRS):
        found.update((each.id, each) for each in view.find_encounters([one.id, other.id], limit=OF_EACH_PAIR))
    return tuple(found.values())


def _plans(view: StoreView, today: dt.date) -> tuple[Encounter, ...]:
    wanted = EncounterFilter(until=str(today), statuses=(Status.PLANNED,))
    return view.find_encounters(wanted=wanted, limit=MOST_PLANS)


def _verdicts(view: StoreView, people: list[str]) -> tuple[Verdict, ...]:
    return view.verdicts_on_any(people, MOST_CLAIMS)
