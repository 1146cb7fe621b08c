"""The group of all commands: its list, its lazy loading, its refusals."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from hoedong.cli.catalogue import SECTIONS
from hoedong.cli.main import cli
from record_commands import refused, run

ENTRIES = {name: entry for entries in SECTIONS.values() for name, entry in entries.items()}


@pytest.mark.parametrize("name", ENTRIES)
def test_the_catalogue_tells_what_the_command_tells(name: str) -> None:
    """The line of a command in the list is the one that it has itself."""
    command = cli.get_command(click.Context(cli), name)

    assert command is not None
    assert command.name == name
    assert command.short_help == ENTRIES[name].help


def test_the_help_lists_all_commands_under_headings() -> None:
    """Every heading and every command stands in the help, in order."""
    text = run("--help").stdout
    places = [text.index(f"\n{heading}:\n") for heading in SECTIONS]

    assert places == sorted(places)
    assert all(f"\n  {name} " in text for name in ENTRIES)


@pytest.mark.parametrize(
    "command",
    [["export", "jsonl"], ["judgements", "export"], ["backup"], ["brief", "벤 카터", "--output"]],
    ids=" ".join,
)
def test_a_file_that_cannot_be_written_is_named(dinner: Path, tmp_path: Path, command: list[str]) -> None:
    """A target in a folder that is not there is refused in one line that names it."""
    target = tmp_path / "nowhere" / "file"

    message = refused(*command, target, record=dinner)
    assert len(message.splitlines()) == 1
    assert "nowhere" in message


def test_an_unknown_command_is_refused() -> None:
    """A word that is no command is wrong usage."""
    assert "No such command 'meet'" in refused("meet")
