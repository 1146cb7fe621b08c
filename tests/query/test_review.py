from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from hoedong.model.account import Review, Value, VerdictKind
from hoedong.model.encounter import Status
from hoedong.model.judgement import JudgementSubject, JudgementVerb
from hoedong.query.review import Question, QuestionKind
from hoedong.query.review.facts import conflicting_value_questions, low_confidence_questions, overdue_plan_questions
from hoedong.query.review.judged import Judged
from hoedong.query.review.question import order_of, uncertainty_near
from hoedong.record.sqlite import open_record
from hoedong.workspace import Workspace
from invented_pages import NOW, make_record
from recorded import encounter

TODAY = dt.date(2026, 4, 10)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of invented articles."""
    return make_record(tmp_path_factory.mktemp("review"))


@pytest.fixture
def workspace(record: Path, tmp_path: Path) -> Workspace:
    """A copy of the record that a test may judge in."""
    with Workspace(record, read_only=True) as source:
        source.backup(tmp_path / "copy.db")
    return Workspace(tmp_path / "copy.db", user="gana", clock=lambda: NOW)


def _of(workspace: Workspace, kind: QuestionKind) -> Question:
    return workspace.review_queue().of(kind)[0]


def test_every_kind_of_doubt_is_found(workspace: Workspace) -> None:
    """A namesake, two days for one meeting, a claim that does not hold, a plan that is past, a doubtful report."""
    counts = workspace.review_queue().counts
    found = {kind for kind, count in counts.items() if count}
    assert found == set(QuestionKind) - {QuestionKind.SAME_ENCOUNTER, QuestionKind.ORPHAN}


def test_namesakes_are_asked_about_with_their_reasons(workspace: Workspace) -> None:
    """Two people of one name who were not joined: what speaks for it is the name, and the effect is their meetings."""
    question = _of(workspace, QuestionKind.SAME_PERSON)
    names = {workspace.person(id_).name for id_ in (question.left, question.right or "")}
    assert names == {"백이솔"}
    assert ("same_korean_name", 3.0) in [(reason.name, reason.weight) for reason in question.reasons]
    assert question.score == round(question.effect * question.uncertainty, 6)


def test_the_dossier_has_the_words_of_both_sides(workspace: Workspace) -> None:
    """Each side shows where its document names the person, exactly as it stands there, and what differs."""
    dossier = workspace.question(_of(workspace, QuestionKind.SAME_PERSON))
    for side in dossier.sides:
        exhibit = side.exhibits[0]
        assert workspace.document(exhibit.document)[exhibit.span] == exhibit.words
        assert "백이솔" in exhibit.words
    assert {row.property: row.agrees for row in dossier.differences}["name"] is True
    assert dossier.moved_in_all == 3


def test_a_claim_that_the_record_contradicts_is_asked_about(workspace: Workspace) -> None:
    """A report says that three years had passed, while a meeting last September is on record."""
    dossier = workspace.question(_of(workspace, QuestionKind.CONTRADICTED_CLAIM))
    assert dossier.verdict is not None
    assert dossier.verdict.kind is VerdictKind.CONTRADICTED
    assert "met in between" in dossier.question.reasons[0].explanation


def test_the_queue_is_in_order_of_worth(workspace: Workspace) -> None:
    """The most effect times uncertainty comes first, and asking twice gives the same questions."""
    queue = workspace.review_queue()
    scores = [question.score for question in queue.questions]
    assert scores == sorted(scores, reverse=True)
    assert queue == workspace.review_queue()


@pytest.mark.parametrize("verb", [JudgementVerb.DIFFERENT, JudgementVerb.UNSURE])
def test_nobody_is_asked_twice(workspace: Workspace, verb: JudgementVerb) -> None:
    """A pair that was judged is not asked about again; taking the judgement back brings the question back."""
    question = _of(workspace, QuestionKind.SAME_PERSON)
    judgement = workspace.judge(JudgementSubject.PERSON, verb, question.left, question.right)
    assert question.id not in {one.id for one in workspace.review_queue().questions}
    workspace.undo(judgement.id)
    assert workspace.review_queue().counts[QuestionKind.SAME_PERSON] == 1


def test_a_judgement_about_nothing_is_an_orphan(workspace: Workspace) -> None:
    """After its document was taken down, a judgement waits to be looked at."""
    question = _of(workspace, QuestionKind.LOW_CONFIDENCE)
    judgement = workspace.judge(JudgementSubject.ENCOUNTER, JudgementVerb.ACCEPT, question.left)
    workspace.forget(workspace.show(question.left).reports[0].document, "test")
    orphan = _of(workspace, QuestionKind.ORPHAN)
    assert orphan.left == judgement.id
    assert workspace.question(orphan).judgement == judgement


def test_people_who_met_each_other_are_two(workspace: Workspace) -> None:
    """Whoever met their own double is no double: no question asks about two who were at one encounter."""
    for question in workspace.review_queue().of(QuestionKind.SAME_PERSON):
        assert not workspace.view.count_encounters([question.left, question.right or ""])


def test_the_nearer_the_threshold_the_less_certain() -> None:
    """At the threshold nothing is known; away from it certainty grows on both sides alike."""
    assert uncertainty_near(2.0, 2.0) == 1.0
    assert uncertainty_near(1.0, 2.0) == uncertainty_near(3.0, 2.0) > uncertainty_near(0.0, 2.0)


def test_more_effect_goes_first() -> None:
    """Of two questions as uncertain, the one that moves more goes first; of equal ones the id decides."""
    few, many = (Question(QuestionKind.SAME_PERSON, "a", "b", effect=n) for n in (1, 5))
    assert sorted([few, many], key=order_of) == [many, few]
    one, other = (Question(QuestionKind.ORPHAN, name) for name in "ab")
    assert sorted([one, other], key=order_of) == sorted([other, one], key=order_of)


def _nothing_judged() -> Judged:
    return Judged(open_record(":memory:"), ())


def test_a_plan_is_overdue_only_after_its_last_day() -> None:
    """A plan for April waits until April is over; one that took place is no question."""
    plans = [
        encounter("2026-04", Status.PLANNED),
        encounter("2026-04-09", Status.PLANNED),
        encounter("2026-04-09", Status.HELD),
        encounter(None, Status.PLANNED),
    ]
    asked = list(overdue_plan_questions(_nothing_judged(), plans, TODAY))
    assert [question.left for question in asked] == [plans[1].id]


def test_the_share_of_dissent_is_the_uncertainty() -> None:
    """One report of four says otherwise: a quarter; nobody asks where all agree."""
    values = (
        Value("date", "2024-06-11", ("a", "b", "c"), is_chosen=True, is_conflict=False),
        Value("date", "2024-06-12", ("d",), is_chosen=False, is_conflict=True),
    )
    found = replace(encounter("2024-06-11"), values=values, disagreements=("date",), reports=tuple("abcd"))
    asked = list(conflicting_value_questions(_nothing_judged(), [found, encounter("2024-06-12")]))
    assert [(one.aspect, one.effect, one.uncertainty) for one in asked] == [("date", 4, 0.25)]


def test_doubt_is_asked_about_until_somebody_looked() -> None:
    """Below the border of confidence an encounter is asked about, unless a person has accepted it."""
    doubtful = replace(encounter("2024"), confidence=0.3)
    looked_at = replace(doubtful, review=Review.ACCEPTED)
    sure = replace(encounter("2025"), confidence=0.8)
    asked = list(low_confidence_questions([doubtful, looked_at, sure]))
    assert [question.uncertainty for question in asked] == [0.7]
