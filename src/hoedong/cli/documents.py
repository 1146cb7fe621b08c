"""`hoedong documents` and `forget`: the pages that the record rests on."""

from __future__ import annotations

import click

from hoedong.cli.printing import print_json
from hoedong.cli.record_options import RecordAccess, decision_options, question_options
from hoedong.export.record_json import documents_json, tombstone_json
from hoedong.export.record_wording import source_words
from hoedong.export.upkeep_listing import document_list
from hoedong.model.account import RecordedDocument


@click.command(short_help="List the pages on record.")
@question_options
def documents(record: RecordAccess) -> None:
    """Print every page in order of its day: title, id of its latest version, and the ids of those before.

    \b
    Examples:
      hoedong documents
      hoedong documents --json
    """
    with record.reading() as workspace:
        latest = sorted(workspace.documents(), key=lambda page: (str(page.published or "9999"), page.id))
        pages = [workspace.versions(page) for page in latest]
        record.answer(workspace, lambda _: documents_json(pages), lambda: document_list(pages))


@click.command(short_help="Take a document down.")
@click.argument("document", metavar="DOCUMENT")
@click.option("--reason", required=True, metavar="TEXT", help="Why; it stays on record.")
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
@decision_options
def forget(record: RecordAccess, document: str, reason: str, is_sure: bool) -> None:
    """Take a document down: its text and all that it contributed go; its id, the reason and who did it stay.

    The same text is not taken in again. This cannot be undone, except from a backup.

    \b
    Examples:
      hoedong forget d4f2beb1e2b46a4e7 --reason "taken down by the outlet"
      hoedong forget d4f2beb1e2b46a4e7 --reason "by request" --yes
    """
    with record.writing() as workspace:
        page = workspace.document(document)
        if not is_sure:
            _ask(page)
        tombstone = workspace.forget(document, reason)
    if record.as_json:
        print_json(tombstone_json(tombstone))
    else:
        click.echo(f"taken down: {document}, by {tombstone.user}: {reason}")


def _ask(page: RecordedDocument) -> None:
    """Let the user confirm; without a yes nothing is done."""
    click.echo(f"{page.title or page.id} ({source_words(page)})", err=True)
    try:
        is_meant = click.confirm("Take this document down for good?", err=True)
    except click.Abort:
        is_meant = False
    if not is_meant:
        raise click.UsageError("nothing was taken down; --yes takes it down without asking")
