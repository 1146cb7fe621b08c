"""Which part of the record a selection takes."""

from __future__ import annotations

import datetime as dt

import pytest

from hoedong.export.record.selected_view import believed, selected
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.model.encounter import Mode, Status
from hoedong.record.view import RecordView
from invented_record import CALLED, FORUM, HELD, PLANNED, RECORD, REJECTED, SPREAD

SEPTEMBER = Selection(earliest=dt.date(2025, 9, 11), latest=dt.date(2025, 9, 30))


def ids(view: RecordView) -> set[str]:
    """The encounters of a view."""
    return {encounter.id for encounter in view.encounters()}


def test_nothing_chosen_is_everything() -> None:
    """Without a selection the view is the record itself."""
    assert selected(RECORD, EVERYTHING) is RECORD


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(people=frozenset({"p:seo"})), {HELD.id}),
        (Selection(statuses=frozenset({Status.PLANNED})), {PLANNED.id}),
        (Selection(modes=frozenset({Mode.REMOTE, Mode.CO_ATTENDANCE})), {CALLED.id, FORUM.id}),
        (SEPTEMBER, {SPREAD.id, REJECTED.id}),
        (Selection(latest=dt.date(2024, 1, 1)), {FORUM.id}),
    ],
    ids=["people", "statuses", "modes", "period", "a year may lie before its end"],
)
def test_encounters(selection: Selection, expected: set[str]) -> None:
    """An encounter is taken where person, status and mode fit and its date can lie in the period."""
    assert ids(selected(RECORD, selection)) == expected


def test_what_belongs_to_an_encounter_comes_along() -> None:
    """The people, firms, documents and quotes of the encounters taken come along, and nothing else."""
    view = selected(RECORD, Selection(people=frozenset({"p:seo"})))

    assert [person.id for person in view.people()] == ["p:carter", "p:han", "p:seo"]
    assert [firm.id for firm in view.organisations()] == ["o1", "o2"]
    assert [document.id for document in view.documents()] == ["d1", "d3"]
    assert [(one.source, one.target) for one in view.relations()] == [("d3", "d1")]
    assert [quote.id for quote in view.quotes()] == ["d1:q1"]
    assert not list(view.journeys())
    assert not list(view.verdicts())


def test_journeys_and_claims_of_the_selected_people() -> None:
    """Journeys go by their traveller, claims by their people."""
    view = selected(RECORD, Selection(people=frozenset({"p:carter"})))

    assert not list(view.journeys())
    assert [verdict.claim.id for verdict in view.verdicts()] == ["d1:c1"]


def test_a_quote_of_no_encounter_goes_by_its_speaker_and_day() -> None:
    """A quote without an encounter and without a day is outside any period."""
    carter = frozenset({"p:carter"})

    assert "d1:q2" in {quote.id for quote in selected(RECORD, Selection(people=carter)).quotes()}
    assert "d1:q2" not in {quote.id for quote in selected(RECORD, SEPTEMBER).quotes()}


def test_rejected_encounters_are_not_believed() -> None:
    """What a person rejected is in the record and not among what it believes."""
    assert ids(RECORD) - {encounter.id for encounter in believed(RECORD)} == {REJECTED.id}
