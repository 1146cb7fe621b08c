"""How the record is: its size, what was not understood, what lost what it was about; damage where one asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from hoedong.http.pages.rendering import render
from hoedong.http.pages.view import View, answered
from hoedong.http.pages.visit import Visit
from hoedong.model.answer import Check
from hoedong.workspace import Workspace


def find_state(workspace: Workspace, visit: Visit) -> Check:
    """The state of the record, as far as can be told at once."""
    del visit
    return workspace.state()


def find_damage(workspace: Workspace, visit: Visit) -> Check:
    """The state of the record with what is broken in its file: all of it is gone through, so nobody asks by looking."""
    visit.require_now()
    return workspace.check()


def look_for_damage(request: Request) -> Response:
    """The page with what the check of the file has found."""
    return answered(request, find_damage, lambda visit, page: HTMLResponse(render("check", visit, page)))


VIEW = View("check", "/check", find_state)


def routes() -> Sequence[BaseRoute]:
    """The page, its twin, and the check of the file."""
    return [*VIEW.routes(), Route("/check", look_for_damage, methods=["POST"])]
