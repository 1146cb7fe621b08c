"""Spreadsheets (XLSX), such as exports of BigKinds: one document a row. Formulas are not computed, macros not run."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.formats.table_rows import documents_of, holds_text
from hoedong.ingest.source_item import SourceProblem

MOST_UNPACKED = 512 * 1024 * 1024
"""Bytes of all parts together: the words of a spreadsheet are held in memory while it is read."""
_HEADER_WITHIN = 20
"""Rows among which the header is looked for: some tables have a title above it."""


def read_xlsx(material: Material, archive: zipfile.ZipFile) -> Iterator[Found]:
    """The documents of every sheet that has a column of texts.

    Raises:
        Refused: no sheet has one, or the file is too large.
    """
    if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
        raise material.refused("source.too-long", f"it unpacks to more than {MOST_UNPACKED:,} bytes")
    import openpyxl  # noqa: PLC0415 - slow to import, and needed for spreadsheets alone

    book = openpyxl.load_workbook(material.seekable(), read_only=True, data_only=True, keep_links=False)
    try:
        yield from _sheets(material, book.worksheets)
    finally:
        book.close()


def _sheets(material: Material, sheets: Sequence[Any]) -> Iterator[Found]:
    first: list[Sequence[str]] = []
    found = 0
    for sheet in sheets:
        start = _header(material, sheet)
        first = first or [cells for _, cells in islice(_rows(sheet, 1), 1)]
        if start is not None:
            found += 1
            headers = next(_rows(sheet, start))[1]
            yield from documents_of(material, headers, _rows(sheet, start + 1))
    if not found:
        yield from documents_of(material, first[0] if first else (), ())
        yield SourceProblem("source.empty", material.name, "there is no sheet with rows")


def _header(material: Material, sheet: Any) -> int | None:
    """The number of the row that names the columns, None where no row among the first does."""
    rows = islice(_rows(sheet, 1), _HEADER_WITHIN)
    return next((number for number, cells in rows if holds_text(cells, material.columns)), None)


def _rows(sheet: Any, start: int) -> Iterator[tuple[int, Sequence[str]]]:
    sheet.reset_dimensions()
    for number, values in enumerate(sheet.iter_rows(min_row=start, values_only=True), start):
        yield number, [_words(value) for value in values]


def _words(value: object) -> str:
    """A cell as words: a day as ISO 8601, a number as a spreadsheet shows it (20240613, not 20240613.0)."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
