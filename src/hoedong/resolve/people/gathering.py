"""A closed set of profiles on the way to its clusters.

Members are numbers, sets of members bit masks: a set of thirty has 435 pairs, and conflicts are asked again whenever
two clusters may join.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from hoedong.resolve.constraints import Constraints
from hoedong.resolve.people.blocking import are_related, blocking_keys
from hoedong.resolve.people.comparison import compare_people
from hoedong.resolve.people.pair import is_part_of
from hoedong.resolve.people.profile import PersonProfile
from hoedong.resolve.people.weights import CONFLICT, SUPPORT


class Gathering:
    """Profiles with what holds between each two of them, and the clusters so far.

    `scores` holds the score of every two that can have to do with each other. `fuller` gives for each member those
    whose name holds more than its own. `conflicts` is the mask of those that evidence forbids to be one with it,
    `parted` of those that a judgement does. `judged_one` are the pairs that judgements join. `clusters` maps the first
    member of each cluster to its mask.
    """

    def __init__(self, profiles: Sequence[PersonProfile], constraints: Constraints) -> None:
        """Weigh every two profiles and join those that a judgement joins."""
        self.profiles = profiles
        self.scores: list[dict[int, float]] = [{} for _ in profiles]
        self.fuller: list[set[int]] = [set() for _ in profiles]
        self.conflicts = [0] * len(profiles)
        self.parted = [0] * len(profiles)
        self.judged_one: list[tuple[int, int]] = []
        self.clusters = {number: 1 << number for number in range(len(profiles))}
        self._cluster_of = list(range(len(profiles)))
        self._weigh()
        self._heed(constraints)

    def _weigh(self) -> None:
        keys = [frozenset(blocking_keys(profile)) for profile in self.profiles]
        for one, other in combinations(range(len(self.profiles)), 2):
            left, right = self.profiles[one], self.profiles[other]
            if keys[one].isdisjoint(keys[other]) or not are_related(left, right):
                _mark(self.conflicts, one, other)
                continue
            score = compare_people(left, right).score
            self.scores[one][other] = self.scores[other][one] = score
            if is_part_of(left, right):
                self.fuller[one].add(other)
            elif is_part_of(right, left):
                self.fuller[other].add(one)
            elif score < CONFLICT:
                _mark(self.conflicts, one, other)

    def _heed(self, constraints: Constraints) -> None:
        """Take in judgements: parted ones never join, joined ones do at once, whatever evidence says."""
        judged = [(number, profile.alone) for number, profile in enumerate(self.profiles) if profile.alone is not None]
        for (one, left), (other, right) in combinations(judged, 2):
            if constraints.must_part(left, right):
                _mark(self.parted, one, other)
        for (one, left), (other, right) in combinations(judged, 2):
            if constraints.must_join(left, right):
                self.judged_one.append((one, other))
                self.join(one, other)
                self._overrule(one, other)

    def _overrule(self, one: int, other: int) -> None:
        """What speaks against a pair that is judged one speaks no more against any that look just like the two.

        A judgement names two appearances, but means the people: the chairman of every other page with them.
        """
        alike = sum(1 << member for member in self._alike(other))
        for member in self._alike(one):
            for conflicting in _numbers(self.conflicts[member] & alike):
                _unmark(self.conflicts, member, conflicting)

    def _alike(self, member: int) -> list[int]:
        """The members with the same name and posts as one, itself among them."""
        name, posts = self.profiles[member].name, self.profiles[member].posts
        return [number for number, other in enumerate(self.profiles) if (other.name, other.posts) == (name, posts)]

    def cluster_of(self, member: int) -> int:
        """The first member of the cluster of a member."""
        return self._cluster_of[member]

    def members(self, cluster: int) -> Iterator[int]:
        """The members of a cluster, in order."""
        return _numbers(self.clusters[cluster])

    def join(self, one: int, other: int) -> None:
        """Make the clusters of two members one."""
        first, second = sorted((self._cluster_of[one], self._cluster_of[other]))
        if first != second:
            for member in self.members(second):
                self._cluster_of[member] = first
            self.clusters[first] |= self.clusters.pop(second)

    def mates_of(self, member: int) -> Iterator[int]:
        """All members of the cluster of a member, itself among them."""
        return self.members(self._cluster_of[member])

    def join_people(self, members: Sequence[int]) -> None:
        """Make one person of all these members, unless a judgement or evidence on any two of them speaks against it.

        That their names have nothing to do with each other does not: a stage name and a real one are judged one.
        """
        if not any(self._disagree(one, other) for one, other in combinations(members, 2)):
            for member in members[1:]:
                self.join(members[0], member)

    def _disagree(self, one: int, other: int) -> bool:
        is_weighed = other in self.scores[one]
        return bool((self.parted[one] | self.conflicts[one] * is_weighed) >> other & 1)

    def is_parted(self, one: int, other: int) -> bool:
        """Whether a judgement parts members of two clusters."""
        return self._meets(self.parted, one, other)

    def is_forbidden(self, one: int, other: int) -> bool:
        """Whether a judgement or evidence parts members of two clusters."""
        return self._meets(self.parted, one, other) or self._meets(self.conflicts, one, other)

    def _meets(self, masks: list[int], one: int, other: int) -> bool:
        theirs = self.clusters[other]
        return any(masks[member] & theirs for member in self.members(one))

    def join_supported(self, among: set[int]) -> None:
        """Join members that evidence supports, best evidence first, never across a conflict."""
        supported = sorted(
            (-score, one, other)
            for one in among
            for other, score in self.scores[one].items()
            if one < other and other in among and score >= SUPPORT
            and other not in self.fuller[one] and one not in self.fuller[other]
        )  # fmt: skip
        for _, one, other in supported:
            first, second = self._cluster_of[one], self._cluster_of[other]
            if first != second and not self.is_forbidden(first, second):
                self.join(one, other)

    def people(self) -> list[tuple[PersonProfile, ...]]:
        """The clusters as profiles."""
        return [tuple(self.profiles[member] for member in self.members(cluster)) for cluster in self.clusters]


def _mark(masks: list[int], one: int, other: int) -> None:
    masks[one] |= 1 << other
    masks[other] |= 1 << one


def _unmark(masks: list[int], one: int, other: int) -> None:
    masks[one] &= ~(1 << other)
    masks[other] &= ~(1 << one)


def _numbers(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
