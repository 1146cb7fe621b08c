"""The record as one object: add readings, take judgements, forget, rebuild; every change is one durable transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from hoedong.errors import RecordStale, UnknownId
from hoedong.model.account import RecordedDocument
from hoedong.model.document import Document
from hoedong.model.judgement import Judgement, JudgementVerb
from hoedong.model.reading import Reading
from hoedong.record.ids import document_id
from hoedong.record.protocol import Run, Store, Tombstone
from hoedong.record.resolution import RESOLUTION_VERSION, Resolution
from hoedong.resolve.constraints import judgements_in_force

BATCH = 200
"""Documents that are resolved together while a record is rebuilt."""

Clock = Callable[[], str]
"""The moment in UTC, ISO 8601 with microseconds."""

SearchTerms = Callable[[Document], tuple[Sequence[str], Sequence[str]]]
"""The morphemes and the bigrams by which a text is found."""


_Terms = tuple[Sequence[str], Sequence[str]]


class Outcome(StrEnum):
    """What became of a document that was added."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    NEW_VERSION = "new version"
    REREAD = "read again"
    TAKEN_DOWN = "taken down before"


@dataclass(frozen=True, slots=True)
class Entry:
    """A reading to keep.

    `key` is what makes two texts versions of one page (its URL, or the file and the id that it came with), None for a
    text by itself. `name` is what goes into the id beside the text: the URL or the given id, never a path, so that the
    same page has the same id on every machine. `intake` is what else the reading depends on, as text, so that it can be
    made again; empty where it cannot.
    """

    reading: Reading
    run: Run
    key: str | None = None
    name: str | None = None
    url: str | None = None
    intake: str = ""

    @property
    def id(self) -> str:
        """The id of the document in the record."""
        return document_id(self.name, self.reading.document.text)


class Record:
    """Writes to one store; see `record.views` for what can be asked of it."""

    def __init__(self, store: Store, clock: Clock, search_terms: SearchTerms) -> None:
        self.store = store
        self._clock = clock
        self._search_terms = search_terms
        self._judgements: tuple[Judgement, ...] = ()

    def add(self, entries: Sequence[Entry]) -> tuple[Outcome, ...]:
        """Keep readings and resolve them, all or none.

        Raises:
            RecordStale: the record was derived by another version of the resolution.
        """
        terms = [self._search_terms(entry.reading.document) for entry in entries]  # slow, so before the lock is taken
        with self.store.writing():
            self._require_fresh()
            resolution = self._resolution()
            outcomes = tuple(self._add(*item, resolution) for item in zip(entries, terms, strict=True))
            resolution.settle()
        return outcomes

    def is_stale(self) -> bool:
        """Whether the account was derived by other rules of resolution than those of today."""
        return self.store.ledger.meta("resolution") != RESOLUTION_VERSION and bool(self.store.ledger.count())

    def _require_fresh(self) -> None:
        if self.is_stale():
            raise RecordStale(f"{self.store.location} was resolved by other rules; run `hoedong rebuild` first")
        if self.store.ledger.meta("resolution") != RESOLUTION_VERSION:  # nothing is on record yet
            self.store.ledger.set_meta("resolution", RESOLUTION_VERSION)

    def _resolution(self) -> Resolution:
        return Resolution(self.store, judgements_in_force(self._all_judgements()))

    def _all_judgements(self) -> tuple[Judgement, ...]:
        """All judgements, read again only where some were added; none ever goes."""
        if self.store.ledger.judgement_count() != len(self._judgements):
            self._judgements = self.store.ledger.judgements()
        return self._judgements

    def _add(self, entry: Entry, terms: _Terms, resolution: Resolution) -> Outcome:
        if self.store.ledger.is_taken_down(text_digest(entry.reading.document.text)):
            return Outcome.TAKEN_DOWN
        number = self.store.ledger.number(entry.id)
        if number is not None:
            return self._read_again(number, entry, terms, resolution)
        earlier = self._supersede(entry, resolution)
        number = self.store.ledger.add_document(self._document(entry))
        self._keep(number, entry, terms, resolution)
        return Outcome.NEW_VERSION if earlier else Outcome.ADDED

    def _read_again(self, number: int, entry: Entry, terms: _Terms, resolution: Resolution) -> Outcome:
        """A document that is there: another reading of it counts from now on, the same one changes nothing."""
        stored = self.store.ledger.reading(number)
        if stored is not None and _placeless(stored.reading) == _placeless(entry.reading):
            return Outcome.UNCHANGED
        if not self.store.documents.is_current(number):
            return Outcome.UNCHANGED
        resolution.exclude(number)
        self.store.search.remove(number)
        self._keep(number, entry, terms, resolution)
        return Outcome.REREAD

    def _keep(self, number: int, entry: Entry, terms: _Terms, resolution: Resolution) -> None:
        self.store.ledger.add_reading(number, entry.run, self._clock(), entry.reading, entry.intake)
        resolution.include(number, entry.id, entry.reading)
        self.store.search.add(number, *terms)

    def _supersede(self, entry: Entry, resolution: Resolution) -> bool:
        """Take earlier versions of the page out of the account; their texts stay."""
        if entry.key is None:
            return False
        versions = self.store.ledger.versions(entry.key)
        for version in versions:
            number = self.store.ledger.number(version.id)
            if number is not None and self.store.documents.is_current(number):
                resolution.exclude(number)
                self.store.search.remove(number)
                self.store.documents.set_superseded(number, entry.id)
        return bool(versions)

    def _document(self, entry: Entry) -> RecordedDocument:
        page = entry.reading.document
        return RecordedDocument(
            id=entry.id,
            text=page.text,
            lang=page.lang,
            added=self._clock(),
            key=entry.key,
            url=entry.url,
            source=page.source,
            title=page.title,
            outlet=page.outlet,
            byline=page.byline,
            published=page.publication.value,
        )

    def judge(self, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
        """Append judgements and resolve what they name anew; those that were new."""
        ledger = self.store.ledger
        with self.store.writing():
            self._require_fresh()
            new = tuple(judgement for judgement in judgements if ledger.add_judgement(judgement))
            resolution = self._resolution()
            resolution.rejudge(self._with_retracted(new))
            resolution.settle()
        return new

    def _with_retracted(self, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
        """The judgements and, however often undone and revived, what they retract."""
        by_id = {one.id: one for one in self._all_judgements()}
        found = list(judgements)
        for one in found:  # grows while it is walked
            if one.verb is JudgementVerb.RETRACT and one.retracts in by_id:
                found.append(by_id[one.retracts])
        return tuple(found)

    def forget(self, document: str, reason: str, user: str) -> Tombstone:
        """Take a document down: its text and all that it contributed go, a tombstone stays.

        Raises:
            UnknownId: there is no such document.
        """
        ledger = self.store.ledger
        with self.store.writing():
            self._require_fresh()
            number, kept = ledger.number(document), ledger.document(document)
            if number is None or kept is None:
                raise UnknownId(f"no document {document!r} on record")
            resolution = self._resolution()
            resolution.exclude(number)
            self.store.search.remove(number)
            tombstone = Tombstone(document, text_digest(kept.text), reason, user, self._clock())
            ledger.add_tombstone(number, tombstone)
            self._restore_earlier(kept, resolution)
            resolution.settle()
        return tombstone

    def _restore_earlier(self, gone: RecordedDocument, resolution: Resolution) -> None:
        """Where the latest version of a page went, the one before it counts again."""
        versions = self.store.ledger.versions(gone.key) if gone.key and gone.superseded_by is None else ()
        if versions:
            latest = versions[-1]
            number = self.store.ledger.number(latest.id)
            stored = None if number is None else self.store.ledger.reading(number)
            if number is not None and stored is not None:
                resolution.include(number, latest.id, stored.reading)
                self.store.search.add(number, *self._search_terms(stored.reading.document))

    def rebuild(self, told: Callable[[int], None] = lambda _: None) -> int:
        """Empty the account and derive it anew from the ledger; how many documents it rests on.

        `told` hears how many documents are done, after each batch.
        """
        with self.store.writing():
            self.store.clear_derived()
            self.store.ledger.set_meta("resolution", RESOLUTION_VERSION)
            done, pages = 0, self._in_force()
            while numbers := list(islice(pages, BATCH)):
                resolution = self._resolution()
                for number in numbers:
                    self._include_again(number, resolution)
                resolution.settle()
                done += len(numbers)
                told(done)
        self.store.optimise()
        return done

    def _in_force(self) -> Iterator[int]:
        """The latest version of each page; earlier ones are marked as such."""
        pages = self.store.ledger.pages()
        latest = {page.key or page.id: page for page in pages}  # in order of arrival, so the last one stays
        for page in pages:
            newest = latest[page.key or page.id]
            if newest is page:
                yield page.number
            else:
                self.store.documents.set_superseded(page.number, newest.id)

    def _include_again(self, number: int, resolution: Resolution) -> None:
        stored = self.store.ledger.reading(number)
        if stored is not None:
            resolution.include(number, stored.document, stored.reading)
            self._index_if_new(number, stored.reading.document)

    def _index_if_new(self, number: int, document: Document) -> None:
        """Index a text that is not: that of a record of an older format. Tokens of others depend on texts alone."""
        if not any(self.store.search.terms(number)):
            self.store.search.remove(number)
            self.store.search.add(number, *self._search_terms(document))


def _placeless(reading: Reading) -> Reading:
    """A reading without where its text was found, which says nothing of the text."""
    return replace(reading, document=replace(reading.document, source=None))


def text_digest(text: str) -> str:
    """SHA-256 of a text, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
