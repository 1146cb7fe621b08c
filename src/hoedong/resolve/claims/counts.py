"""Claims of number: 이번이 8번째 만남이다."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hoedong.resolve.claims.findings import Finding, Note, consistent, contradicted, sentences, supported, unverifiable
from hoedong.resolve.claims.meetings import Meeting


def judge_count(value: int | str, meetings: Sequence[Meeting]) -> Finding:
    """Hold a number of meetings against those on record.

    At least as many have taken place as have days of their own; at most as many as are on record. Two on one day are
    two to the record and may be one to the press.
    """
    claimed = _whole_number(value)
    if claimed is None:
        return unverifiable(Note.NO_NUMBER.format(value=value))
    least, most = _days_apart(one for one in meetings if one.is_past), len(meetings)
    if claimed < least:
        return contradicted(Note.MORE_THAN_CLAIMED.format(found=_range(least, most), claimed=claimed), *meetings)
    note = _note(meetings, least, claimed)
    if claimed <= most and (least == most or _is_settled(meetings)):
        return supported(note, *meetings)
    return consistent(note, *meetings) if claimed >= most else unverifiable(note, *meetings)


def _whole_number(value: int | str) -> int | None:
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text) else None


def _days_apart(meetings: Iterable[Meeting]) -> int:
    """How many meetings there were at least: those that cannot have been on one day."""
    count, last = 0, None
    for meeting in sorted(meetings, key=lambda one: (one.last, one.first)):
        if last is None or last < meeting.first:
            count, last = count + 1, meeting.last
    return count


def _is_settled(meetings: Iterable[Meeting]) -> bool:
    return all(one.is_past and one.is_day for one in meetings)


def _note(meetings: Sequence[Meeting], least: int, claimed: int) -> str:
    found = Note.OF_CLAIMED.format(found=_range(least, len(meetings)), claimed=claimed)
    undated = sum(one.date is None for one in meetings)
    return sentences([found, Note.UNDATED.format(count=undated) if undated else ""])


def _range(least: int, most: int) -> str:
    return str(most) if least == most else f"{least}–{most}"
