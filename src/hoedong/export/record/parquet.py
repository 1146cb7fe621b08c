"""The record as a folder of Parquet files, the same tables as in CSV, written by DuckDB (`hoedong[parquet]`)."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hoedong.errors import BackendNotInstalled
from hoedong.export.record.characters import well_formed
from hoedong.export.record.selected_view import selected
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.export.record.tables import Table, tables
from hoedong.record.view import RecordView

_COLUMN_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "array": "VARCHAR[]",
}
_LONGEST_ROW = 1 << 28
"""Bytes. DuckDB refuses a longer JSON object; it sets no memory aside for it."""


def export_parquet(view: RecordView, folder: Path, selection: Selection = EVERYTHING) -> None:
    """Write one Parquet file a table into the folder; it is made where it is missing.

    Raises:
        BackendNotInstalled: DuckDB is missing.
    """
    duckdb = _duckdb()
    chosen = selected(view, selection)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch, duckdb.connect() as database:
        database.execute("SET threads = 1")  # one thread keeps the order of rows
        for table in tables():
            lines = Path(scratch) / f"{table.name}.jsonl"
            _write_lines(table, chosen, lines)
            _write_parquet(table, database, lines, folder / f"{table.name}.parquet")
            lines.unlink()


def _duckdb() -> Any:
    try:
        return import_module("duckdb")
    except ImportError as missing:
        raise BackendNotInstalled(
            "Parquet is written by DuckDB, which is not installed: pip install 'hoedong[parquet]'"
        ) from missing


def _write_lines(table: Table, view: RecordView, lines: Path) -> None:
    names = [column.name for column in table.columns]
    with lines.open("w", encoding="utf-8") as out:
        for row in table.rows(view):
            line = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False)
            out.write(well_formed(line) + "\n")


def _write_parquet(table: Table, database: Any, lines: Path, target: Path) -> None:
    columns = {column.name: _COLUMN_TYPES[column.type] for column in table.columns}
    rows = database.read_json(str(lines), columns=columns, format="newline_delimited", maximum_object_size=_LONGEST_ROW)
    rows.write_parquet(str(target))
