"""Which questions of a queue still wait after people have answered some."""

from __future__ import annotations

from hoedong.model.account import Review
from hoedong.query.review.judged import Judged
from hoedong.query.review.question import SUBJECTS, Question, QuestionKind
from hoedong.query.review.queue import Queue
from hoedong.record.protocol import Store
from hoedong.record.store_view import StoreView


def still_open(store: Store, view: StoreView, queue: Queue) -> Queue:
    """The questions that nobody has answered and whose objects are still there, in the same order."""
    standing = view.standing_judgements()
    judged, ids = Judged(store, standing), {one.id for one in standing}
    return Queue(tuple(one for one in queue.questions if _is_open(view, judged, ids, one)))


def _is_open(view: StoreView, judged: Judged, standing: set[str], question: Question) -> bool:
    match question.kind:
        case QuestionKind.SAME_PERSON | QuestionKind.SAME_ENCOUNTER:
            return _are_two(view, judged, question)
        case QuestionKind.CONFLICTING_VALUE | QuestionKind.OVERDUE_PLAN:
            return _is_there(view, question) and not judged.has_value(question.left, question.aspect or "")
        case QuestionKind.CONTRADICTED_CLAIM:
            return view.claim(question.left) is not None and not judged.has_claim(question.left)
        case QuestionKind.LOW_CONFIDENCE:
            return _is_there(view, question)
        case QuestionKind.ORPHAN:
            return question.left in standing


def _are_two(view: StoreView, judged: Judged, question: Question) -> bool:
    """Whether both are still there, apart, and nobody has compared them."""
    left, right = question.left, question.right or ""
    find = view.person if question.kind is QuestionKind.SAME_PERSON else view.encounter
    one, other = find(left), find(right)
    if one is None or other is None or one.id == other.id:
        return False
    return not judged.has_pair(SUBJECTS[question.kind], left, right)


def _is_there(view: StoreView, question: Question) -> bool:
    """Whether the encounter is still there and nobody has looked at it."""
    encounter = view.encounter(question.left)
    if encounter is None:
        return False
    return question.kind is not QuestionKind.LOW_CONFIDENCE or encounter.review is Review.AUTO
