"""The people of an organisation, by what documents say of their posts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hoedong.model.account import Encounter
from hoedong.model.appearance import Appearance
from hoedong.model.entity import OrganisationEntity, PersonEntity
from hoedong.record.codec import decode_value
from hoedong.record.protocol import Store
from hoedong.record.store_view import StoreView

LATEST_DOCUMENTS = 200
"""Documents that are looked through for people of an organisation."""

MOST_MEMBERS = 40
MOST_EACH = 20
"""People that are shown, and encounters of each that are looked at."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person with a post at an organisation, the titles that documents give, and how many of them do."""

    person: PersonEntity
    titles: tuple[str, ...]
    documents: int


def members_of(store: Store, view: StoreView, organisation: OrganisationEntity) -> tuple[Member, ...]:
    """Who is said to hold a post there in the latest documents that name it, most documents first."""
    counts: Counter[str] = Counter()
    titles: dict[str, dict[str, None]] = {}
    for appearance in _appearances(store, organisation):
        posts = [post for post in appearance.posts if post.organisation in {use.name for use in organisation.names}]
        if posts:
            counts[appearance.id] += 1
            titles[appearance.id] = {post.title: None for post in posts if post.title}
    return _grouped(view.people_by_id(sorted(counts)), titles)


def _appearances(store: Store, organisation: OrganisationEntity) -> Iterator[Appearance]:
    number = store.organisations.entity_of(organisation.id)
    documents = store.search.documents_of(number, LATEST_DOCUMENTS) if number is not None else ()
    for document in documents:
        yield from (decode_value(Appearance, body) for body in store.people.appearances_in(document))


def _grouped(people: Mapping[str, PersonEntity], titles: Mapping[str, Mapping[str, None]]) -> tuple[Member, ...]:
    """Appearances by the person that they are of."""
    documents: Counter[str] = Counter(person.id for person in people.values())
    by_id = {person.id: person for person in people.values()}
    held: dict[str, Counter[str]] = {id_: Counter() for id_ in by_id}
    for appearance, person in people.items():
        held[person.id].update(list(titles[appearance]))
    found = [
        Member(by_id[id_], tuple(title for title, _ in sorted(held[id_].items(), key=_most_used)), count)
        for id_, count in documents.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.documents, one.person.name, one.person.id)))[:MOST_MEMBERS]


def _most_used(use: tuple[str, int]) -> tuple[int, str]:
    return -use[1], use[0]


def encounters_of_members(view: StoreView, members: tuple[Member, ...]) -> tuple[Encounter, ...]:
    """The latest encounters of the people of an organisation, latest first, undated ones last."""
    found = {
        encounter.id: encounter
        for member in members
        for encounter in view.find_encounters([member.person.id], limit=MOST_EACH)
    }
    return tuple(sorted(found.values(), key=_latest_first))


def _latest_first(encounter: Encounter) -> tuple[bool, int, str]:
    when = encounter.when
    return when is None, -when.first_day().toordinal() if when else 0, encounter.id
