"""The trace of a reading: each rule that fired or nearly fired, for `hoedong explain`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from hoedong.model.span import Span


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One decision.

    `stage` is a word such as `time`, `person`, `trigger`, `status`; `fired` is False for a near miss.
    """

    stage: str
    rule: str
    span: Span
    fired: bool
    detail: str


class Trace(Protocol):
    """What a stage tells its decisions to."""

    def fired(self, stage: str, rule: str, span: Span, detail: str = "") -> None:
        """A rule applied."""

    def missed(self, stage: str, rule: str, span: Span, detail: str = "") -> None:
        """A rule came near and did not apply; `detail` says why."""

    def reached(self, stage: str, done: int, of: int) -> None:
        """So much of a stage is done."""


class NoTrace:
    """A trace that keeps nothing: the default, at no cost."""

    def fired(self, stage: str, rule: str, span: Span, detail: str = "") -> None:
        """Keep nothing."""

    def missed(self, stage: str, rule: str, span: Span, detail: str = "") -> None:
        """Keep nothing."""

    def reached(self, stage: str, done: int, of: int) -> None:
        """Keep nothing."""


@dataclass(slots=True)
class KeptTrace:
    """A trace that keeps every step in order."""

    steps: list[TraceStep] = field(default_factory=list)

    def fired(self, stage: str, rule: str, span: Span, detail: str = "") -> None:
        """Keep a rule that applied."""
        self.steps.append(TraceStep(stage, rule, span, True, detail))

    def missed(self, stage: str, rule: str, span: Span, detail: str = "") -> None:
        """Keep a near miss."""
        self.steps.append(TraceStep(stage, rule, span, False, detail))

    def reached(self, stage: str, done: int, of: int) -> None:
        """Keep nothing: a trace is of decisions."""


NO_TRACE = NoTrace()
