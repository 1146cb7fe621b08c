"""In which organisation of the record a post is held, where one organisation alone bears the name that is given."""

from __future__ import annotations

from dataclasses import replace

from hoedong.model.entity import PersonEntity, PositionPeriod
from hoedong.record.identity_rules import exact_key
from hoedong.record.ids import block_hash
from hoedong.record.protocol import IdentityTable


class Affiliations:
    """Settles names of organisations while one question is answered; a name is asked for once.

    An organisation can fall apart or be joined with every page that comes in, so its id is never kept with a person.
    """

    def __init__(self, organisations: IdentityTable) -> None:
        self._organisations = organisations
        self._known: dict[str, str | None] = {}

    def settled(self, person: PersonEntity) -> PersonEntity:
        """A person with the ids of the organisations in which posts are held."""
        positions = tuple(map(self._settled, person.positions))
        return person if positions == person.positions else replace(person, positions=positions)

    def _settled(self, post: PositionPeriod) -> PositionPeriod:
        id_ = self._id(post.organisation) if post.organisation else None
        return post if id_ == post.organisation_id else replace(post, organisation_id=id_)

    def _id(self, name: str) -> str | None:
        """The id of the organisation of a name, None where two organisations bear it, or none."""
        if name not in self._known:
            rows = self._organisations.find([block_hash(exact_key(name))], 2)
            self._known[name] = rows[0].id if len(rows) == 1 else None
        return self._known[name]
