"""Documents: what is on record, search in their words, and what was not understood."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from hoedong.export.reading_json import reading_to_json
from hoedong.export.record_json import answer, document_json
from hoedong.http.api.asking import MOST, Asked, JsonRoute, Words, json_of, link_header, reply
from hoedong.http.api.documented import DOCUMENT, DOCUMENTS, FLAG, SCHEMAS, answers, other_answers
from hoedong.http.api.examples import example
from hoedong.model.account import RecordedDocument
from hoedong.model.entity import PersonEntity

router = APIRouter(route_class=JsonRoute, tags=["documents"])

_DOCUMENTS = answers(example("documents"), documents=DOCUMENTS, more=FLAG)
_DOCUMENT = answers(example("document"), problems=(404,), document=SCHEMAS.of(RecordedDocument), versions=DOCUMENTS)
READING = {"application/json": {"schema": {"type": "object"}, "example": example("reading")}}
_READING = other_answers(READING, problems=(404,))
_QUOTED = {"type": "object", "description": "Words of a document; fields as in Citation."}
_FOUND = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "document": DOCUMENT,
            "score": {"type": "number"},
            "snippets": {"type": "array", "items": _QUOTED},
        },
    },
}
_SEARCH = answers(example("search"), people=list[PersonEntity], documents=_FOUND)
_DIAGNOSTICS = answers(example("diagnostics"), diagnostics={"type": "array", "items": {"type": "object"}}, more=FLAG)
Limit = Annotated[int, Query(ge=1, le=MOST)]


@router.get("/documents", responses=_DOCUMENTS)
def documents(
    request: Request,
    question: Asked,
    after: Annotated[str, Query(max_length=100, description="The id behind which to begin.")] = "",
    limit: Limit = 50,
) -> Response:
    """The latest version of every page, in the order of ids, without texts."""
    with question.opened() as workspace:
        found = workspace.view.documents_after(after, limit + 1)
        has_more, shown = len(found) > limit, found[:limit]
        links = link_header({"next": {"after": shown[-1].id}} if has_more else {}, request)
        return reply(answer(documents=list(map(document_json, shown)), more=has_more), links)


@router.get("/documents/{document}", responses=_DOCUMENT)
def document(question: Asked, document: str) -> Response:
    """One document with its text, to which all offsets point, and the versions of its page."""
    with question.opened() as workspace:
        found = workspace.document(document)
        versions = list(map(document_json, workspace.versions(found)))
        whole = {**document_json(found), "text": found.text}
        return reply(answer(document=whole, versions=versions))


@router.get("/documents/{document}/reading", responses=_READING)
def reading(question: Asked, document: str) -> Response:
    """What was understood of one document, schema hoedong.reading/1."""
    with question.opened() as workspace:
        return reply(reading_to_json(workspace.reading_of(document)))


@router.get("/search", responses=_SEARCH)
def search(question: Asked, q: Words, limit: Limit = 20) -> Response:
    """Documents by words of their text, in any form, and by the people in them; words in "…" follow one another."""
    with question.opened() as workspace:
        return reply(json_of(workspace).search(workspace.search(q, limit)))


@router.get("/diagnostics", responses=_DIAGNOSTICS)
def diagnostics(
    question: Asked,
    code: Annotated[str | None, Query(max_length=100, examples=["time.no-anchor"])] = None,
    limit: Limit = 50,
) -> Response:
    """What was seen in documents and not understood, the gravest first."""
    with question.opened() as workspace:
        found = workspace.diagnostics(code, limit + 1)
        pages = workspace.documents_by_id({id_ for id_, _ in found})
        return reply(json_of(workspace).diagnostics(found[:limit], pages, has_more=len(found) > limit))
