"""Attendance: who else was there, and at which encounter."""

from __future__ import annotations

import pytest

from hoedong.extract.attendance import load_attendance_rules
from told import drafts

MEETING = "한도윤 회장은 14일 오세린 대표를 만났다."


def present(text: str) -> list[int]:
    """How many attendees each draft of a text has."""
    return [len(draft.attendees) for draft in drafts(text)]


@pytest.mark.parametrize(
    ("sentence", "attendees"),
    [
        ("이 자리에는 강미래 사장이 배석했다.", 1),
        ("이날 회동에는 강미래 사장과 윤바다 전무가 동석했다.", 2),
        ("강미래 사장, 윤바다 전무, 배현우 상무 등이 배석했다.", 3),
        ("면담에는 강미래 사장도 참석했다.", 1),
        ("배석자는 강미래 사장과 윤바다 전무였다.", 2),
        ("나래물산 측에서는 강미래 사장이 자리했다.", 1),
        ("나래물산 측에서는 지난해 물러난 강미래 고문과 윤바다 전무가 왔다.", 2),
        ("이 자리에는 강미래 사장, 최근 승진한 윤바다 전무가 참석했다.", 2),
        ("강미래 사장이 이끄는 회사의 윤바다 전무가 배석했다.", 1),
        ("정부에서는 강미래 장관과 윤바다 차관이 나왔다.", 2),
        ("정부에서 강미래 장관이 나왔다.", 0),
        ("국회에서는 강미래 의원이 나와 법안을 설명했다.", 0),
        ("강미래 사장은 배석하지 않았다.", 0),
        ("강미래 사장은 출국했다.", 0),
    ],
)
def test_those_who_sat_in_belong_to_the_meeting_just_told(sentence: str, attendees: int) -> None:
    """Words of attendance add people; a denial and another verb do not."""
    assert present(f"{MEETING} {sentence}") == [attendees]


def test_attendance_without_a_meeting_is_none() -> None:
    """Somebody who sat in nowhere gives no encounter."""
    assert drafts("강미래 사장이 배석했다.") == []


def test_a_group_takes_part() -> None:
    """At a gathering of many those who take part are principals."""
    (draft,) = drafts("서이담 총리는 13일 경제인들과 간담회를 열었다. 간담회에는 한도윤 회장과 오세린 대표가 참석했다.")
    assert (len(draft.sides), len(draft.attendees)) == (3, 0)


def test_a_caption_lines_people_up() -> None:
    """Who stands side by side in a picture attends with the others."""
    (draft,) = drafts("▲ (왼쪽부터) 한도윤 회장, 오세린 대표, 남궁솔 부회장. 사진=새벽일보")
    assert (draft.rule, len(draft.sides)) == ("caption.line-up", 3)


def test_roles_are_two() -> None:
    """A rule of attendance makes attendees, or takers-part whose rank depends on the occasion."""
    assert {rule.role for rule in load_attendance_rules("ko")} == {"attendee", "participant"}


@pytest.mark.parametrize(
    ("came", "attendees"),
    [
        ("강미래 사장과 함께 부산으로 건너가", 1),
        ("강미래 사장, 윤바다 전무와 같이 부산으로 내려가", 2),
        ("강미래 사장과 헤어져 부산으로 건너가", 0),
    ],
)
def test_who_came_along_was_there(came: str, attendees: int) -> None:
    """Those together with whom somebody came to a meeting were there; who parted from them was not."""
    assert present(f"한도윤 회장은 14일 {came} 오세린 대표를 만났다.") == [attendees]
