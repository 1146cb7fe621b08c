"""`hoedong brief`: what to read before a meeting."""

from __future__ import annotations

from pathlib import Path

import click

from hoedong.cli.dates import DateType
from hoedong.cli.printing import print_json
from hoedong.cli.record_options import RecordAccess, question_options
from hoedong.export.brief import Brief, brief_html, brief_markdown
from hoedong.export.record_json import RecordJson
from hoedong.model.time import PartialDate

_WRITERS = {"markdown": brief_markdown, "html": brief_html}


@click.command(short_help="What to read before a meeting.")
@click.argument("a", metavar="A")
@click.argument("b", metavar="[B]", required=False)
@click.option("--format", "form", type=click.Choice(list(_WRITERS)), default="markdown", show_default=True)
@click.option("--lang", type=click.Choice(["ko", "en"]), default="ko", show_default=True, help="Its language.")
@click.option("--on", "day", type=DateType(), metavar="DATE", help="The day to write it for; by default today.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it to a file.")
@question_options
def brief(
    record: RecordAccess,
    a: str,
    b: str | None,
    form: str,
    lang: str,
    day: PartialDate | None,
    output: Path | None,
) -> None:
    """Write what one wants to read before a meeting with a person, or of two, with footnotes to the words of pages.

    \b
    Examples:
      hoedong brief "벤 카터"
      hoedong brief "가람전자 한도윤" "벤 카터" --lang en
      hoedong brief "벤 카터" --format html --output brief.html
    """
    with record.reading() as workspace:
        written = workspace.brief(a, b, lang=lang, today=day.first_day() if day else None)
        if record.as_json:
            print_json(RecordJson(workspace.view).brief(written))
            return
    _write(written, form, output)


def _write(brief_: Brief, form: str, output: Path | None) -> None:
    text = _WRITERS[form](brief_)
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
        click.echo(output)
