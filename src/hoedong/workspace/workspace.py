"""The workspace: one record with every verb of the command line, for Python and for every interface."""

from __future__ import annotations

import datetime as dt
import getpass
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from hoedong.errors import UnknownId
from hoedong.export.brief import Brief, brief_of
from hoedong.export.record.formats import FORMATS
from hoedong.export.record.selection import Selection
from hoedong.ingest.source import SourceItem, SourceProblem
from hoedong.model.account import (
    Encounter,
    Journey,
    RecordedDocument,
    ResolvedQuote,
    Verdict,
)
from hoedong.model.answer import Candidate, Check, Dossier, Explanation, Network, SearchResult
from hoedong.model.appearance import Appearance
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.entity import OrganisationEntity, PersonEntity
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.model.reading import Reading
from hoedong.model.time import PartialDate
from hoedong.query.article import Article, article_of
from hoedong.query.network import network_around
from hoedong.query.organisation import Member, encounters_of_members, members_of
from hoedong.query.organisations import find_organisations
from hoedong.query.people import find_people, the_person
from hoedong.query.review import Disputes, Question, QuestionDossier, Queue, dossier_of, review_queue, still_open
from hoedong.query.search import search
from hoedong.query.why import explain_encounters, explain_people
from hoedong.record.protocol import Tombstone
from hoedong.record.record import Entry, Record
from hoedong.record.search_terms import document_terms
from hoedong.record.sqlite import SqliteStore, open_record
from hoedong.record.store_view import ALL, StoreView
from hoedong.resolve.constraints import retraction_of
from hoedong.workspace.adding import Added, add_entries, add_items, read_again
from hoedong.workspace.briefing import documents_by_id, gather_material
from hoedong.workspace.deciding import Decision, judgements_from, made_together, retraction, the_judgement
from hoedong.workspace.fetching import Get, iter_documents
from hoedong.workspace.filters import NO_FILTERS, Filters
from hoedong.workspace.intake import Given, current_run, read_item
from hoedong.workspace.judgement_file import JudgementMirror, judgement_lines, read_judgements
from hoedong.workspace.location import record_location
from hoedong.workspace.progress import Progress, Told, nobody
from hoedong.workspace.replay import Moment, replay
from hoedong.workspace.reviewing import conflicts_with, kept_before
from hoedong.workspace.trial import Unreadable, item_of

if TYPE_CHECKING:
    from hoedong.fetch.answer import Fetched

Clock = Callable[[], dt.datetime]

_SEVERAL = 2
"""So many pages in one go are read behind the gate."""


class Workspace:
    """One record: add sources, ask questions, judge, export.

    >>> with Workspace(":memory:") as workspace:  # doctest: +SKIP
    ...     list(workspace.add("article.txt"))
    ...     workspace.met("한도윤", "벤 카터")
    """

    def __init__(
        self,
        path: str | Path | None = None,
        *,
        read_only: bool = False,
        user: str | None = None,
        clock: Clock = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        """Open a record, making it where it does not exist.

        `path` is a file, `:memory:`, or None for `HOEDONG_RECORD` or the user's data directory. `user` is who judges,
        by default the user of the machine.

        Raises:
            RecordError: the record cannot be opened; the message says why.
        """
        self.location = record_location(path)
        self._clock = clock
        self._user = user
        self._attach(open_record(self.location, read_only=read_only))
        self._mirror = JudgementMirror(self.location)
        if not read_only and self.location != ":memory:":
            self._reconcile()

    def another(self) -> Workspace:
        """Another workspace on the same record, which only reads: for another thread."""
        return Workspace(self.location, read_only=True, user=self._user, clock=self._clock)

    def _attach(self, store: SqliteStore) -> None:
        self._store = store
        self._record = Record(store, self._now, document_terms)
        self.view = StoreView(store)

    def __enter__(self) -> Self:
        """The workspace itself; it is closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the record."""
        self.close()

    def close(self) -> None:
        """Let go of the record."""
        self._store.close()

    def _now(self) -> str:
        return self._clock().astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def _reconcile(self) -> None:
        """What stands in the record or in its mirror alone is taken into the other: no judgement is ever lost."""
        mirrored = self._mirror.judgements()
        kept = self._store.ledger.judgements()
        ids = {judgement.id for judgement in kept}
        missing = [judgement for judgement in mirrored if judgement.id not in ids]
        if missing:
            self._record.judge(missing)
        ids = {judgement.id for judgement in mirrored}
        self._mirror.append(judgement for judgement in kept if judgement.id not in ids)

    # adding

    def add(
        self,
        *sources: str,
        published: PartialDate | str | None = None,
        lang: str | None = None,
        id: str | None = None,  # noqa: A002 - the word of the document's own field
        stdin: BinaryIO | None = None,
        get: Get | None = None,
        columns: Mapping[str, str] | None = None,
        gate: bool | None = None,
    ) -> Iterator[Added | SourceProblem]:
        """Read sources and keep them; each document is told once it is safely on disk.

        A page that is there already is not read again. What cannot be read is told as a problem, and the rest goes on.
        An address of the web is fetched, by `get` or, where that is None, by a fetcher of its own. `columns` are the
        headers of tables by field, where they are not common ones: `{"text": "기사"}`. With `gate`, a page that can
        tell of no encounter is left at its text; None does so where there are several.
        """
        day = PartialDate.parse(published) if isinstance(published, str) else published
        items = iter_documents(sources, stdin or sys.stdin.buffer, get, columns or {})
        first = list(islice(items, _SEVERAL))
        is_gated = len(first) == _SEVERAL if gate is None else gate
        yield from add_items(self._record, chain(first, items), Given(id, lang, day), gate=is_gated)

    def add_items(self, items: Iterable[SourceItem | SourceProblem]) -> Iterator[Added | SourceProblem]:
        """Read what was taken in elsewhere and keep it; each document is told once it is safely on disk."""
        yield from add_items(self._record, iter(items), Given())

    def add_entries(self, entries: Sequence[Entry]) -> list[Added]:
        """Keep readings that were made before, in one transaction."""
        return add_entries(self._record, entries)

    def add_reading(self, reading: Reading, *, url: str | None = None) -> Added:
        """Keep one reading that was made before; its own id, or the URL, names its page."""
        return self.add_entries([Entry(reading, current_run(), key=url, name=url, url=url)])[0]

    # asking

    def looking(self) -> AbstractContextManager[None]:
        """One consistent view of the record while a block lasts, whatever others write meanwhile."""
        return self._store.looking()

    def document_count(self) -> int:
        """How many documents the record holds, earlier versions among them."""
        return self._store.ledger.count()

    def who(self, text: str) -> tuple[Candidate, ...]:
        """Everyone who may be meant by a name, the likeliest first."""
        return find_people(self.view, text)

    def person(self, text: str) -> PersonEntity:
        """The one person who is meant by a name or id.

        Raises:
            UnknownName: nobody is called so.
            AmbiguousName: several are; the message lists them.
        """
        return the_person(self.view, text)

    def met(
        self, a: str, b: str | None = None, filters: Filters = NO_FILTERS, limit: int = ALL, offset: int = 0
    ) -> tuple[Encounter, ...]:
        """The encounters of a person, or of two, latest first."""
        people = [self.person(name).id for name in (a, b) if name]
        return self.view.find_encounters(people, filters.for_store(), limit, offset)

    def timeline(
        self, a: str | None = None, filters: Filters = NO_FILTERS, limit: int = ALL, offset: int = 0
    ) -> tuple[Encounter, ...]:
        """Encounters in order of date, earliest first, undated ones last; of everybody or of one person."""
        people = [self.person(a).id] if a else []
        return self.view.find_encounters(people, filters.for_store(), limit, offset, newest_first=False)

    def trips(self, a: str, latest: int = ALL) -> tuple[Journey, ...]:
        """The journeys of a person, joined from all documents, or from the accounts that were published latest."""
        return self.view.journeys_of(self.person(a).id, latest)

    def quotes(self, a: str, latest: int = ALL) -> tuple[ResolvedQuote, ...]:
        """What a person is quoted as saying, latest first."""
        found = self.view.quotes_of(self.person(a).id, latest)
        return tuple(sorted(found, key=lambda quote: (str(quote.published or ""), quote.id), reverse=True))

    def claims(self, a: str, b: str | None = None, latest: int = ALL) -> tuple[Verdict, ...]:
        """The claims about a person, or about two, held against the record."""
        return self.view.verdicts_about([self.person(name).id for name in (a, b) if name], latest)

    def search(self, words: str, limit: int = 20) -> SearchResult:
        """Documents by words of their text and by the people in them."""
        return search(self._store, self.view, words, limit)

    def network(self, a: str, hops: int = 2) -> Network:
        """Whom a person met, and who of these met one another."""
        return network_around(self.view, self.person(a), hops)

    def people_by_id(self, ids: Iterable[str]) -> Mapping[str, PersonEntity]:
        """The people of an answer, by the ids that were asked for."""
        return self.view.people_by_id(ids)

    def documents_by_id(self, ids: Iterable[str]) -> Mapping[str, RecordedDocument]:
        """The documents of an answer, by id."""
        return documents_by_id(self.view, ids)

    def appearances(self, person: str) -> tuple[Appearance, ...]:
        """A person as each document presents them; judgements that part or join people take ids of these."""
        return self.view.appearances_of(person)

    def show(self, encounter: str) -> Dossier:
        """One encounter by its id, or by that of any of its reports, with everything that it rests on.

        Raises:
            UnknownId: there is none.
        """
        found = self.view.encounter(encounter)
        if found is None:
            raise UnknownId(f"no encounter {encounter!r} on record; `hoedong met` and `hoedong timeline` print ids")
        reports = self.view.reports(found.reports)
        people = {*found.people, *(one for report in reports for one in report.people)}
        return Dossier(
            found,
            reports,
            self.view.quotes_at(found),
            documents_by_id(self.view, {report.document for report in reports}),
            self.view.people_by_id(people),
        )

    def article(self, document: str) -> Article:
        """One document with all that was read in it.

        Raises:
            UnknownId: there is none.
        """
        return article_of(self._store, self.view, document)

    def organisation(self, id: str) -> tuple[OrganisationEntity, tuple[Member, ...], tuple[Encounter, ...]]:  # noqa: A002
        """An organisation with those who hold posts there and their encounters, latest first.

        Raises:
            UnknownId: there is none.
        """
        found = self.view.organisation(id)
        if found is None:
            raise UnknownId(f"no organisation {id!r} on record")
        members = members_of(self._store, self.view, found)
        return found, members, encounters_of_members(self.view, members)

    def review_queue(self) -> Queue:
        """What is worth asking a person, the most worthwhile first."""
        return review_queue(self._store, self.view, self.today())

    def open_questions(self, queue: Queue) -> Queue:
        """A queue made before without what has been answered since; what came in since is not in it."""
        return still_open(self._store, self.view, queue)

    def question(self, question: Question) -> QuestionDossier:
        """What a question of the queue rests on."""
        return dossier_of(self._store, self.view, question)

    def read(
        self,
        data: bytes | Fetched,
        *,
        published: PartialDate | None = None,
        lang: str | None = None,
        told: Told = nobody,
    ) -> Reading:
        """Read a text, a saved or a fetched page and keep nothing; `told` hears how far it is.

        Raises:
            Unreadable: the bytes are empty, no text, or too long.
        """
        return read_item(item_of(data), Given(None, lang, published), Progress(told))

    def keep(self, data: bytes | Fetched, *, published: PartialDate | None = None, lang: str | None = None) -> Added:
        """Read a text, a saved or a fetched page and keep it.

        Raises:
            Unreadable: the bytes are empty, no text, or too long, or reading them failed.
        """
        found = next(add_items(self._record, iter([item_of(data)]), Given(None, lang, published)))
        if isinstance(found, SourceProblem):
            raise Unreadable(found.message)
        return found

    def today(self) -> dt.date:
        """The day by the workspace's clock, in UTC."""
        return self._clock().date()

    def extent(self) -> tuple[int, int]:
        """How many documents and judgements there are: while it stays, nothing was added or decided."""
        return self._store.ledger.count(), self._store.ledger.judgement_count()

    def brief(
        self, a: str, b: str | None = None, *, lang: str = "ko", today: dt.date | None = None, latest: int = ALL
    ) -> Brief:
        """What one wants to read before a meeting with a person, or of two: all, or so much of it as is latest."""
        sides = [self.person(name) for name in (a, b) if name]
        return brief_of(gather_material(self.view, sides, today or self._clock().date(), latest), lang=lang)

    def why(self, a: str, b: str) -> Explanation:
        """Why two people, or two encounters, are one or are kept apart: every feature with its weight."""
        if self.view.encounter(a) is not None and self.view.encounter(b) is not None:
            return explain_encounters(self.view, a, b)
        return explain_people(self._store, self.view, a, b)

    def at(self, as_of: PartialDate | None = None, reported_by: PartialDate | None = None) -> Workspace:
        """The record as it was: what had been added and judged, and what had been published, by these days."""
        then = Workspace(":memory:", user=self._user, clock=self._clock)
        replay(self._store, then._store, Moment(as_of, reported_by))
        then.location = self.location
        return then

    # judging

    def judge(
        self,
        subject: JudgementSubject,
        verb: JudgementVerb,
        left: str,
        right: str | None = None,
        *,
        property: str | None = None,  # noqa: A002 - the word of the model
        value: str | None = None,
        reason: str | None = None,
        user: str | None = None,
        ticket: str | None = None,
    ) -> Judgement:
        """Decide something about the record; the decision is appended, stands above all rules, and can be undone.

        A decision that comes once more with the `ticket` that it had is the one that is kept already.

        Raises:
            UnknownId: `left` or `right` is nothing on record.
            ValueError: the value is none that the property can have, or the ticket was that of another decision.
        """
        decision = Decision(subject, verb, left, right, property, value)
        decision.require_possible(self.view)
        judgement = decision.made(user=user or self.user, created=self._now(), reason=reason, ticket=ticket)
        new = self._judge([judgement])
        return judgement if new else kept_before(self.judgements(), judgement)

    def judge_together(
        self, decisions: Sequence[Decision], *, user: str | None = None, ticket: str | None = None
    ) -> tuple[Judgement, ...]:
        """Decide several things at one moment, all or none; those that were kept before are given as they are.

        Raises:
            UnknownId: one of them is about nothing on record.
            ValueError: one of them decides nothing.
        """
        for decision in decisions:
            decision.require_possible(self.view)
        made = judgements_from(decisions, user=user or self.user, created=self._now(), ticket=ticket)
        new = {one.id for one in self._judge(made)}
        every = self.judgements()
        return tuple(one if one.id in new else kept_before(every, one) for one in made)

    def undo_together(self, judgement: str, *, user: str | None = None) -> tuple[Judgement, ...]:
        """Take back all that was decided at the moment of a judgement, by whoever made it; what stands of it.

        Raises:
            UnknownId: there is no such judgement.
        """
        by, now = user or self.user, self._now()
        return self._judge([retraction(one, user=by, created=now) for one in self.made_together(judgement)])

    def made_together(self, judgement: str) -> tuple[Judgement, ...]:
        """What stands of the judgements that were made at the moment of this one, by the same person.

        Raises:
            UnknownId: there is no such judgement.
        """
        return made_together(self.standing_judgements(), the_judgement(self.judgements(), judgement))

    def disputes(self) -> Disputes:
        """Where reviewers say otherwise of one matter, whichever ids they name it by."""
        return Disputes(self._store, self.standing_judgements())

    def conflicts(self, judged: Judgement, seen: str | None = None) -> tuple[Judgement, ...]:
        """What others decided about the same matter after the last judgement on it that the reviewer had seen."""
        return conflicts_with(self.judgements(), judged, seen, self.disputes().against(judged))

    def subject_of(self, id: str) -> JudgementSubject | None:  # noqa: A002 - the word of the model
        """What an id is of: an appearance of a person or organisation, a report, a claim; None of nothing on record."""
        subjects = (
            JudgementSubject.PERSON, JudgementSubject.ORGANISATION, JudgementSubject.ENCOUNTER, JudgementSubject.CLAIM,
        )  # fmt: skip
        return next((subject for subject in subjects if self.view.exists(subject, id)), None)

    def undo(self, judgement: str, *, reason: str | None = None, user: str | None = None) -> Judgement:
        """Take a judgement back; the one taken back stays in the ledger. Undoing an undoing revives it.

        What is taken back already is not taken back twice: the retraction that stands is given.

        Raises:
            UnknownId: there is no such judgement.
        """
        every = self.view.judgements()
        undone = the_judgement(every, judgement)
        if (standing := retraction_of(every, judgement)) is not None:
            return standing
        taken_back = retraction(undone, user=user or self.user, created=self._now(), reason=reason)
        self._judge([taken_back])
        return taken_back

    @property
    def user(self) -> str:
        """Who judges."""
        return self._user or getpass.getuser()

    def _judge(self, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
        new = self._record.judge(judgements)
        if self.location != ":memory:":
            self._mirror.append(new)
        return new

    def judgements(self) -> tuple[Judgement, ...]:
        """Everything that people decided, in order of moment, undone judgements and undoings too."""
        return self.view.judgements()

    def standing_judgements(self) -> tuple[Judgement, ...]:
        """What people decided and did not undo."""
        return self.view.standing_judgements()

    def judgement_lines(self) -> Iterator[str]:
        """Every judgement as a line of JSON: the whole history, undone ones and undoings too."""
        yield from judgement_lines(self.view.judgements())

    def import_judgements(self, path: Path) -> int:
        """Take in the judgements of a file; how many were new. Those about pages not yet added wait for them.

        Raises:
            JudgementFileError: the file is not as `judgement_lines` writes it.
        """
        return len(self._judge(read_judgements(path)))

    # keeping

    def state(self) -> Check:
        """How the record is, as far as can be told at once: without going through its file for damage."""
        return Check(
            documents=self._store.ledger.count(),
            judgements=self._store.ledger.judgement_count(),
            diagnostics=self.view.diagnostic_counts(),
            orphans=self.view.orphaned_judgements(),
            broken=None,
            size=self._store.size(),
            is_stale=self._record.is_stale(),
        )

    def check(self) -> Check:
        """How the record is: what was not understood, what is broken, which judgements lost what they were about."""
        return replace(self.state(), broken=self._store.check())

    def diagnostics(self, code: str | None = None, limit: int = ALL) -> tuple[tuple[str, Diagnostic], ...]:
        """What was seen and not understood, with the id of its document, the gravest first."""
        return self.view.diagnostics(code, limit)

    def rebuild(self, told: Callable[[int], None] = lambda _: None, *, reread: bool = False) -> int:
        """Derive the account anew from the ledger, or, with `reread`, from the texts by the rules of today."""
        done = self._record.rebuild(told)
        if reread:
            for _ in read_again(self._record):
                pass
        return done

    def backup(self, path: str | Path) -> None:
        """Write a copy of the record, in one piece, with its judgements beside it.

        Raises:
            RecordError: the file exists.
        """
        self._store.backup(str(path))
        JudgementMirror(str(path)).append(self.view.judgements())

    def forget(self, document: str, reason: str, user: str | None = None) -> Tombstone:
        """Take a document down: its text and all it contributed go, a tombstone stays, and it is not taken in again.

        Raises:
            UnknownId: there is no such document.
        """
        return self._record.forget(document, reason, user or self.user)

    def export(self, name: str, target: Path, filters: Filters = NO_FILTERS, people: Iterable[str] = ()) -> None:
        """Write the record, or a part of it, in one of the formats of `hoedong.export.record.formats`."""
        FORMATS[name].export(self.view, target, self.selection(filters, people))

    def selection(self, filters: Filters = NO_FILTERS, people: Iterable[str] = ()) -> Selection:
        """The part of the record that filters and names ask for."""
        return filters.selection(frozenset(self.person(name).id for name in people))

    def documents(self) -> Iterator[RecordedDocument]:
        """The latest version of every page."""
        return self.view.documents()

    def documents_after(self, document: str, limit: int) -> tuple[RecordedDocument, ...]:
        """The next documents by id after one, "" for the first: a page of a list without end."""
        numbers = self._store.documents.current(document, limit)
        found = self._store.ledger.documents(numbers)
        return tuple(found[number] for number in numbers)

    def document(self, id: str) -> RecordedDocument:  # noqa: A002 - the word of the model
        """A document by its id, an earlier version too.

        Raises:
            UnknownId: there is none.
        """
        found = self.view.document(id)
        if found is None:
            raise UnknownId(f"no document {id!r} on record; `hoedong documents` prints ids")
        return found

    def reading_of(self, document: str) -> Reading:
        """What was understood of a document when it was read last.

        Raises:
            UnknownId: there is no such document.
        """
        number = self._store.ledger.number(document)
        stored = self._store.ledger.reading(number) if number is not None else None
        if stored is None:
            raise UnknownId(f"no document {document!r} on record; `hoedong documents` prints ids")
        return stored.reading

    def organisations(self, text: str) -> tuple[OrganisationEntity, ...]:
        """Every organisation that may be meant by a name or id, those with most documents first."""
        return find_organisations(self.view, text)

    def versions(self, document: RecordedDocument) -> tuple[RecordedDocument, ...]:
        """All versions of the page that a document is of, in order of arrival."""
        return self.view.versions(document)
