"""Claims of the time since the last meeting: 4개월 만의 재회."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from hoedong.model.account import VerdictKind
from hoedong.model.time import PartialDate
from hoedong.resolve.claims.findings import Finding, Note, best_of, consistent, contradicted, supported, unverifiable
from hoedong.resolve.claims.lengths import Length, counted, parse_length
from hoedong.resolve.claims.meetings import Meeting, dates_of, is_recent, latest_dated

_DAY = dt.timedelta(1)
_STEP = dt.timedelta(3)
"""How far apart the meetings of one occasion are at most."""
_LONG = 30
"""From how many days on a length is one between occasions."""


def judge_interval(
    value: str, meetings: Sequence[Meeting], published: PartialDate | None, *, is_pending: bool
) -> Finding:
    """Hold a length of time against the last meeting and the one before it.

    The claim is about the meeting with the latest date by the day of the claim, or about the first of that occasion.
    `is_pending` says that the people are to meet, so that the claim may be about that one.
    """
    length = parse_length(value)
    if length is None:
        return unverifiable(Note.NO_LENGTH.format(value=value))
    if published is None:
        return unverifiable(Note.NO_PUBLICATION, *meetings)
    last = latest_dated(meetings)
    if last is None:
        return unverifiable(Note.NONE, *meetings) if meetings else consistent(Note.NONE)
    found = best_of(_against(length, *about) for about in _occasion(length, last, meetings))
    if found.kind is not VerdictKind.CONTRADICTED:
        return found
    if is_pending:
        return unverifiable(Note.PENDING, *found.meetings)
    return found if is_recent(last, published) else unverifiable(Note.NOT_THE_ONE, *found.meetings)


def _occasion(
    length: Length, last: Meeting, meetings: Sequence[Meeting]
) -> Iterator[tuple[Meeting, Sequence[Meeting]]]:
    """The last meeting and those of the days just before it, each with the meetings that are not after it.

    A summit of two days, or dinner and the visit of a factory the day after, are one occasion to a claim of months.
    """
    others = [one for one in meetings if one is not last]
    yield last, others
    if length.days >= _LONG:
        earlier = [one for one in others if one.is_day and one.precedes(last)]
        for one in sorted(earlier, key=lambda each: (each.last, each.id), reverse=True):
            if last.first - one.last > _STEP:
                return
            others = [each for each in others if each is not one]
            last = one
            yield last, others


def _against(length: Length, last: Meeting, others: Sequence[Meeting]) -> Finding:
    between = tuple(one for one in others if _is_between(length, one, last))
    if between:
        return contradicted(Note.BETWEEN.format(dates=dates_of(between)), *between, last)
    perhaps = tuple(one for one in others if _may_be_between(length, one, last))
    if perhaps:
        return unverifiable(Note.PERHAPS_BETWEEN.format(dates=dates_of(perhaps)), *perhaps, last)
    fitting = [one for one in others if _fits(length, one, last)]
    if fitting:
        note = Note.GAP.format(earlier=fitting[-1].date, later=last.date)
        return supported(note, fitting[-1], last)
    return consistent(Note.NO_EARLIER_THEN.format(later=last.date), last)


def _is_between(length: Length, one: Meeting, last: Meeting) -> bool:
    """Whether less than the length lies between the two, however early the one and late the other."""
    return one.precedes(last) and counted(length.unit, one.first, last.last)[1] < length.least


def _may_be_between(length: Length, one: Meeting, last: Meeting) -> bool:
    """Whether less than the length lies between the two on some of their days; two on one day are one occasion."""
    latest = min(one.last, last.last - _DAY)
    if latest < one.first:
        return False
    return counted(length.unit, latest, max(last.first, latest + _DAY))[1] < length.least


def _fits(length: Length, one: Meeting, last: Meeting) -> bool:
    """Whether the length lies between the two on all of their days."""
    if not one.precedes(last):
        return False
    widest, narrowest = counted(length.unit, one.first, last.last), counted(length.unit, one.last, last.first)
    return widest[0] <= length.most and narrowest[1] >= length.least
