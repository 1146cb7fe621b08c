"""A reading as a table: one row an encounter, for a quick look over many pages."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from hoedong.export.wording import STATUS_MARKS, STATUS_WORDS, UNKNOWN, People, chronological, place_words
from hoedong.model.encounter import EncounterReport
from hoedong.model.reading import Reading


def encounter_table(reading: Reading) -> RenderableType:
    """The encounters of one page in the order of their dates, under the id of the page."""
    title = Text(reading.document.id, style="bold")
    if not reading.encounters:
        return Group(title, Text("no encounter", style="dim"))
    people = People(reading)
    table = Table(box=None, pad_edge=False, show_edge=False)
    for heading in ("", "when", "who", "with", "where", "about"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "when")
    for report in chronological(reading.encounters):
        table.add_row(*(Text(cell) for cell in _cells(reading, report, people)))
    return Group(title, table)


def _cells(reading: Reading, report: EncounterReport, people: People) -> tuple[str, ...]:
    page = reading.document
    sides = [people.names(report.principals), *(page[span] for span in report.parties)]
    when = UNKNOWN if report.when.value is None else report.when.value.edtf.replace("/", "\n")
    remark = STATUS_WORDS[report.status]
    return (
        STATUS_MARKS[report.status],
        when,
        ", ".join(side for side in sides if side) + (f" ({remark})" if remark else ""),
        people.names(report.attendees),
        place_words(page, report.where),
        "; ".join(page[span] for span in report.topics),
    )
