"""A progress line on standard error for long work, only where a person watches and nothing else would be disturbed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

Item = TypeVar("Item")


def counted(items: Iterable[Item], *, quiet: bool) -> Iterator[Item]:
    """Pass items on and count them on standard error, if that is a terminal and standard output goes elsewhere."""
    if quiet or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    columns = (SpinnerColumn(), TextColumn("reading"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        for item in items:
            yield item
            progress.advance(task)


@contextmanager
def told(noun: str, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """What hears how much is done, and shows it on standard error where a person watches."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    columns = (SpinnerColumn(), TextColumn(noun), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(noun, total=None)
        yield lambda done: progress.update(task, completed=done)
