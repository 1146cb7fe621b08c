"""The record as FollowTheMoney entities, for Aleph, OpenSanctions tools and whatever else reads that model.

A date is written only as FollowTheMoney can hold it: a year, a month or a day, as the sources have it, or the two ends
of a period. What did not take place is left out, since the model has no word for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from hoedong.export.reading_json import dump_json
from hoedong.export.record.follow_the_money.entities import Entity
from hoedong.export.record.follow_the_money.events import event_entities, trip_entities
from hoedong.export.record.follow_the_money.parties import organisation_entity, party_entities
from hoedong.export.record.follow_the_money.sources import article, mentions
from hoedong.export.record.labels import Labels
from hoedong.export.record.selected_view import selected
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.record.view import RecordView


def export_follow_the_money(view: RecordView, out: TextIO, selection: Selection = EVERYTHING) -> None:
    """Write the record as FollowTheMoney JSON lines, each entity once."""
    out.writelines(dump_json(entity) + "\n" for entity in _entities(selected(view, selection)))


def _entities(view: RecordView) -> Iterator[Entity]:
    labels = Labels(view)
    yield from (organisation_entity(organisation) for organisation in view.organisations())
    yield from party_entities(view.people())
    yield from (article(document) for document in view.documents())
    yield from event_entities(view, labels)
    yield from trip_entities(view, labels)
    yield from mentions(view, labels)
