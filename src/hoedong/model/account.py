"""The account that many documents give together: encounters with the reports they rest on, trips, verdicts.

A report is not a fact. `ResolvedReport` is what one document says, with its people resolved; `Encounter` is the belief
that all of them together support.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.claim import ClaimKind
from hoedong.model.encounter import Mode, Status
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate


class Role(StrEnum):
    """What a person did at an encounter: met, or sat in."""

    PRINCIPAL = "principal"
    ATTENDEE = "attendee"


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """Words of a document that carry a fact, and the rule that read them."""

    document: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class ResolvedReport:
    """One document's report of an encounter, its people resolved to entities of the record.

    `principals` and `attendees` are ids of people. `parties` and `topics` are words as written. `published` and
    `outlet` are the document's. `witness` names the group of documents that copy one another (a wire story and its
    reprints): reports of one witness count once. `ordinal` is the place of the report in its document. `corrects`
    holds the ids of documents that this document corrects, `retracts` those that it withdraws. `is_retracted` is True
    where another document withdrew this one.
    """

    id: str
    document: str
    ordinal: int
    status: Status
    mode: Mode
    principals: tuple[str, ...]
    attendees: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    when: DateInterval | None = None
    place: str | None = None
    city: str | None = None
    country: str | None = None
    topics: tuple[str, ...] = ()
    evidence: tuple[Citation, ...] = ()
    confidence: float = 0.5
    published: PartialDate | None = None
    outlet: str | None = None
    witness: str = ""
    corrects: tuple[str, ...] = ()
    retracts: tuple[str, ...] = ()
    is_retracted: bool = False

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone who was there, principals first."""
        return self.principals + self.attendees


@dataclass(frozen=True, slots=True)
class Participant:
    """A person at an encounter, and in how many reports."""

    person: str
    role: Role
    reports: int


@dataclass(frozen=True, slots=True)
class Value:
    """One value that reports give to one property of an encounter, and whether the record chose it.

    `property` is one of status, mode, date, place, city, country. `reason` says in words which step of the policy chose
    it; empty for the others. `is_conflict` is True when it cannot hold together with the chosen one ("2024-06" and
    "2024-06-11" can).
    """

    property: str
    value: str
    reports: tuple[str, ...]
    is_chosen: bool
    is_conflict: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StatusStep:
    """What the press said of an encounter at one time: planned in May, put off in June, held in July."""

    reported: PartialDate | None
    status: Status
    when: DateInterval | None
    report: str


class Review(StrEnum):
    """Whether a person has looked at it."""

    AUTO = "auto"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Encounter:
    """The merged belief that people met, or will, or did not.

    `id` is the id of its earliest report (by day of publication, then by id); the id of any of its reports leads here.
    `reports` are ids, earliest first. `values` hold every value that reports give, chosen and not. `disagreements`
    name the properties on which reports conflict. `sources` counts independent sources, reprints once; `outlets`
    counts outlets.
    """

    id: str
    status: Status
    mode: Mode
    participants: tuple[Participant, ...]
    reports: tuple[str, ...]
    parties: tuple[str, ...] = ()
    when: DateInterval | None = None
    place: str | None = None
    city: str | None = None
    country: str | None = None
    topics: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    disagreements: tuple[str, ...] = ()
    history: tuple[StatusStep, ...] = ()
    sources: int = 1
    outlets: int = 1
    confidence: float = 0.5
    review: Review = Review.AUTO

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of everyone who was there."""
        return tuple(participant.person for participant in self.participants)

    @property
    def principals(self) -> tuple[str, ...]:
        """Ids of those who met."""
        return tuple(one.person for one in self.participants if one.role is Role.PRINCIPAL)


@dataclass(frozen=True, slots=True)
class ResolvedClaim:
    """A claim on people's relation, with its people resolved. `value` is as in `Claim`."""

    id: str
    document: str
    kind: ClaimKind
    people: tuple[str, ...]
    value: int | str
    evidence: tuple[Citation, ...]
    published: PartialDate | None = None
    outlet: str | None = None


class VerdictKind(StrEnum):
    """How a claim stands against the record."""

    SUPPORTED = "supported"
    CONSISTENT = "consistent"
    CONTRADICTED = "contradicted"
    UNVERIFIABLE = "unverifiable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim held against the record.

    `encounters` are those that decide it, in time order. `note` says in one line what was found and what is missing:
    "3 of 8 on record".
    """

    claim: ResolvedClaim
    kind: VerdictKind
    encounters: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ResolvedTrip:
    """One document's account of a trip, its traveller resolved. `places` are words as written."""

    id: str
    document: str
    traveller: str
    start: PartialDate | None
    end: PartialDate | None
    places: tuple[str, ...]
    evidence: tuple[Citation, ...]
    published: PartialDate | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class TripStop:
    """One stop of a journey: a place with the days that are known and the encounters there.

    `is_gap` is True for days of the journey of which nothing is known; `place` is then None. `is_inferred` is True
    where the place comes from an encounter's place rather than from words of travel.
    """

    place: str | None
    country: str | None
    start: PartialDate | None
    end: PartialDate | None
    encounters: tuple[str, ...] = ()
    is_gap: bool = False
    is_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Journey:
    """A trip as all documents together tell it: stops in order, gaps shown as gaps.

    `id` is the id of its earliest account. `start` and `end` are None where no document gives them.
    """

    id: str
    traveller: str
    start: PartialDate | None
    end: PartialDate | None
    stops: tuple[TripStop, ...]
    accounts: tuple[str, ...]
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ResolvedQuote:
    """Words a person said, with the encounter at which they said them where a document says so, else None."""

    id: str
    document: str
    speaker: str
    text: str
    citation: Citation
    encounter: str | None = None
    published: PartialDate | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class RecordedDocument:
    """One version of one page in the record.

    `key` is what makes two texts versions of one page: its URL, else the id or path that it came with, else None.
    `added` is ISO 8601 in UTC. `copies` names the group of documents that copy one another. `superseded_by` is the id
    of the next version, None for the latest.
    """

    id: str
    text: str
    lang: str
    added: str
    key: str | None = None
    url: str | None = None
    source: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: PartialDate | None = None
    copies: str = ""
    superseded_by: str | None = None

    def __getitem__(self, span: Span) -> str:
        """The surface form of a span."""
        return self.text[span.start : span.end]


class RelationKind(StrEnum):
    """How one document stands to another."""

    NEW_VERSION_OF = "new_version_of"
    COPY_OF = "copy_of"
    CORRECTS = "corrects"
    RETRACTS = "retracts"


@dataclass(frozen=True, slots=True, order=True)
class DocumentRelation:
    """One document corrects, retracts, copies or replaces another."""

    source: str
    target: str
    kind: RelationKind
