"""The reader: the text of record with what was read in it, and why."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.http.pages.claims import ClaimLine, claim_lines
from hoedong.http.pages.documents import DocumentCard, document_card
from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.http.pages.reading_sheet import Known, Sheet, sheet_of
from hoedong.http.pages.view import View
from hoedong.http.pages.visit import Visit
from hoedong.model.account import DocumentRelation
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.time import PublicationBasis
from hoedong.query.article import Article
from hoedong.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """An organisation by id and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """A document as one reads it. `basis` says where its day was taken from, None where there is none.

    `versions` are other texts of the same page, `relations` lead to documents that it corrects, withdraws or copies.
    """

    document: DocumentCard
    basis: PublicationBasis | None
    reasons: tuple[str, ...]
    sheet: Sheet
    people: tuple[PersonCard, ...]
    organisations: tuple[OrganisationCard, ...]
    claims: tuple[ClaimLine, ...]
    versions: tuple[DocumentCard, ...]
    relations: tuple[DocumentRelation, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_article(workspace: Workspace, visit: Visit) -> ArticlePage:
    """A document by id, an older version too."""
    article = workspace.article(visit.parameters["id"])
    publication = article.reading.document.publication
    return ArticlePage(
        document_card(article.document),
        publication.basis,
        publication.reasons,
        sheet_of(article.reading, known_of(article)),
        tuple({person.id: card_of(person) for person in article.people.values()}.values()),
        tuple({one.id: OrganisationCard(one.id, one.name) for one in article.organisations.values()}.values()),
        claim_lines(workspace, article.verdicts),
        tuple(map(document_card, article.versions)),
        article.relations,
        article.reading.diagnostics,
    )


def known_of(article: Article) -> Known:
    """What the record made of an article."""
    return Known(article.people, article.organisations, article.encounters, article.rules)


VIEW = View("article", "/article/{id}", find_article)
