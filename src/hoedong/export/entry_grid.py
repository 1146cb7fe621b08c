"""The grid in which a diary, a listing and a page stand: a mark, a date or label, words."""

from __future__ import annotations

from collections.abc import Iterable

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hoedong.model.encounter import Mode, Status

STATUS_COLOURS = {Status.HELD: "green", Status.PLANNED: "cyan", Status.UNCONFIRMED: "yellow", Status.NOT_HELD: "red"}
MODE_WORDS = {Mode.IN_PERSON: "", Mode.REMOTE: "by phone or video", Mode.CO_ATTENDANCE: "at the same event"}
_DATE_WIDTH = 15

Row = tuple[str, Text]
"""A label and its words."""


def entry_grid() -> Table:
    """An empty grid: a mark, a date or label, words that fold."""
    grid = Table.grid(padding=(0, 1), expand=False)
    grid.add_column(width=1)
    grid.add_column(width=_DATE_WIDTH)
    grid.add_column(ratio=1, overflow="fold")
    return grid


def add_rows(grid: Table, rows: Iterable[Row]) -> None:
    """Put labels with their words under an entry."""
    for label, words in rows:
        grid.add_row("", Text(label, style="dim", justify="right"), words)


def padded(grid: Table) -> Padding:
    """A grid with an empty line under it."""
    return Padding(grid, (0, 1, 1, 1))


def heading(title: str) -> Padding:
    """The title of a section."""
    return Padding(Text(title, style="bold"), (0, 1))


def remark(words: str) -> Padding:
    """A line that is no entry: what there is nothing of, what was left out."""
    return Padding(Text(words, style="dim"), (0, 1))
