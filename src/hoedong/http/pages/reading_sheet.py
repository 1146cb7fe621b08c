"""A reading laid out for a reader: the text with its marks, and a card for each encounter that leads to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hoedong.http.pages.mark_book import MarkBook
from hoedong.http.pages.marked_text import Segment
from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.lang.folder import RulePlace
from hoedong.model.account import Encounter, Value
from hoedong.model.document import BlockRole, Document
from hoedong.model.encounter import EncounterReport, Mode, Status
from hoedong.model.entity import OrganisationEntity, PersonEntity
from hoedong.model.person import Person
from hoedong.model.reading import Reading
from hoedong.model.span import Span
from hoedong.model.time import DateInterval


@dataclass(frozen=True, slots=True)
class Known:
    """What the record made of a reading, by the ids of the reading; all empty for a text that is not on record."""

    people: Mapping[str, PersonEntity] = field(default_factory=dict)
    organisations: Mapping[str, OrganisationEntity] = field(default_factory=dict)
    encounters: Mapping[str, Encounter] = field(default_factory=dict)
    rules: Mapping[str, RulePlace] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetBlock:
    """A block of the page with its words in segments; `span` is its place in the text."""

    role: BlockRole
    span: Span
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Words for a fact, and the ids of the marks that carry it. `person` is None for what is no person."""

    words: str
    marks: tuple[str, ...]
    person: PersonCard | None = None
    is_on_record: bool = False


@dataclass(frozen=True, slots=True)
class RuleNote:
    """A rule that contributed: its id, what it says, where it stands; both empty for steps that are no rules."""

    id: str
    gloss: str
    location: str


@dataclass(frozen=True, slots=True)
class Card:
    """One encounter of the article. `encounter` is its id in the record, None where it is not on record.

    `when_words` are the words that tell the date. `others` are values of the record that other reports give.
    """

    id: str
    encounter: str | None
    status: Status
    mode: Mode
    when: DateInterval | None
    who: tuple[Fact, ...]
    present: tuple[Fact, ...]
    parties: tuple[Fact, ...]
    date: Fact | None
    where: Fact | None
    topics: tuple[Fact, ...]
    evidence: Fact
    when_words: tuple[str, ...]
    confidence: float
    rules: tuple[RuleNote, ...]
    others: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of an article in blocks, and its encounters."""

    blocks: tuple[SheetBlock, ...]
    cards: tuple[Card, ...]


_NOTHING_KNOWN = Known()


def sheet_of(reading: Reading, known: Known = _NOTHING_KNOWN) -> Sheet:
    """Lay a reading out."""
    book = MarkBook(reading.document)
    _mark_names(book, reading)
    for report in reading.encounters:
        _mark_report(book, report)
    _mark_statements(book, reading)
    blocks = tuple(SheetBlock(block.role, block.span, segments) for block, segments in book.cut())
    writer = _CardWriter(reading, known, book)
    return Sheet(blocks, tuple(writer.card(report) for report in reading.encounters))


def _mark_names(book: MarkBook, reading: Reading) -> None:
    for person in reading.people:
        book.add("p", (mention.span for mention in person.mentions), ref=person.id)
    for organisation in reading.organisations:
        book.add("o", (mention.span for mention in organisation.mentions), ref=organisation.id)
    book.add("d", reading.document.publication.spans)
    for trip in reading.trips:
        book.add("l", trip.places)


def _mark_report(book: MarkBook, report: EncounterReport) -> None:
    """The words of one encounter, under the id that its card has on the page."""
    book.add("s", (item.span for item in report.evidence), report.id)
    book.add("d", report.when.spans, report.id)
    book.add("l", report.where.spans, report.id)
    book.add("k", report.topics, report.id)
    book.add("k", report.parties, report.id)


def _mark_statements(book: MarkBook, reading: Reading) -> None:
    for quote in reading.quotes:
        book.add("q", (quote.content,), quote.encounter, quote.speaker)
    for claim in reading.claims:
        book.add("s", (item.span for item in claim.evidence))


class _CardWriter:
    """Writes the cards of one reading."""

    def __init__(self, reading: Reading, known: Known, book: MarkBook) -> None:
        self._document: Document = reading.document
        self._people = {person.id: person for person in reading.people}
        self._known = known
        self._book = book

    def card(self, report: EncounterReport) -> Card:
        """One encounter with the marks of each of its facts."""
        sentences = [item.span for item in report.evidence]
        encounter = self._known.encounters.get(report.id)
        when = report.when.value
        return Card(
            id=report.id,
            encounter=encounter.id if encounter else None,
            status=report.status,
            mode=report.mode,
            when=when,
            who=self._persons(report.principals, sentences),
            present=self._persons(report.attendees, sentences),
            parties=self._words("k", report.parties),
            date=Fact(when.edtf, self._book.ids("d", report.when.spans)) if when else None,
            where=self._place(report),
            topics=self._words("k", report.topics),
            evidence=Fact(str(report.status), self._book.ids("s", sentences)),
            when_words=tuple(dict.fromkeys(self._document[span] for span in report.when.spans)),
            confidence=report.confidence,
            rules=tuple(self._rule(id_) for id_ in report.rules),
            others=tuple(value for value in encounter.values if not value.is_chosen) if encounter else (),
        )

    def _persons(self, ids: Iterable[str], sentences: Sequence[Span]) -> tuple[Fact, ...]:
        return tuple(self._person(self._people[id_], sentences) for id_ in ids if id_ in self._people)

    def _person(self, person: Person, sentences: Sequence[Span]) -> Fact:
        """A person with their mentions in the sentences of the encounter, else all of them."""
        spans = [mention.span for mention in person.mentions]
        inside = [span for span in spans if any(span in sentence for sentence in sentences)]
        entity = self._known.people.get(person.id)
        card = card_of(entity) if entity else PersonCard(person.id, person.name, person.latin)
        return Fact(person.name, self._book.ids("p", inside or spans), card, is_on_record=entity is not None)

    def _words(self, kind: str, spans: Iterable[Span]) -> tuple[Fact, ...]:
        return tuple(Fact(self._document[span], self._book.ids(kind, (span,))) for span in spans)

    def _place(self, report: EncounterReport) -> Fact | None:
        where = report.where
        words = self._document[where.spans[0]] if where.spans else ""
        parts = [where.city if where.city and where.city not in words else None, words]
        name = " ".join(part for part in parts if part) or where.country
        return Fact(name, self._book.ids("l", where.spans)) if name else None

    def _rule(self, id_: str) -> RuleNote:
        place = self._known.rules.get(id_)
        return RuleNote(id_, place.gloss if place else "", place.location if place else "")
