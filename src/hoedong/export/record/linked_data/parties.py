"""People and organisations in the terms of schema.org."""

from __future__ import annotations

from hoedong.export.record.linked_data.nodes import Json, urn, without_unknown
from hoedong.model.entity import NameUse, OrganisationEntity, PersonEntity, PositionPeriod
from hoedong.model.person import PositionStatus


def person_node(person: PersonEntity) -> Json:
    """A person, with the posts that the press presents as held now."""
    current = [post for post in person.positions if post.status is PositionStatus.CURRENT]
    return without_unknown(
        {
            "@id": urn("person", person.id),
            "@type": "Person",
            "name": person.name,
            "alternateName": _others(person.name, person.latin, person.names),
            "jobTitle": list(dict.fromkeys(_title(post) for post in current if post.title)),
            "affiliation": [urn("organisation", post.organisation_id) for post in current if post.organisation_id],
        }
    )


def organisation_node(organisation: OrganisationEntity) -> Json:
    """An organisation."""
    return without_unknown(
        {
            "@id": urn("organisation", organisation.id),
            "@type": "Organization",
            "name": organisation.name,
            "alternateName": _others(organisation.name, organisation.latin, organisation.names),
        }
    )


def _others(name: str, latin: str | None, names: tuple[NameUse, ...]) -> list[str]:
    others = dict.fromkeys([latin, *(use.name for use in names)])
    return [other for other in others if other and other != name]


def _title(post: PositionPeriod) -> str:
    return " ".join(part for part in (post.organisation, post.title) if part)
