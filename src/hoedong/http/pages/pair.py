"""Two people: every encounter with the sentence that tells of it, what they said, what is claimed, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from hoedong.http.pages import islands
from hoedong.http.pages.claims import ClaimLine, claim_lines
from hoedong.http.pages.entries import Entry, entries_of
from hoedong.http.pages.messages import translations
from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.http.pages.quotes import QuoteLine, quote_lines
from hoedong.http.pages.view import Moved, View
from hoedong.http.pages.visit import Visit
from hoedong.model.account import Citation, Encounter, ResolvedQuote, ResolvedReport
from hoedong.model.encounter import Status
from hoedong.query.review import Exhibit, exhibits_of
from hoedong.workspace import Workspace

LATEST = 100
LATEST_CLAIMS = 20
MOST_TOPICS = 12


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An encounter with the words of its first reports; `number` is that of the footnote of the first words."""

    entry: Entry
    words: tuple[Exhibit, ...]
    number: int


@dataclass(frozen=True, slots=True)
class PairPage:
    """Two people and what is on record of both; `rows` are latest first."""

    one: PersonCard
    other: PersonCard
    encounters: int
    rows: tuple[LedgerRow, ...]
    quotes: tuple[QuoteLine, ...]
    claims: tuple[ClaimLine, ...]
    topics: tuple[str, ...]
    sat_in: tuple[PersonCard, ...]
    documents: int

    @property
    def held(self) -> tuple[Entry, ...]:
        """What took place, latest first, undated ones last."""
        return tuple(row.entry for row in self.rows if row.entry.status is Status.HELD)

    @property
    def last(self) -> Entry | None:
        """The latest that took place and whose date is known."""
        return next((entry for entry in self.held if entry.when), None)

    @property
    def first(self) -> Entry | None:
        """The earliest that took place and whose date is known."""
        return next((entry for entry in reversed(self.held) if entry.when), None)

    @property
    def planned(self) -> Entry | None:
        """The nearest plan on record."""
        return next((row.entry for row in reversed(self.rows) if row.entry.status is Status.PLANNED), None)

    def on_axis(self, visit: Visit) -> dict[str, Any]:
        """The encounters for the timeline, with what is claimed beyond them."""
        words = translations(visit.lang)
        labels = words.gettext("{count} more claimed, dates unknown"), words.gettext("time claimed between the two")
        return islands.pair_timeline([row.entry for row in self.rows], self.claims, visit, labels)

    @property
    def notes(self) -> tuple[Exhibit, ...]:
        """The footnotes of the printed page."""
        return tuple(row.words[0] for row in self.rows if row.words)


def find_pair(workspace: Workspace, visit: Visit) -> PairPage:
    """Two people by ids; other ids or names of theirs lead to the page under their own."""
    asked = (visit.parameters["one"], visit.parameters["other"])
    one, other = workspace.person(asked[0]), workspace.person(asked[1])
    if one.id == other.id:
        raise Moved("person", one.id)
    if (one.id, other.id) != asked:
        raise Moved("pair", one.id, other.id)
    ids = [one.id, other.id]
    encounters = workspace.view.find_encounters(ids, limit=LATEST)
    entries = entries_of(workspace, encounters)
    rows = _ledger(workspace, encounters, entries)
    return PairPage(
        card_of(one),
        card_of(other),
        workspace.view.count_encounters(ids),
        rows,
        quote_lines(workspace, _quotes(workspace, ids, encounters)),
        claim_lines(workspace, workspace.claims(one.id, other.id, LATEST_CLAIMS)),
        _topics(entries),
        _sat_in(entries, frozenset(ids)),
        len({exhibit.document for row in rows for exhibit in row.words}),
    )


def _ledger(workspace: Workspace, encounters: Sequence[Encounter], entries: Sequence[Entry]) -> tuple[LedgerRow, ...]:
    reports = {one.id: one for one in workspace.view.reports([id_ for each in encounters for id_ in each.reports[:3]])}
    rows: list[LedgerRow] = []
    number = 0
    for encounter, entry in zip(encounters, entries, strict=True):
        told = (reports[id_] for id_ in encounter.reports[:3] if id_ in reports)
        words = exhibits_of(workspace.view, tuple(_fullest(report) for report in told if report.evidence), 3)
        number += bool(words)
        rows.append(LedgerRow(entry, words, number))
    return tuple(rows)


def _fullest(report: ResolvedReport) -> Citation:
    """The longest sentence that tells of the encounter: a headline says less than the body."""
    return max(report.evidence, key=lambda item: (len(item.span), -item.span.start))


def _quotes(workspace: Workspace, ids: Sequence[str], encounters: Iterable[Encounter]) -> list[ResolvedQuote]:
    """What one of the two said at an encounter of both, or in a document that tells of one."""
    reports = {id_ for encounter in encounters for id_ in encounter.reports}
    told = workspace.view.quotes_beside(sorted(reports))
    return [quote for quote in told if quote.speaker in ids and (quote.encounter is None or quote.encounter in reports)]


def _topics(entries: Iterable[Entry]) -> tuple[str, ...]:
    """What they talked about, most often first."""
    counts = Counter(topic for entry in entries for topic in dict.fromkeys(entry.topics))
    return tuple(topic for topic, _ in sorted(counts.items(), key=lambda use: (-use[1], use[0])))[:MOST_TOPICS]


def _sat_in(entries: Iterable[Entry], ids: frozenset[str]) -> tuple[PersonCard, ...]:
    """Who else was there, most often first."""
    there = [one for entry in entries for one in (*entry.principals, *entry.attendees) if one.id not in ids]
    counts, cards = Counter(one.id for one in there), {one.id: one for one in there}
    return tuple(cards[id_] for id_ in sorted(counts, key=lambda id_: (-counts[id_], cards[id_].name, id_)))


VIEW = View("pair", "/pair/{one}/{other}", find_pair)
