"""`hoedong add` and `hoedong read`: files of every format, and the columns of a table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from format_files import FIRST, OUTLET, SECOND, TITLE, URL, csv_table, of_every_format
from record_commands import answered, refused, run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file of every format."""
    place = tmp_path_factory.mktemp("formats")
    made = of_every_format(place)
    for name, data in made.items():
        (place / name).write_bytes(data)
    return place


def test_a_folder_of_every_format_is_added(folder: Path, tmp_path: Path) -> None:
    """Each file gives its documents, the meeting is read from each, and what cannot be read is told."""
    record = tmp_path / "press.db"
    outcome = run("add", folder, "--json", record=record)
    told = [json.loads(line) for line in outcome.stdout.splitlines()]
    names = {Path(one["source"]).relative_to(folder).parts[0].partition(":")[0] for one in told}

    assert outcome.exit_code == 1
    assert names == set(of_every_format(tmp_path))
    met = {Path(one["source"]).relative_to(folder).parts[0].partition(":")[0] for one in told if one["encounters"]}
    assert met == names
    problems = [line for line in outcome.stderr.splitlines() if line.startswith(str(folder))]
    assert sorted(Path(line.partition(": ")[0]).name for line in problems) == ["newsml.xml:2", "사진.png"]


def test_outlet_and_day_of_a_table_are_on_record(folder: Path, tmp_path: Path) -> None:
    """What a spreadsheet says of outlet, author and day is on record, and that a body is partial is kept."""
    record = tmp_path / "press.db"
    run("add", folder / "bigkinds.xlsx", record=record)
    pages = answered("documents", record=record)["pages"]
    (first,) = [page["versions"][-1] for page in pages if page["versions"][-1]["title"] == TITLE]

    assert (first["outlet"], first["published"], first["url"]) == (OUTLET, "2024-06-13", URL)
    reading = json.loads(run("read", folder / "bigkinds.xlsx", "--format", "json").stdout)[0]
    assert "document.partial" in [one["code"] for one in reading["diagnostics"]]


def test_named_columns_are_read(tmp_path: Path) -> None:
    """--columns says which column is the text; the same for read and add."""
    table = tmp_path / "t.csv"
    table.write_text(csv_table([("가", "나"), (f"{FIRST} {SECOND}", "2024-06-13")]), encoding="utf-8")
    outcome = run("read", table, "--columns", "text=가,published=나", "--format", "json")
    (encounter,) = json.loads(outcome.stdout)[0]["encounters"]

    assert encounter["when"]["edtf"] == "2024-06-12"
    added = run("add", table, "--columns", "text=가, published=나", record=tmp_path / "press.db")
    assert "1 document: 1 added" in added.stdout


@pytest.mark.parametrize("columns", ["text", "text=", "words=가", "text=가,text=나"])
def test_columns_that_say_nothing_are_refused(tmp_path: Path, columns: str) -> None:
    """A part that is no field=header, an unknown field and one that stands twice are wrong usage."""
    assert "fields are text, title, published" in refused("read", tmp_path / "t.csv", "--columns", columns)


@pytest.mark.parametrize("name", ["archive.zip", "table.csv", "feed.xml", ""])
def test_one_id_is_not_given_to_many_documents(folder: Path, tmp_path: Path, name: str) -> None:
    """--id is refused for a source that may hold several documents, told by its content."""
    assert "--id names a single page" in refused("add", folder / name, "--id", "x", record=tmp_path / "press.db")


def test_a_sitemap_is_told_with_what_to_do(tmp_path: Path) -> None:
    """A sitemap holds no articles; the message names the command that fetches what it lists."""
    (tmp_path / "s.xml").write_text("<urlset><url><loc>https://new.example/1</loc></url></urlset>", encoding="utf-8")
    outcome = run("add", tmp_path / "s.xml", record=tmp_path / "press.db")
    assert (outcome.exit_code, "use hoedong watch" in outcome.stderr) == (1, True)
