"""Parquet files of articles: one document a row, read in batches."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hoedong.ingest.formats.extras import need
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.formats.table_rows import documents_of

_MAGIC = b"PAR1"
_AT_ONCE = 200
_SETTINGS = {
    "threads": 1,
    "memory_limit": "512MB",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "preserve_insertion_order": "true",
}
"""One thread, for the order of rows; nothing is loaded that a file may ask for."""


def is_parquet(material: Material) -> bool:
    """Whether the bytes open as a Parquet file."""
    return material.head.startswith(_MAGIC)


def read_parquet(material: Material) -> Iterator[Found]:
    """The documents of the rows.

    Raises:
        Refused: it is broken, no column holds texts, or the extra is missing.
    """
    duckdb = need(material, "duckdb", "parquet")
    with _named_plainly(material) as path, duckdb.connect(":memory:", config=_SETTINGS) as connection:
        try:
            rows = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
            headers = [column[0] for column in rows.description]
            yield from documents_of(material, headers, _rows(rows))
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise material.refused("source.broken", f"the Parquet file cannot be read ({reason})") from error


@contextmanager
def _named_plainly(material: Material) -> Iterator[Path]:
    """The file under a name without wild cards, since DuckDB takes `a*.parquet` for many files."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.parquet")
        stream = material.seekable()
        name = getattr(stream, "name", None)
        if isinstance(name, str):
            path.symlink_to(Path(name).absolute())
        else:
            with path.open("wb") as copy:
                shutil.copyfileobj(stream, copy)
        yield path


def _rows(rows: Any) -> Iterator[tuple[int, Sequence[str]]]:
    number = 0
    while batch := rows.fetchmany(_AT_ONCE):
        for values in batch:
            number += 1
            yield number, [_words(value) for value in values]


def _words(value: object) -> str:
    """A value as words: a time as ISO 8601; lists and structures are nothing to read."""
    if value is None or isinstance(value, (list, dict, bytes)):
        return ""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
