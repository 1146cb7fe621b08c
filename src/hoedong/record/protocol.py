"""What a store must be able to do. SQLite is one; another database is a second object of this shape.

A store keeps and finds rows; it decides nothing. Who is who and what is one encounter is decided by `resolve`, carried
out by `record.resolution`. Rows are handled by number (`int`), which means nothing outside one store; ids (`str`) are
given by content. Everything but the ledger is derived and can be emptied and built again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Protocol

from hoedong.model.account import (
    DocumentRelation,
    Encounter,
    RecordedDocument,
    RelationKind,
    ResolvedClaim,
    ResolvedQuote,
    ResolvedReport,
    ResolvedTrip,
)
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.judgement import Judgement
from hoedong.model.reading import Reading
from hoedong.model.time import PartialDate

EVERY = 1_000_000_000
"""As many as there are."""


class IdentityKind(IntEnum):
    """Whose identity a table keeps."""

    PERSON = 1
    ORGANISATION = 2


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of a document that was taken down; `digest` is the SHA-256 of its text."""

    document: str
    digest: str
    reason: str
    user: str
    created: str


@dataclass(frozen=True, slots=True)
class Run:
    """The engine and the rules that made a reading."""

    id: str
    engine: str
    rules: str


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A reading as the ledger holds it: of which document, made by which run, and when it was recorded (UTC).

    `intake` is what it depends on beside the text, empty where that is not known.
    """

    document: str
    run: str
    recorded: str
    reading: Reading
    intake: str


@dataclass(frozen=True, slots=True)
class PageRow:
    """A document without its text."""

    number: int
    id: str
    key: str | None
    added: str
    published: PartialDate | None


class Ledger(Protocol):
    """What was read and what was judged: rows are added and never changed."""

    def add_document(self, document: RecordedDocument) -> int:
        """Keep one version of a page."""

    def number(self, document: str) -> int | None:
        """The row of a document, None where it is not kept."""

    def document(self, document: str) -> RecordedDocument | None:
        """A document with its text, any version."""

    def documents(self, numbers: Sequence[int]) -> Mapping[int, RecordedDocument]:
        """Documents by row."""

    def versions(self, key: str) -> tuple[RecordedDocument, ...]:
        """All versions of a page, in order of arrival."""

    def pages(self) -> tuple[PageRow, ...]:
        """All documents without their texts, versions included, in order of arrival."""

    def count(self) -> int:
        """How many documents there are, versions included."""

    def add_reading(self, number: int, run: Run, recorded: str, reading: Reading, intake: str) -> None:
        """Keep a reading; the latest counts."""

    def reading(self, number: int, until: str | None = None) -> StoredReading | None:
        """The latest reading of a document, or the latest that was recorded up to a moment (UTC)."""

    def add_tombstone(self, number: int, tombstone: Tombstone) -> None:
        """Take a document's text and readings out, and keep the tombstone."""

    def tombstones(self) -> tuple[Tombstone, ...]:
        """All takedowns, by document."""

    def is_taken_down(self, digest: str) -> bool:
        """Whether a text of this SHA-256 was taken down."""

    def add_judgement(self, judgement: Judgement) -> bool:
        """Append a judgement; False if it is there already."""

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, by moment and id."""

    def judgement_count(self) -> int:
        """How many judgements there are."""

    def meta(self, key: str) -> str | None:
        """A word about the record itself, such as the version of the resolution that it was derived with."""

    def set_meta(self, key: str, value: str) -> None:
        """Note a word about the record itself."""


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """Appearances that look the same, as one row; `entity` is None until identity is resolved.

    `earliest` orders its first appearance: day of publication (9999 where unknown), a blank, id.
    """

    number: int
    key: str
    body: str
    entity: int | None
    documents: int
    first: PartialDate | None
    last: PartialDate | None
    earliest: str


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity as kept; `body` is the whole `PersonEntity` or `OrganisationEntity`."""

    number: int
    id: str
    name: str
    latin: str | None
    documents: int
    body: str


class IdentityTable(Protocol):
    """Appearances, the profiles that they share, and the entities that profiles were joined to, of one kind."""

    def profile(self, key: str) -> int | None:
        """The row of a profile."""

    def add_profile(self, key: str, body: str, blocks: Iterable[int], names: Iterable[int]) -> int:
        """Keep a new profile with its blocking keys and the keys by which its name can be looked up."""

    def set_blocks(self, profile: int, blocks: Iterable[int]) -> None:
        """Give a profile other blocking keys."""

    def remove_profile(self, profile: int) -> None:
        """Drop a profile that no appearance has."""

    def profiles(self, numbers: Sequence[int]) -> tuple[ProfileRow, ...]:
        """Profiles by row, in order of key."""

    def profiles_of(self, entities: Sequence[int]) -> tuple[int, ...]:
        """The profiles of these entities."""

    def bodies(self, profiles: Sequence[int]) -> Mapping[int, str]:
        """The bodies of profiles."""

    def filed_in(self, blocks: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """Block and profile of everything that is filed in any of these blocks."""

    def in_blocks(self, blocks: Sequence[int]) -> tuple[int, ...]:
        """The profiles that have any of these blocking keys."""

    def add_appearance(self, id: str, document: int, profile: int, published: PartialDate | None, body: str) -> int:  # noqa: A002
        """Keep an appearance under its profile."""

    def appearances(self, ids: Sequence[str]) -> Mapping[str, tuple[int, str]]:
        """Profile and body of appearances, in order of id; those that are not there are left out."""

    def appearances_in(self, document: int) -> tuple[str, ...]:
        """The bodies of a document's appearances, in order of id."""

    def appearance_bodies(self, profiles: Sequence[int]) -> tuple[tuple[int, str], ...]:
        """The appearances of these profiles: document row and body, by id."""

    def remove_appearances(self, document: int) -> tuple[int, ...]:
        """Drop a document's appearances; the profiles that lost one."""

    def move_appearance(self, id: str, profile: int) -> None:  # noqa: A002
        """Put an appearance under another profile."""

    def entity_of(self, appearance: str) -> int | None:
        """The entity of an appearance, None where the id is of none."""

    def last_document(self, entity: int) -> int | None:
        """The document that came in last of those in which an entity appears, None where it appears in none."""

    def new_entity(self) -> int:
        """A row for an entity that is about to be saved."""

    def assign(self, profile: int, entity: int) -> None:
        """Join a profile to an entity."""

    def save_entity(self, row: EntityRow) -> None:
        """Keep an entity."""

    def remove_entity(self, entity: int) -> None:
        """Drop an entity that no profile has."""

    def entities(self, numbers: Sequence[int]) -> Mapping[int, EntityRow]:
        """Entities by row."""

    def all_entities(self) -> Iterator[EntityRow]:
        """All entities, by id."""

    def find(self, names: Sequence[int], limit: int) -> tuple[EntityRow, ...]:
        """Entities with a profile that can be looked up by any of these keys, those with most documents first."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report with its people resolved: `principals` and `attendees` are rows of entities, as text."""

    number: int
    encounter: int | None
    report: ResolvedReport


@dataclass(frozen=True, slots=True)
class EncounterFilter:
    """Which encounters are asked for; empty fields ask for all.

    `people` must all have been there (rows of entities). `since` and `until` are days, compared with the bounds of an
    encounter's date: it is in if it can have been in the period. An unknown date is in only where both are empty.
    `begun` is a day before which no date may begin: who asks for what comes next need not go through all that was.
    What a person has rejected is left out unless `with_rejected`.
    """

    people: tuple[int, ...] = ()
    since: str = ""
    until: str = ""
    begun: str = ""
    statuses: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    with_rejected: bool = False


@dataclass(frozen=True, slots=True)
class EncounterRow:
    """An encounter as kept; its people are rows of entities, as text."""

    number: int
    encounter: Encounter


class EncounterTable(Protocol):
    """Reports and the encounters that they were merged to."""

    def add_report(self, document: int, report: ResolvedReport) -> int:
        """Keep a report whose people are appearances."""

    def remove_reports(self, document: int) -> tuple[int, ...]:
        """Drop a document's reports; the encounters that lost one."""

    def reports_of_profiles(self, profiles: Sequence[int]) -> tuple[int, ...]:
        """The reports with an appearance under any of these profiles."""

    def reports_of_appearances(self, ids: Sequence[str]) -> tuple[int, ...]:
        """The reports that name any of these appearances."""

    def reports_of_documents(self, documents: Sequence[int]) -> tuple[int, ...]:
        """The reports of these documents."""

    def reports_of_encounters(self, encounters: Sequence[int]) -> tuple[int, ...]:
        """The reports of these encounters."""

    def report_numbers(self, ids: Sequence[str]) -> Mapping[str, int]:
        """The rows of reports by id; those that are not there are left out."""

    def reports(self, numbers: Sequence[int]) -> tuple[ReportRow, ...]:
        """Reports with their people, copies and corrections resolved, in order of id."""

    def set_blocks(self, report: int, blocks: Iterable[int]) -> None:
        """Give a report its blocking keys."""

    def filed_in(self, blocks: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """Block and report of everything that is filed in any of these blocks."""

    def block_mates(self, reports: Sequence[int]) -> tuple[int, ...]:
        """The reports that share a block with any of these, these included."""

    def encounters(self, numbers: Sequence[int]) -> tuple[EncounterRow, ...]:
        """Encounters by row, in order of id."""

    def encounter_of(self, report: str) -> int | None:
        """The encounter of a report, None where the id is of none."""

    def last_document(self, encounter: int) -> int | None:
        """The document that came in last of those that report an encounter, None where none does."""

    def release(self, reports: Sequence[int]) -> None:
        """Take reports out of any encounter."""

    def save_encounter(self, number: int | None, encounter: Encounter, reports: Sequence[int]) -> int:
        """Keep an encounter with its reports, participations and pairs."""

    def remove_encounter(self, number: int) -> None:
        """Drop an encounter that no report has."""

    def find(
        self, wanted: EncounterFilter, limit: int, offset: int = 0, *, newest_first: bool = True
    ) -> tuple[EncounterRow, ...]:
        """Encounters in order of date, unknown dates last."""

    def count(self, wanted: EncounterFilter) -> int:
        """How many encounters there are."""

    def begun_within(self, person: int, first: str, last: str, latest: int = EVERY) -> tuple[int, ...]:
        """The encounters of a person whose date begins within these days; where there are more, the latest."""

    def all_encounters(self) -> Iterator[EncounterRow]:
        """All encounters, by id."""

    def neighbours(self, person: int, limit: int) -> tuple[tuple[int, int], ...]:
        """With whom a person met most: row of the other and number of encounters, most first."""

    def pairs_among(self, people: Sequence[int]) -> tuple[tuple[int, int, int], ...]:
        """The pairs within a group and how often they met."""

    def busiest_pairs(self, limit: int) -> tuple[tuple[int, int, int], ...]:
        """The pairs that met most."""


class StatementTable(Protocol):
    """Claims, trips, quotations and diagnostics of documents; people are rows of entities, as text, when read."""

    def add(
        self,
        document: int,
        claims: Sequence[ResolvedClaim],
        trips: Sequence[ResolvedTrip],
        quotes: Sequence[ResolvedQuote],
        diagnostics: Sequence[Diagnostic],
    ) -> None:
        """Keep what a document states; people are appearances."""

    def remove(self, document: int) -> None:
        """Drop what a document states."""

    def claims(self, people: Sequence[int] = ()) -> Iterator[ResolvedClaim]:
        """The claims about any of these people, or all, by id."""

    def shared_claims(self, people: Sequence[int], latest: int = EVERY) -> tuple[ResolvedClaim, ...]:
        """The claims about all of these people, by id; where there are more, those published latest."""

    def claim(self, id: str) -> ResolvedClaim | None:  # noqa: A002
        """One claim."""

    def trips(self, traveller: int, latest: int = EVERY) -> tuple[ResolvedTrip, ...]:
        """The trips of a person, by id; where there are more, those published latest."""

    def travellers(self) -> tuple[int, ...]:
        """Everyone with a trip."""

    def quotes(self) -> Iterator[ResolvedQuote]:
        """All quotations, by id."""

    def quotes_of(self, speaker: int, latest: int = EVERY) -> tuple[ResolvedQuote, ...]:
        """The quotations of a person, by id; where there are more, those published latest."""

    def quotes_beside(self, reports: Sequence[str]) -> tuple[ResolvedQuote, ...]:
        """What is quoted in the documents of these reports, by id."""

    def diagnostics(self, code: str | None, limit: int) -> tuple[tuple[str, Diagnostic], ...]:
        """Diagnostics with their documents, the gravest first."""

    def diagnostic_counts(self) -> tuple[tuple[str, str, int], ...]:
        """Code, severity, and in how many places."""


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A document's signature for the search of near-duplicates."""

    document: int
    signature: bytes


class DocumentTable(Protocol):
    """How documents stand to one another: versions, copies, corrections."""

    def set_current(self, document: int, published: PartialDate | None) -> None:
        """A document counts, with the day of publication that its latest reading gives."""

    def set_superseded(self, document: int, by: str) -> None:
        """A newer version counts in its place."""

    def drop(self, document: int) -> None:
        """A document counts no more, and is no copy and no correction of anything."""

    def is_current(self, document: int) -> bool:
        """Whether a document counts."""

    def current(self, ids_after: str = "", limit: int = 500) -> tuple[int, ...]:
        """The documents that count, by id, after an id."""

    def states(self, documents: Sequence[int]) -> Mapping[int, tuple[str | None, str]]:
        """Of each document the version that supersedes it, and its group of copies."""

    def add_signature(self, document: int, signature: bytes, bands: Iterable[int]) -> None:
        """Keep a document's signature and the bands by which copies are looked up."""

    def signatures(self, documents: Sequence[int]) -> tuple[CopyRow, ...]:
        """The signatures of documents."""

    def filed_in(self, bands: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """Band and document of every signature that has any of these bands."""

    def in_groups(self, groups: Sequence[str]) -> tuple[int, ...]:
        """The documents of these groups of copies."""

    def set_group(self, document: int, group: str) -> None:
        """Put a document into a group of copies."""

    def add_notice(self, document: int, outlet: str, published: str, body: str) -> None:
        """Keep a notice of correction or retraction, with its day of publication."""

    def notices(self, outlet: str, since: str, until: str) -> tuple[tuple[int, str], ...]:
        """The notices that an outlet published within these days: document and body."""

    def of_outlet(self, outlet: str, since: str, until: str) -> tuple[int, ...]:
        """The documents that an outlet published within these days."""

    def relate(self, source: int, targets: Sequence[int], kind: RelationKind) -> bool:
        """Set all relations of a kind from a document; True if that changed anything."""

    def targets(self, source: int, kind: RelationKind) -> tuple[int, ...]:
        """To which documents a document has relations of a kind."""

    def relations(self) -> tuple[DocumentRelation, ...]:
        """All relations."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A document that a search found; `score` is larger for better hits."""

    document: int
    score: float


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is looked for in texts: each word as the alternatives that may stand for it, all words must be there.

    An alternative is a column (`morphemes` or `bigrams`) and its tokens, which must follow one another.
    """

    words: tuple[tuple[tuple[str, tuple[str, ...]], ...], ...] = field(default=())


class SearchIndex(Protocol):
    """Full text by morphemes and by bigrams of syllables."""

    def add(self, document: int, morphemes: Sequence[str], bigrams: Sequence[str]) -> None:
        """Index a document."""

    def remove(self, document: int) -> None:
        """Take a document out."""

    def terms(self, document: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The morphemes and bigrams that a document was indexed with."""

    def find(self, query: SearchQuery, limit: int) -> tuple[SearchHit, ...]:
        """The best documents."""

    def documents_of(self, entity: int, limit: int) -> tuple[int, ...]:
        """The latest documents in which an entity appears."""


class Store(Protocol):
    """The whole record in one database."""

    @property
    def location(self) -> str:
        """Where it is, for messages."""

    @property
    def ledger(self) -> Ledger:
        """What was read and judged."""

    @property
    def people(self) -> IdentityTable:
        """Who is who."""

    @property
    def organisations(self) -> IdentityTable:
        """Which organisation is which."""

    @property
    def encounters(self) -> EncounterTable:
        """Reports and encounters."""

    @property
    def statements(self) -> StatementTable:
        """Claims, trips, quotations, diagnostics."""

    @property
    def documents(self) -> DocumentTable:
        """Versions, copies, corrections."""

    @property
    def search(self) -> SearchIndex:
        """Full text."""

    def writing(self) -> AbstractContextManager[None]:
        """One transaction: all of what is written inside is kept, or nothing; durable when it ends.

        Raises:
            RecordLocked: another process has been writing for too long.
        """

    def looking(self) -> AbstractContextManager[None]:
        """One consistent view for what is read inside, whatever others write meanwhile."""

    def clear_derived(self) -> None:
        """Empty everything but the ledger."""

    def optimise(self) -> None:
        """Bring what the database knows of itself up to date after much was written."""

    def check(self) -> tuple[str, ...]:
        """What is broken in the database itself; empty when nothing is."""

    def backup(self, path: str) -> None:
        """Write a copy of the whole record to a file or folder that does not exist yet."""

    def size(self) -> int:
        """Bytes that it takes on disk."""

    def close(self) -> None:
        """Let go of the database."""
