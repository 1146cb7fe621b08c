"""Forms: whoever posts one must have been given it by this server, in this browser.

The browser holds a random value in a signed cookie; a form carries a token that only the server can derive from that
value and the user. A page of another site can neither read the cookie nor derive the token.
"""

from __future__ import annotations

import secrets
from collections.abc import AsyncGenerator

from starlette.datastructures import Headers
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hoedong.http.security.cookies import Cookies, add_cookie
from hoedong.http.security.origin import SAFE_METHODS, require_same_origin
from hoedong.http.security.refusal import Refusal
from hoedong.http.security.signing import Signer, are_equal

COOKIE = "hoedong_csrf"
FIELD = "csrf"
HEADER = "X-CSRF-Token"
_URLENCODED = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_STALE = "this form is no longer valid; load the page again and send it once more"


class Csrf:
    """Puts `request.state.csrf_token` on every request, and lets forms pass that carry it.

    Of paths in `api` only the origin is checked: they take JSON, which no form of another site can send.
    """

    def __init__(self, app: ASGIApp, signer: Signer, cookies: Cookies, api: str) -> None:
        self._app = app
        self._signer = signer
        self._cookies = cookies
        self._api = api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        known = self._signer.verified(COOKIE, request.cookies.get(COOKIE, ""))
        nonce = known or secrets.token_urlsafe(16)
        token = self._signer.signature("form", f"{nonce}|{getattr(request.state, 'user', None) or ''}")
        request.state.csrf_token = token
        if request.method not in SAFE_METHODS:
            require_same_origin(request.headers)
            if not request.url.path.startswith(self._api):
                receive = await self._checked(request, token)
        has_forms = not request.url.path.startswith((self._api, "/static/"))
        await self._app(scope, receive, self._with_cookie(send, nonce) if has_forms and not known else send)

    async def _checked(self, request: Request, token: str) -> Receive:
        """The request once more, after its token has been found to be ours."""
        body = await request.body()
        given = request.headers.get(HEADER) or await _field(request.headers, body)
        if given is None or not are_equal(given, token):
            raise Refusal(403, _STALE)
        return _replayed(body, request.receive)

    def _with_cookie(self, send: Send, nonce: str) -> Send:
        cookie = self._cookies.header(COOKIE, self._signer.sign(COOKIE, nonce))

        async def send_with_cookie(message: Message) -> None:
            await send(add_cookie(message, cookie))

        return send_with_cookie


async def _field(headers: Headers, body: bytes) -> str | None:
    """The token that stands in a form, None where there is none or it stands there twice."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (_URLENCODED, _MULTIPART):
        raise Refusal(415, f"a form is {_URLENCODED} or {_MULTIPART}")
    parser = FormParser if kind == _URLENCODED else MultiPartParser
    try:
        form = await parser(headers, _stream(body)).parse()
    except (MultiPartException, KeyError, ValueError):
        raise Refusal(400, "the form cannot be read") from None
    found = form.getlist(FIELD)
    await form.close()
    return found[0] if len(found) == 1 and isinstance(found[0], str) else None


async def _stream(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body
    yield b""


def _replayed(body: bytes, rest: Receive) -> Receive:
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return waiting.pop() if waiting else await rest()

    return receive
