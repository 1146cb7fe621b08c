"""People and organisations as the record knows them: clusters of appearances in documents.

The id of an entity is the id of its earliest appearance (by day of publication, then by id), so it does not depend on
the order in which documents were added; the id of any other appearance leads to the same entity.
"""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.model.person import PositionStatus
from hoedong.model.time import PartialDate


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name that documents use for an entity, and how many documents do."""

    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class PositionPeriod:
    """A post that a person was seen to hold, or to have held, from the first document that says so to the last.

    `first` and `last` are days of publication, not claims about the term of office; None where none is known.
    `organisation_id` is the organisation in the record, None where the name could not be settled.
    """

    organisation: str | None
    organisation_id: str | None
    title: str | None
    status: PositionStatus
    first: PartialDate | None
    last: PartialDate | None
    documents: int


@dataclass(frozen=True, slots=True)
class PersonEntity:
    """A person of the record. `name` is the name to show, `latin` the one in Latin letters, None where none is known.

    `names` are all names in use, the most frequent first; `positions` the latest first. `documents` counts documents.
    """

    id: str
    name: str
    latin: str | None
    names: tuple[NameUse, ...] = ()
    positions: tuple[PositionPeriod, ...] = ()
    documents: int = 0
    first_seen: PartialDate | None = None
    last_seen: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class OrganisationEntity:
    """An organisation of the record; fields as in `PersonEntity`."""

    id: str
    name: str
    latin: str | None = None
    names: tuple[NameUse, ...] = ()
    documents: int = 0
