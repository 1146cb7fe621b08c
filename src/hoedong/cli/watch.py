"""`hoedong watch`: sources visited again and again, news of the watched told as they come."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from threading import Event
from types import FrameType

import click

from hoedong.cli.printing import print_json
from hoedong.cli.record_options import RecordAccess, record_options
from hoedong.cli.sources import Findings
from hoedong.export.record_json import answer
from hoedong.export.record_wording import counted
from hoedong.watch.memory import Memory, memory_path
from hoedong.watch.plan_file import read_plan
from hoedong.watch.status import source_states
from hoedong.watch.watcher import Round
from hoedong.watch.watching import opened_watch
from hoedong.workspace.location import record_location

LONGEST_SLEEP = 60.0
"""Seconds until one looks again whether a source is due, for clocks are set."""


@click.command(short_help="Visit sources again and again, and tell of the watched.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@click.option("--once", is_flag=True, help="One round over the sources that are due, then end: for cron.")
@click.option("--status", is_flag=True, help="Print how each source is, and visit none.")
@record_options
@click.pass_context
def watch(ctx: click.Context, record: RecordAccess, file: Path, once: bool, status: bool) -> None:
    """Visit the sources of FILE politely, add what is new, and tell of new encounters of those who are watched.

    FILE is TOML: people and pairs to watch, [[source]] tables with a feed, a sitemap or a page, and where news go
    beside standard output: docs/how-to/watch-sources.md tells all. News are told once, over restarts too; --json prints
    them as JSON lines. A source that fails is told on standard error, left alone for longer each time, and stops no
    other.

    Ctrl+C or SIGTERM ends the watch after the page that is being read. With --once the exit code is 1 where anything
    was told on standard error.

    \b
    Examples:
      hoedong watch sources.toml
      hoedong watch sources.toml --once --json >> news.jsonl
      hoedong watch sources.toml --status
    """
    if status:
        _print_status(record, file)
        return
    over, findings = Event(), Findings()
    with (
        _ended_by_signals(over),
        record.writing(must_exist=False) as workspace,
        opened_watch(workspace, file, _print, as_json=record.as_json, is_over=over.is_set, fetcher=ctx.obj) as watcher,
    ):
        _tell(watcher.round(), findings)
        while not once and not over.is_set():
            if not over.wait(min(max(watcher.seconds_to_next(), 1.0), LONGEST_SLEEP)) and watcher.is_due():
                _tell(watcher.round(), findings)
    ctx.exit(findings.exit_code if once else 0)


def _print_status(record: RecordAccess, file: Path) -> None:
    """How each source is; the record itself is not looked at."""
    memory = Memory(memory_path(record_location(record.path)))
    states = source_states(read_plan(file), memory)
    if record.as_json:
        print_json(answer(sources=[asdict(one) for one in states]))
    else:
        click.echo("\n".join(map(str, states)))


def _print(line: str) -> None:
    """News on standard output, at once also where that is a file or a pipe."""
    click.echo(line)
    sys.stdout.flush()


@contextmanager
def _ended_by_signals(over: Event) -> Iterator[None]:
    """Take Ctrl+C and SIGTERM as a wish to end while the block lasts; after it they mean what they meant before."""

    def end(number: int, frame: FrameType | None) -> None:
        del number, frame
        over.set()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _tell(done: Round, findings: Findings) -> None:
    """Problems, and what was done, on standard error."""
    for problem in done.problems:
        findings.tell(problem)
    if done.visited:
        words = f"{counted(done.visited, 'source')}, {counted(done.added, 'new page')}, {done.news:,} news"
        click.echo(words, err=True)
