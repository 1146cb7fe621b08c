"""Business and state trips as an article reports them."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.model.evidence import Evidence
from hoedong.model.span import Span
from hoedong.model.time import PartialDate


@dataclass(frozen=True, slots=True)
class Trip:
    """One traveller's trip. `start` and `end` are None unless stated or exactly computable; `places` are as written."""

    traveller: str
    start: PartialDate | None
    end: PartialDate | None
    places: tuple[Span, ...]
    evidence: tuple[Evidence, ...]
