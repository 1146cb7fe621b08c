"""A request that is turned away: with what status, and in one sentence why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import HTTPException
from starlette.requests import Request
from starlette.responses import Response


class Refusal(HTTPException):
    """A status with one sentence for people; `headers` such as `Retry-After` go with it."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, detail, dict(headers or {}))


Answer = Callable[[Request, Exception], Response]
"""Puts an error into words: a page for a browser, a problem for a program."""
