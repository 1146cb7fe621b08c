"""Merging: what is told twice is one encounter; two dates, a call and a meeting, a yes and a no never are."""

from __future__ import annotations

import pytest

from hoedong.extract.draft import Draft
from hoedong.extract.merging import merge_drafts
from hoedong.model.encounter import Mode, Status
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate, TimeExpression, TimeKind


def draft(sentence: int, *sides: str, date: str = "", **fields: object) -> Draft:
    """A draft of the n-th sentence."""
    time = None
    if date:
        value = DateInterval.on(PartialDate.parse(date))
        time = TimeExpression(Span(0, 1), TimeKind.DATE, value, rule="test")
    given = {"mode": Mode.IN_PERSON, "status": Status.HELD, "status_rule": "status.past"} | fields
    span = Span(10 * sentence, 10 * sentence + 1)
    return Draft(sentence, span, "ko.meet.object", sides=tuple(sides), time=time, **given)  # type: ignore[arg-type]


def sizes(*drafts: Draft) -> list[int]:
    """How many drafts each encounter has."""
    return sorted(len(group) for group in merge_drafts(drafts))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (draft(0, "a", "b", date="2026-03-14"), draft(1, "a", "b"), [2]),
        (draft(0, "a", "b", date="2026-03-14"), draft(1, "b", "a", date="2026-03-14"), [2]),
        (draft(0, "a", "b", date="2026-03"), draft(1, "a", "b", date="2026-03-14"), [2]),
        (draft(0, "a", "b", date="2026-03-13"), draft(1, "a", "b", date="2026-03-14"), [1, 1]),
        (draft(0, "a", "b"), draft(1, "a", "c"), [1, 1]),
        (draft(0, "a", "b"), draft(1, "a", "b", "c"), [2]),
        (draft(0, "a", "b"), draft(1, "a", "b", mode=Mode.REMOTE), [1, 1]),
        (draft(0, "a", "b"), draft(1, "a", "b", mode=Mode.REMOTE, strength=0.6), [2]),
        (draft(0, "a", "b"), draft(1, "a", "b", status=Status.NOT_HELD), [1, 1]),
        (draft(0, "a", "b", status=Status.PLANNED), draft(1, "a", "b", status=Status.UNCONFIRMED), [2]),
        (draft(0, "a", "b", is_headline=True, status=Status.PLANNED), draft(1, "a", "b"), [2]),
    ],
)
def test_two_drafts_are_one_encounter_or_two(one: Draft, other: Draft, expected: list[int]) -> None:
    """People, date, status and mode decide, in either order."""
    assert sizes(one, other) == sizes(other, one) == expected


def test_a_weak_draft_of_one_person_founds_nothing() -> None:
    """A word that may mean anything needs two named people, or an encounter to join."""
    assert sizes(draft(0, "a", strength=0.6)) == []


def test_a_headline_that_sums_up_is_left_out() -> None:
    """A headline that lists three is no meeting of three when the text tells of two meetings."""
    headline = draft(0, "a", "b", "c", is_headline=True, strength=0.6)
    told = [draft(1, "a", "b", date="2026-03-13"), draft(2, "a", "c", date="2026-03-14")]
    assert len(sizes(headline, *told)) == 2


def test_encounters_come_in_text_order() -> None:
    """Groups and their drafts stand as they are told."""
    groups = merge_drafts([draft(2, "a", "c"), draft(1, "a", "b", date="2026-03-14"), draft(0, "a", "b")])
    assert [[member.sentence for member in group] for group in groups] == [[0, 1], [2]]


def test_the_calendar_settles_an_open_tense() -> None:
    """A bare 28일 회동 on the 16th is a plan; a present tense about a day gone by was held."""
    published = PartialDate(2026, 3, 16)
    ahead = draft(0, "a", "b", date="2026-03-28", status_rule="status.bare")
    gone = draft(0, "a", "b", date="2026-03-11", status=Status.PLANNED, status_rule="status.present")
    for one in (ahead, gone):
        one.settle_status(published)

    assert (ahead.status, ahead.status_rule) == (Status.PLANNED, "status.date-ahead")
    assert (gone.status, gone.status_rule) == (Status.HELD, "status.date-gone")
