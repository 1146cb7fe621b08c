"""`hoedong`: the group of commands and what holds for all of them."""

from __future__ import annotations

import io
import signal
import sys
from typing import Any

import click

from hoedong import __version__
from hoedong.cli.explain import explain
from hoedong.cli.lang import lang
from hoedong.cli.read import read
from hoedong.errors import HoedongError

EXIT_USAGE = 2


class _Refusal(click.ClickException):
    """A wrong request or a wrong data file, told in a line of its own."""

    exit_code = EXIT_USAGE


class _Commands(click.Group):
    """Commands whose own errors end in one clear line and exit code 2, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except HoedongError as error:
            raise _Refusal(str(error)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="hoedong %(version)s")
def cli() -> None:
    """Read Korean news and keep who met whom, when, where, with whom present, about what, and what was said.

    \b
    Examples:
      hoedong read article.txt
      hoedong read corpus.jsonl --format jsonl > readings.jsonl
      hoedong explain article.txt
      hoedong lang check ko
    """


cli.add_command(read)
cli.add_command(explain)
cli.add_command(lang)


def main() -> None:
    """Run `hoedong` as a process: quiet when the reader of a pipe has gone, UTF-8 whatever the locale."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli(prog_name="hoedong")


if __name__ == "__main__":
    main()
