"""`hoedong export`."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from hoedong.export.record.formats import FORMATS, FileFormat
from record_commands import DIRECTOR, GUEST, answered, printed, refused, run


@pytest.mark.parametrize("form", [name for name, each in FORMATS.items() if isinstance(each, FileFormat)])
def test_every_file_format_can_be_piped(dinner: Path, form: str) -> None:
    """- writes the same text to standard output as a name does to a file."""
    assert GUEST in printed("export", form, "-", record=dinner)


def test_a_file_and_a_folder(dinner: Path, tmp_path: Path) -> None:
    """The path of what was written is printed; csv is a folder of tables."""
    assert printed("export", "jsonl", tmp_path / "record.jsonl", record=dinner) == f"{tmp_path / 'record.jsonl'}\n"
    lines = (tmp_path / "record.jsonl").read_text(encoding="utf-8").splitlines()
    assert "encounter" in {json.loads(line)["type"] for line in lines}
    printed("export", "csv", tmp_path / "tables", record=dinner)
    with (tmp_path / "tables" / "encounters.csv").open(encoding="utf-8-sig", newline="") as table:
        assert [row["date"] for row in csv.DictReader(table)] != []


def test_a_part_of_the_record(dinner: Path) -> None:
    """--person and the filters of questions narrow an export."""

    def days(*options: str) -> set[str]:
        lines = map(json.loads, printed("export", "jsonl", "-", *options, record=dinner).splitlines())
        return {line["when"] for line in lines if line["type"] == "encounter"}

    assert days("--person", DIRECTOR) == {"2026-03-13"}
    assert days("--person", DIRECTOR, "--person", GUEST) == {"2026-03-10", "2026-03-13"}
    assert days("--until", "2026-03-12") == {"2026-03-10"}
    assert days("--status", "planned") == set()
    assert days("--reported-by", "2026-03-05") == {"2026-03-10"}


def test_export_as_json(dinner: Path, tmp_path: Path) -> None:
    """--json tells format and target."""
    answer = answered("export", "ical", tmp_path / "calendar.ics", record=dinner)

    assert (answer["format"], answer["target"]) == ("ical", str(tmp_path / "calendar.ics"))


def test_formats_are_listed_in_the_help() -> None:
    """The help has a line for every format."""
    text = run("export", "--help").stdout

    for name, format_ in FORMATS.items():
        assert f"{name:<16} {format_.description}" in text


def test_wrong_exports_are_refused(dinner: Path) -> None:
    """An unknown format, a folder on standard output, and an unknown person are refused."""
    assert "graphml-people" in refused("export", "word", "-", record=dinner)
    assert "name a folder" in refused("export", "csv", "-", record=dinner)
    assert "강나루" in refused("export", "jsonl", "-", "--person", "강나루", record=dinner)
