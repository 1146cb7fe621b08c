"""Write docs/reference/cli.md from the help of every command; with --check, fail where it differs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from click.testing import CliRunner

from hoedong.cli.main import cli

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "cli.md"
HEAD = """\
# Command line

Written by `scripts/make_cli_reference.py` from the help of each command.

Exit codes: 0 done; 1 done with findings (a source or line that could not be read, a mistake in a language folder,
nobody of a name, a record that wants looking after); 2 wrong usage, a wrong data file, or no such record.

Commands on a record tell its path on standard error (`record: PATH`) and take `--json`, whose form is
[`hoedong.record/1`](record-json.md).
"""


def commands(command: click.Command, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A command and all that it holds, as the words that call them."""
    yield words
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            if inner is not None:
                yield from commands(inner, (*words, name))


def page() -> str:
    """The whole reference."""
    sections = [HEAD]
    for words in commands(cli, ("hoedong",)):
        text = CliRunner().invoke(cli, [*words[1:], "--help"], prog_name="hoedong", terminal_width=100).output
        sections.append(f"## {' '.join(words)}\n\n```text\n{text.rstrip()}\n```\n")
    return "\n".join(sections)


def main() -> int:
    """Write or check."""
    if "--check" not in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(f"{PAGE.name} is not up to date; run make docs")
    return 1


if __name__ == "__main__":
    sys.exit(main())
