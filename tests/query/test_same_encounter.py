from __future__ import annotations

from pathlib import Path

from hoedong.model.judgement import JudgementSubject, JudgementVerb
from hoedong.query.review import QuestionKind
from hoedong.workspace import Workspace
from invented_pages import NOW

FIRST = """한도윤 솔빛전자 회장, 오르카AI 본사 방문

새벽일보 입력 2025.09.15 09:00

한도윤 솔빛전자 회장이 이달 초 미국에서 벤 카터(Ben Carter) 오르카AI CEO를 만났다. 두 사람은 서버 공급을 논의했다.
"""

SECOND = """솔빛전자, 새 서버 공개

한낮신문 입력 2025.10.29 09:00

한도윤 솔빛전자 회장은 벤 카터 오르카AI CEO를 만났다.
"""


def test_reports_that_nearly_tell_of_one_meeting_are_asked_about(tmp_path: Path) -> None:
    """One outlet tells of a meeting in September, another weeks later of one without a date: not enough to join."""
    with Workspace(tmp_path / "record.db", user="gana", clock=lambda: NOW) as workspace:
        for name, text in (("first", FIRST), ("second", SECOND)):
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
            list(workspace.add(str(tmp_path / f"{name}.txt")))
        encounters = workspace.met("한도윤", "벤 카터")
        questions = workspace.review_queue().of(QuestionKind.SAME_ENCOUNTER)
        assert len(encounters) == 2
        assert {questions[0].left, questions[0].right} == {one.id for one in encounters}
        dossier = workspace.question(questions[0])
        assert len(dossier.sides) == 2
        workspace.judge(JudgementSubject.ENCOUNTER, JudgementVerb.SAME, questions[0].left, questions[0].right)
        assert len(workspace.met("한도윤", "벤 카터")) == 1
        assert not workspace.review_queue().of(QuestionKind.SAME_ENCOUNTER)
