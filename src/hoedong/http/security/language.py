"""The language of the pages: as asked for in the address, kept in a cookie, or wished for by the browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hoedong.http.security.cookies import Cookies, add_cookie

COOKIE = "hoedong_lang"
PARAMETER = "lang"
_A_YEAR = 365 * 24 * 3600


class Language:
    """Puts `request.state.lang` on every request."""

    def __init__(self, app: ASGIApp, languages: Sequence[str], cookies: Cookies) -> None:
        self._app = app
        self._languages = tuple(languages)
        self._cookies = cookies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            request = Request(scope)
            request.state.lang = next(self._wished(request))
            send = self._remembering(request, send)
        await self._app(scope, receive, send)

    def _wished(self, request: Request) -> Iterator[str]:
        wishes = (
            request.query_params.get(PARAMETER, ""),
            request.cookies.get(COOKIE, ""),
            *accepted_languages(request.headers.get("accept-language", "")),
        )
        yield from (wish for wish in wishes if wish in self._languages)
        yield self._languages[0]

    def _remembering(self, request: Request, send: Send) -> Send:
        """Keep a language that was asked for in the address."""
        chosen = request.query_params.get(PARAMETER)
        if chosen not in self._languages or chosen == request.cookies.get(COOKIE):
            return send
        cookie = self._cookies.header(COOKIE, chosen, seconds=_A_YEAR)

        async def send_with_cookie(message: Message) -> None:
            await send(add_cookie(message, cookie))

        return send_with_cookie


def accepted_languages(header: str) -> tuple[str, ...]:
    """The languages of an Accept-Language header, the best first.

    >>> accepted_languages("en;q=0.5, ko-KR")
    ('ko', 'en')
    """
    found: list[tuple[float, str]] = []
    for part in header.split(",")[:20]:
        name, _, weight = part.partition(";q=")
        found.append((_weight(weight), name.strip().partition("-")[0].lower()))
    return tuple(name for weight, name in sorted(found, key=lambda one: -one[0]) if weight > 0)


def _weight(text: str) -> float:
    if not text:
        return 1.0
    try:
        return float(text)
    except ValueError:
        return 0.0
