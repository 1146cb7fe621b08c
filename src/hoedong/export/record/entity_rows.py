"""Rows for people, organisations, posts and documents."""

from __future__ import annotations

from collections.abc import Iterator

from hoedong.export.record.rows import Row, date_cell
from hoedong.record.view import RecordView


def people(view: RecordView) -> Iterator[Row]:
    """One row a person."""
    for person in view.people():
        yield {
            "id": person.id,
            "name": person.name,
            "latin": person.latin,
            "names": [use.name for use in person.names],
            "documents": person.documents,
            "first_seen": date_cell(person.first_seen),
            "last_seen": date_cell(person.last_seen),
        }


def organisations(view: RecordView) -> Iterator[Row]:
    """One row an organisation."""
    for organisation in view.organisations():
        yield {
            "id": organisation.id,
            "name": organisation.name,
            "latin": organisation.latin,
            "names": [use.name for use in organisation.names],
            "documents": organisation.documents,
        }


def positions(view: RecordView) -> Iterator[Row]:
    """One row a post of a person."""
    for person in view.people():
        for ordinal, post in enumerate(person.positions):
            yield {
                "person": person.id,
                "ordinal": ordinal,
                "organisation": post.organisation,
                "organisation_id": post.organisation_id,
                "title": post.title,
                "status": str(post.status),
                "first_seen": date_cell(post.first),
                "last_seen": date_cell(post.last),
                "documents": post.documents,
            }


def documents(view: RecordView) -> Iterator[Row]:
    """One row a document, without its text and without the time at which it arrived."""
    for document in view.documents():
        yield {
            "id": document.id,
            "key": document.key,
            "url": document.url,
            "source": document.source,
            "title": document.title,
            "outlet": document.outlet,
            "byline": document.byline,
            "lang": document.lang,
            "published": date_cell(document.published),
            "copies": document.copies,
        }


def relations(view: RecordView) -> Iterator[Row]:
    """One row a relation of two documents."""
    for relation in view.relations():
        yield {"source": relation.source, "target": relation.target, "kind": str(relation.kind)}
