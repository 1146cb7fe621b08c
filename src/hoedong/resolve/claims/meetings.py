"""The meetings of the people of a claim, each with the first and the last day on which it can have been."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hoedong.model.account import Encounter, ResolvedClaim, Review
from hoedong.model.edtf import parse_edtf
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import PartialDate

UNDATED = "undated"
PENDING = frozenset({Status.PLANNED, Status.UNCONFIRMED})
_RECENT_DAYS = 31
"""A claim in the news is about a meeting of the last month; an older one may not be the one it is about."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An encounter that took place, as a claim sees it.

    `first` and `last` bound its day; an undated one begins with the calendar. `is_past` is True when it was, for sure,
    on or before the day of the claim. `date` is the date as the record has it, None where it has none.
    """

    id: str
    first: dt.date
    last: dt.date
    is_past: bool
    in_person: bool
    date: str | None

    @property
    def is_day(self) -> bool:
        """Whether its day is known."""
        return self.first == self.last

    def precedes(self, other: Meeting) -> bool:
        """Whether it was before the other for sure."""
        return self.last < other.first


def meetings_of(claim: ResolvedClaim, encounters: Iterable[Encounter]) -> tuple[Meeting, ...]:
    """The meetings that all people of a claim were at and that can have been by its day, in time order.

    Plans, rumours, what fell through and what a person has rejected are no meetings.
    """
    held = (one for one in encounters_of(claim, encounters) if one.status is Status.HELD)
    meetings = (_meeting(encounter, claim.published) for encounter in held)
    by_then = [one for one in meetings if claim.published is None or one.first <= claim.published.last_day()]
    return tuple(sorted(by_then, key=in_time))


def encounters_of(claim: ResolvedClaim, encounters: Iterable[Encounter]) -> Iterator[Encounter]:
    """The encounters of all people of a claim, in any role, without those that a person has rejected."""
    people = set(claim.people)
    return (one for one in encounters if people <= set(one.people) and one.review is not Review.REJECTED)


def latest_dated(meetings: Iterable[Meeting]) -> Meeting | None:
    """The meeting that a claim on the last one is about: the one with the latest date, None where none has a date."""
    dated = (one for one in meetings if one.date is not None)
    return max(dated, key=lambda one: (one.first, one.last, one.id), default=None)


def is_recent(meeting: Meeting, published: PartialDate) -> bool:
    """Whether news of that day can be about the meeting: it was in the month before, for sure."""
    return meeting.is_past and (published.last_day() - meeting.first).days <= _RECENT_DAYS


def may_be_recent(meeting: Meeting, published: PartialDate) -> bool:
    """Whether it can have been in the month before that day."""
    return (published.first_day() - meeting.last).days <= _RECENT_DAYS


def dates_of(meetings: Iterable[Meeting]) -> str:
    """The dates of meetings in a row: `2024-02, 2024-06-11, undated`."""
    return ", ".join(one.date or UNDATED for one in meetings)


def in_time(meeting: Meeting) -> tuple[bool, dt.date, dt.date, str]:
    """The order of meetings in time, undated ones last."""
    return meeting.date is None, meeting.first, meeting.last, meeting.id


def _meeting(encounter: Encounter, published: PartialDate | None) -> Meeting:
    first, last = _days(encounter)
    is_past = published is not None and last <= published.first_day()
    if published is not None and first <= published.last_day():
        last = min(last, published.last_day())
    date = encounter.when.edtf if encounter.when else None
    return Meeting(encounter.id, first, last, is_past, encounter.mode is Mode.IN_PERSON, date)


def _days(encounter: Encounter) -> tuple[dt.date, dt.date]:
    """The first and the last day by its date and by the dates that dispute it; none is after its first report."""
    bounds = [] if encounter.when is None else [(encounter.when.first_day(), encounter.when.last_day())]
    if encounter.when is not None and encounter.review is not Review.ACCEPTED:
        bounds += _disputed(encounter)
    first = min((first for first, _ in bounds), default=dt.date.min)
    last = max((last for _, last in bounds), default=dt.date.max)
    told = _first_told(encounter)
    return first, min(last, told) if told is not None and first <= told else last


def _disputed(encounter: Encounter) -> Iterator[tuple[dt.date, dt.date]]:
    for value in encounter.values:
        if value.property == "date" and value.is_conflict:
            try:
                days = parse_edtf(value.value)
            except ValueError:
                continue
            yield days.lo or dt.date.min, days.hi or dt.date.max


def _first_told(encounter: Encounter) -> dt.date | None:
    """The day by which the press first told that it had taken place, None where that is not known."""
    told = (step.reported.last_day() for step in encounter.history if step.reported and step.status is Status.HELD)
    return min(told, default=None)
