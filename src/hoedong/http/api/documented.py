"""What the API says of its answers: their schemas with an example each, and the problems that may come instead."""

from __future__ import annotations

from typing import Any

from hoedong.export.record_json import SCHEMA as RECORD_SCHEMA
from hoedong.http.api.schemas import REFERENCE, Schema, Schemas, entity
from hoedong.http.problems import MEDIA_TYPE
from hoedong.model.account import RecordedDocument
from hoedong.model.judgement import Judgement

SCHEMAS = Schemas()
Responses = dict[int | str, dict[str, Any]]

PROBLEM = entity(
    {
        "type": {"type": "string", "examples": ["urn:hoedong:problem:unknown-name"]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong and what to do."},
    },
    "RFC 9457",
)
_ALWAYS = (400, 401, 403, 421, 422, 429, 500, 503)


def answers(
    example: dict[str, Any], /, *, status: int = 200, problems: tuple[int, ...] = (), **parts: Any
) -> Responses:
    """An answer of the record with these parts, and the problems beside those that every question may have."""
    schema = entity({"schema": {"type": "string", "const": RECORD_SCHEMA}, **_schemas(parts)})
    content = {"schema": schema, "example": example}
    found = {"description": "The answer", "content": {"application/json": content}}
    return {status: found, **_problems(problems)}


def other_answers(content: dict[str, Any], *, status: int = 200, problems: tuple[int, ...] = ()) -> Responses:
    """Answers that are no answers of the record, such as files and readings, by media type."""
    return {status: {"description": "The answer", "content": content}, **_problems(problems)}


def _schemas(parts: dict[str, Any]) -> dict[str, Schema]:
    return {name: SCHEMAS.of(hint) for name, hint in parts.items()}


def _problems(special: tuple[int, ...]) -> Responses:
    content = {MEDIA_TYPE: {"schema": {"$ref": REFERENCE + "Problem"}}}
    return {status: {"description": "A problem", "content": content} for status in sorted({*_ALWAYS, *special})}


def _document() -> Schema:
    """A document without its text."""
    SCHEMAS.of(RecordedDocument)
    whole = SCHEMAS.components["RecordedDocument"]
    parts = {name: part for name, part in whole["properties"].items() if name != "text"}
    return entity(parts, "A document on record, without its text.")


SCHEMAS.components["Problem"] = PROBLEM
SCHEMAS.components["Document"] = _document()
DOCUMENT: Schema = {"$ref": REFERENCE + "Document"}
DOCUMENTS: Schema = {"type": "array", "items": DOCUMENT}
JUDGEMENT = SCHEMAS.of(Judgement)
FLAG: Schema = {"type": "boolean"}
