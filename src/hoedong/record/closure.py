"""What has to be resolved together: everything that can be reached from a change by things that may interact.

Resolution is a function of a set. Of a closed set (nothing outside it may interact with anything in it) the result does
not depend on the rest of the record, so a document can be added by looking at its neighbourhood alone, and the outcome
is that of resolving everything at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Neighbourhood(Generic[Item]):
    """How to find what may interact: by rows, through blocks that one is in and the other looks into; then both do."""

    mates_of: Callable[[Sequence[int]], Iterable[int]]
    load: Callable[[Sequence[int]], Mapping[int, Item]]
    blocks_of: Callable[[Item], Iterable[Hashable]]
    sought_by: Callable[[Item], Iterable[Hashable]]
    may_interact: Callable[[Item, Item], bool]


def closed_sets(seeds: Iterable[int], near: Neighbourhood[Item]) -> list[dict[int, Item]]:
    """The closed sets that hold the seeds, each with its items by row; rows that are gone are passed over."""
    search = _Search(near)
    frontier = sorted(set(seeds))
    while frontier:
        frontier = search.widen(frontier)
    return search.sets()


@dataclass(slots=True)
class _Search(Generic[Item]):
    near: Neighbourhood[Item]
    items: dict[int, Item] = field(default_factory=dict)
    blocks: dict[Hashable, list[int]] = field(default_factory=lambda: defaultdict(list))
    parents: dict[int, int] = field(default_factory=dict)  # of what was reached
    tested: set[tuple[int, int]] = field(default_factory=set)

    def widen(self, frontier: Sequence[int]) -> list[int]:
        """Look at what shares a block with the frontier; what was reached for the first time is the next frontier."""
        wanted = (set(self.near.mates_of(frontier)) | set(frontier)) - self.items.keys()
        self._take_in(self.near.load(sorted(wanted)))
        for number in frontier:
            if number in self.items:
                self.parents.setdefault(number, number)
        return [mate for number in frontier if number in self.items for mate in self._reach_from(number)]

    def _take_in(self, items: Mapping[int, Item]) -> None:
        for number, item in items.items():
            self.items[number] = item
            for block in dict.fromkeys(self.near.blocks_of(item)):
                self.blocks[block].append(number)

    def _reach_from(self, number: int) -> list[int]:
        reached = []
        for block in dict.fromkeys(self.near.sought_by(self.items[number])):
            for mate in self.blocks.get(block, ()):
                pair = (number, mate) if number < mate else (mate, number)
                if mate == number or pair in self.tested:
                    continue
                self.tested.add(pair)
                if self.near.may_interact(self.items[number], self.items[mate]):
                    if mate not in self.parents:
                        self.parents[mate] = mate
                        reached.append(mate)
                    self._join(number, mate)
        return reached

    def _root(self, number: int) -> int:
        while self.parents[number] != number:
            self.parents[number] = self.parents[self.parents[number]]
            number = self.parents[number]
        return number

    def _join(self, one: int, other: int) -> None:
        self.parents[self._root(one)] = self._root(other)

    def sets(self) -> list[dict[int, Item]]:
        found: dict[int, dict[int, Item]] = defaultdict(dict)
        for number in sorted(self.parents):
            found[self._root(number)][number] = self.items[number]
        return list(found.values())
