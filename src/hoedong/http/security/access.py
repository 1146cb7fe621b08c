"""Who may come in: everybody on the machine itself, else who knows the token or whom the proxy names."""

from __future__ import annotations

import time
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from hoedong.http.security.clients import proxied_user
from hoedong.http.security.refusal import Refusal
from hoedong.http.security.signing import Signer, are_equal
from hoedong.http.settings import Settings

SESSION = "hoedong_session"
SESSION_SECONDS = 14 * 24 * 3600
OPEN_PATHS = ("/login", "/static/", "/api/v1/health")
"""What may be asked for without coming in: the login form, files that are the same for everybody, a sign of life."""


class Access:
    """Lets those in who may, and puts `request.state.user`, None where nobody is named, on every request."""

    def __init__(
        self, app: ASGIApp, settings: Settings, signer: Signer, clock: Callable[[], float] = time.time
    ) -> None:
        self._app = app
        self._settings = settings
        self._signer = signer
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            user = proxied_user(scope, self._settings)
            Request(scope).state.user = user
            if not (user or self._is_open(scope) or self._has_token(scope)):
                headers = {"WWW-Authenticate": "Bearer"} if self._settings.token else {}
                raise Refusal(401, "come in with the token of this server", headers)
        await self._app(scope, receive, send)

    def _is_open(self, scope: Scope) -> bool:
        needs_nothing = self._settings.token is None and self._settings.user_header is None
        return needs_nothing or any(_is_under(scope["path"], path) for path in OPEN_PATHS)

    def _has_token(self, scope: Scope) -> bool:
        return self._settings.token is not None and (
            self._has_bearer(Headers(scope=scope), self._settings.token) or self._has_session(Request(scope))
        )

    def _has_bearer(self, headers: Headers, token: str) -> bool:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and are_equal(given.strip(), token)

    def _has_session(self, request: Request) -> bool:
        until = self._signer.verified(SESSION, request.cookies.get(SESSION, ""))
        return until is not None and until.isdigit() and self._clock() < int(until)


def _is_under(path: str, opened: str) -> bool:
    return path.startswith(opened) if opened.endswith("/") else path == opened


def new_session(signer: Signer, now: float) -> str:
    """The value of the cookie of somebody who has given the token."""
    return signer.sign(SESSION, str(int(now) + SESSION_SECONDS))
