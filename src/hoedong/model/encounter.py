"""Encounter reports: what one article says about who met whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.evidence import Evidence
from hoedong.model.span import Span
from hoedong.model.time import DateInterval


class Mode(StrEnum):
    """How the sides met."""

    IN_PERSON = "in_person"
    REMOTE = "remote"
    CO_ATTENDANCE = "co_attendance"


class Status(StrEnum):
    """Whether the encounter took place, as this article has it."""

    HELD = "held"
    PLANNED = "planned"
    UNCONFIRMED = "unconfirmed"
    NOT_HELD = "not_held"


@dataclass(frozen=True, slots=True)
class When:
    """The date of an encounter at the precision that the article supports; `value` is None where it gives none."""

    value: DateInterval | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an encounter.

    `spans` are the most specific words of the article ("저커버그 CEO의 자택"), empty where it gives none. `city` is
    as written; `country` is ISO 3166-1 alpha-2.
    """

    spans: tuple[Span, ...] = ()
    city: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class EncounterReport:
    """What this article says took place, or will, or did not: never a fact by itself.

    `principals` and `attendees` are ids of `Person`; `parties` are spans of unnamed sides as written ("글로벌 팹리스
    기업들"). `confidence` is in 0..1. `rules` names every rule that contributed, at least one.
    """

    id: str
    mode: Mode
    status: Status
    principals: tuple[str, ...]
    attendees: tuple[str, ...] = ()
    parties: tuple[Span, ...] = ()
    when: When = When()
    where: Where = Where()
    topics: tuple[Span, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rules: tuple[str, ...] = ()
    confidence: float = 0.5
