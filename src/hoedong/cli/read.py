"""`hoedong read`: documents in, readings out, one at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import click

from hoedong.cli.columns import columns_option
from hoedong.cli.dates import DateType
from hoedong.cli.printing import print_page
from hoedong.cli.progress import counted
from hoedong.cli.sources import Findings, fetch_options, readings
from hoedong.export.diary import diary
from hoedong.export.reading_json import dump_json, json_line, reading_to_json
from hoedong.export.table import encounter_table
from hoedong.model.reading import Reading
from hoedong.model.time import PartialDate
from hoedong.workspace.fetching import Get
from hoedong.workspace.intake import Given

Write = Callable[[Reading], None]


@click.command(short_help="Read pages and print who met whom.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["diary", "table", "json", "jsonl"]),
    default="diary",
    show_default=True,
    help="How to print the readings.",
)
@click.option("--published", type=DateType(), metavar="DATE", help="Day of publication: 2024-06-13, 2024-06 or 2024.")
@click.option("--lang", metavar="CODE", help="Language of the documents, such as ko; by default told from the text.")
@click.option("--id", "id_", metavar="ID", help="Id of the document, for a single one; by default from its content.")
@fetch_options
@columns_option
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
@click.pass_context
def read(
    ctx: click.Context,
    sources: tuple[str, ...],
    form: str,
    published: PartialDate | None,
    lang: str | None,
    id_: str | None,
    get: Get,
    columns: Mapping[str, str],
    quiet: bool,
) -> None:
    """Read pages of news and print who met whom, when, where, about what, and what was said.

    SOURCE is a file, a folder, a pattern, an address of the web, which is fetched (docs/explanation/fetching.md), or -
    for standard input. Texts, saved pages, feeds, e-mail, tables (CSV, XLSX, Parquet, JSON), JSONL corpora (keys id,
    text, lang, published, url, source), web archives (WARC), NewsML, PDF, HWP, HWPX, DOCX, and ZIP or gzip files of
    these are told by their content. What cannot be read is told on standard error as file:line and the rest is read;
    the exit code is then 1.

    \b
    Examples:
      hoedong read article.txt --published 2024-06-13
      pbpaste | hoedong read - --format table
      hoedong read table.csv --columns text=기사,published=날짜
      hoedong read corpus.jsonl --format jsonl > readings.jsonl
      hoedong read https://news.example/politics/1 --format table
    """
    findings, given = Findings(), Given(id_, lang, published)
    found = readings(sources, given, findings, get, columns)
    with _writer(form) as write:
        for index, reading in enumerate(counted(found, quiet=quiet)):
            if index and id_:
                raise click.UsageError("--id names a single document; these sources hold more")
            write(reading)
            sys.stdout.flush()
    ctx.exit(findings.exit_code)


@contextmanager
def _writer(form: str) -> Iterator[Write]:
    if form == "jsonl":
        yield lambda reading: click.echo(json_line(reading))
    elif form == "json":
        with _json_array() as write:
            yield write
    else:
        render = diary if form == "diary" else encounter_table
        yield lambda reading: print_page(render(reading))


@contextmanager
def _json_array() -> Iterator[Write]:
    """One JSON array of all readings, written as they come."""
    separator = "[\n"

    def write(reading: Reading) -> None:
        nonlocal separator
        click.echo(separator + dump_json(reading_to_json(reading), indent=2), nl=False)
        separator = ",\n"

    yield write
    click.echo("[]" if separator == "[\n" else "\n]")
