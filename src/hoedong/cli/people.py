"""`hoedong who`, `organisations`, `why` and `network`: who is who, and who met whom."""

from __future__ import annotations

import click

from hoedong.cli.record_options import RecordAccess, question_options
from hoedong.cli.sources import EXIT_FINDINGS
from hoedong.export.organisation_listing import organisation_list
from hoedong.export.people_listing import candidate_list, explanation_page, network_table
from hoedong.export.record_wording import Sources


@click.command(short_help="Who may be meant by a name.")
@click.argument("name", metavar="NAME")
@click.option("--appearances", "in_full", is_flag=True, help="With every document in which they appear.")
@question_options
@click.pass_context
def who(ctx: click.Context, record: RecordAccess, name: str, in_full: bool) -> None:
    """Print everyone who may be meant by a name, the likeliest first, with posts and id.

    Any spelling works, in any script: 한도윤, Han Do-yun, 韓 회장, "가람전자 회장 한도윤", and ids. Where two people
    were taken for one, --appearances prints the ids that `hoedong judge different` takes. The exit code is 1 when
    nobody is found.

    \b
    Examples:
      hoedong who 한도윤
      hoedong who "Ben Carter" --appearances
    """
    with record.reading() as workspace:
        found = workspace.who(name)
        appearances = {one.person.id: workspace.appearances(one.person.id) for one in found} if in_full else {}
        pages = workspace.documents_by_id({one.document for each in appearances.values() for one in each})
        record.answer(
            workspace,
            lambda json: json.candidates(found, appearances),
            lambda: candidate_list(found, appearances, Sources(pages)),
        )
    ctx.exit(0 if found else EXIT_FINDINGS)


@click.command(short_help="Which organisation is meant by a name.")
@click.argument("name", metavar="NAME")
@question_options
@click.pass_context
def organisations(ctx: click.Context, record: RecordAccess, name: str) -> None:
    """Print every organisation that may be meant by a name, with its people and its id.

    Any spelling works, in any script, and ids. `hoedong judge same` and `hoedong judge different` take the ids. The
    exit code is 1 when none is found.

    \b
    Examples:
      hoedong organisations 가람전자
      hoedong organisations "Garam Electronics" --json
    """
    with record.reading() as workspace:
        found = workspace.organisations(name)
        people = {one.id: [(each.person, each.titles) for each in workspace.organisation(one.id)[1]] for one in found}
        record.answer(workspace, lambda json: json.organisations(found), lambda: organisation_list(found, people))
    ctx.exit(0 if found else EXIT_FINDINGS)


@click.command(short_help="Why two are one, or are not.")
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@question_options
def why(record: RecordAccess, a: str, b: str) -> None:
    """Print why two people, or two encounters, are one or are kept apart: every reason with its weight.

    A and B are names or ids of people, ids of their appearances (`hoedong who NAME --appearances`), or ids of
    encounters or of reports (`hoedong show ENCOUNTER`).

    \b
    Examples:
      hoedong why "가람전자 한도윤" "나래물산 한도윤"
      hoedong why e1699764c1886bcb4 eda7a2f4b52ec9d21
    """
    with record.reading() as workspace:
        explanation = workspace.why(a, b)
        record.answer(workspace, lambda json: json.explanation(explanation), lambda: explanation_page(explanation))


@click.command(short_help="Who met whom around a person.")
@click.argument("a", metavar="A")
@click.option(
    "--hops", type=click.IntRange(1, 2), default=2, show_default=True, help="1: those whom A met; 2: and whom they met."
)
@question_options
def network(record: RecordAccess, a: str, hops: int) -> None:
    """Print the network around a person: every two who met, and at how many encounters both were.

    For a whole graph see `hoedong export graphml-people`.

    \b
    Examples:
      hoedong network "벤 카터"
      hoedong network "벤 카터" --hops 1 --json
    """
    with record.reading() as workspace:
        found = workspace.network(a, hops)
        record.answer(workspace, lambda json: json.network(found), lambda: network_table(found))
