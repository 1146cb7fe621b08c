"""The group of all commands: loads a command's module when it is called, so that the help comes at once."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from hoedong.cli.catalogue import Entry
from hoedong.errors import HoedongError

EXIT_USAGE = 2


class Refusal(click.ClickException):
    """A wrong request or a wrong data file, told in a line of its own."""

    exit_code = EXIT_USAGE


class CommandGroup(click.Group):
    """Commands by heading, whose own errors end in one clear line and exit code 2, without a traceback."""

    def __init__(self, *, sections: Mapping[str, Mapping[str, Entry]], **settings: Any) -> None:
        super().__init__(**settings)
        self._sections = sections
        self._entries = {name: entry for entries in sections.values() for name, entry in entries.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the help."""
        return [*super().list_commands(ctx), *self._entries]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None where there is none; its module is loaded now."""
        entry = self._entries.get(cmd_name)
        if entry is None:
            return super().get_command(ctx, cmd_name)
        module, _, name = entry.place.partition(":")
        found: click.Command = getattr(import_module(module), name)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands under their headings, without loading any."""
        width = max(map(len, self._entries), default=0)
        for heading, entries in self._sections.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), entry.help) for name, entry in entries.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except HoedongError as error:
            raise Refusal(str(error)) from error
        except OSError as error:
            if error.filename is None:  # no file of the user: a pipe that is gone, say
                raise
            raise Refusal(f"{error.filename}: {error.strerror}") from error
