"""Encounters and journeys as iCalendar (RFC 5545), for any calendar.

What has a day is an event (VEVENT). What has only a month, a year or no date is a journal entry without a start
(VJOURNAL, section 3.6.3: "not associated with a calendar date"), so that no calendar shows a day that no source gives;
its date stands in the description. The stamp of an entry is the day on which the press last wrote of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TextIO

from hoedong.export.record.calendar_lines import text_line
from hoedong.export.record.labels import Labels, open_period, place_parts, stop_words
from hoedong.export.record.selected_view import believed, journey_period, selected
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.model.account import Encounter, Journey, RecordedDocument, Role
from hoedong.model.encounter import Status
from hoedong.model.time import DateInterval, PartialDate
from hoedong.record.view import RecordView

_EVENT_STATUS = {
    Status.HELD: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.UNCONFIRMED: "TENTATIVE",
    Status.NOT_HELD: "CANCELLED",
}
_JOURNAL_STATUS = {"CONFIRMED": "FINAL", "TENTATIVE": "DRAFT", "CANCELLED": "CANCELLED"}
_NEVER = "19700101T000000Z"


def export_icalendar(view: RecordView, out: TextIO, selection: Selection = EVERYTHING) -> None:
    """Write encounters and journeys as one calendar; `out` must not translate line ends (newline="")."""
    chosen = selected(view, selection)
    labels = Labels(chosen)
    out.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//hoedong//record//EN\r\nCALSCALE:GREGORIAN\r\n")
    for encounter in believed(chosen):
        out.writelines(_encounter(chosen, encounter, labels))
    for journey in chosen.journeys():
        out.writelines(_journey(chosen, journey, labels))
    out.write("END:VCALENDAR\r\n")


def _encounter(view: RecordView, encounter: Encounter, labels: Labels) -> Iterator[str]:
    reports = view.reports(encounter.reports)
    documents = _documents(view, (report.document for report in reports))
    lines = [
        text_line("UID", f"encounter-{encounter.id}@hoedong"),
        _stamp(report.published for report in reports),
        text_line("SUMMARY", labels.encounter(encounter)),
        text_line("DESCRIPTION", _description(encounter, labels, documents)),
    ]
    place = place_parts(encounter)
    if place and is_day_exact(encounter.when):
        lines.append(text_line("LOCATION", ", ".join(place)))
    return _entry(lines, encounter.when, _EVENT_STATUS[encounter.status])


def _journey(view: RecordView, journey: Journey, labels: Labels) -> Iterator[str]:
    documents = _documents(view, (citation.document for citation in journey.evidence))
    places = ", ".join(stop.place for stop in journey.stops if stop.place)
    days = open_period(journey.start, journey.end) or "unknown"
    told = [f"date: {days}", *(stop_words(stop) for stop in journey.stops), *_addresses(documents)]
    lines = [
        text_line("UID", f"journey-{journey.id}@hoedong"),
        _stamp(document.published for document in documents),
        text_line("SUMMARY", f"{labels.name(journey.traveller)}: {places or '–'}"),
        text_line("DESCRIPTION", "\n".join(told)),
    ]
    has_both = journey.start is not None and journey.end is not None
    return _entry(lines, journey_period(journey) if has_both else None, "CONFIRMED")


def is_day_exact(when: DateInterval | None) -> bool:
    """Whether both ends of a date are days."""
    return when is not None and when.start.day is not None and when.end.day is not None


def _entry(lines: Iterable[str], when: DateInterval | None, status: str) -> Iterator[str]:
    """An event where the date is of days, else a journal entry."""
    if when is None or not is_day_exact(when):
        yield from ("BEGIN:VJOURNAL\r\n", *lines, f"STATUS:{_JOURNAL_STATUS[status]}\r\n", "END:VJOURNAL\r\n")
        return
    after = when.last_day() + dt.timedelta(days=1)
    yield from ("BEGIN:VEVENT\r\n", *lines)
    yield f"DTSTART;VALUE=DATE:{_day(when.first_day())}\r\n"
    yield f"DTEND;VALUE=DATE:{_day(after)}\r\n"
    yield from (f"STATUS:{status}\r\n", "TRANSP:TRANSPARENT\r\n", "END:VEVENT\r\n")


def _description(encounter: Encounter, labels: Labels, documents: Iterable[RecordedDocument]) -> str:
    sat_in = [one.person for one in encounter.participants if one.role is Role.ATTENDEE]
    date = "unknown" if encounter.when is None else encounter.when.edtf
    lines = [f"{encounter.status}, {encounter.mode}", f"date: {date}"]
    if place := place_parts(encounter):
        lines.append(f"place: {', '.join(place)}")
    if sat_in:
        lines.append(f"with {labels.names(sat_in)}")
    if encounter.topics:
        lines.append(f"about {'; '.join(encounter.topics)}")
    return "\n".join([*lines, f"independent sources: {encounter.sources}", *_addresses(documents)])


def _documents(view: RecordView, ids: Iterable[str]) -> list[RecordedDocument]:
    found = (view.document(document) for document in dict.fromkeys(ids))
    return [document for document in found if document is not None]


def _addresses(documents: Iterable[RecordedDocument]) -> list[str]:
    return [document.url or document.id for document in documents]


def _stamp(published: Iterable[PartialDate | None]) -> str:
    """DTSTAMP, which has to be a second: midnight UTC of the latest day of publication, of 1970 where none is known."""
    days = [date.last_day() for date in published if date is not None]
    return f"DTSTAMP:{_day(max(days))}T000000Z\r\n" if days else f"DTSTAMP:{_NEVER}\r\n"


def _day(day: dt.date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"
