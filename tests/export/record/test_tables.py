"""The record as tables: CSV with its description, Parquet."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.errors import BackendNotInstalled
from hoedong.export.record.csv_folder import export_csv, write_csv
from hoedong.export.record.parquet import export_parquet
from hoedong.export.record.tables import ROWS, Table, tables
from invented_record import PAGES, RECORD, record_in_words

TABLES = [table.name for table in tables()]
TYPES = {"string", "integer", "number", "boolean", "date", "array"}


@pytest.fixture(scope="module")
def csv_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented record as CSV."""
    folder = tmp_path_factory.mktemp("csv")
    export_csv(RECORD, folder)
    return folder


@pytest.fixture(scope="module")
def parquet_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented record as Parquet."""
    folder = tmp_path_factory.mktemp("parquet")
    export_parquet(RECORD, folder)
    return folder


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    """The rows of a CSV table."""
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_table_is_described() -> None:
    """tables.tsv describes exactly the tables that have rows, and each of their columns by a known type."""
    assert set(TABLES) == set(ROWS)
    assert all(table.description and table.columns for table in tables())
    assert all(column.description and column.type in TYPES for table in tables() for column in table.columns)


@pytest.mark.parametrize("table", tables(), ids=TABLES)
def test_rows_fill_exactly_the_columns(table: Table) -> None:
    """A row has a cell for each column that is described and no other."""
    made = list(ROWS[table.name](RECORD))

    assert made
    assert all(set(row) == {column.name for column in table.columns} for row in made)


def test_the_package_names_its_files(csv_folder: Path) -> None:
    """datapackage.json lists every file of the folder with its header."""
    package = json.loads((csv_folder / "datapackage.json").read_text(encoding="utf-8"))
    headers = {one["path"]: [field["name"] for field in one["schema"]["fields"]] for one in package["resources"]}

    assert {file.name for file in csv_folder.glob("*.csv")} == set(headers)
    for path, header in headers.items():
        assert (csv_folder / path).read_text(encoding="utf-8").splitlines()[0] == ",".join(header)


def test_primary_keys_are_unique(csv_folder: Path) -> None:
    """Where a table has a primary key, no two rows share it."""
    package = json.loads((csv_folder / "datapackage.json").read_text(encoding="utf-8"))
    keyed = [one["name"] for one in package["resources"] if "primaryKey" in one["schema"]]

    assert "encounters" in keyed
    for table in keyed:
        ids = [row["id"] for row in rows(csv_folder, table)]
        assert len(ids) == len(set(ids))


def test_tables_join(csv_folder: Path) -> None:
    """Every id in a table leads to a row of the table that it names."""
    people = {row["id"] for row in rows(csv_folder, "people")}
    encounters = {row["id"] for row in rows(csv_folder, "encounters")}
    reports = {row["id"] for row in rows(csv_folder, "reports")}

    assert {row["person"] for row in rows(csv_folder, "participants")} <= people
    assert {row["encounter"] for row in rows(csv_folder, "reports")} == encounters
    assert {row["fact"] for row in rows(csv_folder, "evidence") if row["kind"] == "report"} == reports


def test_a_date_is_bounded_and_not_made_exact(csv_folder: Path) -> None:
    """A month is a month in `date`; its first and last day are its bounds."""
    planned = next(row for row in rows(csv_folder, "encounters") if row["status"] == "planned")

    assert (planned["date"], planned["date_lo"], planned["date_hi"]) == ("2025-11", "2025-11-01", "2025-11-30")


def test_no_cell_is_a_formula(csv_folder: Path) -> None:
    """A headline that begins with = and a quote that begins with - get an apostrophe."""
    assert '\'=HYPERLINK("한도윤")' in {row["title"] for row in rows(csv_folder, "documents")}
    assert "'-끝." in {row["text"] for row in rows(csv_folder, "quotes")}


@given(st.lists(st.text(alphabet=st.characters(codec=None)), min_size=1, max_size=4))
def test_any_words_make_a_cell(words: list[str]) -> None:
    """Any text comes back from its cell but for an apostrophe before a formula and for lone surrogates."""
    out = io.StringIO(newline="")
    write_csv(out, [str(number) for number in range(len(words))], [words])
    read = list(csv.reader(io.StringIO(out.getvalue().encode("utf-8").decode("utf-8"), newline="")))[1]

    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in read)
    assert [cell.removeprefix("'") for cell in read] == [
        "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in word).removeprefix("'")
        for word in words
    ]


@pytest.mark.parametrize("table", TABLES)
def test_parquet_holds_what_csv_holds(table: str, csv_folder: Path, parquet_folder: Path) -> None:
    """Each Parquet file has the rows of its CSV table in their order, with nulls and without apostrophes."""
    relation = duckdb.read_parquet(str(parquet_folder / f"{table}.parquet"))
    wanted = rows(csv_folder, table)
    read = [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]

    assert len(read) == len(wanted)
    for cells, texts in zip(read, wanted, strict=True):
        assert {name: as_text(cell) for name, cell in cells.items()} == {
            name: text.removeprefix("'") for name, text in texts.items()
        }


def as_text(cell: object) -> str:
    """A cell of Parquet as CSV would write it."""
    if cell is None:
        return ""
    if isinstance(cell, list):
        return json.dumps(cell, ensure_ascii=False)
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def test_parquet_knows_types(parquet_folder: Path) -> None:
    """Days are dates, counts are numbers and several values are a list."""
    relation = duckdb.read_parquet(str(parquet_folder / "encounters.parquet"))
    types = dict(zip(relation.columns, map(str, relation.types), strict=True))

    assert (types["date_lo"], types["sources"], types["topics"], types["date"]) == (
        "DATE", "BIGINT", "VARCHAR[]", "VARCHAR",
    )  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet=st.characters(codec=None)))
def test_any_words_make_parquet(words: str) -> None:
    """Any words are stored as they are, an empty text as empty and not as null, lone surrogates as U+FFFD."""
    with TemporaryDirectory() as folder:
        export_parquet(record_in_words(words), Path(folder))
        relation = duckdb.read_parquet(f"{folder}/quotes.parquet").project("text")
        assert relation.fetchall() == [(words.encode("utf-16", "surrogatepass").decode("utf-16", "replace"),)]


def test_parquet_without_duckdb(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where DuckDB is missing, the error names the extra that brings it."""
    monkeypatch.setitem(sys.modules, "duckdb", None)

    with pytest.raises(BackendNotInstalled, match=r"hoedong\[parquet\]"):
        export_parquet(RECORD, tmp_path)


def test_evidence_points_into_pages(csv_folder: Path) -> None:
    """`exact` is the page's text from `start` to `end`."""
    texts = {page.id: page.text for page in PAGES}

    for row in rows(csv_folder, "evidence"):
        assert row["exact"] == texts[row["document"]][int(row["start"]) : int(row["end"])]
