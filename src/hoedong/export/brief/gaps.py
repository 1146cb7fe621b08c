"""What the record does not have: long silences, meetings that are only claimed, encounters without a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hoedong.export.brief.page import Line, Section
from hoedong.export.brief.sayings import verdicts_of
from hoedong.export.brief.sheet import Sheet
from hoedong.model.account import Verdict, VerdictKind
from hoedong.model.claim import ClaimKind
from hoedong.model.encounter import Status
from hoedong.model.time import DateInterval, PartialDate

_LONG = 365
"""Days without an encounter on record that are worth a line."""


def gaps(sheet: Sheet) -> Section:
    """The gaps in the record of the sides."""
    return sheet.section("gaps", [*_silences(sheet), *_only_claimed(sheet), *_undated(sheet)])


def _silences(sheet: Sheet) -> Iterator[Line]:
    """Times of more than a year between what took place, the latest first, and from the last until today."""
    today = sheet.material.today
    held = [one.when for one in sheet.encounters if one.status is Status.HELD and one.when]
    past = [when for when in held if when.first_day() <= today]
    if past and (today - past[0].last_day()).days > _LONG:
        yield _since(sheet, past[0])
    yield from _between(sheet, past)


def _between(sheet: Sheet, latest_first: Sequence[DateInterval]) -> Iterator[Line]:
    """Silences between intervals in the order of their last days: none of the later ones begins in them."""
    begun = latest_first[0].start if latest_first else None
    for later, earlier in pairwise(latest_first):
        begun = min(begun or later.start, later.start, key=PartialDate.first_day)
        if (begun.first_day() - earlier.last_day()).days > _LONG:
            yield _silence(sheet, earlier.end, begun)


def _since(sheet: Sheet, last: DateInterval) -> Line:
    length = _length(sheet, last.last_day(), sheet.material.today)
    return Line(sheet.words("gap.since", start=sheet.words.date(last.end), length=length))


def _silence(sheet: Sheet, earlier: PartialDate, later: PartialDate) -> Line:
    length = _length(sheet, earlier.last_day(), later.first_day())
    return Line(sheet.words("gap.silence", start=sheet.words.date(earlier), end=sheet.words.date(later), length=length))


def _length(sheet: Sheet, start: dt.date, end: dt.date) -> str:
    """Full years and months between two days, in words."""
    months = 12 * (end.year - start.year) + end.month - start.month - (end.day < start.day)
    years, rest = divmod(months, 12)
    return sheet.words.length(f"P{years}Y" + (f"{rest}M" if rest else ""))


def _only_claimed(sheet: Sheet) -> Iterator[Line]:
    for verdict in verdicts_of(sheet):
        claimed, found = _number(verdict), len(verdict.encounters)
        if verdict.kind is VerdictKind.CONSISTENT and claimed > found:
            notes = sheet.notes.cite(verdict.claim.evidence)
            date = _date(sheet, verdict.claim.published)
            yield Line(sheet.words("gap.claimed", claimed=claimed, found=found), notes, date)


def _number(verdict: Verdict) -> int:
    value = str(verdict.claim.value)
    return int(value) if verdict.claim.kind is ClaimKind.COUNT and value.isascii() and value.isdigit() else 0


def _date(sheet: Sheet, published: PartialDate | None) -> str:
    return sheet.words.date(published) if published else ""


def _undated(sheet: Sheet) -> Iterator[Line]:
    for encounter in sheet.encounters:
        if encounter.when is None:
            status = sheet.words(f"status.{encounter.status}")
            who = " · ".join(part for part in (sheet.others(encounter), status) if part)
            yield Line(sheet.words("gap.undated", who=who), sheet.notes.of_encounter(encounter))
