"""What went wrong, for a program or a person: a status, a stable type, and one sentence that says what to do.

Errors of ours tell their message; of any other error nothing is told but a number under which the log has it.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from hoedong.errors import (
    AmbiguousName,
    BackendNotInstalled,
    FetchFailed,
    HoedongError,
    RecordError,
    RecordLocked,
    RecordStale,
    SourceError,
    UnknownId,
    UnknownName,
    UsageError,
)
from hoedong.export.reading_json import dump_json

MEDIA_TYPE = "application/problem+json"
_LOG = logging.getLogger("hoedong.http")
_STATUSES: Mapping[type[HoedongError], int] = {
    UnknownName: 404,
    UnknownId: 404,
    AmbiguousName: 409,
    UsageError: 422,
    FetchFailed: 502,
    SourceError: 422,
    RecordLocked: 503,
    RecordStale: 503,
    RecordError: 503,
    BackendNotInstalled: 501,
    HoedongError: 500,
}
"""The most special error that fits counts."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem as RFC 9457 has it; `kind` is the last part of its type."""

    status: int
    kind: str
    detail: str
    headers: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The name of the status."""
        return HTTPStatus(self.status).phrase

    def response(self) -> Response:
        """The problem as an answer."""
        return Response(dump_json(self.as_json()), self.status, dict(self.headers), MEDIA_TYPE)

    def as_json(self) -> dict[str, Any]:
        """The members of the problem."""
        type_ = f"urn:hoedong:problem:{self.kind}"
        return {"type": type_, "title": self.title, "status": self.status, "detail": self.detail, **self.more}


def problem_of(error: Exception) -> Problem:
    """The problem that an error is."""
    match error:
        case RequestValidationError():
            mistakes = [_mistake(one) for one in error.errors()]
            return Problem(422, "invalid-request", "; ".join(mistakes), more={"errors": mistakes})
        case HTTPException():
            return Problem(error.status_code, _kind(error.status_code), str(error.detail), error.headers or {})
        case HoedongError():
            return _of_ours(error)
        case _:
            return _unexpected(error)


def _of_ours(error: HoedongError) -> Problem:
    status = next(_STATUSES[kind] for kind in type(error).__mro__ if kind in _STATUSES)
    headers = {"Retry-After": "5"} if status == 503 else {}
    return Problem(status, _dashed(type(error).__name__), str(error), headers)


def _unexpected(error: Exception) -> Problem:
    number = secrets.token_hex(4)
    _LOG.error("error %s", number, exc_info=error)
    return Problem(500, "unexpected", f"something went wrong; the log of the server has it as error {number}")


def _mistake(error: Mapping[str, Any]) -> str:
    """Where a value is wrong and why, without the value itself."""
    where = ".".join(str(part) for part in error["loc"])
    return f"{where}: {error['msg']}"


def _kind(status: int) -> str:
    return HTTPStatus(status).phrase.lower().replace(" ", "-").replace("'", "")


def _dashed(name: str) -> str:
    """UnknownName → unknown-name."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")
