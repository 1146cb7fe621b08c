"""`hoedong search`: pages by their words and by the people in them."""

from __future__ import annotations

import click

from hoedong.cli.printing import terminal
from hoedong.cli.record_options import RecordAccess, question_options
from hoedong.export.search_listing import search_list

_MOST = 20


@click.command(short_help="Find pages by words and people.")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option(
    "--limit", type=click.IntRange(min=1), default=_MOST, show_default=True, metavar="N", help="At most so many pages."
)
@question_options
def search(record: RecordAccess, words: tuple[str, ...], limit: int) -> None:
    """Find pages by words of their text, in any form, and by the people in them under whatever name.

    Words in double quotation marks must follow one another; quote them once more for the shell. What was looked for is
    bold in a terminal and stands in «» elsewhere.

    \b
    Examples:
      hoedong search 반도체 만찬
      hoedong search '"온디바이스 반도체"' 카터
    """
    with record.reading() as workspace:
        result = workspace.search(" ".join(words), limit)
        record.answer(
            workspace, lambda json: json.search(result), lambda: search_list(result, is_bold=terminal().is_terminal)
        )
