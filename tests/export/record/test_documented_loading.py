"""The page on exports under test: its snippets run, its list of formats is whole."""

from __future__ import annotations

import io
import re
from contextlib import chdir, redirect_stdout
from pathlib import Path
from typing import Any

from hoedong.export.record.formats import FORMATS
from hoedong.export.record.tables import tables
from invented_record import RECORD

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def test_the_snippets_run(tmp_path: Path) -> None:
    """Each snippet of the page runs as printed, after those before it, and prints what it found."""
    names: dict[str, Any] = {"view": RECORD}

    for snippet in SNIPPETS:
        with chdir(tmp_path), redirect_stdout(io.StringIO()) as printed:
            exec(snippet, names)  # noqa: S102 - the page is ours
        assert printed.getvalue().strip() not in {"", "[]"}, snippet


def test_every_format_has_its_line() -> None:
    """The table of the page names every format, and no other."""
    listed = re.findall(r"^\| ((?:`[\w-]+`(?:, )?)+) \| (?:one file|a folder)", PAGE, re.MULTILINE)

    assert [name for cell in listed for name in re.findall(r"`([\w-]+)`", cell)] == list(FORMATS)


def test_every_table_is_named() -> None:
    """The section on CSV names every table of the folder."""
    (named,) = re.findall(r"a table a noun \(([^)]*)\)", PAGE)

    assert re.split(r",\s+", named) == [table.name for table in tables()]
