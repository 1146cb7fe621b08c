"""`hoedong`: the group of commands and what holds for all of them."""

from __future__ import annotations

import io
import signal
import sys

import click

from hoedong import __version__
from hoedong.cli.catalogue import SECTIONS
from hoedong.cli.command_group import CommandGroup


@click.group(
    cls=CommandGroup,
    sections=SECTIONS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="hoedong %(version)s")
def cli() -> None:
    """Read Korean news and keep who met whom, when, where, with whom present, about what, and what was said.

    The record is one file: --record PATH, else HOEDONG_RECORD, else a file in your data directory.

    \b
    Examples:
      hoedong read article.txt
      hoedong add pages/*.html
      hoedong met 한도윤 "벤 카터"
      hoedong brief "벤 카터" --format html --output brief.html
    """


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
