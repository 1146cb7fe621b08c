"""`hoedong judgements`: what people decided, listed, carried to another record and back."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from hoedong.cli.printing import print_json
from hoedong.cli.record_options import RecordAccess, record_options
from hoedong.cli.sources import EXIT_FINDINGS
from hoedong.export.record_json import answer, judgements_json
from hoedong.export.record_wording import counted
from hoedong.export.upkeep_listing import judgement_list
from hoedong.model.judgement import Judgement
from hoedong.workspace import Workspace


@click.group(short_help="List, export and import decisions.")
def judgements() -> None:
    """List what people decided, and carry it from one record to another.

    \b
    Examples:
      hoedong judgements list
      hoedong judgements export judgements.jsonl
      hoedong judgements import judgements.jsonl --record other.db
    """


@judgements.command("list", short_help="All judgements.")
@record_options
def list_(record: RecordAccess) -> None:
    """Print every judgement in order of moment, undone ones and undoings too.

    \b
    Examples:
      hoedong judgements list
      hoedong judgements list --json
    """
    with record.reading() as workspace:
        _list(record, workspace, workspace.judgements())


@judgements.command(short_help="Judgements about nothing on record.")
@record_options
@click.pass_context
def orphans(ctx: click.Context, record: RecordAccess) -> None:
    """Print standing judgements about something that no reading yields any more; the exit code is 1 if there are any.

    They are kept, and hold again as soon as a reading yields what they are about.

    \b
    Example:
      hoedong judgements orphans
    """
    with record.reading() as workspace:
        found = workspace.view.orphaned_judgements()
        _list(record, workspace, found)
    ctx.exit(EXIT_FINDINGS if found else 0)


@judgements.command("export", short_help="Write judgements as JSON lines.")
@click.argument("file", metavar="FILE")
@record_options
def export_(record: RecordAccess, file: str) -> None:
    """Write every judgement as a line of JSON to a file, or with - to standard output.

    \b
    Examples:
      hoedong judgements export judgements.jsonl
      hoedong judgements export - | grep '"verb":"same"'
    """
    with record.reading() as workspace:
        lines = list(workspace.judgement_lines())
    if file == "-":
        sys.stdout.writelines(lines)
        return
    Path(file).write_text("".join(lines), encoding="utf-8")
    _tell(record, file, len(lines), "written")


@judgements.command("import", short_help="Take in judgements of a file.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False), metavar="FILE")
@record_options
def import_(record: RecordAccess, file: str) -> None:
    """Take in the judgements of a file as `hoedong judgements export` writes it; those known already are passed over.

    Judgements about pages that are not on record yet wait for them.

    \b
    Example:
      hoedong judgements import judgements.jsonl
    """
    with record.writing(must_exist=False) as workspace:
        new = workspace.import_judgements(Path(file))
    _tell(record, file, new, "new")


def _list(record: RecordAccess, workspace: Workspace, found: Sequence[Judgement]) -> None:
    standing = [one.id for one in workspace.standing_judgements()]
    record.answer(workspace, lambda _: judgements_json(found, standing), lambda: judgement_list(found, standing))


def _tell(record: RecordAccess, file: str, count: int, what: str) -> None:
    if record.as_json:
        print_json(answer(file=file, judgements=count))
    else:
        click.echo(f"{file}: {counted(count, 'judgement')} {what}")
