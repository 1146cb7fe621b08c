"""`hoedong add`: documents in, each told once it is safely on disk."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping

import click

from hoedong.cli.columns import columns_option
from hoedong.cli.dates import DateType
from hoedong.cli.printing import print_json_line
from hoedong.cli.progress import counted
from hoedong.cli.record_options import RecordAccess, record_options
from hoedong.cli.sources import Findings, fetch_options
from hoedong.export.record_json import answer
from hoedong.export.record_wording import counted as number_of
from hoedong.fetch.web_address import is_web_address
from hoedong.ingest.source import SourceProblem, may_hold_many
from hoedong.model.time import PartialDate
from hoedong.record.record import Outcome
from hoedong.workspace import Workspace
from hoedong.workspace.adding import Added
from hoedong.workspace.fetching import Get

_NOT_READ = (Outcome.UNCHANGED, Outcome.TAKEN_DOWN)
_OUTCOME_WIDTH = len(Outcome.NEW_VERSION)
"""Of the longest common outcome."""


@click.command(short_help="Read pages and keep them in the record.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--published", type=DateType(), metavar="DATE", help="Day of publication: 2024-06-13, 2024-06 or 2024.")
@click.option("--lang", metavar="CODE", help="Language of the documents, such as ko; by default told from the text.")
@click.option("--id", "id_", metavar="ID", help="What names the page, for a single one; by default its URL or file.")
@fetch_options
@columns_option
@click.option(
    "--gate/--no-gate",
    default=None,
    help="Only scan pages that can tell of no encounter, or read all in full; by default several pages are scanned.",
)
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
@record_options
@click.pass_context
def add(  # noqa: PLR0913, PLR0917 - an argument each option
    ctx: click.Context,
    record: RecordAccess,
    sources: tuple[str, ...],
    published: PartialDate | None,
    lang: str | None,
    id_: str | None,
    get: Get,
    columns: Mapping[str, str],
    gate: bool | None,
    quiet: bool,
) -> None:
    """Read pages of news and keep them in the record, which is made where there is none.

    SOURCE is a file, a folder, a pattern, an address of the web, which is fetched (docs/explanation/fetching.md), or -
    for standard input. Texts, saved pages, feeds, e-mail, tables (CSV, XLSX, Parquet, JSON), JSONL corpora (keys id,
    text, lang, published, url, source), web archives (WARC), NewsML, PDF, HWP, HWPX, DOCX, and ZIP or gzip files of
    these are told by their content. Each page is told on standard output once it is safely on disk: what became of
    it, its id, how many encounters it reports, its title. A page that is there already is not read again; another text
    under the same URL, file or --id is a new version of its page. What cannot be read is told on standard error and the
    rest is added; the exit code is then 1.

    Of several pages, those in which no two people can have met are kept as text alone, which is many times faster:
    they can be searched, but their people, quotations and trips are not read. `hoedong check` counts them as
    document.gated; to read them in full, add them again with --no-gate.

    \b
    Examples:
      hoedong add article.txt --published 2024-06-13
      hoedong add pages/*.html
      hoedong add corpus.jsonl --record press.db
      hoedong add https://news.example/politics/1
      hoedong add bigkinds.xlsx archive.warc.gz press-releases/
      hoedong add table.csv --columns text=기사,published=날짜
      pbpaste | hoedong add - --id morning-page
    """
    _require_one_page(sources, id_)
    findings, outcomes = Findings(), Counter[Outcome]()
    with record.writing(must_exist=False) as workspace:
        found = workspace.add(
            *sources,
            published=published,
            lang=lang,
            id=id_,
            stdin=sys.stdin.buffer,
            get=get,
            columns=columns,
            gate=gate,
        )
        for added in _kept(counted(found, quiet=quiet), findings):
            outcomes[added.outcome] += 1
            _tell(workspace, added, as_json=record.as_json)
    click.echo(_summary(outcomes, findings), err=record.as_json)
    ctx.exit(findings.exit_code)


def _require_one_page(sources: tuple[str, ...], id_: str | None) -> None:
    """Refuse one name for several pages, which would be taken for versions of one."""
    if id_ and (len(sources) > 1 or not is_web_address(sources[0]) and may_hold_many(sources[0])):
        raise click.UsageError("--id names a single page; these sources may hold more")


def _kept(found: Iterator[Added | SourceProblem], findings: Findings) -> Iterator[Added]:
    """What is on record now; what could not be read goes to the findings."""
    for one in found:
        if isinstance(one, SourceProblem):
            findings.tell(one)
            continue
        if one.reading is not None and one.outcome not in _NOT_READ:
            findings.tell_of(one.reading, one.source)
        yield one


def _tell(workspace: Workspace, added: Added, *, as_json: bool) -> None:
    title = _title(workspace, added)
    encounters = len(added.reading.encounters) if added.reading else 0
    if as_json:
        told = {"outcome": str(added.outcome), "document": added.document, "source": added.source}
        print_json_line(answer(**told, title=title, encounters=encounters))
    else:
        what = f"{added.outcome:<{_OUTCOME_WIDTH}} {added.document}"
        click.echo(f"{what} {title or added.source} ({number_of(encounters, 'encounter')})")
    sys.stdout.flush()


def _title(workspace: Workspace, added: Added) -> str | None:
    page = workspace.documents_by_id([added.document]).get(added.document)
    return page.title if page else None


def _summary(outcomes: Counter[Outcome], findings: Findings) -> str:
    """What was done in a line: 7 documents: 6 added, 1 unchanged; 1 problem."""
    parts = ", ".join(f"{outcomes[outcome]:,} {outcome}" for outcome in Outcome if outcomes[outcome])
    told = number_of(outcomes.total(), "document") + (f": {parts}" if parts else "")
    return told + (f"; {number_of(findings.count, 'problem')}" if findings.count else "")
