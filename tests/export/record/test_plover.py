"""The record as an event table for political scientists."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from hoedong.export.record.plover import (
    consult_mode,
    date_precision,
    export_plover,
    export_plover_dyads,
    travellers_by_encounter,
)
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.model.account import Encounter, Participant, Role
from hoedong.model.encounter import Mode, Status
from invented_record import FORUM, HELD, JOURNEYS, PLANNED, RECORD, SPREAD, MemoryView, on


def rows(
    export: Callable[..., None], view: MemoryView = RECORD, selection: Selection = EVERYTHING
) -> dict[str, list[dict[str, str]]]:
    """The rows of each event."""
    out = io.StringIO(newline="")
    export(view, out, selection)
    events: dict[str, list[dict[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(out.getvalue(), newline="")):
        events.setdefault(row["event_id"], []).append(row)
    return events


def test_one_row_an_encounter() -> None:
    """Each held encounter is one CONSULT, whoever many were there."""
    events = rows(export_plover)

    assert set(events) == {HELD.id, FORUM.id, SPREAD.id}
    assert all(len(of_event) == 1 and of_event[0]["event_type"] == "CONSULT" for of_event in events.values())


def test_what_a_row_tells() -> None:
    """A row names both sides, who sat in, the date with its precision, the country and how many sources say so."""
    row = rows(export_plover)[HELD.id][0]

    assert (row["source"], row["target"], row["target_name"]) == ("p:han", "p:carter", "벤 카터")
    assert (row["attendees"], row["parties"], row["country"]) == ("p:seo", "투자사 대표들", "US")
    assert (row["date"], row["date_precision"], row["n_sources"], row["n_reports"]) == ("2025-09-10", "day", "2", "2")


def test_dyads_share_their_event() -> None:
    """A forum of three principals is three dyads of one event."""
    dyads = rows(export_plover_dyads)[FORUM.id]

    assert sorted((row["source"], row["target"]) for row in dyads) == [
        ("p:carter", "p:han"), ("p:carter", "p:woo"), ("p:han", "p:woo"),
    ]  # fmt: skip


def test_an_encounter_of_many_stays_one_event() -> None:
    """An encounter of twenty is one row, or 190 dyads under one id, as one asks."""
    many = replace(FORUM, participants=tuple(Participant(f"p{n:02}", Role.PRINCIPAL, 1) for n in range(20)))
    view = replace(RECORD, meetings=(many,))

    assert [len(of_event) for of_event in rows(export_plover, view).values()] == [1]
    assert [len(of_event) for of_event in rows(export_plover_dyads, view).values()] == [190]


@pytest.mark.parametrize(
    ("encounter", "travellers", "expected"),
    [
        (HELD, {"p:han"}, "visit"),
        (HELD, {"p:han", "p:carter"}, "third-party"),
        (HELD, {"p:seo"}, ""),
        (HELD, set(), ""),
        (FORUM, {"p:han"}, "multilateral"),
        (replace(HELD, mode=Mode.REMOTE), {"p:han"}, "phone"),
    ],
    ids=["one travelled", "both travelled", "only an attendee travelled", "unknown", "forum", "by phone"],
)
def test_modes(encounter: Encounter, travellers: set[str], expected: str) -> None:
    """The mode is what the record knows of who travelled and how they met, else empty."""
    assert consult_mode(encounter, {encounter.id: frozenset(travellers)}) == expected


def test_an_inferred_stop_makes_no_visit() -> None:
    """Only words of travel make a traveller: a stop inferred from the encounter itself would prove nothing."""
    assert travellers_by_encounter(RECORD) == {HELD.id: frozenset({"p:han"})}
    assert not travellers_by_encounter(MemoryView(trips=JOURNEYS[1:]))


def test_plans_are_rows_when_asked_for() -> None:
    """Planned encounters are no events unless the selection names them."""
    assert set(rows(export_plover, selection=Selection(statuses=frozenset({Status.PLANNED})))) == {PLANNED.id}


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [("2025", "year"), ("2025-11", "month"), ("2025-11-03", "day"), ("2025-11-03/2025-11-05", "period")],
)
def test_precision(edtf: str, expected: str) -> None:
    """The precision column says how exact the date is."""
    assert date_precision(on(edtf)) == expected
    assert date_precision(None) == ""
