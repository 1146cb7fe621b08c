"""The documents of the record, page by page."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.http.pages.view import View
from hoedong.http.pages.visit import Visit
from hoedong.model.account import RecordedDocument
from hoedong.model.time import PartialDate
from hoedong.workspace import Workspace

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document without its text; fields as in `RecordedDocument`. `opening` is its first line."""

    id: str
    title: str | None
    opening: str
    outlet: str | None
    byline: str | None
    published: PartialDate | None
    added: str
    url: str | None
    lang: str
    superseded_by: str | None


@dataclass(frozen=True, slots=True)
class Documents:
    """A page of documents by id; `after` is the last one where more follow, else None."""

    in_all: int
    documents: tuple[DocumentCard, ...]
    after: str | None


def document_card(document: RecordedDocument) -> DocumentCard:
    """A document as lists show it; an address that is none of the web is left out."""
    url = document.url if document.url and document.url.startswith(("http://", "https://")) else None
    opening = next((line.strip() for line in document.text.split("\n") if line.strip()), "")[:120]
    return DocumentCard(
        document.id,
        document.title,
        opening,
        document.outlet,
        document.byline,
        document.published,
        document.added,
        url,
        document.lang,
        document.superseded_by,
    )


def find_documents(workspace: Workspace, visit: Visit) -> Documents:
    """The documents after the one that the address names."""
    found = workspace.documents_after(visit.one("after"), ON_A_PAGE + 1)
    shown = found[:ON_A_PAGE]
    after = shown[-1].id if len(found) > ON_A_PAGE else None
    return Documents(workspace.document_count(), tuple(map(document_card, shown)), after)


VIEW = View("documents", "/documents", find_documents)
