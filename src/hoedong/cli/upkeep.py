"""`hoedong check`, `rebuild` and `backup`: looking after the record."""

from __future__ import annotations

from pathlib import Path

import click

from hoedong.cli.printing import print_json
from hoedong.cli.progress import told
from hoedong.cli.record_options import RecordAccess, record_options
from hoedong.cli.sources import EXIT_FINDINGS
from hoedong.export.record_json import answer, diagnostics_json
from hoedong.export.record_wording import counted
from hoedong.export.upkeep_listing import check_page, diagnostic_list


@click.command(short_help="Tell the state of the record.")
@click.option("--code", metavar="CODE", help="Show each place with this diagnostic: encounter.one-side.")
@record_options
@click.pass_context
def check(ctx: click.Context, record: RecordAccess, code: str | None) -> None:
    """Print what was not understood, by code, and what wants to be looked after.

    The exit code is 1 when rows are broken, when judgements have lost what they were about, or when the record was
    derived by older rules of resolution; what was not understood alone is no reason.

    \b
    Examples:
      hoedong check
      hoedong check --code encounter.one-side
    """
    with record.reading() as workspace:
        if code is not None:
            found = workspace.diagnostics(code)
            pages = workspace.documents_by_id({document for document, _ in found})
            record.answer(workspace, lambda _: diagnostics_json(found, pages), lambda: diagnostic_list(found, pages))
            return
        state = workspace.check()
        record.answer(workspace, lambda json: json.check(state), lambda: check_page(state))
    ctx.exit(EXIT_FINDINGS if state.broken or state.orphans or state.is_stale else 0)


@click.command(short_help="Derive the account anew.")
@click.option("--reread", is_flag=True, help="Read every text again by the rules of today first.")
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
@record_options
def rebuild(record: RecordAccess, reread: bool, quiet: bool) -> None:
    """Derive people, encounters and trips anew from what was read and judged; nothing of either is lost.

    It is needed after an upgrade that changes how readings are joined (`hoedong check` says so), and gives the same
    account whenever it is run.

    \b
    Examples:
      hoedong rebuild
      hoedong rebuild --reread
    """
    with record.writing() as workspace, told("documents", quiet=quiet) as tell:
        done = workspace.rebuild(tell, reread=reread)
    if record.as_json:
        print_json(answer(documents=done))
    else:
        click.echo(f"derived anew from {counted(done, 'document')}")


@click.command(short_help="Copy the record.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@record_options
def backup(record: RecordAccess, file: Path) -> None:
    """Write a copy of the record in one piece, with its judgements beside it, while others may write to it.

    FILE must not exist yet.

    \b
    Example:
      hoedong backup press-2026-03.db
    """
    with record.reading() as workspace:
        workspace.backup(file)
    if record.as_json:
        print_json(answer(backup=str(file)))
    else:
        click.echo(file)
