from __future__ import annotations

from pathlib import Path

from hoedong.http.pages.waiting import PATIENCE, QueueShelf
from hoedong.model.judgement import JudgementSubject, JudgementVerb
from hoedong.query.review import QuestionKind
from hoedong.workspace import Workspace
from invented_pages import NOW

NEW = """백이솔 강변은행 이사, 한빛전자 도윤서 대표 만나

새벽일보 입력 2026.04.03 10:00

백이솔 강변은행 이사가 지난 2일 서울에서 도윤서 한빛전자 대표를 만났다.
"""


class _Clock:
    """A clock that goes on by a second each time one looks."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        self.seconds += 1
        return self.seconds


def _opened(record: Path) -> Workspace:
    return Workspace(record, user="gana", clock=lambda: NOW)


def test_an_answer_leaves_the_rest_of_the_queue(own_record: Path) -> None:
    """After an answer the kept queue is the one before without that question, and is not made anew."""
    shelf = QueueShelf()
    with _opened(own_record) as workspace:
        before = shelf.queue(workspace)
        plan = before.of(QuestionKind.OVERDUE_PLAN)[0]
        workspace.judge(JudgementSubject.ENCOUNTER, JudgementVerb.SET_VALUE, plan.left, property="status", value="held")
        assert shelf.queue(workspace).questions == tuple(one for one in before.questions if one != plan)
        assert shelf.queue(workspace).questions == workspace.review_queue().questions


def test_undoing_brings_the_question_back(own_record: Path) -> None:
    """A judgement that is taken back makes the queue anew, with its question."""
    shelf = QueueShelf()
    with _opened(own_record) as workspace:
        before = shelf.queue(workspace)
        doubt = before.of(QuestionKind.LOW_CONFIDENCE)[0]
        judgement = workspace.judge(JudgementSubject.ENCOUNTER, JudgementVerb.ACCEPT, doubt.left)
        assert doubt not in shelf.queue(workspace).questions
        workspace.undo(judgement.id)
        assert shelf.queue(workspace) == before


def test_new_documents_wait_in_proportion_to_the_work(own_record: Path) -> None:
    """While documents come in, the queue is made again only after twenty times what making it took."""
    clock = _Clock()
    shelf = QueueShelf(clock)
    with _opened(own_record) as workspace:
        before = shelf.queue(workspace)
        workspace.keep(NEW.encode())
        assert shelf.queue(workspace) == before
        clock.seconds += 2 * PATIENCE
        assert shelf.queue(workspace) != before
        assert shelf.queue(workspace) == workspace.review_queue()


def test_what_is_known_costs_nothing(own_record: Path) -> None:
    """The last known queue is told without making one."""
    shelf = QueueShelf()
    with _opened(own_record) as workspace:
        assert shelf.last_known(workspace) is None
        made = shelf.queue(workspace)
        assert shelf.last_known(workspace) == made


def test_of_a_large_record_nobody_waits_for_the_queue(own_record: Path) -> None:
    """The kept queue is shown, without what was answered, while another is made beside; then that one is shown."""
    clock = _Clock()
    shelf = QueueShelf(clock, small=0)
    with _opened(own_record) as workspace:
        before = shelf.queue(workspace)
        workspace.keep(NEW.encode())
        clock.seconds += 2 * PATIENCE
        assert shelf.queue(workspace) == before
        shelf.wait(workspace)
        assert shelf.queue(workspace) == workspace.review_queue() != before


def test_of_a_large_record_what_is_taken_back_is_asked_at_once(own_record: Path) -> None:
    """The question is there again before the queue has been made anew, and after."""
    shelf = QueueShelf(small=0)
    with _opened(own_record) as workspace:
        before = shelf.queue(workspace)
        doubt = before.of(QuestionKind.LOW_CONFIDENCE)[0]
        judgement = workspace.judge(JudgementSubject.ENCOUNTER, JudgementVerb.ACCEPT, doubt.left)
        assert doubt not in shelf.queue(workspace).questions
        workspace.undo(judgement.id)
        assert shelf.queue(workspace) == before
        shelf.wait(workspace)
        assert shelf.queue(workspace) == before
