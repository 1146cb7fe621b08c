"""What a brief is made of, gathered from the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from hoedong.export.brief import Material
from hoedong.model.account import RecordedDocument
from hoedong.model.entity import PersonEntity
from hoedong.record.store_view import ALL, StoreView

MOST_CLAIMS = 12
"""Claims of a brief on a part of the record: each is held against all encounters of the people that it is about."""


def gather_material(view: StoreView, sides: Sequence[PersonEntity], today: dt.date, latest: int = ALL) -> Material:
    """What is on record about one person, or about two together: all, or the latest so many of each kind."""
    ids = [side.id for side in sides]
    encounters = view.find_encounters(ids, limit=latest)
    reports = {one.id: one for one in view.reports([id_ for each in encounters for id_ in each.reports])}
    quotes = [quote for id_ in ids for quote in view.quotes_of(id_, latest)]
    verdicts = view.verdicts_about(ids, min(latest, MOST_CLAIMS) if latest < ALL else ALL)
    journeys = [journey for id_ in ids for journey in view.journeys_of(id_, latest)]
    cited = {
        *(report.document for report in reports.values()),
        *(quote.document for quote in quotes),
        *(verdict.claim.document for verdict in verdicts),
        *(citation.document for journey in journeys for citation in journey.evidence),
    }
    return Material(
        subject=sides[0],
        today=today,
        counterpart=sides[1] if len(sides) > 1 else None,
        encounters=encounters,
        journeys=journeys,
        verdicts=verdicts,
        quotes=quotes,
        people=view.people_by_id({person for one in encounters for person in one.people}),
        reports=reports,
        documents=documents_by_id(view, cited),
        earlier=view.count_encounters(ids) - len(encounters) if len(encounters) == latest else 0,
    )


def documents_by_id(view: StoreView, ids: Iterable[str]) -> Mapping[str, RecordedDocument]:
    """Documents by id; what is not on record is left out."""
    return {id_: document for id_ in sorted(ids) if (document := view.document(id_)) is not None}
