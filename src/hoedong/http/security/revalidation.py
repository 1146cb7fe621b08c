"""ETags: a browser that has an answer already is told that it is still the same."""

from __future__ import annotations

import hashlib
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_TAG = re.compile(r'(?:W/)?"[^"]*"|\*')
_KEPT = ("etag", "cache-control", "vary", "set-cookie", "content-location", "link")


class Revalidation:
    """Gives an ETag to every answer of one piece, and answers 304 to whoever has it.

    Answers that come in many pieces, such as exports, pass as they are: only one with a Content-Length is held.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            send = _Tagging(Headers(scope=scope).get("if-none-match", ""), send)
        await self._app(scope, receive, send)


class _Tagging:
    """Holds the start of one answer until its body is there."""

    def __init__(self, known: str, send: Send) -> None:
        self._known = _TAG.findall(known)
        self._send = send
        self._start: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _can_be_tagged(message):
            self._start = message
        elif message["type"] == "http.response.body" and self._start is not None:
            start, self._start = self._start, None
            await self._send_tagged(start, message)
        else:
            await self._send(message)

    async def _send_tagged(self, start: Message, body: Message) -> None:
        if body.get("more_body") or not body.get("body"):
            await self._send(start)
            await self._send(body)
            return
        headers = MutableHeaders(scope=start)
        headers["ETag"] = tag = f'W/"{hashlib.blake2b(body["body"], digest_size=16).hexdigest()}"'
        if tag in self._known or "*" in self._known:
            kept = [(name, value) for name, value in start["headers"] if name.decode().lower() in _KEPT]
            await self._send({**start, "status": 304, "headers": kept})
            await self._send({"type": "http.response.body", "body": b""})
        else:
            await self._send(start)
            await self._send(body)


def _can_be_tagged(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    is_kept = "no-store" not in headers.get("cache-control", "")
    return start["status"] == 200 and "content-length" in headers and "etag" not in headers and is_kept
