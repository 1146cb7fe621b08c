"""`hoedong lang check`: is a language folder in order?"""

from __future__ import annotations

import click

from hoedong.cli.sources import EXIT_FINDINGS
from hoedong.lang_check.check import check_language


@click.group(short_help="Look after a language folder.")
def lang() -> None:
    """Look after a language folder.

    \b
    Example:
      hoedong lang check ko
    """


@lang.command(short_help="Check rules, lexicons and cases of a language.")
@click.argument("code", metavar="CODE")
@click.pass_context
def check(ctx: click.Context, code: str) -> None:
    """Load every rule, lexicon and case file of a language and run every example; print all mistakes at once.

    Each mistake stands on a line of its own: file:line: what is wrong; what is allowed. The exit code is 1 when there
    is any.

    \b
    Example:
      hoedong lang check ko
    """
    outcome = check_language(code)
    for mistake in outcome.mistakes:
        click.echo(mistake, err=True)
    click.echo(outcome.summary(), err=bool(outcome.mistakes))
    ctx.exit(EXIT_FINDINGS if outcome.mistakes else 0)
