"""Readings of pages of invented people, made by hand in few words, and records to put them into."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO
from itertools import count

from hoedong.export.record.jsonl import export_jsonl
from hoedong.model.claim import Claim, ClaimKind
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.encounter import EncounterReport, Mode, Status, When, Where
from hoedong.model.evidence import Evidence
from hoedong.model.mention import MentionForm, OrganisationMention, PersonMention
from hoedong.model.person import Organisation, Person, Position, PositionStatus
from hoedong.model.quotation import Quotation
from hoedong.model.reading import Reading
from hoedong.model.span import Span
from hoedong.model.time import Publication, PublicationBasis
from hoedong.model.trip import Trip
from hoedong.record.protocol import Run, Store
from hoedong.record.record import Clock, Entry, Record
from hoedong.record.search_terms import text_bigrams
from hoedong.record.sqlite import SqliteStore, open_record
from hoedong.record.store_view import StoreView
from recorded import date, interval

RULE = "by.hand"
RUN = Run("hand+1", "hand", "1")
POSTS = {
    "한도윤": ("가람전자", "회장", None),
    "오세린": ("나래물산", "대표", None),
    "서가온": ("누리은행", "행장", None),
    "문지호": ("가람전자", "사장", None),
    "벤 카터": ("노르트빈트", "CEO", "Ben Carter"),
    "레베카 스톤": ("킴버 모터스", "CEO", "Rebecca Stone"),
}
"""Organisation, title and name in Latin letters of whoever is named without them."""


@dataclass(frozen=True)
class Told:
    """One encounter as a page tells of it; people are names, or "이정배@가람전자 부장" where a post is to be stated."""

    principals: tuple[str, ...]
    attendees: tuple[str, ...] = ()
    on: str | None = "2024-06-11"
    city: str | None = None
    status: Status = Status.HELD
    mode: Mode = Mode.IN_PERSON
    quote: str | None = None


def met(
    *principals: str,
    on: str | None = "2024-06-11",
    city: str | None = None,
    status: str = "held",
    mode: str = "in_person",
    with_: Sequence[str] = (),
    quote: str | None = None,
) -> Told:
    """What a page tells of an encounter; `quote` is what the first of them said there."""
    return Told(principals, tuple(with_), on, city, Status(status), Mode(mode), quote)


def page(  # noqa: PLR0913 - one keyword for each thing that a page can have
    name: str,
    *told: Told,
    published: str | None = "2024-06-13",
    outlet: str | None = "가온일보",
    trip: tuple[str, str, str, str] | None = None,
    claim: tuple[str, str, int] | None = None,
    lead: str | None = None,
    troubled: bool = False,
) -> Reading:
    """The reading of one page.

    `trip` is traveller, first day, last day and place; `claim` two people and how often they are said to have met. The
    words around are drawn by the name of the page, so that no two pages copy one another; `lead` replaces them.
    """
    writer = _Writer(name, published, outlet)
    writer.line(lead or _words(name))
    for one in told:
        writer.encounter(one)
    if trip:
        writer.trip(*trip)
    if claim:
        writer.claim(*claim)
    return writer.reading(troubled=troubled)


def _words(name: str) -> str:
    chance = random.Random(name)  # noqa: S311 - always the same words for a name
    return " ".join(
        "".join(chance.choices("가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허", k=3)) for _ in range(40)
    )


@dataclass
class _Writer:
    """A page in the making."""

    name: str
    published: str | None
    outlet: str | None
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)
    firms: dict[str, Organisation] = field(default_factory=dict)
    encounters: list[EncounterReport] = field(default_factory=list)
    quotes: list[Quotation] = field(default_factory=list)
    trips: list[Trip] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def line(self, words: str) -> None:
        self._end(self._put(words).start)

    def encounter(self, told: Told) -> None:
        start = len(self.text)
        met_, sat_in = self._all(told.principals), self._all(told.attendees)
        place = (self._put(told.city),) if told.city else ()
        self._put(f"{told.on} {told.status} {told.mode}.")
        id_ = f"e{len(self.encounters) + 1}"
        if told.quote:
            self.quotes.append(Quotation(self._put(told.quote), met_[0], None, RULE, id_))
        when, where = When(interval(told.on)), Where(place, told.city)
        evidence = (Evidence(Span(start, len(self.text) - 1), RULE),)
        self.encounters.append(
            EncounterReport(id_, told.mode, told.status, met_, sat_in, (), when, where, (), evidence, (RULE,), 0.8)
        )
        self._end(start)

    def trip(self, traveller: str, first: str, last: str, place: str) -> None:
        start = len(self.text)
        who, where = self._person(traveller), self._put(place)
        evidence = (Evidence(Span(start, len(self.text) - 1), RULE),)
        self.trips.append(Trip(who, date(first), date(last), (where,), evidence))
        self._end(start)

    def claim(self, one: str, other: str, times: int) -> None:
        start = len(self.text)
        people = self._all((one, other))
        evidence = (Evidence(Span(start, len(self.text) - 1), RULE),)
        self.claims.append(Claim(ClaimKind.COUNT, people, times, evidence))
        self._end(start)

    def _put(self, words: str) -> Span:
        span = Span(len(self.text), len(self.text) + len(words))
        self.text += words + " "
        return span

    def _end(self, start: int) -> None:
        self.blocks.append(Block(BlockRole.PARAGRAPH, Span(start, len(self.text) - 1)))
        self.text = self.text[:-1] + "\n"

    def _all(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._person(name) for name in names)

    def _person(self, written: str) -> str:
        name, _, post = written.partition("@")
        firm, title, latin = POSTS.get(name, (None, None, None))
        if post:
            firm, _, title = post.partition(" ")
        span = self._put(" ".join(word for word in (name, firm, title) if word))
        if written not in self.people:
            id_ = f"p{len(self.people) + 1}"
            named = Span(span.start, span.start + len(name))
            posts = (Position(firm or None, title or None, PositionStatus.CURRENT, (span,), RULE),)
            mention = PersonMention(named, span, MentionForm.NAME, id_, RULE)
            self.people[written] = Person(id_, name, latin, (mention,), posts if firm or title else ())
            if firm:
                at = Span(named.end + 1, named.end + 1 + len(firm))
                self.firms.setdefault(firm, Organisation(f"o-{firm}", firm, (OrganisationMention(at, firm, RULE),)))
        return self.people[written].id

    def reading(self, *, troubled: bool) -> Reading:
        day = date(self.published)
        publication = Publication(day, PublicationBasis.GIVEN if day else None)
        document = Document(
            self.name, self.text, "ko", tuple(self.blocks), None, self.name, self.outlet, publication=publication
        )
        return Reading(
            document,
            tuple(self.people.values()),
            tuple(self.firms.values()),
            tuple(self.encounters),
            tuple(self.trips),
            tuple(self.quotes),
            tuple(self.claims),
            diagnostics=(Diagnostic("hand.trouble", "a trouble", Span(0, 1)),) if troubled else (),
        )


def reprint(reading: Reading, name: str, outlet: str) -> Reading:
    """The same text in another paper, with a line of its own below."""
    text = f"{reading.document.text}{outlet}\n"
    return replace(reading, document=replace(reading.document, id=name, text=text, outlet=outlet))


def entry(reading: Reading, *, key: str | None = None, run: Run = RUN) -> Entry:
    """A reading to keep, named by the id of its document; pages of one `key` are versions of one another."""
    name = reading.document.id
    return Entry(reading, run, key=key or name, name=key or name)


def ticking() -> Clock:
    """A clock that goes on by a minute whenever it is asked, from noon of 1 July 2024."""
    minutes = count()
    return lambda: _moment(next(minutes))


def _moment(minute: int) -> str:
    return f"2024-07-{1 + minute // 720:02d}T{12 + minute // 60 % 12:02d}:{minute % 60:02d}:00.000000Z"


def terms(document: Document) -> tuple[Sequence[str], Sequence[str]]:
    """The words between blanks in place of morphemes, which would need the analyser."""
    return document.text.split(), text_bigrams(document.text)


def new_record(location: str = ":memory:", clock: Clock | None = None) -> Record:
    """An empty record in memory, or in a file."""
    return Record(open_record(location), clock or ticking(), terms)


def record_of(entries: Sequence[Entry], batches: Sequence[int] = ()) -> Record:
    """A record that holds these entries, added in batches of these sizes, the rest at once."""
    record = new_record()
    for batch in _batched(entries, batches):
        record.add(batch)
    return record


def _batched(entries: Sequence[Entry], sizes: Sequence[int]) -> Iterator[Sequence[Entry]]:
    rest = list(entries)
    for size in sizes:
        yield rest[:size]
        rest = rest[size:]
    yield rest


def exported(store: Store | SqliteStore) -> str:
    """The whole record as its canonical JSON lines: two records are the same where these are."""
    out = StringIO()
    export_jsonl(StoreView(store), out)
    return out.getvalue()
