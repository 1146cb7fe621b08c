"""Who sends a request: the user that a proxy has let in, or the address."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import Scope

from hoedong.http.settings import Settings

LONGEST_NAME = 200


def client_address(scope: Scope) -> str:
    """The address at the other end; empty where a test or a socket file gives none."""
    client = scope.get("client")
    return client[0] if client else ""


def proxied_user(scope: Scope, settings: Settings) -> str | None:
    """The user that a reverse proxy names; None where there is no such proxy, or the request came past it."""
    if settings.user_header is None or client_address(scope) not in settings.proxies:
        return None
    names = Headers(scope=scope).getlist(settings.user_header)
    if len(names) != 1 or not names[0].isprintable():
        return None
    return names[0].strip()[:LONGEST_NAME] or None


def client_key(scope: Scope, settings: Settings) -> str:
    """What tells one client from another for limits: behind a proxy the user, else the address."""
    return proxied_user(scope, settings) or client_address(scope)
