"""CSV and TSV files: one document a row, the columns known by their headers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress

from hoedong.ingest.formats.material import HEAD, Found, Material
from hoedong.ingest.formats.table_rows import documents_of, holds_text
from hoedong.ingest.source_item import LONGEST_TEXT, SourceProblem

ENDINGS = frozenset((".csv", ".tsv", ".tab"))
_MARKS = ("\t", ",", ";", "|")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def is_csv(material: Material) -> bool:
    """Whether a file is called CSV or TSV, or its first line names columns one of which is known to hold the text."""
    if material.ending in ENDINGS:
        return True
    first = material.head.splitlines()[:1]
    if not first or b"\x00" in first[0]:
        return False
    line = first[0].decode(_encoding(material.head), "replace")
    return holds_text(_cells(line, _mark(line)), material.columns)


def read_csv(material: Material) -> Iterator[Found]:
    """The documents of the rows; a row that is broken is a problem of that row alone.

    Raises:
        Refused: there is no text column, or a line without end.
    """
    encoding = _encoding(material.head)
    text = io.TextIOWrapper(material.stream, encoding=encoding, errors="replace", newline="")
    try:
        first = text.readline(HEAD)
        if not first.strip():
            raise material.refused("source.empty", "it is empty, or its first line is")
        mark = _mark(first)
        headers = _cells(first, mark)
        yield from _read_rows(material, headers, _Rows(material, text, mark))
    finally:
        with suppress(ValueError):
            text.detach()


def _read_rows(material: Material, headers: Sequence[str], rows: _Rows) -> Iterator[Found]:
    empty = True
    for found in documents_of(material, headers, rows):
        yield from rows.take_problems()
        yield found
        empty = False
    for problem in rows.take_problems():
        yield problem
        empty = False
    if empty:
        yield SourceProblem("source.empty", material.name, "there is no row below the header")


class _Rows:
    """Numbered rows of cells; the number is that of the line on which a row begins."""

    def __init__(self, material: Material, text: io.TextIOWrapper, mark: str) -> None:
        self._material, self._text = material, text
        self._reader = csv.reader(self._lines(), delimiter=mark)
        self._problems: list[SourceProblem] = []

    def __iter__(self) -> Iterator[tuple[int, Sequence[str]]]:
        csv.field_size_limit(LONGEST_TEXT)
        while True:
            number = self._reader.line_num + 2
            try:
                yield number, next(self._reader)
            except csv.Error as error:
                where = f"{self._material.name}:{number}"
                self._problems.append(SourceProblem("table.bad-row", where, f"the row cannot be read ({error})"))
            except StopIteration:
                return

    def take_problems(self) -> list[SourceProblem]:
        """The problems since they were last taken."""
        problems, self._problems = self._problems, []
        return problems

    def _lines(self) -> Iterator[str]:
        while line := self._text.readline(LONGEST_TEXT):
            if len(line) == LONGEST_TEXT:
                raise self._material.refused("source.too-long", f"a line has more than {LONGEST_TEXT:,} characters")
            yield line


def _cells(line: str, mark: str) -> list[str]:
    return next(csv.reader([line.rstrip("\r\n")], delimiter=mark), [])


def _mark(line: str) -> str:
    """What parts the cells of a line: the mark that it has most of, a tab before a comma."""
    return max(_MARKS, key=line.count)


def _encoding(head: bytes) -> str:
    """UTF-16 by its mark, UTF-8 if the first bytes are that, else CP949, as Korean spreadsheets save."""
    if head.startswith(_UTF16):
        return "utf-16"
    try:
        head.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "utf-8-sig" if error.start > len(head) - 4 and len(head) >= HEAD else "cp949"
    return "utf-8-sig"
