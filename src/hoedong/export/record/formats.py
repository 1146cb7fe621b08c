"""The registry of formats: what a command, a page or a script can offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from hoedong.export.record.csv_folder import export_csv
from hoedong.export.record.follow_the_money import export_follow_the_money
from hoedong.export.record.gexf import export_gexf, export_people_gexf
from hoedong.export.record.graphml import export_graphml, export_people_graphml
from hoedong.export.record.icalendar import export_icalendar
from hoedong.export.record.jsonl import export_jsonl
from hoedong.export.record.linked_data import export_json_ld
from hoedong.export.record.parquet import export_parquet
from hoedong.export.record.plover import export_plover, export_plover_dyads
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.record.view import RecordView

Write = Callable[[RecordView, TextIO, Selection], None]
WriteFolder = Callable[[RecordView, Path, Selection], None]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of one text file. `ending` opens with a dot; `write` takes a text stream (newline="", UTF-8)."""

    name: str
    ending: str
    description: str
    write: Write

    def export(self, view: RecordView, target: Path, selection: Selection = EVERYTHING) -> None:
        """Write the file, over one that is there."""
        with target.open("w", encoding="utf-8", newline="") as out:
            self.write(view, out, selection)


@dataclass(frozen=True, slots=True)
class FolderFormat:
    """A format of several files in a folder, whose name needs no `ending`."""

    name: str
    ending: str
    description: str
    write: WriteFolder

    def export(self, view: RecordView, target: Path, selection: Selection = EVERYTHING) -> None:
        """Write the folder, over files of the same names that are there."""
        self.write(view, target, selection)


Format = FileFormat | FolderFormat

_ALL: tuple[Format, ...] = (
    FileFormat("jsonl", ".jsonl", "the whole resolved record, canonical JSON lines", export_jsonl),
    FolderFormat("csv", "", "a table a noun, with datapackage.json", export_csv),
    FolderFormat("parquet", "", "the same tables for DuckDB, pandas, R", export_parquet),
    FileFormat("followthemoney", ".ftm.json", "entities for Aleph and OpenSanctions tools", export_follow_the_money),
    FileFormat("graphml", ".graphml", "people and encounters as a graph", export_graphml),
    FileFormat("graphml-people", ".graphml", "people and how often they met", export_people_graphml),
    FileFormat("gexf", ".gexf", "people and encounters as a graph in time, for Gephi", export_gexf),
    FileFormat("gexf-people", ".gexf", "people and how often they met, in time", export_people_gexf),
    FileFormat("ical", ".ics", "encounters and journeys for a calendar", export_icalendar),
    FileFormat("jsonld", ".jsonld", "schema.org with Web Annotations of the evidence", export_json_ld),
    FileFormat("plover", ".csv", "an event table, one row an encounter", export_plover),
    FileFormat("plover-dyads", ".csv", "an event table, one row for each two principals", export_plover_dyads),
)
FORMATS: Mapping[str, Format] = {format_.name: format_ for format_ in _ALL}
"""Every format by its name."""
