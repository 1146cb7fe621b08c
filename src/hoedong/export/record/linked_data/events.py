"""Encounters in the terms of schema.org."""

from __future__ import annotations

from hoedong.export.record.labels import Labels
from hoedong.export.record.linked_data.nodes import Json, period_literals, place_of, urn, without_unknown
from hoedong.model.account import Encounter
from hoedong.model.encounter import Mode, Status
from hoedong.record.view import RecordView

_EVENT_STATUS = {
    Status.NOT_HELD: "https://schema.org/EventCancelled",
    Status.PLANNED: "https://schema.org/EventScheduled",
}
_ATTENDANCE = {
    Mode.IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
    Mode.CO_ATTENDANCE: "https://schema.org/OfflineEventAttendanceMode",
    Mode.REMOTE: "https://schema.org/OnlineEventAttendanceMode",
}


def event(view: RecordView, encounter: Encounter, labels: Labels) -> Json:
    """An encounter. schema.org cannot say "held" or "unconfirmed": `hoedong:status` does."""
    documents = dict.fromkeys(report.document for report in view.reports(encounter.reports))
    return without_unknown(
        {
            "@id": urn("encounter", encounter.id),
            "@type": "Event",
            "name": labels.encounter(encounter),
            **period_literals(encounter.when),
            "eventStatus": _EVENT_STATUS.get(encounter.status),
            "eventAttendanceMode": _ATTENDANCE[encounter.mode],
            "status": str(encounter.status),
            "mode": str(encounter.mode),
            "attendee": [urn("person", person) for person in encounter.people],
            "principal": [urn("person", person) for person in encounter.principals],
            "location": place_of(encounter),
            "about": list(encounter.topics),
            "independentSources": encounter.sources,
            "subjectOf": [urn("document", document) for document in documents],
        }
    )
