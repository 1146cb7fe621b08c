"""People, organisations, and the posts that join them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hoedong.export.record.follow_the_money.entities import Entity, entity, identifier
from hoedong.export.record.labels import open_period
from hoedong.model.entity import OrganisationEntity, PersonEntity, PositionPeriod
from hoedong.model.person import PositionStatus

_STATUS = {PositionStatus.CURRENT: "current", PositionStatus.FORMER: "ended"}


def organisation_entity(organisation: OrganisationEntity) -> Entity:
    """An organisation; whether it is a company no article says, so it is an `Organization`."""
    names = (organisation.latin, *(use.name for use in organisation.names))
    return entity(
        "Organization",
        identifier("organisation", organisation.id),
        {"name": organisation.name, "alias": _others(names, organisation.name)},
    )


def party_entities(people: Iterable[PersonEntity]) -> Iterator[Entity]:
    """People with their posts and tenures; a post that several held is written once."""
    posts: set[str] = set()
    for person in people:
        yield _person(person)
        for period in person.positions:
            if not period.title:
                yield from _affiliation(person, period)
                continue
            post = _post(period)
            if post["id"] not in posts:
                posts.add(post["id"])
                yield post
            yield _occupancy(person, period, post["id"])


def _person(person: PersonEntity) -> Entity:
    names = (person.latin, *(use.name for use in person.names))
    return entity(
        "Person",
        identifier("person", person.id),
        {
            "name": person.name,
            "alias": _others(names, person.name),
            "position": [_post_name(period) for period in person.positions if _is_held(period)],
        },
    )


def _is_held(period: PositionPeriod) -> bool:
    return bool(period.title) and period.status is PositionStatus.CURRENT


def _others(names: Iterable[str | None], name: str) -> list[str]:
    return [other for other in names if other and other != name]


def _post_name(period: PositionPeriod) -> str:
    return " ".join(part for part in (period.organisation, period.title) if part)


def _post(period: PositionPeriod) -> Entity:
    organisation = period.organisation_id
    return entity(
        "Position",
        identifier("post", organisation or period.organisation, period.title),
        {
            "name": _post_name(period),
            "organization": organisation and identifier("organisation", organisation),
        },
    )


def _occupancy(person: PersonEntity, period: PositionPeriod, post: str) -> Entity:
    """A tenure without dates: the press dates say when it was seen, not when it began."""
    return entity(
        "Occupancy",
        identifier("tenure", person.id, period.organisation_id or period.organisation, period.title, period.status),
        {
            "holder": identifier("person", person.id),
            "post": post,
            "status": _STATUS[period.status],
            "description": _seen(period),
        },
    )


def _affiliation(person: PersonEntity, period: PositionPeriod) -> Iterator[Entity]:
    if period.organisation_id is not None:
        yield entity(
            "UnknownLink",
            identifier("affiliation", person.id, period.organisation_id, period.status),
            {
                "subject": identifier("person", person.id),
                "object": identifier("organisation", period.organisation_id),
                "role": "affiliated",
                "status": _STATUS[period.status],
                "description": _seen(period),
            },
        )


def _seen(period: PositionPeriod) -> str | None:
    days = open_period(period.first, period.last)
    return days and f"seen in the press {days}"
