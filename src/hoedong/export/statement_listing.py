"""Journeys, quotations and claims of the record as lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from hoedong.export.entry_grid import Row, add_rows, entry_grid, padded, remark
from hoedong.export.record_wording import Names, Sources, counted, day_words
from hoedong.export.wording import UNKNOWN, claimed_words, period_words
from hoedong.model.account import Journey, ResolvedQuote, TripStop, Verdict, VerdictKind

_COLOURS = {
    VerdictKind.SUPPORTED: "green",
    VerdictKind.CONSISTENT: "cyan",
    VerdictKind.CONTRADICTED: "red",
    VerdictKind.UNVERIFIABLE: "yellow",
}


def journey_list(journeys: Sequence[Journey], names: Names, sources: Sources) -> RenderableType:
    """Journeys with their stops and the words of documents that tell of them."""
    if not journeys:
        return remark("no trip on record")
    return Group(*(_journey(journey, names, sources) for journey in journeys))


def _journey(journey: Journey, names: Names, sources: Sources) -> RenderableType:
    grid = entry_grid()
    period = period_words(journey.start, journey.end)
    grid.add_row("", Text(period, style="bold"), Text(names.introduction(journey.traveller), style="bold"))
    add_rows(grid, map(_stop, journey.stops))
    for index, citation in enumerate(_once(journey, sources)):
        grid.add_row("", Text("" if index else "evidence", style="dim", justify="right"), citation)
    return padded(grid)


def _stop(stop: TripStop) -> Row:
    """A place with its days and encounters; days of which nothing is known say so."""
    words = "not known" if stop.is_gap else ", ".join(part for part in (stop.place or UNKNOWN, stop.country) if part)
    text = Text(words, style="dim" if stop.is_gap else "")
    text.append(" (from an encounter there)" if stop.is_inferred else "", style="dim")
    text.append(f" {', '.join(stop.encounters)}" if stop.encounters else "", style="dim")
    return period_words(stop.start, stop.end), text


def _once(journey: Journey, sources: Sources) -> Iterator[Text]:
    """The cited words of a journey, those that several rules or reprints carry once."""
    told = {(sources.words(one), sources.source(one.document)) for one in journey.evidence}
    first = {words: min(source for other, source in told if other == words) for words, _ in told}
    for words, source in sorted(first.items(), key=lambda pair: (pair[1], pair[0])):
        yield Text.assemble((f"“{words}”", "italic"), (f" – {source}", "dim"))


def quote_list(quotes: Sequence[ResolvedQuote], names: Names, *, has_more: bool = False) -> RenderableType:
    """Quotations with who said them, where they stand, and the encounter at which they were said."""
    if not quotes:
        return remark("no quotation on record")
    grid = entry_grid()
    for quote in quotes:
        grid.add_row("", Text(day_words(quote.published), style="bold"), quoted(quote, names))
    more = ", and more on record; --limit shows them" if has_more else ""
    return Group(padded(grid), remark(counted(len(quotes), "quotation") + more))


def quoted(quote: ResolvedQuote, names: Names) -> Text:
    """Who said what, and where it stands: 벤 카터 “…” 새벽일보, document d1 [12:40]."""
    start, end = quote.citation.span
    outlet = f"{quote.outlet}, " if quote.outlet else ""
    at = f", at encounter {quote.encounter}" if quote.encounter else ""
    where = f"\n{outlet}document {quote.document} [{start}:{end}]{at}"
    return Text.assemble((names.name(quote.speaker), "bold"), f" “{quote.text}”", (where, "dim"))


def verdict_list(verdicts: Iterable[Verdict], names: Names, sources: Sources) -> RenderableType:
    """Claims with how they stand against the record, and why."""
    entries = [_verdict(verdict, names, sources) for verdict in verdicts]
    return Group(*entries, remark(counted(len(entries), "claim"))) if entries else remark("no claim on record")


def _verdict(verdict: Verdict, names: Names, sources: Sources) -> RenderableType:
    claim, grid = verdict.claim, entry_grid()
    said = claimed_words(claim.kind, claim.value)
    about = f"{names.names(claim.people)}: {said}" if claim.people else said
    grid.add_row("", Text(day_words(claim.published), style="bold"), Text(about, style="bold"))
    add_rows(grid, _holding(verdict))
    add_rows(grid, ((source, Text(words, style="italic")) for source, words in _words(verdict, sources)))
    return padded(grid)


def _holding(verdict: Verdict) -> Iterator[Row]:
    yield "verdict", Text.assemble((str(verdict.kind), _COLOURS[verdict.kind]), f": {verdict.note}")
    if verdict.encounters:
        yield "encounters", Text(", ".join(verdict.encounters), style="dim")
    yield "claim", Text(verdict.claim.id, style="dim")


def _words(verdict: Verdict, sources: Sources) -> Iterator[tuple[str, str]]:
    for words in dict.fromkeys(sources.words(citation) for citation in verdict.claim.evidence):
        yield verdict.claim.outlet or "evidence", f"“{words}”"
