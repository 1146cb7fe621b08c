"""What a request costs the server, by its path: which rate counts it, and how large it may be."""

from __future__ import annotations

from enum import StrEnum

from starlette.types import ASGIApp, Receive, Scope, Send

from hoedong.http.security.clients import client_key
from hoedong.http.security.rates import Buckets
from hoedong.http.settings import Settings

_READING_PATHS = ("/read", "/api/v1/readings", "/api/v1/documents")
_EXPORT_PATHS = ("/api/v1/exports/", "/export/")
_OTHER_DAYS = (b"as_of=", b"reported_by=")


class Cost(StrEnum):
    """Work that is limited by itself, beside the number of requests."""

    READING = "texts to read"
    EXPORT = "exports, checks or views of another day"
    LOGIN = "attempts to come in"


def cost_of(scope: Scope) -> Cost | None:
    """The special work that a request asks for, None for a plain one."""
    path, is_post = scope["path"], scope["method"] == "POST"
    if is_post and path == "/login":
        return Cost.LOGIN
    if is_post and path.rstrip("/").removesuffix(".json") in _READING_PATHS:
        return Cost.READING
    if is_post and path == "/check":
        return Cost.EXPORT
    if path.startswith(_EXPORT_PATHS) or any(name in scope["query_string"] for name in _OTHER_DAYS):
        return Cost.EXPORT
    return None


class RateLimits:
    """Lets each client ask only so often."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        limits = settings.limits
        self._app = app
        self._settings = settings
        self._requests = Buckets(limits.requests)
        self._costly = {
            Cost.READING: Buckets(limits.readings),
            Cost.EXPORT: Buckets(limits.exports),
            Cost.LOGIN: Buckets(limits.logins),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and not scope["path"].startswith("/static/"):
            client, cost = client_key(scope, self._settings), cost_of(scope)
            self._requests.require(client, "requests")
            if cost is not None:
                self._costly[cost].require(client, cost)
        await self._app(scope, receive, send)


def largest_body(scope: Scope, settings: Settings) -> int:
    """How many bytes a request may bring."""
    return settings.limits.upload if cost_of(scope) is Cost.READING else settings.limits.body
