"""What was seen and not understood: odd text is a value, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.span import Span


class Severity(StrEnum):
    """How much a diagnostic matters to someone who relies on the reading."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that could not be read, with a stable code such as `time.no-anchor`.

    `span` is None when the trouble concerns the whole document (an empty file, an unknown language).
    `hint` says what a user can do about it; empty when there is nothing to do.
    """

    code: str
    message: str
    span: Span | None = None
    severity: Severity = Severity.INFO
    hint: str = ""
