"""Rows for journeys, claims, quotes, and the evidence of everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hoedong.export.record.pages import Pages
from hoedong.export.record.rows import Row, date_cell, list_cell
from hoedong.model.account import Citation
from hoedong.record.view import RecordView


def journeys(view: RecordView) -> Iterator[Row]:
    """One row a journey."""
    for journey in view.journeys():
        yield {
            "id": journey.id,
            "traveller": journey.traveller,
            "start": date_cell(journey.start),
            "end": date_cell(journey.end),
            "accounts": list_cell(journey.accounts),
        }


def stops(view: RecordView) -> Iterator[Row]:
    """One row a stop or gap of a journey."""
    for journey in view.journeys():
        for ordinal, stop in enumerate(journey.stops):
            yield {
                "journey": journey.id,
                "ordinal": ordinal,
                "place": stop.place,
                "country": stop.country,
                "start": date_cell(stop.start),
                "end": date_cell(stop.end),
                "is_gap": stop.is_gap,
                "is_inferred": stop.is_inferred,
                "encounters": list_cell(stop.encounters),
            }


def claims(view: RecordView) -> Iterator[Row]:
    """One row a claim with its verdict."""
    for verdict in view.verdicts():
        claim = verdict.claim
        yield {
            "id": claim.id,
            "document": claim.document,
            "kind": str(claim.kind),
            "people": list_cell(claim.people),
            "value": str(claim.value),
            "published": date_cell(claim.published),
            "outlet": claim.outlet,
            "verdict": str(verdict.kind),
            "note": verdict.note,
            "encounters": list_cell(verdict.encounters),
        }


def quotes(view: RecordView) -> Iterator[Row]:
    """One row a quote."""
    for quote in view.quotes():
        yield {
            "id": quote.id,
            "document": quote.document,
            "speaker": quote.speaker,
            "text": quote.text,
            "encounter": quote.encounter,
            "published": date_cell(quote.published),
            "outlet": quote.outlet,
        }


def evidence(view: RecordView) -> Iterator[Row]:
    """One row a citation, by what it is evidence of."""
    pages = Pages(view)
    for kind, fact, citations in _cited_facts(view):
        for ordinal, citation in enumerate(citations):
            yield {
                "kind": kind,
                "fact": fact,
                "ordinal": ordinal,
                "document": citation.document,
                "start": citation.span.start,
                "end": citation.span.end,
                "exact": pages.exact(citation),
                "rule": citation.rule,
            }


def _cited_facts(view: RecordView) -> Iterator[tuple[str, str, Iterable[Citation]]]:
    for encounter in view.encounters():
        for report in view.reports(encounter.reports):
            yield "report", report.id, report.evidence
    yield from (("journey", journey.id, journey.evidence) for journey in view.journeys())
    yield from (("claim", verdict.claim.id, verdict.claim.evidence) for verdict in view.verdicts())
    yield from (("quote", quote.id, (quote.citation,)) for quote in view.quotes())
