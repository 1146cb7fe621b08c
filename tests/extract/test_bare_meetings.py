"""Bare meetings: 회동은 무산됐다, 회동이 성사됐다."""

from __future__ import annotations

from hoedong.extract.bare_meetings import TWO_NAMED
from hoedong.model.encounter import Status
from told import drafts


def test_a_meeting_just_told_of_as_a_plan_can_fall_through() -> None:
    """The next sentence speaks of the same meeting, without its people."""
    text = "한도윤 회장과 오세린 대표는 14일 만날 예정이었다. 그러나 회동은 무산됐다."
    assert [draft.status for draft in drafts(text)] == [Status.NOT_HELD]


def test_the_only_two_named_before_it_met() -> None:
    """Who proposed and who accepted are the sides."""
    text = "한도윤 대표의 제안을 오세린 대표가 받아들이면서 15일 회동이 성사됐다."
    assert [len(draft.sides) for draft in drafts(text)] == [2]


def test_three_named_beside_it_are_not_the_only_two() -> None:
    """Of three the rule does not say who met."""
    text = "한도윤 대표의 제안을 오세린 대표가 받고 윤바다 의원이 도와 15일 회동이 성사됐다."
    assert TWO_NAMED not in [draft.rule for draft in drafts(text)]
