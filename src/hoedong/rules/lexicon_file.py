"""Lexicon files: TSV with a header line; `#` opens a comment line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from hoedong.errors import LexiconError


def load_lexicon(file: Traversable, required: tuple[str, ...] = ()) -> tuple[Mapping[str, str], ...]:
    """Read a TSV lexicon as one mapping a row; missing trailing cells are empty strings.

    Raises:
        LexiconError: with every mistake of the file, one `file:line: …` a line.
    """
    lines = _content_lines(file)
    _, header_line = next(lines, (0, ""))
    header = header_line.split("\t")
    mistakes = [f"{file.name}:1: column {name!r} is missing; found {header}" for name in required if name not in header]
    rows = []
    for number, line in lines:
        cells = line.split("\t")
        if len(cells) > len(header):
            mistakes.append(f"{file.name}:{number}: {len(cells)} cells; the header names {len(header)}")
            continue
        rows.append(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)))
    if mistakes:
        raise LexiconError("\n".join(mistakes))
    return tuple(rows)


def _content_lines(file: Traversable) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line
