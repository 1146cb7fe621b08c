"""`hoedong trips`, `quotes` and `claims`: what documents state of people."""

from __future__ import annotations

import click

from hoedong.cli.record_options import RecordAccess, limit_option, question_options
from hoedong.export.record_wording import Names, Sources
from hoedong.export.statement_listing import journey_list, quote_list, verdict_list


@click.command(short_help="Where a person travelled.")
@click.argument("a", metavar="A")
@question_options
def trips(record: RecordAccess, a: str) -> None:
    """Print the journeys of a person: stops in order, gaps as gaps, and the words of documents that tell of them.

    \b
    Examples:
      hoedong trips "벤 카터"
      hoedong trips "벤 카터" --json
    """
    with record.reading() as workspace:
        journeys = workspace.trips(a)
        people = workspace.people_by_id({journey.traveller for journey in journeys})
        cited = workspace.documents_by_id({one.document for journey in journeys for one in journey.evidence})
        record.answer(
            workspace,
            lambda json: json.journeys(journeys, people),
            lambda: journey_list(journeys, Names(people), Sources(cited)),
        )


@click.command(short_help="What a person is quoted as saying.")
@click.argument("a", metavar="A")
@limit_option
@question_options
def quotes(record: RecordAccess, a: str, limit: int) -> None:
    """Print what a person is quoted as saying, latest first, with outlet, document and offsets.

    \b
    Examples:
      hoedong quotes "벤 카터"
      hoedong quotes "벤 카터" --limit 5 --json
    """
    with record.reading() as workspace:
        found = workspace.quotes(a)
        said, has_more = found[:limit], len(found) > limit
        people = workspace.people_by_id({quote.speaker for quote in said})
        record.answer(
            workspace,
            lambda json: json.quotes(said, people, has_more=has_more),
            lambda: quote_list(said, Names(people), has_more=has_more),
        )


@click.command(short_help="Claims on meetings, held against the record.")
@click.argument("a", metavar="A")
@click.argument("b", metavar="[B]", required=False)
@question_options
def claims(record: RecordAccess, a: str, b: str | None) -> None:
    """Print what documents claim of how often, how long ago, or whether first people met, and whether it holds.

    A verdict is supported, consistent (nothing on record speaks against it), contradicted or unverifiable.

    \b
    Examples:
      hoedong claims "벤 카터"
      hoedong claims "가람전자 한도윤" "벤 카터" --json
    """
    with record.reading() as workspace:
        verdicts = workspace.claims(a, b)
        people = workspace.people_by_id({person for verdict in verdicts for person in verdict.claim.people})
        cited = workspace.documents_by_id({one.document for verdict in verdicts for one in verdict.claim.evidence})
        record.answer(
            workspace,
            lambda json: json.verdicts(verdicts, people),
            lambda: verdict_list(verdicts, Names(people), Sources(cited)),
        )
