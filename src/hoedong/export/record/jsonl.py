"""The whole resolved record as canonical JSON lines.

One object a line, each with its `type`; lines by type, then by id; keys in the order of the model's fields. What two
stores hold of one record is the same bytes, so this form is also how records are compared. When a document arrived is
left out, and so is its text: the words that carry a fact stand beside their offsets.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from hoedong.export.reading_json import dump_json
from hoedong.export.record.pages import Pages
from hoedong.export.record.plain import Json, Plain
from hoedong.export.record.selected_view import selected
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.model.account import RecordedDocument, ResolvedReport
from hoedong.record.view import RecordView

_AT_ONCE = 500
_NOT_OF_THE_RECORD = ("text", "added", "superseded_by")
"""Fields of a document that differ from store to store, or are the page itself."""


def export_jsonl(view: RecordView, out: TextIO, selection: Selection = EVERYTHING) -> None:
    """Write the record as JSON lines."""
    chosen = selected(view, selection)
    out.writelines(dump_json(line) + "\n" for line in _lines(chosen, Plain(Pages(chosen))))


def _lines(view: RecordView, plain: Plain) -> Iterator[Json]:
    """Every object, by type in alphabetical order and within a type by id."""
    yield from (_document(document, plain) for document in view.documents())
    yield from ({"type": "encounter", **plain.table(encounter)} for encounter in view.encounters())
    yield from ({"type": "journey", **plain.table(journey)} for journey in view.journeys())
    yield from ({"type": "organisation", **plain.table(organisation)} for organisation in view.organisations())
    yield from ({"type": "person", **plain.table(person)} for person in view.people())
    yield from ({"type": "quote", **plain.table(quote)} for quote in view.quotes())
    yield from ({"type": "relation", **plain.table(relation)} for relation in view.relations())
    yield from ({"type": "report", **plain.table(report)} for report in reports_by_id(view))
    yield from ({"type": "verdict", "id": one.claim.id, **plain.table(one)} for one in view.verdicts())


def _document(document: RecordedDocument, plain: Plain) -> Json:
    table = plain.table(document)
    return {"type": "document"} | {key: value for key, value in table.items() if key not in _NOT_OF_THE_RECORD}


def reports_by_id(view: RecordView) -> Iterator[ResolvedReport]:
    """The reports of all encounters in the order of ids, a few hundred at a time."""
    ids = sorted({report for encounter in view.encounters() for report in encounter.reports})
    for start in range(0, len(ids), _AT_ONCE):
        yield from view.reports(ids[start : start + _AT_ONCE])
