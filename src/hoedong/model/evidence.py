"""Why a fact is believed: the words that carry it and the rule that read them."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.model.span import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of the document that supports a fact, and the id of the rule or step that found it."""

    span: Span
    rule: str
