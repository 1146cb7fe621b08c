"""Encounters of the record as a list: each with its date, sides, place, topics, sources, and the id that shows more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from hoedong.export.brief.sheet import place_words
from hoedong.export.entry_grid import MODE_WORDS, STATUS_COLOURS, Row, add_rows, entry_grid, padded, remark
from hoedong.export.record_wording import Names, counted
from hoedong.export.wording import STATUS_MARKS, STATUS_WORDS, UNKNOWN, interval_words
from hoedong.model.account import Encounter, Review

_REVIEWS = {Review.AUTO: "", Review.ACCEPTED: "accepted", Review.REJECTED: "rejected"}


def encounter_list(encounters: Sequence[Encounter], names: Names, *, has_more: bool = False) -> RenderableType:
    """Encounters in the order given; `has_more` says that the record holds others that the limit left out."""
    if not encounters:
        return remark("no encounter on record")
    return Group(*_entries(encounters, names), remark(_count(len(encounters), has_more=has_more)))


def _entries(encounters: Sequence[Encounter], names: Names) -> Iterator[RenderableType]:
    for encounter in encounters:
        grid = entry_grid()
        grid.add_row(*encounter_heading(encounter, names))
        add_rows(grid, encounter_details(encounter, names))
        add_rows(grid, [("sources", Text(backing(encounter))), ("id", Text(encounter.id, style="dim"))])
        yield padded(grid)


def _count(count: int, *, has_more: bool) -> str:
    return counted(count, "encounter") + (", and more on record; --limit shows them" if has_more else "")


def encounter_heading(encounter: Encounter, names: Names) -> tuple[Text, Text, Text]:
    """Mark, date and who met."""
    colour = STATUS_COLOURS[encounter.status]
    mark = Text(STATUS_MARKS[encounter.status], style=colour)
    return mark, Text(interval_words(encounter.when), style="bold"), _who(encounter, names)


def _who(encounter: Encounter, names: Names) -> Text:
    text = Text()
    for index, side in enumerate(names.sides(encounter) or [UNKNOWN]):
        text.append(" ↔ " if index else "", style="dim")
        text.append(side, style="bold")
    said = (MODE_WORDS[encounter.mode], STATUS_WORDS[encounter.status], _REVIEWS[encounter.review])
    remarks = ", ".join(words for words in said if words)
    if remarks:
        text.append(f" [{remarks}]", style=STATUS_COLOURS[encounter.status])
    return text


def encounter_details(encounter: Encounter, names: Names) -> Iterator[Row]:
    """Where, with whom present, about what; what is not known has no line."""
    said = (
        ("at", place_words(encounter)),
        ("with", names.attendees(encounter)),
        ("about", "; ".join(encounter.topics)),
    )
    yield from ((label, Text(words)) for label, words in said if words)


def backing(encounter: Encounter) -> str:
    """How many speak for it, and on what they disagree: 3 independent, 5 reports; they disagree on date."""
    words = f"{encounter.sources} independent, {counted(len(encounter.reports), 'report')}"
    disagreements = ", ".join(encounter.disagreements)
    return f"{words}; they disagree on {disagreements}" if disagreements else words
