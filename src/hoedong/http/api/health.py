"""A sign of life, for whatever watches the server."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from hoedong import __version__
from hoedong.http.api.asking import JsonRoute, reply
from hoedong.http.api.documented import other_answers
from hoedong.http.api.schemas import entity

router = APIRouter(route_class=JsonRoute, tags=["health"])

_SCHEMA = entity({"status": {"type": "string", "const": "ok"}, "version": {"type": "string"}})
_HEALTH = other_answers({"application/json": {"schema": _SCHEMA, "example": {"status": "ok", "version": "0.1.0"}}})


@router.get("/health", responses=_HEALTH)
def health() -> Response:
    """That the server answers; it says nothing of the record, and anybody may ask."""
    return reply({"status": "ok", "version": __version__})
