"""What a question rests on: the two sides with their words, where they differ, and what a yes would change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from hoedong.model.account import Encounter, ResolvedReport, Value, Verdict
from hoedong.model.appearance import Appearance
from hoedong.model.entity import PersonEntity
from hoedong.model.judgement import Judgement
from hoedong.query.review.exhibit import Exhibit, exhibit_of_appearance, exhibits_of
from hoedong.query.review.question import Question, QuestionKind
from hoedong.record.codec import decode_value
from hoedong.record.protocol import Store
from hoedong.record.store_view import StoreView

MOST_MOVED = 6
"""Encounters that a preview lists."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a question: its words, and what is stated of it by property, each value as written."""

    id: str
    name: str
    exhibits: tuple[Exhibit, ...]
    facts: Mapping[str, tuple[str, ...]]
    person: PersonEntity | None = None
    encounter: Encounter | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What both sides state of one property; `agrees` is None where one states nothing, or where it tells nothing."""

    property: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class QuestionDossier:
    """All that is shown beside a question.

    `moved` are the encounters that a yes would bring together, at most six of `moved_in_all`. `values` are those that
    conflict, `verdict` is that of a claim, `judgement` the one that lost what it was about.
    """

    question: Question
    sides: tuple[Side, ...] = ()
    differences: tuple[Difference, ...] = ()
    moved: tuple[Encounter, ...] = ()
    moved_in_all: int = 0
    values: tuple[Value, ...] = ()
    verdict: Verdict | None = None
    judgement: Judgement | None = None
    people: Mapping[str, PersonEntity] = field(default_factory=dict)


def dossier_of(store: Store, view: StoreView, question: Question) -> QuestionDossier:
    """What a question rests on."""
    return _DOSSIERS[question.kind](store, view, question)


def _people(store: Store, view: StoreView, question: Question) -> QuestionDossier:
    ids = [question.left, question.right or ""]
    sides = tuple(side for id_ in ids if (side := _person_side(store, view, id_)) is not None)
    moved = {one.id: one for id_ in ids for one in view.find_encounters([id_], limit=MOST_MOVED)}
    return QuestionDossier(
        question,
        sides,
        differences_of(sides),
        tuple(moved.values())[:MOST_MOVED],
        sum(view.count_encounters([id_]) for id_ in ids),
        people=_people_at(view, tuple(moved.values())),
    )


def _person_side(store: Store, view: StoreView, id_: str) -> Side | None:
    person = view.person(id_)
    body = next((body for _, body in store.people.appearances([id_]).values()), None)
    if person is None or body is None:
        return None
    appearance = decode_value(Appearance, body)
    exhibit = exhibit_of_appearance(store, view, appearance.document, id_)
    return Side(id_, appearance.name, (exhibit,) if exhibit else (), _facts_of_person(appearance), person)


def _facts_of_person(appearance: Appearance) -> Mapping[str, tuple[str, ...]]:
    return {
        "name": (appearance.name,),
        "latin": (appearance.latin,) if appearance.latin else (),
        "organisation": tuple(dict.fromkeys(post.organisation for post in appearance.posts if post.organisation)),
        "title": tuple(dict.fromkeys(post.title for post in appearance.posts if post.title)),
        "published": (str(appearance.published),) if appearance.published else (),
    }


def _encounters(store: Store, view: StoreView, question: Question) -> QuestionDossier:
    del store
    reports = view.reports([question.left, question.right or ""])
    encounters = tuple(one for report in reports if (one := view.encounter(report.id)) is not None)
    people = _people_at(view, encounters)
    sides = tuple(_report_side(view, report, people) for report in reports)
    return QuestionDossier(question, sides, differences_of(sides), encounters, len(encounters), people=people)


def _report_side(view: StoreView, report: ResolvedReport, people: Mapping[str, PersonEntity]) -> Side:
    names = tuple(people[one].name for one in report.principals if one in people)
    facts = {
        "who": names + report.parties,
        "date": (report.when.edtf,) if report.when else (),
        "place": tuple(dict.fromkeys(one for one in (report.place, report.city, report.country) if one)),
        "status": (str(report.status),),
        "mode": (str(report.mode),),
        "topics": report.topics,
        "published": (str(report.published),) if report.published else (),
    }
    name = " × ".join(names)
    return Side(report.id, name, exhibits_of(view, report.evidence, 2), facts, encounter=view.encounter(report.id))


def differences_of(sides: Sequence[Side]) -> tuple[Difference, ...]:
    """What two sides state, property by property; none where there are not two."""
    if len(sides) != 2:
        return ()
    left, right = sides
    return tuple(
        Difference(name, left.facts[name], right.facts[name], _agree(name, left.facts[name], right.facts[name]))
        for name in left.facts
        if left.facts[name] or right.facts[name]
    )


def _agree(name: str, left: Sequence[str], right: Sequence[str]) -> bool | None:
    """Whether two have a value in common; the days of two articles say nothing of their being one."""
    return bool(set(left) & set(right)) if left and right and name != "published" else None


def _one_encounter(store: Store, view: StoreView, question: Question) -> QuestionDossier:
    del store
    encounter = view.encounter(question.left)
    if encounter is None:
        return QuestionDossier(question)
    people = _people_at(view, (encounter,))
    values = tuple(value for value in encounter.values if value.property == question.aspect)
    shown = [value.reports[0] for value in values if value.reports] or list(encounter.reports)
    sides = tuple(_report_side(view, report, people) for report in view.reports(shown[:4]))
    return QuestionDossier(question, sides, (), (encounter,), 1, values, people=people)


def _claim(store: Store, view: StoreView, question: Question) -> QuestionDossier:
    del store
    verdict = next(iter(view.verdicts_on([question.left])), None)
    if verdict is None:
        return QuestionDossier(question)
    encounters = tuple(one for id_ in verdict.encounters if (one := view.encounter(id_)) is not None)
    people = {**_people_at(view, encounters), **view.people_by_id(verdict.claim.people)}
    name = " × ".join(people[one].name for one in verdict.claim.people if one in people)
    side = Side(question.left, name, exhibits_of(view, verdict.claim.evidence, 2), {})
    return QuestionDossier(
        question, (side,), (), encounters[:MOST_MOVED], len(encounters), verdict=verdict, people=people
    )


def _orphan(store: Store, view: StoreView, question: Question) -> QuestionDossier:
    del store
    found = next((one for one in view.orphaned_judgements() if one.id == question.left), None)
    return QuestionDossier(question, judgement=found)


def _people_at(view: StoreView, encounters: Sequence[Encounter]) -> Mapping[str, PersonEntity]:
    return view.people_by_id({person for one in encounters for person in one.people})


_DOSSIERS: Mapping[QuestionKind, Callable[[Store, StoreView, Question], QuestionDossier]] = {
    QuestionKind.SAME_PERSON: _people,
    QuestionKind.SAME_ENCOUNTER: _encounters,
    QuestionKind.CONFLICTING_VALUE: _one_encounter,
    QuestionKind.CONTRADICTED_CLAIM: _claim,
    QuestionKind.OVERDUE_PLAN: _one_encounter,
    QuestionKind.LOW_CONFIDENCE: _one_encounter,
    QuestionKind.ORPHAN: _orphan,
}
