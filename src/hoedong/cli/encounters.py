"""`hoedong met`, `timeline` and `show`: encounters of the record."""

from __future__ import annotations

from collections.abc import Sequence

import click

from hoedong.cli.record_options import RecordAccess, filter_options, limit_option, question_options
from hoedong.export.encounter_page import encounter_page
from hoedong.export.listing import encounter_list
from hoedong.export.record_wording import Names
from hoedong.model.account import Encounter
from hoedong.workspace import Workspace
from hoedong.workspace.filters import Filters


@click.command(short_help="Whom a person met, or when two met.")
@click.argument("a", metavar="A")
@click.argument("b", metavar="[B]", required=False)
@filter_options
@limit_option
@question_options
def met(record: RecordAccess, a: str, b: str | None, filters: Filters, limit: int) -> None:
    """Print the encounters of a person, or of two, latest first.

    A person is named by any spelling, with a title or an organisation where several are called so, or by an id.

    \b
    Examples:
      hoedong met 한도윤
      hoedong met "가람전자 한 회장" "Ben Carter" --since 2025
      hoedong met "벤 카터" --status planned --json
      hoedong met "벤 카터" --reported-by 2026-03-11
    """
    with record.reading() as workspace:
        _tell(record, workspace, workspace.met(a, b, filters, limit + 1), limit)


@click.command(short_help="Encounters, earliest first.")
@click.argument("a", metavar="[A]", required=False)
@filter_options
@limit_option
@question_options
def timeline(record: RecordAccess, a: str | None, filters: Filters, limit: int) -> None:
    """Print encounters in order of date, earliest first, undated ones last: of everybody, or of one person.

    \b
    Examples:
      hoedong timeline --since 2026-03 --until 2026-03
      hoedong timeline "벤 카터" --mode in_person
      hoedong timeline --as-of 2026-03-11 --json
    """
    with record.reading() as workspace:
        _tell(record, workspace, workspace.timeline(a, filters, limit + 1), limit)


def _tell(record: RecordAccess, workspace: Workspace, found: Sequence[Encounter], limit: int) -> None:
    """Print encounters up to the limit, and whether there are more."""
    encounters, has_more = found[:limit], len(found) > limit
    people = workspace.people_by_id({person for one in encounters for person in one.people})
    record.answer(
        workspace,
        lambda json: json.encounters(encounters, people, has_more=has_more),
        lambda: encounter_list(encounters, Names(people), has_more=has_more),
    )


@click.command(short_help="One encounter with all that it rests on.")
@click.argument("encounter", metavar="ENCOUNTER")
@question_options
def show(record: RecordAccess, encounter: str) -> None:
    """Print one encounter: every value that reports give and who gives it, history, quotes, words of evidence.

    ENCOUNTER is its id, or that of any of its reports. A value that was chosen has a ✓ before it and says why; one
    that cannot hold together with it has a ×. Offsets are code points into the text of the document.

    \b
    Examples:
      hoedong show e1699764c1886bcb4
      hoedong show e1699764c1886bcb4 --reported-by 2026-03-12
    """
    with record.reading() as workspace:
        dossier = workspace.show(encounter)
        record.answer(workspace, lambda json: json.dossier(dossier), lambda: encounter_page(dossier))
