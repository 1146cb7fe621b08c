"""The tables beside this package: TSV with a header line, `#` opens a comment line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files


def table_rows(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of a table by the names of its columns; missing trailing cells are empty."""
    text = (files("hoedong.names") / f"{name}.tsv").read_text(encoding="utf-8")
    header, *lines = (line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    for cells in lines:
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
