"""One encounter: every report, values side by side where outlets disagree, how its status changed, what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hoedong.errors import HoedongError
from hoedong.http.pages.entries import Entry, entry_of
from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.http.pages.quotes import QuoteLine, quote_lines
from hoedong.http.pages.view import Moved, View
from hoedong.http.pages.visit import Visit
from hoedong.model.account import Encounter, ResolvedReport, StatusStep, Value
from hoedong.model.answer import Dossier, Explanation
from hoedong.model.encounter import Status
from hoedong.model.judgement import Judgement
from hoedong.model.time import DateInterval, PartialDate
from hoedong.query.review import Exhibit, exhibits_of
from hoedong.workspace import Workspace

MOST_REPORTS = 30
MOST_COMPARED = 6
PROPERTIES = ("status", "date", "place", "city", "country", "mode")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What one document says, with its words; fields as in `ResolvedReport`."""

    id: str
    document: str
    title: str | None
    outlet: str | None
    published: PartialDate | None
    status: Status
    when: DateInterval | None
    place: str | None
    city: str | None
    country: str | None
    principals: tuple[PersonCard, ...]
    attendees: tuple[PersonCard, ...]
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    confidence: float
    is_copy: bool
    is_retracted: bool
    words: tuple[Exhibit, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueCell:
    """A value of a property, the outlets that give it, and whether the record chose it, and why."""

    value: str
    outlets: tuple[str, ...]
    reports: int
    is_chosen: bool
    is_conflict: bool
    reason: str


@dataclass(frozen=True, slots=True)
class ValueRow:
    """The values of one property, the chosen one first."""

    property: str
    values: tuple[ValueCell, ...]
    is_disputed: bool


@dataclass(frozen=True, slots=True)
class Join:
    """Why a report is held to tell of the same encounter as the first one."""

    report: str
    outlet: str | None
    why: Explanation


@dataclass(frozen=True, slots=True)
class EncounterPage:
    """An encounter with everything that it rests on; `reports_in_all` counts those that are not shown too."""

    entry: Entry
    confidence: float
    reports: tuple[ReportRow, ...]
    reports_in_all: int
    values: tuple[ValueRow, ...]
    history: tuple[StatusStep, ...]
    quotes: tuple[QuoteLine, ...]
    joins: tuple[Join, ...]
    judgements: tuple[Judgement, ...]


def find_encounter(workspace: Workspace, visit: Visit) -> EncounterPage:
    """An encounter by id; the id of one of its reports leads to its page."""
    asked = visit.parameters["id"]
    dossier = workspace.show(asked)
    encounter = dossier.encounter
    if encounter.id != asked:
        raise Moved("encounter", encounter.id)
    return EncounterPage(
        entry_of(encounter, dossier.people),
        encounter.confidence,
        tuple(_row(workspace, dossier, report) for report in dossier.reports[:MOST_REPORTS]),
        len(dossier.reports),
        _values(encounter, dossier.reports),
        encounter.history,
        quote_lines(workspace, dossier.quotes),
        tuple(_joins(workspace, dossier.reports)),
        _judgements(workspace, encounter),
    )


def _row(workspace: Workspace, dossier: Dossier, report: ResolvedReport) -> ReportRow:
    document = dossier.documents.get(report.document)
    cards = {id_: card_of(person) for id_, person in dossier.people.items()}
    return ReportRow(
        report.id,
        report.document,
        document.title if document else None,
        report.outlet,
        report.published,
        report.status,
        report.when,
        report.place,
        report.city,
        report.country,
        tuple(cards[one] for one in report.principals if one in cards),
        tuple(cards[one] for one in report.attendees if one in cards),
        report.parties,
        report.topics,
        report.confidence,
        any(other.witness == report.witness and other.id < report.id for other in dossier.reports),
        report.is_retracted,
        exhibits_of(workspace.view, report.evidence, 4),
        tuple(dict.fromkeys(item.rule for item in report.evidence)),
    )


def _values(encounter: Encounter, reports: Sequence[ResolvedReport]) -> tuple[ValueRow, ...]:
    outlets = {report.id: report.outlet or "" for report in reports}
    rows = []
    for name in PROPERTIES:
        given = [value for value in encounter.values if value.property == name]
        ordered = sorted(given, key=lambda value: (not value.is_chosen, -len(value.reports), value.value))
        if ordered:
            cells = tuple(_cell(value, outlets) for value in ordered)
            rows.append(ValueRow(name, cells, name in encounter.disagreements))
    return tuple(rows)


def _cell(value: Value, outlets: dict[str, str]) -> ValueCell:
    names = tuple(dict.fromkeys(name for id_ in value.reports if (name := outlets.get(id_))))
    return ValueCell(value.value, names, len(value.reports), value.is_chosen, value.is_conflict, value.reason)


def _joins(workspace: Workspace, reports: Sequence[ResolvedReport]) -> list[Join]:
    """Why reports are one: each of the next few against the first; those of one document are never compared."""
    found: list[Join] = []
    for report in reports[1:MOST_COMPARED]:
        try:
            found.append(Join(report.id, report.outlet, workspace.why(reports[0].id, report.id)))
        except HoedongError:
            continue
    return found


def _judgements(workspace: Workspace, encounter: Encounter) -> tuple[Judgement, ...]:
    named = {encounter.id, *encounter.reports}
    standing = workspace.standing_judgements()
    return tuple(one for one in standing if one.left in named or one.right in named)


VIEW = View("encounter", "/encounter/{id}", find_encounter)
