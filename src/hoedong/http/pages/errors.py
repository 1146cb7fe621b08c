"""Pages for what cannot be shown: what happened, in words, and where to go from there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from hoedong.http.pages.rendering import render
from hoedong.http.pages.visit import Visit, visit_of


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What went wrong; `detail` says what and, where one can do something, what."""

    status: int
    detail: str


def error_page(request: Request, status: int, detail: str) -> Response:
    """The answer for an error, as JSON where the twin of a page was asked for."""
    page = ErrorPage(int(status), detail)
    if request.url.path.endswith(".json"):
        return JSONResponse({"status": page.status, "detail": detail}, page.status)
    return HTMLResponse(render("error", _plain_visit(request), page), page.status)


def _plain_visit(request: Request) -> Visit:
    """The visit without what may have been wrong in its address."""
    lang = getattr(request.state, "lang", "")
    try:
        visit = visit_of(request)
    except ValueError:
        return Visit(path=request.url.path, lang=lang or "ko")
    return replace(visit, query={name: visit.query[name] for name in ("lang",) if name in visit.query})
