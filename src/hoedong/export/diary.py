"""A reading as a diary: day by day who met whom, where, with whom, about what, in what words, and on what evidence.

Colour only repeats what the words say, so that the page reads the same without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from hoedong.export.entry_grid import MODE_WORDS, STATUS_COLOURS, add_rows, entry_grid, heading, padded, remark
from hoedong.export.wording import (
    STATUS_MARKS,
    STATUS_WORDS,
    UNKNOWN,
    People,
    chronological,
    claim_words,
    date_words,
    interval_words,
    period_words,
    place_words,
)
from hoedong.model.document import BlockRole, Document
from hoedong.model.encounter import EncounterReport
from hoedong.model.evidence import Evidence
from hoedong.model.quotation import Quotation
from hoedong.model.reading import Reading


def diary(reading: Reading) -> RenderableType:
    """Lay out one reading for a terminal of any width."""
    return Group(*_parts(reading))


def _parts(reading: Reading) -> Iterator[RenderableType]:
    people = People(reading)
    yield from _heading(reading.document)
    for report in chronological(reading.encounters):
        yield _entry(reading, report, people)
    if not reading.encounters:
        yield remark("No encounter is reported here.")
    yield from _section("Trips", _trips(reading, people))
    yield from _section("Also said", _loose_quotes(reading, people))
    yield from _section("Claims", _claims(reading, people))
    yield from _notes(reading)
    yield Text()


def _heading(page: Document) -> Iterator[RenderableType]:
    yield Rule(style="dim")
    yield heading(_title(page))
    published = page.publication
    date = "" if published.value is None else f"{date_words(published.value)} ({published.basis})"
    line = " · ".join(part for part in (page.outlet or "", date) if part)
    if line:
        yield remark(line)
    yield Text()


def _title(page: Document) -> str:
    if page.title:
        return page.title
    headline = next((block for block in page.blocks if block.role is BlockRole.HEADLINE), None)
    return page[headline.span] if headline else page.source or page.id


def _entry(reading: Reading, report: EncounterReport, people: People) -> RenderableType:
    grid = entry_grid()
    mark = Text(STATUS_MARKS[report.status], style=STATUS_COLOURS[report.status])
    grid.add_row(mark, Text(interval_words(report.when.value), style="bold"), _who(reading.document, report, people))
    add_rows(grid, _details(reading, report, people))
    return padded(grid)


def _who(page: Document, report: EncounterReport, people: People) -> Text:
    sides = [people.introduction(person) for person in report.principals] + [page[span] for span in report.parties]
    text = Text()
    for index, side in enumerate(sides or [UNKNOWN]):
        text.append(" ↔ " if index else "", style="dim")
        text.append(side, style="bold")
    remarks = [words for words in (MODE_WORDS[report.mode], STATUS_WORDS[report.status]) if words]
    if remarks:
        text.append(f" [{', '.join(remarks)}]", style=STATUS_COLOURS[report.status])
    return text


def _details(reading: Reading, report: EncounterReport, people: People) -> Iterator[tuple[str, Text]]:
    page = reading.document
    place = place_words(page, report.where)
    if place:
        yield "at", Text(place)
    if report.attendees:
        yield "with", Text(", ".join(people.introduction(person) for person in report.attendees))
    if report.topics:
        yield "about", Text("; ".join(page[span] for span in report.topics))
    for quote in reading.quotes:
        if quote.encounter == report.id:
            yield "said", _quote(page, quote, people)
    yield from _evidence(page, report.evidence)


def _evidence(page: Document, evidence: Iterable[Evidence]) -> Iterator[tuple[str, Text]]:
    spans = sorted({item.span for item in evidence})
    for index, span in enumerate(spans):
        yield "" if index else "evidence", Text(page[span], style="dim italic")


def _quote(page: Document, quote: Quotation, people: People) -> Text:
    return Text.assemble((people.name(quote.speaker), "bold"), f" “{page[quote.content]}”")


def _section(title: str, rows: Iterable[tuple[str, Text]]) -> Iterator[RenderableType]:
    grid = entry_grid()
    add_rows(grid, rows)
    if grid.row_count:
        yield heading(title)
        yield padded(grid)


def _trips(reading: Reading, people: People) -> Iterator[tuple[str, Text]]:
    page = reading.document
    for trip in reading.trips:
        places = " → ".join(page[span] for span in trip.places)
        line = ": ".join(part for part in (period_words(trip.start, trip.end), places) if part)
        yield "", Text.assemble((people.name(trip.traveller), "bold"), f" {line}")
        yield from _evidence(page, trip.evidence)


def _loose_quotes(reading: Reading, people: People) -> Iterator[tuple[str, Text]]:
    known = {report.id for report in reading.encounters}
    for quote in reading.quotes:
        if quote.encounter not in known:
            yield "", _quote(reading.document, quote, people)


def _claims(reading: Reading, people: People) -> Iterator[tuple[str, Text]]:
    for claim in reading.claims:
        yield "", Text(claim_words(claim, people))
        yield from _evidence(reading.document, claim.evidence)


def _notes(reading: Reading) -> Iterator[RenderableType]:
    count = len(reading.diagnostics)
    if count:
        words = "thing was" if count == 1 else "things were"
        line = f"{count} {words} not understood; `hoedong explain` shows where."
        yield remark(line)
