"""The record as a folder of CSV tables with a Frictionless data package that describes them.

A cell of text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe before it, so that no
spreadsheet takes words of the press for a formula (OWASP, "CSV Injection"); ids too, so that tables still join.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from hoedong.export.record.characters import well_formed
from hoedong.export.record.rows import Cell
from hoedong.export.record.selected_view import selected
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.export.record.tables import Table, tables
from hoedong.record.view import RecordView

_LINE_END = "\r\n"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NEUTRALISED = (
    "A text that begins with = + - @ has an apostrophe before it. Dates are EDTF; date_lo and date_hi bound them."
)


def export_csv(view: RecordView, folder: Path, selection: Selection = EVERYTHING) -> None:
    """Write one CSV file a table, and datapackage.json, into the folder; it is made where it is missing."""
    chosen = selected(view, selection)
    folder.mkdir(parents=True, exist_ok=True)
    for table in tables():
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as out:
            write_csv(out, [column.name for column in table.columns], table.rows(chosen))
    package = json.dumps(data_package(tables()), ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(package + "\n", encoding="utf-8")


def write_csv(out: TextIO, header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> None:
    """Write rows as RFC 4180 has it; with single line ends Python 3.11 would leave a bare CR unquoted."""
    writer = csv.writer(out, lineterminator=_LINE_END)
    writer.writerow(header)
    for row in rows:
        writer.writerow([csv_cell(cell) for cell in row])


def csv_cell(cell: Cell) -> str:
    """A cell as text: nothing for null, true and false, JSON for a list, and no text that is a formula."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case list():
            return well_formed(json.dumps(cell, ensure_ascii=False))
        case str():
            return f"'{well_formed(cell)}" if cell.startswith(_FORMULA_STARTS) else well_formed(cell)
        case _:
            return str(cell)


def data_package(described: Iterable[Table]) -> dict[str, Any]:
    """The description of the folder in the terms of Frictionless Data Package 1.0."""
    return {
        "profile": "tabular-data-package",
        "name": "hoedong-record",
        "description": _NEUTRALISED,
        "resources": [_resource(table) for table in described],
    }


def _resource(table: Table) -> dict[str, Any]:
    fields = [{"name": column.name, "type": column.type, "description": column.description} for column in table.columns]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if table.columns[0].name == "id":
        schema["primaryKey"] = "id"
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.description,
        "path": f"{table.name}.csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": _LINE_END},
        "schema": schema,
    }
