"""Gatherings: of which only those who took part are told."""

from __future__ import annotations

import pytest

from hoedong.model.encounter import Mode
from told import drafts


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("14일 오찬에는 한도윤 회장, 오세린 대표, 윤바다 사장이 참석했다.", 3),
        ("한도윤 시장은 14일 시청에서 간담회를 열었다. 간담회에는 오세린 회장, 윤바다 대표가 자리했다.", 3),
        ("간담회는 한도윤 장관 주재로 열렸으며 오세린 회장, 윤바다 회장이 참석했다.", 3),
        ("한도윤 회장은 오찬에 참석했다.", 0),
        ("오찬에는 한도윤 회장과 오세린 대표가 참석하지 않았다.", 0),
        ("기념식에는 한도윤 회장과 오세린 대표가 참석했다.", 0),
    ],
)
def test_those_who_took_part_in_a_meeting_met(text: str, sides: int) -> None:
    """A meeting gathers all who took part and who held it; one person, a denial and two at a ceremony give none."""
    assert [len(draft.sides) for draft in drafts(text)] == ([sides] if sides else [])


def test_a_signing_is_a_matter_of_being_there() -> None:
    """Those named at a signing are sides of a co-attendance."""
    (draft,) = drafts("14일 협약식에는 한도윤 시장과 오세린 총장이 참석했다.")
    assert (draft.mode, len(draft.sides)) == (Mode.CO_ATTENDANCE, 2)


def test_many_beside_one_are_there_for_that_one() -> None:
    """Several people side by side with one other are attendees of that one's event."""
    (draft,) = drafts("한도윤 의원과 오세린 의원이 서이담 대통령과 나란히 앉았다.")
    assert (len(draft.sides), len(draft.attendees)) == (1, 2)


@pytest.mark.parametrize(("event", "attendees"), [("취임식", 1), ("영결식", None)])
def test_a_guest_at_somebodys_event_was_there_with_its_owner(event: str, attendees: int | None) -> None:
    """An inauguration has its owner present, a funeral has not."""
    found = drafts(f"한도윤 총장은 오세린 총장의 {event}에 참석했다.")
    assert [len(draft.attendees) for draft in found] == ([attendees] if attendees else [])
