"""Sets of profiles that are closed: no member of one can change what becomes of a member of another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from hoedong.resolve.constraints import Constraints


class Profile(Protocol):
    """What every profile has: a key, and the one appearance that it stands for where it stands for one alone."""

    @property
    def key(self) -> str:
        """The key, derived from what the profile says."""

    @property
    def alone(self) -> str | None:
        """The id of the one appearance, None where the profile stands for all that look so."""


P = TypeVar("P", bound=Profile)


def closed_sets(
    profiles: Sequence[P],
    keys: Callable[[P], Iterable[str]],
    may_interact: Callable[[P, P], bool],
    constraints: Constraints,
) -> list[list[P]]:
    """The profiles in closed sets, in the order given.

    Two are in one set that share a key and may interact, or that a judgement names together.
    """
    sets = _Sets(len(profiles))
    numbers = {profile.alone: number for number, profile in enumerate(profiles) if profile.alone is not None}
    blocks: dict[str, list[int]] = {}
    for number, profile in enumerate(profiles):
        for partner in constraints.partners(profile.alone) if profile.alone is not None else ():
            if partner in numbers:
                sets.unite(number, numbers[partner])
        for block in (blocks.setdefault(key, []) for key in keys(profile)):
            for mate in block:
                if not sets.are_one(mate, number) and may_interact(profiles[mate], profile):
                    sets.unite(mate, number)
            block.append(number)
    found: dict[int, list[P]] = {}
    for number, profile in enumerate(profiles):
        found.setdefault(sets.first_of(number), []).append(profile)
    return list(found.values())


class _Sets:
    """Disjoint sets of numbers, each known by its smallest."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def first_of(self, number: int) -> int:
        """The smallest number of the set."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def are_one(self, one: int, other: int) -> bool:
        """Whether two numbers are in one set."""
        return self.first_of(one) == self.first_of(other)

    def unite(self, one: int, other: int) -> None:
        """Make the sets of two numbers one."""
        first, second = sorted((self.first_of(one), self.first_of(other)))
        self._parent[second] = first
