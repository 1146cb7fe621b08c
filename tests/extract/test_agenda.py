"""Agendas: lines with a clock time, and whose they are."""

from __future__ import annotations

import pytest

from hoedong.extract.agenda import Agenda
from hoedong.model.encounter import Status
from hoedong.model.mention import MentionForm, PersonMention
from hoedong.model.span import Span
from told import drafts

HEAD = "[오늘의 일정] 2026년 3월 16일(월)\n\n◇국회\n"


def line_of(agenda: Agenda, text: str, name: str = "") -> bool:
    """Whether a line of a plan is an entry; `name` is a person named in it."""
    at = text.find(name)
    span = Span(at, at + len(name))
    named = [PersonMention(span, span, MentionForm.NAME, name, "")] if name else []
    return agenda.is_entry(text, Span(0, len(text)), named)


def test_a_line_of_its_own_names_the_owner_of_the_entries_below() -> None:
    """The owner holds until another line stands between."""
    agenda = Agenda(is_plan=True)
    assert not line_of(agenda, "-한도윤", "한도윤")
    assert agenda.owner == ("한도윤",)
    assert line_of(agenda, "14:30 오세린 대사 접견", "오세린")
    assert agenda.owner == ("한도윤",)
    assert not line_of(agenda, "◇새빛당")
    assert agenda.owner == ()


def test_a_clock_time_makes_no_entry_outside_a_plan() -> None:
    """A ticker or a report is read as prose."""
    assert not line_of(Agenda(), "14:30 오세린 대사 접견", "오세린")


@pytest.mark.parametrize(
    ("entry", "status", "sides"),
    [
        ("14:30 오세린 대사 접견(집무실)", Status.PLANNED, 2),
        ("10:00 오세린 대표-윤바다 회장 면담", Status.PLANNED, 3),
        ("16:00 오세린 대사 접견 → 취소", Status.NOT_HELD, 2),
    ],
)
def test_an_entry_is_of_its_owner_and_those_it_names(entry: str, status: Status, sides: int) -> None:
    """Entries are plans, called off where they say so."""
    (draft,) = drafts(f"{HEAD}-한도윤 의장\n 10:00 본회의\n {entry}\n◇새빛당\n-서이담 대표\n 09:00 의원총회")
    assert (draft.status, len(draft.sides)) == (status, sides)


def test_an_entry_without_a_word_of_meeting_gives_none() -> None:
    """A session of the assembly is no encounter."""
    assert drafts(f"{HEAD}-한도윤 의장\n 10:00 본회의 개의\n 11:00 오세린 의원 대표연설") == []
