"""The size of a request, counted while it comes in: nothing above the limit is held in memory."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hoedong.http.security.refusal import Refusal

LimitOf = Callable[[Scope], int]
"""How many bytes a request may bring."""


class BodyLimit:
    """Turns away requests that are too large, those too that do not say how large they are."""

    def __init__(self, app: ASGIApp, limit_of: LimitOf) -> None:
        self._app = app
        self._limit_of = limit_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            limit = self._limit_of(scope)
            _require_stated(scope, limit)
            receive = _counted(receive, limit)
        await self._app(scope, receive, send)


def _require_stated(scope: Scope, limit: int) -> None:
    stated = Headers(scope=scope).get("content-length", "0")
    if not stated.isascii() or not stated.isdigit():
        raise Refusal(400, "Content-Length is no number")
    if int(stated) > limit:
        raise _too_large(limit)


def _counted(receive: Receive, limit: int) -> Receive:
    received = 0

    async def receive_counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > limit:
            raise _too_large(limit)
        return message

    return receive_counted


def _too_large(limit: int) -> Refusal:
    return Refusal(413, f"a request of this kind may hold {limit:,} bytes", {"Connection": "close"})
