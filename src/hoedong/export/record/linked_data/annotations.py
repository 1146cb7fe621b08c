"""The words that carry each fact, as W3C Web Annotations with two selectors: by position and by quotation.

The keys are those of the Web Annotation model, so that its tools find them without reading RDF.
"""

from __future__ import annotations

from collections.abc import Iterator

from hoedong.export.record.linked_data.nodes import Json, urn
from hoedong.export.record.pages import Excerpt, Pages
from hoedong.export.record.selected_view import believed
from hoedong.model.account import Citation
from hoedong.record.view import RecordView


def evidence_annotations(view: RecordView) -> Iterator[Json]:
    """An annotation for each piece of evidence whose page the record has."""
    pages = Pages(view)
    for body, fact, citations in _cited(view):
        for ordinal, citation in enumerate(citations):
            excerpt = pages.excerpt(citation)
            if excerpt is not None:
                yield _annotation(urn("evidence", f"{fact}/{ordinal}"), body, citation, excerpt)


def _cited(view: RecordView) -> Iterator[tuple[str, str, tuple[Citation, ...]]]:
    """The address of what is shown, a name for its evidence, and the evidence."""
    for encounter in believed(view):
        for report in view.reports(encounter.reports):
            yield urn("encounter", encounter.id), f"report/{report.id}", report.evidence
    for journey in view.journeys():
        yield urn("journey", journey.id), f"journey/{journey.id}", journey.evidence
    for verdict in view.verdicts():
        yield urn("claim", verdict.claim.id), f"claim/{verdict.claim.id}", verdict.claim.evidence
    for quote in view.quotes():
        yield urn("quote", quote.id), f"quote/{quote.id}", (quote.citation,)


def _annotation(id_: str, body: str, citation: Citation, excerpt: Excerpt) -> Json:
    return {
        "id": id_,
        "type": "Annotation",
        "body": body,
        "target": {
            "source": urn("document", citation.document),
            "selector": [
                {"type": "TextPositionSelector", "start": citation.span.start, "end": citation.span.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": excerpt.exact,
                    "prefix": excerpt.prefix,
                    "suffix": excerpt.suffix,
                },
            ],
        },
        "rule": citation.rule,
    }
