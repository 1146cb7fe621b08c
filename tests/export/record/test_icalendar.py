"""Encounters and journeys in a calendar, read by icalendar."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.export.record.calendar_lines import folded
from hoedong.export.record.icalendar import export_icalendar
from hoedong.model.account import Encounter
from hoedong.model.encounter import Status
from invented_record import CALLED, CANCELLED, FORUM, HELD, PLANNED, RECORD, SPREAD, MemoryView, on, record_in_words


def text(view: MemoryView = RECORD) -> str:
    """The calendar as text."""
    out = io.StringIO(newline="")
    export_icalendar(view, out)
    return out.getvalue()


def entries(view: MemoryView = RECORD) -> dict[str, icalendar.cal.Component]:
    """Every entry by its UID."""
    calendar = icalendar.Calendar.from_ical(text(view).encode("utf-8"))
    return {str(entry["UID"]): entry for entry in calendar.walk() if entry.name != "VCALENDAR"}


def entry(encounter: Encounter) -> icalendar.cal.Component:
    """The entry of one encounter."""
    return entries()[f"encounter-{encounter.id}@hoedong"]


@pytest.mark.parametrize(
    ("encounter", "name", "status"),
    [
        (HELD, "VEVENT", "CONFIRMED"),
        (SPREAD, "VEVENT", "CONFIRMED"),
        (PLANNED, "VJOURNAL", "DRAFT"),
        (FORUM, "VJOURNAL", "FINAL"),
        (CALLED, "VJOURNAL", "DRAFT"),
        (CANCELLED, "VJOURNAL", "CANCELLED"),
    ],
    ids=["day", "days", "month", "year", "undated rumour", "undated and off"],
)
def test_only_days_are_events(encounter: Encounter, name: str, status: str) -> None:
    """What has a day is an event; a month, a year or no date gives a journal entry without a start."""
    found = entry(encounter)

    assert (found.name, str(found["STATUS"])) == (name, status)
    assert ("DTSTART" in found) == (name == "VEVENT")


@pytest.mark.parametrize(
    ("status", "expected"),
    [("held", "CONFIRMED"), ("planned", "TENTATIVE"), ("unconfirmed", "TENTATIVE"), ("not_held", "CANCELLED")],
)
def test_statuses_of_events(status: str, expected: str) -> None:
    """A plan and a rumour are tentative, what fell through is cancelled."""
    encounter = replace(HELD, status=Status(status))

    (found,) = entries(replace(RECORD, meetings=(encounter,), trips=())).values()
    assert str(found["STATUS"]) == expected


def test_an_event_lasts_to_the_end_of_its_last_day() -> None:
    """DTEND is the day after the last, as RFC 5545 has it for dates."""
    found = entry(SPREAD)

    assert (found["DTSTART"].dt, found["DTEND"].dt) == (dt.date(2025, 9, 2), dt.date(2025, 9, 14))


def test_what_an_event_tells() -> None:
    """An event tells who met, where, with whom and about what, in which sources, and how exact its date is."""
    found = entry(HELD)

    assert str(found["SUMMARY"]) == "한도윤, 벤 카터, 투자사 대표들"
    assert str(found["LOCATION"]) == "팔로알토 자택; 정원"
    for line in ("date: 2025-09-10", "with 서지안", "about AI 반도체; 투자", "https://news.example/1"):
        assert line in str(found["DESCRIPTION"]).splitlines()


def test_a_journey_with_both_days_is_an_event() -> None:
    """A journey of which a day is unknown has no dates in the calendar."""
    found = entries()

    assert found["journey-d1:j1@hoedong"]["DTEND"].dt == dt.date(2025, 9, 14)
    assert found["journey-d3:j1@hoedong"].name == "VJOURNAL"
    assert "date: 2024/" in str(found["journey-d3:j1@hoedong"]["DESCRIPTION"])


def test_the_stamp_is_the_last_day_of_publication() -> None:
    """DTSTAMP follows from the record, so the same record gives the same calendar."""
    assert entry(HELD)["DTSTAMP"].dt == dt.datetime(2025, 9, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize("edtf", ["2025", "2025-11", "2025-11/2025-12", "2025-11-03/2025-12"])
def test_no_day_appears_that_the_source_does_not_give(edtf: str) -> None:
    """No calendar shows a day of an encounter whose date has none."""
    calendar = text(replace(RECORD, meetings=(replace(HELD, when=on(edtf)),), trips=()))

    assert "DTSTART" not in calendar
    assert f"date: {edtf}" in calendar


@given(st.text(alphabet=st.characters(exclude_characters="\r\n", codec="utf-8")))
def test_lines_are_folded_at_75_octets(line: str) -> None:
    """No piece is longer than 75 octets, each but the first opens with a space; unfolded it is the line again."""
    first, *others = folded(line).removesuffix("\r\n").split("\r\n")

    assert all(len(piece.encode("utf-8")) <= 75 for piece in (first, *others))
    assert all(piece.startswith(" ") for piece in others)
    assert first + "".join(piece[1:] for piece in others) == line


@given(st.text(alphabet=st.characters(codec=None), min_size=1))
def test_any_words_make_a_calendar(words: str) -> None:
    """Any words give one entry an encounter and one a journey, and no line end but CRLF."""
    view = record_in_words(words)

    assert len(entries(view)) == 2
    assert not {"\r", "\n", "\x0b", "\x0c"} & set(text(view).replace("\r\n", ""))


@given(st.text(alphabet='가나;,\\:\n"a ', min_size=1).map(str.strip).filter(bool))
def test_words_come_back(words: str) -> None:
    """Commas, semicolons, backslashes and line ends come back as they were."""
    found = entries(record_in_words(words))["encounter-r1@hoedong"]

    assert str(found["LOCATION"]) == words
