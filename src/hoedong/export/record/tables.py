"""The tables that CSV and Parquet share: their columns, as tables.tsv describes them, and how their rows are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.export.record import account_rows, encounter_rows, entity_rows
from hoedong.export.record.rows import Cell, Row
from hoedong.record.view import RecordView
from hoedong.rules.lexicon_file import load_lexicon


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `type` is a Frictionless type."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one noun."""

    name: str
    description: str
    columns: tuple[Column, ...]

    def rows(self, view: RecordView) -> Iterator[tuple[Cell, ...]]:
        """The rows for a record, with a cell for each column."""
        return (tuple(row[column.name] for column in self.columns) for row in ROWS[self.name](view))


ROWS: Mapping[str, Callable[[RecordView], Iterator[Row]]] = {
    "people": entity_rows.people,
    "organisations": entity_rows.organisations,
    "positions": entity_rows.positions,
    "encounters": encounter_rows.encounters,
    "participants": encounter_rows.participants,
    "reports": encounter_rows.reports,
    "values": encounter_rows.values,
    "history": encounter_rows.history,
    "evidence": account_rows.evidence,
    "journeys": account_rows.journeys,
    "stops": account_rows.stops,
    "claims": account_rows.claims,
    "quotes": account_rows.quotes,
    "documents": entity_rows.documents,
    "relations": entity_rows.relations,
}


@cache
def tables() -> tuple[Table, ...]:
    """Every table, in the order of tables.tsv."""
    columns: dict[str, list[Column]] = {}
    descriptions: dict[str, str] = {}
    for line in load_lexicon(files(__package__) / "tables.tsv", ("table", "column", "type", "description")):
        described = columns.setdefault(line["table"], [])
        if line["column"]:
            described.append(Column(line["column"], line["type"], line["description"]))
        else:
            descriptions[line["table"]] = line["description"]
    return tuple(Table(name, descriptions[name], tuple(described)) for name, described in columns.items())
