"""The form in which one gives the token of the server, and the way out."""

from __future__ import annotations

import time
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from hoedong.http.assets import asset_tags
from hoedong.http.security.access import SESSION, SESSION_SECONDS, new_session
from hoedong.http.security.cookies import Cookies
from hoedong.http.security.signing import Signer, are_equal
from hoedong.http.settings import Settings


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    token: str
    enter: str
    wrong: str
    mark: str


_KOREAN = _Words("들어가기", "이 서버의 토큰", "들어가기", "토큰이 맞지 않습니다.", "회동")
_ENGLISH = _Words("Come in", "Token of this server", "Come in", "That is not the token.", "hoedong")
_THEMES = ("light", "dark")
_PAGE = Environment(autoescape=True, undefined=StrictUndefined).from_string(
    files("hoedong.http.security").joinpath("login.html").read_text(encoding="utf-8")
)


class Login:
    """The views of the way in and out."""

    def __init__(self, settings: Settings, signer: Signer, cookies: Cookies) -> None:
        self._token = settings.token
        self._signer = signer
        self._cookies = cookies

    def routes(self) -> list[Route]:
        """Where the form is shown, where it is sent to, and where one leaves; none where there is no token."""
        if self._token is None:
            return []
        return [
            Route("/login", self.show, methods=["GET"]),
            Route("/login", self.enter, methods=["POST"]),
            Route("/logout", self.leave, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """The empty form."""
        return _form(request, request.query_params.get("next", "/"), is_wrong=False)

    async def enter(self, request: Request) -> Response:
        """Take the token: on to the page that was wanted, or the form once more."""
        form = await request.form()
        given, wanted = str(form.get("token", "")), str(form.get("next", "/"))
        if not are_equal(given.strip(), self._token or ""):
            return _form(request, wanted, is_wrong=True)
        response = RedirectResponse(own_path(wanted), 303)
        session = new_session(self._signer, time.time())
        response.headers.append("Set-Cookie", self._cookies.header(SESSION, session, seconds=SESSION_SECONDS))
        return response

    async def leave(self, request: Request) -> Response:  # noqa: ARG002 - a view takes a request
        """Forget the session."""
        response = RedirectResponse("/login", 303)
        response.headers.append("Set-Cookie", self._cookies.header(SESSION, "", seconds=0))
        return response


def own_path(wanted: str) -> str:
    """A path of this server to go on to; the home page instead of an address elsewhere."""
    is_own = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted
    return wanted if is_own and wanted.isprintable() else "/"


def _form(request: Request, wanted: str, *, is_wrong: bool) -> Response:
    words = _ENGLISH if request.state.lang == "en" else _KOREAN
    theme = request.cookies.get("theme", "")
    page = _PAGE.render(
        lang=request.state.lang,
        theme=theme if theme in _THEMES else "",
        styles=asset_tags("style"),
        words=words,
        csrf=request.state.csrf_token,
        next=own_path(wanted),
        is_wrong=is_wrong,
    )
    return HTMLResponse(page, 401 if is_wrong else 200, {"Cache-Control": "no-store"})
