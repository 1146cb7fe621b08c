"""Keeps profiles and entities of one kind in step with the appearances that come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from hoedong.model.time import PartialDate
from hoedong.record.closure import Neighbourhood, closed_sets
from hoedong.record.identity_blocks import Filing
from hoedong.record.ids import block_hash
from hoedong.record.protocol import EntityRow, IdentityTable, ProfileRow

Appearance = TypeVar("Appearance", bound="AppearanceLike")
Profile = TypeVar("Profile", bound="ProfileLike")


class AppearanceLike(Protocol):
    """A person or an organisation as one document presents it."""

    @property
    def id(self) -> str:
        """What content names it."""

    @property
    def published(self) -> PartialDate | None:
        """The day of its document."""


class ProfileLike(Protocol):
    """Appearances that look the same, as one value."""

    @property
    def key(self) -> str:
        """What content names it."""


class IdentityRules(Protocol[Appearance, Profile]):
    """How appearances of one kind become entities; all functions are pure."""

    def profile_of(self, appearance: Appearance) -> Profile:
        """The profile of an appearance: one of its own where a person has judged it."""

    def encode(self, profile: Profile) -> str:
        """A profile as text."""

    def decode(self, body: str) -> Profile:
        """A profile from its text."""

    def encode_appearance(self, appearance: Appearance) -> str:
        """An appearance as text."""

    def decode_appearance(self, body: str) -> Appearance:
        """An appearance from its text."""

    def filing(self, profile: Profile) -> Filing:
        """Where a profile is filed, and where it looks for what it may interact with."""

    def names(self, profile: Profile) -> tuple[str, ...]:
        """The keys by which a name can be looked up."""

    def may_interact(self, one: Profile, other: Profile) -> bool:
        """Whether two profiles can influence one another's clusters."""

    def cluster(self, profiles: Sequence[Profile]) -> Sequence[Sequence[Profile]]:
        """The clusters of a closed set."""

    def describe(self, number: int, id: str, members: Sequence[tuple[Profile, ProfileRow]]) -> EntityRow:  # noqa: A002
        """The entity that a cluster is."""


class IdentityResolution(Generic[Appearance, Profile]):
    """One batch of changes to one kind of identity: include, exclude and rejudge, then settle once."""

    def __init__(self, table: IdentityTable, rules: IdentityRules[Appearance, Profile]) -> None:
        self._table = table
        self._rules = rules
        self._changed: set[int] = set()  # profiles whose cluster may be another now
        self._touched: set[int] = set()  # profiles whose entity has to be described anew
        self._entities: set[int] = set()  # entities to be described anew, or dropped where nothing is left of them
        self._near = Neighbourhood(
            mates_of=self._mates_of,
            load=self._load,
            blocks_of=lambda profile: rules.filing(profile).filed,
            sought_by=lambda profile: rules.filing(profile).sought,
            may_interact=rules.may_interact,
        )

    def include(self, appearance: Appearance, document: int) -> None:
        """Take an appearance in."""
        number = self._profile_for(self._rules.profile_of(appearance))
        body = self._rules.encode_appearance(appearance)
        self._table.add_appearance(appearance.id, document, number, appearance.published, body)
        self._touched.add(number)

    def exclude(self, document: int) -> None:
        """Take a document's appearances out."""
        self._lose(self._table.remove_appearances(document))

    def rejudge(self, appearances: Sequence[str]) -> None:
        """Look again at appearances that judgements name, or named before one was retracted."""
        for number, body in self._table.appearances(appearances).values():
            appearance = self._rules.decode_appearance(body)
            number_now = self._profile_for(self._rules.profile_of(appearance))
            self._changed.update(self._mates_of([number, number_now]))
            if number_now != number:
                self._table.move_appearance(appearance.id, number_now)
                self._touched.add(number_now)
                self._lose([number])
            self._set_blocks(number_now)

    def _profile_for(self, profile: Profile) -> int:
        number = self._table.profile(profile.key)
        if number is None:
            blocks = self._rules.filing(profile).filed
            names = map(block_hash, self._rules.names(profile))
            number = self._table.add_profile(profile.key, self._rules.encode(profile), blocks, names)
            self._changed.add(number)
        return number

    def _set_blocks(self, number: int) -> None:
        """The blocks of a judged profile follow its judgements."""
        profile = self._load([number])[number]
        self._table.set_blocks(number, self._rules.filing(profile).filed)
        self._changed.update(self._mates_of([number]))

    def _lose(self, profiles: Sequence[int]) -> None:
        """Profiles that lost an appearance; one that has none left goes, and whatever it stood beside is looked at."""
        for row in self._table.profiles(profiles):
            self._entities.update([] if row.entity is None else [row.entity])
            if row.documents:
                continue
            self._changed.update(self._mates_of([row.number]))
            self._changed.update(self._table.profiles_of([] if row.entity is None else [row.entity]))
            self._table.remove_profile(row.number)

    def _mates_of(self, numbers: Sequence[int]) -> set[int]:
        """The profiles that are filed where any of these looks, these included."""
        sought = {block for one in self._load(numbers).values() for block in self._rules.filing(one).sought}
        return {*self._table.in_blocks(sorted(sought)), *numbers}

    def _load(self, numbers: Sequence[int]) -> Mapping[int, Profile]:
        return {row.number: self._rules.decode(row.body) for row in self._table.profiles(numbers)}

    def settle(self) -> set[int]:
        """Resolve what changed; the profiles that belong to another entity than before."""
        moved: set[int] = set()
        taken: set[int] = set()  # an entity that fell apart lies in several closed sets: one of them keeps it
        for closed in closed_sets(self._changed, self._near):
            moved |= self._settle_set(closed, taken)
        self._describe()
        self._changed.clear()
        self._touched.clear()
        self._entities.clear()
        return moved

    def _settle_set(self, closed: Mapping[int, Profile], taken: set[int]) -> set[int]:
        """Cluster a closed set; each cluster keeps the entity of most of its documents."""
        numbers = {profile.key: number for number, profile in closed.items()}
        rows = {row.number: row for row in self._table.profiles(sorted(closed))}
        clusters = self._rules.cluster([closed[number] for number in sorted(closed, key=lambda one: closed[one].key)])
        members = [[rows[numbers[profile.key]] for profile in cluster] for cluster in clusters]
        moved: set[int] = set()
        for cluster, entity in zip(members, inherited([_weights(cluster) for cluster in members], taken), strict=True):
            moved |= self._assign(cluster, self._table.new_entity() if entity is None else entity)
        return moved

    def _assign(self, cluster: Sequence[ProfileRow], entity: int) -> set[int]:
        moved = {row.number for row in cluster if row.entity != entity}
        for row in cluster:
            if row.number in moved:
                self._table.assign(row.number, entity)
                self._entities.update([] if row.entity is None else [row.entity])
        self._touched.update(moved)
        return moved

    def _describe(self) -> None:
        """Write what touched entities are now, and drop those that have nothing left."""
        rows = self._table.profiles(sorted(self._touched))
        self._entities.update(row.entity for row in rows if row.entity is not None)
        members: dict[int, list[ProfileRow]] = {entity: [] for entity in self._entities}
        for row in self._table.profiles(self._table.profiles_of(sorted(self._entities))):
            if row.entity is not None:
                members[row.entity].append(row)
        for entity, profiles in members.items():
            if profiles:
                self._table.save_entity(self._described(entity, profiles))
            else:
                self._table.remove_entity(entity)

    def _described(self, entity: int, profiles: Sequence[ProfileRow]) -> EntityRow:
        first = min(row.earliest for row in profiles).partition(" ")[2]
        return self._rules.describe(entity, first, [(self._rules.decode(row.body), row) for row in profiles])


def _weights(cluster: Sequence[ProfileRow]) -> Mapping[int, int]:
    """How many documents each former entity brings into a cluster."""
    weights: Counter[int] = Counter()
    for row in cluster:
        if row.entity is not None:
            weights[row.entity] += max(row.documents, 1)
    return weights


def inherited(weights: Sequence[Mapping[int, int]], taken: set[int]) -> list[int | None]:
    """Which former row each cluster takes over: the heaviest claims first, no row twice, None for a new one.

    `taken` are the rows that others have taken over already; those given are added.

    Rows mean nothing outside the store, so this decides how much has to be written, never what the record says.

    >>> inherited([{7: 2, 8: 1, 9: 3}, {7: 5}], {9})
    [8, 7]
    """
    claims = [(-weight, row, index) for index, one in enumerate(weights) for row, weight in one.items()]
    given: dict[int, int] = {}
    for _, row, index in sorted(claims):
        if index not in given and row not in taken:
            given[index] = row
            taken.add(row)
    return [given.get(index) for index in range(len(weights))]
