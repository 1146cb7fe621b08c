"""Claims of a first: 2011년 처음 만났다, 이번이 첫 대면이다."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hoedong.model.account import VerdictKind
from hoedong.model.time import PartialDate
from hoedong.resolve.claims.findings import Finding, Note, consistent, contradicted, sentences, supported, unverifiable
from hoedong.resolve.claims.meetings import Meeting, dates_of, is_recent, latest_dated, may_be_recent

_SINCE = re.compile(r"(since|in)\s(\d{4}(?:-\d\d){0,2})", re.ASCII)


def judge_first(value: str, meetings: Sequence[Meeting], published: PartialDate | None) -> Finding:
    """Hold a first meeting against those on record.

    `since 2011` is written for two claims: that people first met in 2011 (2011년 처음 만났다), and that they meet for
    the first time since (2011년 이후 처음). It is contradicted when both are; `in 2011` is the first of them alone.
    Other values are a scope in words (취임 후 처음), which a record without an earlier meeting agrees with.
    """
    match = _SINCE.fullmatch(value.strip())
    since = _date(match[2]) if match else None
    if match is None or since is None:
        return _in_scope(meetings, published)
    found = _first_then(since, meetings)
    if (
        found.kind is VerdictKind.CONTRADICTED
        and match[1] == "since"
        and _may_be_first_since(since, meetings, published)
    ):
        other = Note.OTHER_READING.format(since=since)
        return unverifiable(sentences([found.note, other]), *found.meetings)
    return found


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _first_then(since: PartialDate, meetings: Sequence[Meeting]) -> Finding:
    """Whether people first met at a date."""
    earlier = tuple(one for one in meetings if one.last < since.first_day())
    if earlier:
        return contradicted(Note.EARLIER.format(dates=dates_of(earlier)), *earlier)
    perhaps = tuple(one for one in meetings if one.first < since.first_day())
    if perhaps:
        return unverifiable(Note.PERHAPS_EARLIER.format(dates=dates_of(perhaps)), *perhaps)
    then = tuple(one for one in meetings if one.last <= since.last_day())
    if then:
        return supported(Note.FIRST_THEN.format(dates=dates_of(then)), *then)
    return consistent(Note.NOT_THEN.format(since=since), *meetings[:1])


def _may_be_first_since(since: PartialDate, meetings: Sequence[Meeting], published: PartialDate | None) -> bool:
    """Whether a meeting that the claim can be about may be the first after a date."""
    later = (one for one in meetings if one.last > since.last_day())
    told = (one for one in later if published is None or may_be_recent(one, published))
    return any(not any(since.last_day() < one.first and one.precedes(last) for one in meetings) for last in told)


def _in_scope(meetings: Sequence[Meeting], published: PartialDate | None) -> Finding:
    last = latest_dated(meetings)
    if published is None:
        return unverifiable(Note.NO_PUBLICATION, *meetings)
    if last is None or not is_recent(last, published):
        return unverifiable(Note.NOT_THE_ONE, *meetings)
    earlier = tuple(one for one in meetings if one is not last and one.first < last.first)
    if not earlier:
        return consistent(Note.FIRST_THEN.format(dates=dates_of([last])), last)
    surely = all(one.precedes(last) for one in earlier)
    note = (Note.EARLIER if surely else Note.PERHAPS_EARLIER).format(dates=dates_of(earlier))
    return unverifiable(sentences([note, Note.SCOPE_OPEN]), *earlier, last)
