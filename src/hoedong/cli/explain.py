"""`hoedong explain`: why a document is read as it is, sentence by sentence."""

from __future__ import annotations

import click

from hoedong.cli.dates import DateType
from hoedong.cli.sources import Findings, documents
from hoedong.export.explanation import explain_reading
from hoedong.lang.folder import language_codes, rule_places
from hoedong.model.time import PartialDate
from hoedong.rules.trace import KeptTrace
from hoedong.workspace.intake import Given, read_item


@click.command(short_help="Show why a page is read as it is.")
@click.argument("source", metavar="SOURCE")
@click.option("--at", type=click.IntRange(min=0), metavar="OFFSET", help="Only the sentence at this code point.")
@click.option("--id", "id_", metavar="ID", help="Only this document of a JSONL corpus.")
@click.option("--published", type=DateType(), metavar="DATE", help="Day of publication: 2024-06-13, 2024-06 or 2024.")
@click.option("--lang", metavar="CODE", help="Language of the document, such as ko; by default told from the text.")
@click.pass_context
def explain(
    ctx: click.Context, source: str, at: int | None, id_: str | None, published: PartialDate | None, lang: str | None
) -> None:
    """Print sentence by sentence what was seen, each rule that fired with file:line, and each that nearly did.

    A sentence with an encounter word that gave no encounter shows why the nearest rule did not fire. Offsets are code
    points into the text, as every output gives them.

    \b
    Examples:
      hoedong explain article.txt
      hoedong explain article.txt --at 1892
      hoedong explain corpus.jsonl --id ko-0042
    """
    findings, found = Findings(), False
    for item in documents([source], findings):
        if id_ not in (None, item.id):
            continue
        found, trace = True, KeptTrace()
        reading = read_item(item, Given(None, lang, published), trace)
        lang = reading.document.lang
        places = rule_places(lang) if lang in language_codes() else {}
        for line in explain_reading(reading, trace.steps, places, at):
            click.echo(line)
    if id_ and not found:
        raise click.UsageError(f"no document {id_!r} in {source}")
    ctx.exit(findings.exit_code)
