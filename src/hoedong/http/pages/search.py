"""Search: people by any name, documents by their words, and the encounters of whoever is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoedong.http.pages.entries import Entry, entries_of
from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.http.pages.view import View
from hoedong.http.pages.visit import Visit
from hoedong.model.account import RecordedDocument
from hoedong.model.answer import Found, Snippet
from hoedong.model.time import PartialDate
from hoedong.workspace import Workspace

MOST_DOCUMENTS = 20
MOST_ENCOUNTERS = 10
LONGEST_QUESTION = 300
_PAIR = re.compile(r"\s+[×xX]\s+|\s*×\s*")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a snippet, and whether they are what was looked for."""

    text: str
    is_hit: bool


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document that the search found, with the places that hold the words."""

    id: str
    title: str | None
    outlet: str | None
    published: PartialDate | None
    snippets: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Search:
    """What a question found; `pair` are the two people where it names two with a cross between them."""

    question: str
    people: tuple[PersonCard, ...] = ()
    pair: tuple[PersonCard, PersonCard] | None = None
    encounters: tuple[Entry, ...] = ()
    documents: tuple[FoundDocument, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.people or self.pair or self.documents)


def find(workspace: Workspace, visit: Visit) -> Search:
    """What the record has on a question."""
    question = visit.one("q")
    if len(question) > LONGEST_QUESTION:
        raise ValueError(f"the question is longer than {LONGEST_QUESTION} characters")
    if not question:
        return Search("")
    found, pair = workspace.search(question, MOST_DOCUMENTS), _pair(workspace, question)
    shown = [one.id for one in pair] if pair else [one.id for one in found.people[:1]]
    encounters = workspace.view.find_encounters(shown, limit=MOST_ENCOUNTERS) if shown else ()
    return Search(
        question,
        tuple(card_of(person) for person in found.people),
        pair,
        entries_of(workspace, encounters),
        tuple(_document(one) for one in found.documents),
    )


def _pair(workspace: Workspace, question: str) -> tuple[PersonCard, PersonCard] | None:
    """The two people that a question names: 한도윤 × 벤 카터; None unless both are known."""
    names = _PAIR.split(question)
    if len(names) != 2 or not all(names):
        return None
    found = [next(iter(workspace.who(name)), None) for name in names]
    one, other = found
    return (card_of(one.person), card_of(other.person)) if one and other and one.person != other.person else None


def _document(found: Found) -> FoundDocument:
    document = found.document
    snippets = tuple(_words(document, snippet) for snippet in found.snippets)
    return FoundDocument(document.id, document.title, document.outlet, document.published, snippets)


def _words(document: RecordedDocument, snippet: Snippet) -> tuple[Words, ...]:
    """A snippet cut at its highlights."""
    pieces: list[Words] = []
    at = snippet.span.start
    for span in snippet.highlights:
        pieces += [Words(document.text[at : span.start], is_hit=False), Words(document[span], is_hit=True)]
        at = span.end
    pieces.append(Words(document.text[at : snippet.span.end], is_hit=False))
    return tuple(piece for piece in pieces if piece.text)


VIEW = View("search", "/search", find)
