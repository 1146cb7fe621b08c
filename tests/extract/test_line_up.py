"""Line-ups: the people whom a caption lists side by side."""

from __future__ import annotations

from hoedong.model.encounter import Mode
from told import drafts

CAPTION = "▲ 왼쪽부터 한도윤 회장, 오세린 대표, 윤바다 사장. 사진=가람전자"


def test_people_in_a_picture_were_there_together() -> None:
    """A line-up by itself is a co-attendance."""
    assert [draft.mode for draft in drafts(CAPTION)] == [Mode.CO_ATTENDANCE]


def test_a_picture_of_a_meeting_shows_who_met() -> None:
    """Where the page has told of a meeting without its people, those in the picture met."""
    assert [draft.mode for draft in drafts(f"가람협회는 14일 만찬 간담회를 열었다.\n\n{CAPTION}")] == [Mode.IN_PERSON]


def test_who_else_stands_in_a_picture_is_an_attendee() -> None:
    """One person whose place a caption tells (오른쪽은 …) is added to what it told."""
    (draft,) = drafts("▲ 한도윤 회장(왼쪽)이 14일 오세린 대표와 악수하고 있다. 오른쪽은 윤바다 사장. 사진=가람전자")
    assert (len(draft.sides), len(draft.attendees)) == (2, 1)
