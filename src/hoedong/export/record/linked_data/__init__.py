"""The record as JSON-LD: schema.org for the nouns, W3C Web Annotation for the words that carry them.

The context stands in the file, so that nothing has to be fetched. Offsets of a `TextPositionSelector` count code
points, as the recommendation has it (Web Annotation Data Model, 4.2.5), and so does hoedong. A date is a typed literal
at its own precision: `xsd:gYear`, `xsd:gYearMonth` or `xsd:date`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import TextIO

from hoedong.export.reading_json import dump_json
from hoedong.export.record.labels import Labels
from hoedong.export.record.linked_data.accounts import claim_review, quotation, trip
from hoedong.export.record.linked_data.annotations import evidence_annotations
from hoedong.export.record.linked_data.events import event
from hoedong.export.record.linked_data.nodes import Json
from hoedong.export.record.linked_data.parties import organisation_node, person_node
from hoedong.export.record.linked_data.sources import article, relation
from hoedong.export.record.selected_view import believed, selected
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.record.view import RecordView


def export_json_ld(view: RecordView, out: TextIO, selection: Selection = EVERYTHING) -> None:
    """Write the record as one JSON-LD document, a node a line."""
    context = json.loads((files(__package__) / "context.json").read_text(encoding="utf-8"))
    out.write(f'{{"@context": {dump_json(context)},\n"@graph": [')
    separator = "\n"
    for node in _nodes(selected(view, selection)):
        out.write(separator + dump_json(node))
        separator = ",\n"
    out.write("\n]}\n")


def _nodes(view: RecordView) -> Iterator[Json]:
    labels = Labels(view)
    yield from map(organisation_node, view.organisations())
    yield from map(person_node, view.people())
    yield from map(article, view.documents())
    yield from map(relation, view.relations())
    yield from (event(view, encounter, labels) for encounter in believed(view))
    yield from (trip(journey, labels) for journey in view.journeys())
    yield from (claim_review(verdict, labels) for verdict in view.verdicts())
    yield from map(quotation, view.quotes())
    yield from evidence_annotations(view)
