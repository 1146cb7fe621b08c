"""The record as an event table in the terms of PLOVER, for political scientists: every row is a CONSULT.

CONSULT is mutual, so which actor is the source is a convention: who travelled, where that is known, else the first
principal in the order of ids. The mode says only what the record knows (see `consult_mode`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import TextIO

from hoedong.export.record.csv_folder import write_csv
from hoedong.export.record.graph import counted_encounters
from hoedong.export.record.labels import Labels
from hoedong.export.record.rows import Cell, period_cells
from hoedong.export.record.selected_view import selected
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.model.account import Encounter, Role
from hoedong.model.encounter import Mode
from hoedong.model.time import DateInterval, PartialDate
from hoedong.record.view import RecordView

COLUMNS = (
    "event_id", "event_type", "mode", "status", "date", "date_lo", "date_hi", "date_precision",
    "source", "source_name", "target", "target_name", "attendees", "parties", "country", "city",
    "n_principals", "n_sources", "n_outlets", "n_reports", "confidence",
)  # fmt: skip
Travellers = Mapping[str, frozenset[str]]
"""Who was on a journey at an encounter, by its id."""


def export_plover(view: RecordView, out: TextIO, selection: Selection = EVERYTHING) -> None:
    """Write one row an encounter: those held, unless the selection names other statuses."""
    _write(view, out, selection, _whole)


def export_plover_dyads(view: RecordView, out: TextIO, selection: Selection = EVERYTHING) -> None:
    """Write one row for each two principals, the rows of one encounter under one `event_id`.

    An encounter of k principals gives k(k-1)/2 rows: count `event_id`, not rows.
    """
    _write(view, out, selection, _dyads)


_Sides = tuple[tuple[str, ...], tuple[str, ...]]
_Divide = Callable[[Encounter, Travellers], Iterator[_Sides]]


def _write(view: RecordView, out: TextIO, selection: Selection, divide: _Divide) -> None:
    chosen = selected(view, selection)
    labels, travellers = Labels(chosen), travellers_by_encounter(view)
    rows = (
        _row(encounter, sides, consult_mode(encounter, travellers), labels)
        for encounter in counted_encounters(chosen, selection)
        for sides in divide(encounter, travellers)
    )
    write_csv(out, COLUMNS, rows)


def travellers_by_encounter(view: RecordView) -> Travellers:
    """Who was at an encounter as a traveller, by the words of a document that tell of travel to the place."""
    found: dict[str, set[str]] = {}
    for journey in view.journeys():
        for stop in journey.stops:
            for encounter in () if stop.is_inferred else stop.encounters:
                found.setdefault(encounter, set()).add(journey.traveller)
    return {encounter: frozenset(people) for encounter, people in found.items()}


def consult_mode(encounter: Encounter, travellers: Travellers) -> str:
    """The mode of the CONSULT, empty where the record does not know enough.

    `phone` for any remote encounter; `multilateral` where people attended one event; `third-party` where all
    principals had travelled to the place; `visit` where some had and of the others no travel is known.
    """
    if encounter.mode is Mode.REMOTE:
        return "phone"
    if encounter.mode is Mode.CO_ATTENDANCE:
        return "multilateral"
    principals = set(encounter.principals)
    visitors = principals & travellers.get(encounter.id, frozenset())
    if not visitors or len(principals) < 2:
        return ""
    return "third-party" if visitors == principals else "visit"


def _whole(encounter: Encounter, travellers: Travellers) -> Iterator[_Sides]:
    principals = sorted(encounter.principals)
    visitors = [one for one in principals if one in travellers.get(encounter.id, frozenset())]
    is_visit = consult_mode(encounter, travellers) == "visit"
    sources = visitors if is_visit else principals[:1]
    yield tuple(sources), tuple(one for one in principals if one not in sources)


def _dyads(encounter: Encounter, travellers: Travellers) -> Iterator[_Sides]:
    there = travellers.get(encounter.id, frozenset())
    for pair in combinations(sorted(encounter.principals), 2):
        source, target = sorted(pair, key=lambda one: (one not in there, one))
        yield (source,), (target,)


def _row(encounter: Encounter, sides: _Sides, mode: str, labels: Labels) -> list[Cell]:
    (sources, targets), when = sides, period_cells(encounter.when)
    sat_in = [one.person for one in encounter.participants if one.role is Role.ATTENDEE]
    return [
        encounter.id, "CONSULT", mode, str(encounter.status),
        when["date"], when["date_lo"], when["date_hi"], date_precision(encounter.when),
        _joined(sources), _joined(map(labels.name, sources)), _joined(targets), _joined(map(labels.name, targets)),
        _joined(sat_in), _joined(encounter.parties), encounter.country, encounter.city,
        len(encounter.principals), encounter.sources, encounter.outlets, len(encounter.reports),
        round(encounter.confidence, 4),
    ]  # fmt: skip


def _joined(values: Iterable[str]) -> str:
    """Several values in one cell, as event tables have them: `a; b`."""
    return "; ".join(values)


def date_precision(when: DateInterval | None) -> str:
    """day, month, year; period where the two ends differ; empty where no date is known."""
    if when is None:
        return ""
    return _precision(when.start) if when.start == when.end else "period"


def _precision(date: PartialDate) -> str:
    return "year" if date.month is None else "month" if date.day is None else "day"
