"""Documents and how they stand to one another."""

from __future__ import annotations

from hoedong.export.record.linked_data.nodes import Json, date_literal, urn, without_unknown
from hoedong.export.record.web_address import web_address
from hoedong.model.account import DocumentRelation, RecordedDocument


def article(document: RecordedDocument) -> Json:
    """A document without its text."""
    return without_unknown(
        {
            "@id": urn("document", document.id),
            "@type": "NewsArticle",
            "headline": document.title,
            "url": document.url and web_address(document.url),
            "inLanguage": document.lang,
            "datePublished": date_literal(document.published),
            "publisher": document.outlet and {"@type": "Organization", "name": document.outlet},
            "author": document.byline and {"@type": "Person", "name": document.byline},
        }
    )


def relation(between: DocumentRelation) -> Json:
    """One document corrects, retracts, copies or replaces another."""
    return {"@id": urn("document", between.source), str(between.kind): urn("document", between.target)}
