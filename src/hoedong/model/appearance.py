"""People and organisations as one document presents them, freed of spans: what identity resolution joins."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.model.person import PositionStatus
from hoedong.model.time import PartialDate


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """A post as a document states it, without its spans; `organisation` or `title` is None where it is not stated."""

    organisation: str | None
    title: str | None
    status: PositionStatus


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person as one document presents them.

    `id` is derived from the document and the name, so reading the document again gives the same id. `name` is the
    fullest name there ("마크 저커버그", "저커버그", "李 회장" where nothing more is said); `latin` is the name in
    Latin letters where the document gives it. `forms` are the distinct words it uses for the person ("저커버그 CEO"),
    sorted. `published` is None where the document's day is unknown.
    """

    id: str
    document: str
    name: str
    latin: str | None = None
    forms: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    published: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class OrganisationAppearance:
    """An organisation as one document presents it; fields as in `Appearance`."""

    id: str
    document: str
    name: str
    forms: tuple[str, ...] = ()
    published: PartialDate | None = None
