"""One encounter with all that it rests on: values and who gives them, history, quotes, and the words of each report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from hoedong.export.entry_grid import Row, add_rows, entry_grid, heading, padded
from hoedong.export.listing import backing, encounter_details, encounter_heading
from hoedong.export.record_wording import Names, Sources, day_words
from hoedong.export.statement_listing import quoted
from hoedong.export.wording import UNKNOWN, interval_words
from hoedong.model.account import Citation, ResolvedReport, Value
from hoedong.model.answer import Dossier


def encounter_page(dossier: Dossier) -> RenderableType:
    """Lay out one encounter for a terminal of any width."""
    return Group(*_parts(dossier))


def _parts(dossier: Dossier) -> Iterator[RenderableType]:
    names, sources = Names(dossier.people), Sources(dossier.documents)
    yield _summary(dossier, names)
    yield from _section("What reports say", _values(dossier, sources))
    yield from _section("What the press said when", _history(dossier, sources))
    yield from _section("Said there", (("", quoted([quote], names)) for quote in dossier.quotes))
    yield from _evidence(dossier, names, sources)


def _summary(dossier: Dossier, names: Names) -> RenderableType:
    encounter, grid = dossier.encounter, entry_grid()
    grid.add_row(*encounter_heading(encounter, names))
    add_rows(grid, encounter_details(encounter, names))
    standing = f"{encounter.confidence:.0%} sure; review: {encounter.review}"
    rows = (("sources", backing(encounter)), ("belief", standing), ("id", encounter.id))
    add_rows(grid, ((label, Text(words)) for label, words in rows))
    return padded(grid)


def _section(title: str, rows: Iterable[Row]) -> Iterator[RenderableType]:
    grid = entry_grid()
    add_rows(grid, rows)
    if grid.row_count:
        yield heading(title)
        yield padded(grid)


def _values(dossier: Dossier, sources: Sources) -> Iterator[Row]:
    """Every value that reports give, by property; behind each who gives it, and why the record believes it or not."""
    documents = {report.id: report.document for report in dossier.reports}
    for name, values in groupby(dossier.encounter.values, key=lambda value: value.property):
        for index, value in enumerate(values):
            given = ", ".join(
                dict.fromkeys(sources.source(documents[one]) for one in value.reports if one in documents)
            )
            yield "" if index else name, _value(value, given)


def _value(value: Value, given: str) -> Text:
    mark, style = ("✓", "green") if value.is_chosen else ("×", "red") if value.is_conflict else ("·", "")
    text = Text.assemble((f"{mark} ", style), (value.value, "bold" if value.is_chosen else ""))
    reasons = [words for words in ("in conflict" if value.is_conflict else "", value.reason) if words]
    text.append(f" ({'; '.join(reasons)})" if reasons else "")
    return text.append(f" – {given}" if given else "", style="dim")


def _history(dossier: Dossier, sources: Sources) -> Iterator[Row]:
    documents = {report.id: report.document for report in dossier.reports}
    for step in dossier.encounter.history:
        outlet = sources.outlet(documents.get(step.report, ""))
        yield day_words(step.reported), Text(f"{step.status}, {interval_words(step.when)} – {outlet}")


def _evidence(dossier: Dossier, names: Names, sources: Sources) -> Iterator[RenderableType]:
    """Each report with its document, what it tells, and the words that carry it with where they stand."""
    if dossier.reports:
        yield heading("Evidence")
    for report in dossier.reports:
        grid = entry_grid()
        grid.add_row("", Text(day_words(report.published), style="bold"), _source(report, sources))
        add_rows(grid, _told(report, names))
        add_rows(grid, (("", cited(citation, sources)) for citation in sorted(set(report.evidence))))
        yield padded(grid)


def _source(report: ResolvedReport, sources: Sources) -> Text:
    text = Text(sources.outlet(report.document), style="bold")
    if report.is_retracted:
        text.append(" [withdrawn]", style="red")
    if report.corrects or report.retracts:
        text.append(" [corrects]" if report.corrects else " [withdraws]")
    title = sources.title(report.document)
    return text.append(f" {title}" if title else "", style="not bold")


def _told(report: ResolvedReport, names: Names) -> Iterator[Row]:
    who = ", ".join((names.names(report.people), *report.parties)).strip(", ")
    yield "tells", Text(f"{report.status}, {interval_words(report.when)}: {who or UNKNOWN}")
    yield "document", Text(f"{report.document}, report {report.id}", style="dim")


def cited(citation: Citation, sources: Sources) -> Text:
    """Words of a document with their offsets and the rule that read them."""
    start, end = citation.span
    return Text.assemble((f"“{sources.words(citation)}”", "italic"), (f" [{start}:{end}] {citation.rule}", "dim"))
