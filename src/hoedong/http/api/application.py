"""The API as an application of its own, with its own words for errors and its own description."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from hoedong import __version__
from hoedong.errors import HoedongError
from hoedong.http.api import documents, encounters, exports, health, judgements, pairs, people, texts
from hoedong.http.api.documented import SCHEMAS
from hoedong.http.problems import problem_of

PREFIX = "/api/v1"
_DESCRIPTION = (
    "Who met whom, with the words of documents that say so. Offsets are code points of `Document.text`, half open; "
    "dates are EDTF. A person is named by id or by name in any script; a name that several have is a 409."
)
_ROUTERS = (encounters, people, pairs, documents, texts, judgements, exports, health)


def create_api() -> FastAPI:
    """The application that serves version 1 of the API; `state.workspaces` is to be set by whoever mounts it."""
    api = FastAPI(
        title="hoedong",
        version=__version__,
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        exception_handlers={
            HTTPException: _answer,
            RequestValidationError: _answer,
            HoedongError: _answer,
            Exception: _answer,
        },
    )
    for module in _ROUTERS:
        api.include_router(module.router)
    api.openapi = lambda: _described(api)  # type: ignore[method-assign]
    return api


async def _answer(_: Request, error: Exception) -> Response:
    return problem_of(error).response()


def _described(api: FastAPI) -> dict[str, Any]:
    """The description of the API with the schemas of the nouns."""
    if api.openapi_schema is None:
        found = get_openapi(title=api.title, version=api.version, description=api.description, routes=api.routes)
        found["servers"] = [{"url": PREFIX}]
        components = found.setdefault("components", {}).setdefault("schemas", {})
        for name in ("HTTPValidationError", "ValidationError"):
            components.pop(name, None)
        components.update(SCHEMAS.components)
        api.openapi_schema = found
    return api.openapi_schema
