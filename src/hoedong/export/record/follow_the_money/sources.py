"""Documents as articles, and whom they mention."""

from __future__ import annotations

from collections.abc import Iterator

from hoedong.export.record.follow_the_money.entities import Entity, entity, identifier
from hoedong.export.record.labels import Labels
from hoedong.export.record.rows import date_cell
from hoedong.model.account import RecordedDocument
from hoedong.record.view import RecordView

_LANGUAGES = {"ko": "kor", "en": "eng"}
"""ISO 639-1 to 639-3, which FollowTheMoney uses, for the languages that are read."""


def article(document: RecordedDocument) -> Entity:
    """A document without its text."""
    return entity(
        "Article",
        identifier("article", document.id),
        {
            "title": document.title,
            "fileName": document.id,
            "author": document.byline,
            "publisher": document.outlet,
            "sourceUrl": document.url,
            "language": _LANGUAGES.get(document.lang),
            "publishedAt": date_cell(document.published),
        },
    )


def mentions(view: RecordView, labels: Labels) -> Iterator[Entity]:
    """One mention for each person that a document names in a report."""
    seen: set[str] = set()
    for encounter in view.encounters():
        for report in view.reports(encounter.reports):
            for person in report.people:
                mention = _mention(report.document, person, labels)
                if mention["id"] not in seen:
                    seen.add(mention["id"])
                    yield mention


def _mention(document: str, person: str, labels: Labels) -> Entity:
    return entity(
        "Mention",
        identifier("mention", document, person),
        {
            "document": identifier("article", document),
            "resolved": identifier("person", person),
            "name": labels.name(person),
            "detectedSchema": "Person",
        },
    )
