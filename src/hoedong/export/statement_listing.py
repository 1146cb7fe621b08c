"""Journeys, quotations and claims of the record as lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    """Quotations with where they stand and the encounter at which they were said; the same words of one day once."""
    if not quotes:
        return remark("no quotation on record")
    said: dict[tuple[object, ...], list[ResolvedQuote]] = {}
    for quote in quotes:
        said.setdefault((quote.speaker, quote.text, str(quote.published)), []).append(quote)
    grid = entry_grid()
    for alike in said.values():
        grid.add_row("", Text(day_words(alike[0].published), style="bold"), quoted(alike, names))
    more = ", and more on record; --limit shows them" if has_more else ""
    return Group(padded(grid), remark(counted(len(said), "quotation") + more))


def quoted(quotes: Sequence[ResolvedQuote], names: Names) -> Text:
    """Who said what, and where it stands: 벤 카터 “…” 새벽일보, document d1 [12:40]."""
    text = Text.assemble((names.name(quotes[0].speaker), "bold"), f" “{quotes[0].text}”")
    for quote in quotes:
        start, end = quote.citation.span
        outlet = f"{quote.outlet}, " if quote.outlet else ""
        at = f", at encounter {quote.encounter}" if quote.encounter else ""
        text.append(f"\n{outlet}document {quote.document} [{start}:{end}]{at}", style="dim")
    return text


def verdict_list(verdicts: Sequence[Verdict], names: Names, sources: Sources) -> RenderableType:
    """Claims in order of their day, with how they stand against the record and why; one that many print once."""
    if not verdicts:
        return remark("no claim on record")
    made: dict[tuple[object, ...], list[Verdict]] = {}
    for verdict in sorted(verdicts, key=lambda one: (str(one.claim.published or "9999"), one.claim.id)):
        claim = verdict.claim
        made.setdefault((claim.published, claim.kind, claim.people, claim.value, verdict.kind), []).append(verdict)
    return Group(*(_verdict(alike, names, sources) for alike in made.values()), remark(counted(len(made), "claim")))


def _verdict(alike: Sequence[Verdict], names: Names, sources: Sources) -> RenderableType:
    claim, grid = alike[0].claim, entry_grid()
    said = claimed_words(claim.kind, claim.value)
    about = f"{names.names(claim.people)}: {said}" if claim.people else said
    grid.add_row("", Text(day_words(claim.published), style="bold"), Text(about, style="bold"))
    add_rows(grid, _holding(alike[0]))
    for verdict in alike:
        add_rows(grid, _claimed(verdict, sources))
    return padded(grid)


def _holding(verdict: Verdict) -> Iterator[Row]:
    yield "verdict", Text.assemble((str(verdict.kind), _COLOURS[verdict.kind]), f": {verdict.note}")
    if verdict.encounters:
        yield "encounters", Text(", ".join(verdict.encounters), style="dim")


def _claimed(verdict: Verdict, sources: Sources) -> Iterator[Row]:
    """The words of one document that claim it."""
    claim = verdict.claim
    words = " ".join(dict.fromkeys(f"“{sources.words(citation)}”" for citation in claim.evidence))
    yield (
        claim.outlet or "evidence",
        Text.assemble((words, "italic"), (f"\ndocument {claim.document}, claim {claim.id}", "dim")),
    )
