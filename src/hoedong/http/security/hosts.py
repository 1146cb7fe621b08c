"""The Host header: a page of the web whose name points at this machine must not be able to read the record.

A browser lets a page talk to its own name. Whoever owns a name can let it point at 127.0.0.1 for a moment (DNS
rebinding), so the server answers only to names that are its own.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from hoedong.http.security.refusal import Refusal

_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9.-]+))(?::(\d{1,5}))?")


def host_name(header: str) -> str | None:
    """The name in a Host header, without port and brackets, in small letters; None where it is none."""
    match = _HOST.fullmatch(header)
    return (match[1] or match[2]).lower() if match else None


class HostCheck:
    """Lets requests pass that are meant for one of our names."""

    def __init__(self, app: ASGIApp, allowed: AbstractSet[str]) -> None:
        self._app = app
        self._allowed = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and not self._is_ours(scope):
            raise Refusal(421, "this server does not answer to that name; see --allow-host")
        await self._app(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        hosts = Headers(scope=scope).getlist("host")
        return len(hosts) == 1 and host_name(hosts[0]) in self._allowed
