"""Printing on standard output: rich text for people, without colours where nobody watches, or JSON for programs."""

from __future__ import annotations

import sys

import click
from rich.console import Console, RenderableType

from hoedong.export.reading_json import Json, dump_json

Page = RenderableType
"""What is printed for people."""


def terminal() -> Console:
    """Standard output as it is now; a pipe has neither colours nor bold type."""
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=False)


def print_page(page: Page) -> None:
    """Print for people; in a pipe no line ends in blanks."""
    console = terminal()
    if console.is_terminal:
        console.print(page)
        return
    with console.capture() as captured:
        console.print(page)
    click.echo("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()), nl=False)


def print_json(value: Json) -> None:
    """Print one JSON value, indented."""
    click.echo(dump_json(value, indent=2))


def print_json_line(value: Json) -> None:
    """Print one JSON value on a line of its own."""
    click.echo(dump_json(value))
