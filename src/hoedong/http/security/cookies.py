"""Cookies: never readable by scripts, never sent along from other sites, over TLS only where there is TLS."""

from __future__ import annotations

from http.cookies import SimpleCookie

from starlette.datastructures import MutableHeaders
from starlette.types import Message


class Cookies:
    """Writes cookies for a server that is reached over TLS or not."""

    def __init__(self, *, is_https: bool) -> None:
        self._is_https = is_https

    def header(self, name: str, value: str, *, seconds: int | None = None) -> str:
        """A Set-Cookie header; without `seconds` the cookie goes when the browser is closed."""
        cookie: SimpleCookie = SimpleCookie()
        cookie[name] = value
        cookie[name]["path"], cookie[name]["samesite"] = "/", "Strict"
        cookie[name]["httponly"] = True
        if seconds is not None:
            cookie[name]["max-age"] = seconds
        if self._is_https:
            cookie[name]["secure"] = True
        return cookie[name].OutputString()


def add_cookie(message: Message, cookie: str) -> Message:
    """The start of an answer with one more cookie; any other message as it is."""
    if message["type"] == "http.response.start":
        MutableHeaders(scope=message).append("Set-Cookie", cookie)
    return message
