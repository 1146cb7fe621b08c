"""From a request to a page: the record is asked in a thread, the answer is shown as HTML or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from hoedong.errors import AmbiguousName, HoedongError, RecordLocked, TooMuchToReplay, UnknownId, UnknownName
from hoedong.http.pages.errors import error_page
from hoedong.http.pages.json_value import json_value
from hoedong.http.pages.rendering import render
from hoedong.http.pages.visit import Visit, visit_of
from hoedong.workspace import Workspace

Find = Callable[[Workspace, Visit], Any]
"""Asks the record for the value of a page."""


class Moved(Exception):
    """What was asked for stands under another address: an id that was merged into another, a name."""

    def __init__(self, *path: str) -> None:
        super().__init__("/".join(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class View:
    """A page: the template that shows it, its path, and how its value is found."""

    template: str
    path: str
    find: Find

    def routes(self) -> Sequence[BaseRoute]:
        """The page and its twin; the twin comes first, since an id may hold anything but a slash."""
        twin = "/index.json" if self.path == "/" else f"{self.path}.json"
        return [Route(twin, self.as_json, methods=["GET"]), Route(self.path, self.as_html, methods=["GET"])]

    def as_html(self, request: Request) -> Response:
        """The page."""

        def show(visit: Visit, page: object) -> Response:
            return HTMLResponse(render(self.template, visit, page))

        return answered(request, self.find, show)

    def as_json(self, request: Request) -> Response:
        """The facts of the page."""
        return answered(request, self.find, lambda _, page: JSONResponse(json_value(page)))


def answered(request: Request, find: Find, show: Callable[[Visit, object], Response]) -> Response:
    """The answer to a question to the record; what it cannot answer is a page that says why."""
    try:
        visit = visit_of(request)
        with request.app.state.workspaces.reading(visit.as_of, visit.reported_by) as workspace:
            return show(visit, find(workspace, visit))
    except Moved as moved:
        suffix = ".json" if request.url.path.endswith(".json") else ""
        return RedirectResponse(_moved_to(request, moved, suffix), HTTPStatus.TEMPORARY_REDIRECT)
    except (HoedongError, ValueError) as error:
        return error_page(request, status_of(error), str(error))


def _moved_to(request: Request, moved: Moved, suffix: str) -> str:
    visit = visit_of(request)
    address = visit.url(*moved.path)
    path, mark, query = address.partition("?")
    return f"{path}{suffix}{mark}{query}"


def status_of(error: Exception) -> int:
    """The status of the answer to an error."""
    match error:
        case UnknownId() | UnknownName() | AmbiguousName():
            return HTTPStatus.NOT_FOUND
        case RecordLocked() | TooMuchToReplay():
            return HTTPStatus.SERVICE_UNAVAILABLE
        case ValueError():
            return HTTPStatus.BAD_REQUEST
        case _:
            return HTTPStatus.INTERNAL_SERVER_ERROR
