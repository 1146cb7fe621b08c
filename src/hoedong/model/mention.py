"""Mentions: the words by which a page refers to people, organisations and places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.span import Span


class MentionForm(StrEnum):
    """ACE mention forms: a name, a title or description, a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One reference to a person.

    `span` is the short form that a reader would quote ("이재용", "이 회장", "저커버그 CEO"); `extent` also takes in
    the organisation, title, gloss and age around it ("이재용 삼성전자 회장", "마크 저커버그(Mark Zuckerberg) 메타
    CEO"), so that the particle after the extent is the particle of the person. `person` is the id of a `Person`, or
    None when the mention could not be settled (kept, not guessed).
    """

    span: Span
    extent: Span
    form: MentionForm
    person: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """One reference to an organisation; `organisation` is the id of an `Organisation`."""

    span: Span
    organisation: str
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One reference to a place.

    `city` is the town as written in the article, None for a country or a landmark; `country` is ISO 3166-1 alpha-2,
    None when the words do not settle it. `kind` is `country`, `city`, `region` or `site` (a building, a venue).
    """

    span: Span
    kind: str
    city: str | None
    country: str | None
    rule: str
