"""Ties between organisations: cooperation, supply, investment. No rule produces them yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.evidence import Evidence


class TieKind(StrEnum):
    """How two organisations are bound."""

    COOPERATION = "cooperation"
    SUPPLY = "supply"
    INVESTMENT = "investment"
    MEMBERSHIP = "membership"
    OWNERSHIP = "ownership"


@dataclass(frozen=True, slots=True)
class Tie:
    """A stated tie between two organisations; `object` is the product or asset it is about, else None."""

    kind: TieKind
    from_organisation: str
    to_organisation: str
    object: str | None
    evidence: tuple[Evidence, ...]
