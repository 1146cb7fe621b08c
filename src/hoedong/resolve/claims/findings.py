"""What holding a claim against the record gives, and the words that say so in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.account import VerdictKind
from hoedong.resolve.claims.meetings import Meeting


class Note(StrEnum):
    """The sentences that a note is made of; `export` has their translations."""

    OF_CLAIMED = "{found} of {claimed} on record"
    MORE_THAN_CLAIMED = "{found} on record, more than the {claimed} claimed"
    UNDATED = "{count} without an exact date"
    NO_PEOPLE = "the people of the claim are not all known"
    NO_NUMBER = "the number is not understood: {value}"
    NO_LENGTH = "the length of time is not understood: {value}"
    NO_PUBLICATION = "the day of the claim is not known"
    NONE = "no dated meeting on record"
    GAP = "{earlier} and {later} on record, no meeting between them"
    BETWEEN = "met in between: {dates}"
    PERHAPS_BETWEEN = "may have been in between: {dates}"
    NO_EARLIER_THEN = "{later} on record, none at that distance before it"
    NOT_THE_ONE = "no meeting on record in the month before the claim"
    PENDING = "the claim may be about a planned meeting"
    FIRST_THEN = "{dates} on record, none earlier"
    NOT_THEN = "none on record in {since}, none earlier"
    EARLIER = "met earlier: {dates}"
    PERHAPS_EARLIER = "may have been earlier: {dates}"
    OTHER_READING = "holds if it means the first since {since}"
    SCOPE_OPEN = "whether they fall under the claim is not known"
    BY_PERSON = "judged by a person, by the record {kind}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on a claim without the claim; `meetings` decide it, in time order."""

    kind: VerdictKind
    note: str
    meetings: tuple[Meeting, ...] = ()


def supported(note: str, *meetings: Meeting) -> Finding:
    """The record shows what is claimed."""
    return Finding(VerdictKind.SUPPORTED, note, meetings)


def consistent(note: str, *meetings: Meeting) -> Finding:
    """Nothing on record speaks against the claim."""
    return Finding(VerdictKind.CONSISTENT, note, meetings)


def contradicted(note: str, *meetings: Meeting) -> Finding:
    """The record shows that it cannot be so."""
    return Finding(VerdictKind.CONTRADICTED, note, meetings)


def unverifiable(note: str, *meetings: Meeting) -> Finding:
    """What is not known could decide either way."""
    return Finding(VerdictKind.UNVERIFIABLE, note, meetings)


def best_of(readings: Iterable[Finding]) -> Finding:
    """The finding of a claim that can be read in several ways: of one borne out, else of one that can be true."""
    standing = {VerdictKind.SUPPORTED: 0, VerdictKind.CONTRADICTED: 2}
    return min(readings, key=lambda found: standing.get(found.kind, 1))


def sentences(parts: Iterable[str]) -> str:
    """The sentences of a note as one line."""
    return "; ".join(part for part in parts if part)
