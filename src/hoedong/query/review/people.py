"""Pairs of people who may be one: near misses of the comparison that decides who is who."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hoedong.model.answer import Reason
from hoedong.model.judgement import JudgementSubject
from hoedong.query.review.judged import Judged
from hoedong.query.review.question import Question, QuestionKind, uncertainty_near
from hoedong.record.identity_rules import PersonRules
from hoedong.record.protocol import ProfileRow, Store
from hoedong.record.standing import StandingJudgements
from hoedong.record.store_view import StoreView
from hoedong.resolve.people import PersonComparison, PersonProfile, compare_people, may_interact
from hoedong.resolve.people.weights import SUPPORT

NEAR = 3.0
"""How far below what joins two people a pair may score and still be worth a question."""

MOST_PROFILES = 1500
MOST_IN_BLOCK = 60
MOST_QUESTIONS = 200
"""Bounds on what is looked at and asked, whatever the size of the record."""


_RULES = PersonRules(StandingJudgements((), (JudgementSubject.PERSON,)))


@dataclass(frozen=True, slots=True)
class _Side:
    row: ProfileRow
    profile: PersonProfile

    @property
    def appearance(self) -> str:
        """The id of the earliest appearance of the profile: what a judgement names."""
        return self.row.earliest.rpartition(" ")[2]


@dataclass(frozen=True, slots=True)
class _NearMiss:
    left: _Side
    right: _Side
    comparison: PersonComparison


def same_person_questions(store: Store, view: StoreView, judged: Judged, people: Sequence[str]) -> Iterator[Question]:
    """Whether two people are one, for those of these people who have a double that nearly fits."""
    near_misses = sorted(_best_of_each_pair(_sides(store, people)).values(), key=_nearest_first)
    for miss in near_misses[:MOST_QUESTIONS]:
        question = _question(view, miss)
        if not judged.has_pair(JudgementSubject.PERSON, question.left, question.right or "") and question.effect:
            yield question


def _nearest_first(miss: _NearMiss) -> tuple[float, str, str]:
    return abs(miss.comparison.score - SUPPORT), miss.left.appearance, miss.right.appearance


def _sides(store: Store, people: Sequence[str]) -> list[_Side]:
    """The profiles of these people and of whoever is filed under a block that they look under."""
    numbers = {number for one in people if (number := store.people.entity_of(one)) is not None}
    own = _loaded(store, store.people.profiles_of(sorted(numbers)))
    blocks = {block for side in own for block in _RULES.filing(side.profile).sought}
    mates = _loaded(store, store.people.in_blocks(sorted(blocks)))
    by_number = {side.row.number: side for side in (*own, *mates)}
    return [by_number[number] for number in sorted(by_number)][:MOST_PROFILES]


def _loaded(store: Store, numbers: Sequence[int]) -> list[_Side]:
    rows = store.people.profiles(sorted(numbers)[:MOST_PROFILES])
    return [_Side(row, _RULES.decode(row.body)) for row in rows if row.entity is not None]


def _best_of_each_pair(sides: Sequence[_Side]) -> dict[tuple[int, int], _NearMiss]:
    best: dict[tuple[int, int], _NearMiss] = {}
    for left, right in _block_mates(sides):
        comparison = compare_people(left.profile, right.profile)
        if comparison.score < SUPPORT - NEAR:
            continue
        pair = _entities(left, right)
        if pair not in best or _nearest_first(best[pair]) > _nearest_first(_NearMiss(left, right, comparison)):
            best[pair] = _NearMiss(left, right, comparison)
    return best


def _entities(left: _Side, right: _Side) -> tuple[int, int]:
    one, other = left.row.entity or 0, right.row.entity or 0
    return min(one, other), max(one, other)


def _block_mates(sides: Sequence[_Side]) -> Iterator[tuple[_Side, _Side]]:
    """Each two of different people of whom one looks where the other is filed, once."""
    filed: dict[int, list[_Side]] = defaultdict(list)
    for side in sides:
        for block in _RULES.filing(side.profile).filed:
            filed[block].append(side)
    seen: set[tuple[int, int]] = set()
    for left in sides:
        for block in _RULES.filing(left.profile).sought:
            yield from _new_pairs(left, filed[block][:MOST_IN_BLOCK], seen)


def _new_pairs(left: _Side, others: Iterable[_Side], seen: set[tuple[int, int]]) -> Iterator[tuple[_Side, _Side]]:
    for right in others:
        pair = (min(left.row.number, right.row.number), max(left.row.number, right.row.number))
        if left.row.entity != right.row.entity and pair not in seen:
            seen.add(pair)
            if may_interact(left.profile, right.profile):
                yield left, right


def _question(view: StoreView, miss: _NearMiss) -> Question:
    """The question with its effect: the encounters of the one who met less; none where both were at one encounter."""
    left, right = sorted((miss.left.appearance, miss.right.appearance))
    met_each_other = view.count_encounters([left, right])
    effect = 0 if met_each_other else max(1, min(view.count_encounters([one]) for one in (left, right)))
    found = miss.comparison
    reasons = tuple(Reason(one.name, one.weight, one.explanation) for one in found.features)
    uncertainty = uncertainty_near(found.score, SUPPORT)
    return Question(QuestionKind.SAME_PERSON, left, right, effect=effect, uncertainty=uncertainty, reasons=reasons)
