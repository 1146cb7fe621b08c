"""The first page: a diary of the latest encounters, what is planned, who meets most, what waits for review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from hoedong.http.pages.claims import ClaimLine, claim_lines
from hoedong.http.pages.entries import Entry, entries_of
from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.http.pages.selection import asked_of
from hoedong.http.pages.strips import Stroke, strips_of
from hoedong.http.pages.view import View
from hoedong.http.pages.visit import Visit
from hoedong.http.pages.waiting import known_queue
from hoedong.model.claim import ClaimKind
from hoedong.model.encounter import Status
from hoedong.model.entity import PersonEntity
from hoedong.model.time import PartialDate
from hoedong.query.review import QuestionKind
from hoedong.workspace import Workspace
from hoedong.workspace.filters import Filters

ON_A_PAGE = 40
PLANNED = 6
PAIRS = 6
OF_A_PAIR = 40
MISSING = 3
CLAIMS_OF_A_PAIR = 20
FARTHEST = 100_000
VAGUEST_PLAN = dt.timedelta(days=400)
"""How long ago the date of a plan may begin that can still come true: the year of "this year"."""


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of one month, or of a year of which no month is known; `date` is None for undated ones."""

    date: PartialDate | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two people who met often, with a strip of when."""

    one: PersonCard
    other: PersonCard
    encounters: int
    strip: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """The first page; `next_offset` is None on the last page of the diary, `waiting` where nobody has counted yet."""

    documents: int
    months: tuple[Month, ...]
    planned: tuple[Entry, ...]
    pairs: tuple[PairRow, ...]
    missing: tuple[ClaimLine, ...]
    waiting: Mapping[QuestionKind, int] | None
    offset: int
    next_offset: int | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever read."""
        return not self.documents


def find_home(workspace: Workspace, visit: Visit) -> Home:
    """The first page."""
    offset = visit.number("offset", FARTHEST)
    filters = asked_of(workspace, visit).filters
    found = workspace.view.find_encounters(wanted=filters.for_store(), limit=ON_A_PAGE + 1, offset=offset)
    entries = entries_of(workspace, found[:ON_A_PAGE])
    pairs, queue = workspace.view.busiest_pairs(PAIRS), known_queue(workspace, visit)
    return Home(
        workspace.document_count(),
        months_of(entries),
        _planned(workspace),
        _pair_rows(workspace, pairs),
        _missing(workspace, pairs),
        queue.counts if queue else None,
        offset,
        offset + ON_A_PAGE if len(found) > ON_A_PAGE else None,
    )


def months_of(entries: Sequence[Entry]) -> tuple[Month, ...]:
    """Entries in their order, month by month."""
    found = ((key, tuple(group)) for key, group in groupby(entries, key=lambda entry: entry.month))
    return tuple(Month(PartialDate.parse(key) if key else None, group) for key, group in found)


def _planned(workspace: Workspace) -> tuple[Entry, ...]:
    """What is planned for today or later, the nearest first."""
    today = workspace.today()
    filters = Filters(since=str(today), statuses=(Status.PLANNED,), begun=today - VAGUEST_PLAN)
    return entries_of(workspace, workspace.timeline(filters=filters, limit=PLANNED))


_Pairs = Sequence[tuple[PersonEntity, PersonEntity, int]]


def _pair_rows(workspace: Workspace, pairs: _Pairs) -> tuple[PairRow, ...]:
    encounters = [workspace.view.find_encounters([one.id, other.id], limit=OF_A_PAIR) for one, other, _ in pairs]
    strips = strips_of(encounters)
    return tuple(
        PairRow(card_of(one), card_of(other), count, strip)
        for (one, other, count), strip in zip(pairs, strips, strict=True)
    )


def _missing(workspace: Workspace, pairs: _Pairs) -> tuple[ClaimLine, ...]:
    """Claims of more meetings than are on record, among the latest on the pairs that meet most."""
    view = workspace.view
    exceeding = [
        claim.id
        for one, other, count in pairs
        for claim in view.claims_about([one.id, other.id], CLAIMS_OF_A_PAIR)
        if claim.kind is ClaimKind.COUNT and isinstance(claim.value, int) and claim.value > count
    ]
    return tuple(line for line in claim_lines(workspace, view.verdicts_on(exceeding)) if line.missing)[:MISSING]


VIEW = View("home", "/", find_home)
