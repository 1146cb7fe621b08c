"""How an error is told: a page for people, a problem for programs, the way in to whoever is not in."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from hoedong.http.api.application import PREFIX
from hoedong.http.pages.errors import error_page
from hoedong.http.problems import Problem, problem_of
from hoedong.http.settings import Settings


class Answering:
    """Puts errors into words for whoever asked."""

    def __init__(self, settings: Settings) -> None:
        self._has_login = settings.token is not None

    def __call__(self, request: Request, error: Exception) -> Response:
        """The answer to a request that failed."""
        problem = problem_of(error)
        if _is_program(request):
            return problem.response()
        if problem.status == 401 and self._has_login and request.method == "GET":
            wanted = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
            return RedirectResponse(f"/login?{urlencode({'next': wanted})}", 303, {"Cache-Control": "no-store"})
        page = _page(request, problem)
        page.headers.update(problem.headers)
        return page


def _is_program(request: Request) -> bool:
    path, accepted = request.url.path, request.headers.get("accept", "")
    return path.startswith(f"{PREFIX}/") or path.endswith(".json") or accepted.startswith("application/json")


def _page(request: Request, problem: Problem) -> Response:
    if not hasattr(request.state, "lang"):  # refused at the door, before anybody knows in what language
        return PlainTextResponse(f"{problem.title}: {problem.detail}\n", problem.status)
    return error_page(request, problem.status, problem.detail)
