"""Encounters as events with a link for each part that a person had in them, journeys as trips."""

from __future__ import annotations

from collections.abc import Iterator

from hoedong.export.record.follow_the_money.entities import Entity, Values, date_properties, entity, identifier
from hoedong.export.record.labels import Labels, open_period, place_parts, stop_words
from hoedong.export.record.rows import date_cell
from hoedong.export.record.selected_view import believed
from hoedong.model.account import Encounter, Journey, Participant
from hoedong.model.encounter import Status
from hoedong.record.view import RecordView


def event_entities(view: RecordView, labels: Labels) -> Iterator[Entity]:
    """Every encounter that was held, is planned or is unconfirmed, followed by its links."""
    for encounter in _events(view):
        yield _event(view, encounter, labels)
        yield from (_part(encounter, one) for one in encounter.participants)


def _events(view: RecordView) -> Iterator[Encounter]:
    return (encounter for encounter in believed(view) if encounter.status is not Status.NOT_HELD)


def _event(view: RecordView, encounter: Encounter, labels: Labels) -> Entity:
    documents = dict.fromkeys(report.document for report in view.reports(encounter.reports))
    properties: dict[str, Values] = {
        "name": labels.encounter(encounter),
        **date_properties(encounter.when),
        "involved": [identifier("person", person) for person in encounter.people],
        "location": ", ".join(place_parts(encounter)),
        "country": encounter.country and encounter.country.lower(),
        "keywords": encounter.topics,
        "summary": f"{encounter.status}, {encounter.mode}",
        "description": _description(encounter),
        "recordId": encounter.id,
        "proof": [identifier("article", document) for document in documents],
    }
    return entity("Event", identifier("encounter", encounter.id), properties)


def _description(encounter: Encounter) -> str:
    date = "unknown" if encounter.when is None else encounter.when.edtf
    return f"date (EDTF): {date}; independent sources: {encounter.sources}"


def _part(encounter: Encounter, participant: Participant) -> Entity:
    return entity(
        "UnknownLink",
        identifier("part", encounter.id, participant.person),
        {
            "subject": identifier("person", participant.person),
            "object": identifier("encounter", encounter.id),
            "role": str(participant.role),
            "recordId": encounter.id,
        },
    )


def trip_entities(view: RecordView, labels: Labels) -> Iterator[Entity]:
    """Every journey, followed by a link to each encounter on the way."""
    events = {encounter.id for encounter in _events(view)}
    for journey in view.journeys():
        yield _trip(journey, labels)
        on_the_way = dict.fromkeys(encounter for stop in journey.stops for encounter in stop.encounters)
        yield from (_meeting_on(journey, encounter) for encounter in on_the_way if encounter in events)


def _trip(journey: Journey, labels: Labels) -> Entity:
    """A trip; where it set out from no stop says, so start and end location stay open."""
    places = [stop.place for stop in journey.stops if stop.place]
    return entity(
        "Trip",
        identifier("journey", journey.id),
        {
            "name": f"{labels.name(journey.traveller)}: {', '.join(places) or '–'}",
            "startDate": date_cell(journey.start),
            "endDate": date_cell(journey.end),
            "involved": identifier("person", journey.traveller),
            "location": places,
            "country": [stop.country.lower() for stop in journey.stops if stop.country],
            "description": _stops(journey),
            "recordId": journey.id,
            "proof": [identifier("article", citation.document) for citation in journey.evidence],
        },
    )


def _stops(journey: Journey) -> str:
    days = open_period(journey.start, journey.end) or "unknown"
    return "; ".join([f"dates (EDTF): {days}", *(stop_words(stop) for stop in journey.stops)])


def _meeting_on(journey: Journey, encounter: str) -> Entity:
    return entity(
        "UnknownLink",
        identifier("during", journey.id, encounter),
        {
            "subject": identifier("encounter", encounter),
            "object": identifier("journey", journey.id),
            "role": "during",
        },
    )
