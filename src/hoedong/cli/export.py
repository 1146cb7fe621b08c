"""`hoedong export`: the record in the formats of other tools."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hoedong.cli.printing import print_json
from hoedong.cli.record_options import RecordAccess, filter_options, question_options
from hoedong.export.record.formats import FORMATS, FileFormat
from hoedong.export.record_json import answer
from hoedong.workspace import Workspace
from hoedong.workspace.filters import Filters

_FORMATS = "\n".join(f"  {name:<16} {format_.description}" for name, format_ in FORMATS.items())
_HELP = f"""Write the record, or a part of it, in the format of another tool; docs/reference/exports.md tells each.

TARGET is a file, or a folder for csv and parquet; - is standard output, for a format of one file. What stands there
is written over.

\b
Formats:
{_FORMATS}

\b
Examples:
  hoedong export jsonl record.jsonl
  hoedong export graphml-people people.graphml --since 2025 --status held
  hoedong export ical - --person "벤 카터" > carter.ics
"""


@click.command(short_help="Write the record in another tool's format.", help=_HELP)
@click.argument("form", type=click.Choice(list(FORMATS)), metavar="FORMAT")
@click.argument("target", metavar="TARGET")
@click.option("--person", "people", multiple=True, metavar="NAME", help="Only encounters of this person; repeatable.")
@filter_options
@question_options
def export(record: RecordAccess, form: str, target: str, people: tuple[str, ...], filters: Filters) -> None:
    """Write the record in a format; the help is put together above."""
    with record.reading() as workspace:
        if target == "-":
            _to_standard_output(workspace, form, filters, people)
            return
        workspace.export(form, Path(target), filters, people)
    if record.as_json:
        print_json(answer(format=form, target=target))
    else:
        click.echo(target)


def _to_standard_output(workspace: Workspace, form: str, filters: Filters, people: tuple[str, ...]) -> None:
    format_ = FORMATS[form]
    if not isinstance(format_, FileFormat):
        raise click.UsageError(f"{form} is a folder of files; name a folder instead of -")
    format_.write(workspace.view, sys.stdout, workspace.selection(filters, people))
