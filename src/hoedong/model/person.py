"""People and organisations as one document presents them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.mention import OrganisationMention, PersonMention
from hoedong.model.span import Span


class PositionStatus(StrEnum):
    """Whether the article presents a post as held now or before."""

    CURRENT = "current"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Position:
    """A post as stated: "이재용 삼성전자 회장" is (삼성전자, 회장, current).

    `organisation` or `title` is None where the article does not state it.
    """

    organisation: str | None
    title: str | None
    status: PositionStatus
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one document. `latin` is the name in Latin letters if the article gives it."""

    id: str
    name: str
    latin: str | None
    mentions: tuple[PersonMention, ...]
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of one document."""

    id: str
    name: str
    mentions: tuple[OrganisationMention, ...]
