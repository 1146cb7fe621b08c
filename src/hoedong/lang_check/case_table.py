"""Case tables: TSV files of expected results, one case a line, with a header line; `#` opens a comment line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from hoedong.errors import CaseFileError


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a case table; `location` is `times.tsv:12`."""

    location: str
    cells: Mapping[str, str]


def load_cases(file: Traversable) -> tuple[Case, ...]:
    """Read a case table; missing trailing cells are empty strings.

    Raises:
        CaseFileError: with every mistake of the file, one `file:line: …` a line.
    """
    lines = [
        (number, line)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        raise CaseFileError(f"{file.name}:1: no header line; the first line that is no comment names the columns")
    header = lines[0][1].split("\t")
    mistakes = [
        f"{file.name}:{number}: {line.count(chr(9)) + 1} cells; the header names {len(header)}"
        for number, line in lines[1:]
        if line.count("\t") >= len(header)
    ]
    if mistakes:
        raise CaseFileError("\n".join(mistakes))
    return tuple(Case(f"{file.name}:{number}", _cells(header, line)) for number, line in lines[1:])


def _cells(header: list[str], line: str) -> Mapping[str, str]:
    cells = line.split("\t")
    return dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
