"""What has to be resolved together: everything that can be reached from a change by things that may interact.

Resolution is a function of a set. Of a closed set (nothing outside it may interact with anything in it) the result does
not depend on the rest of the record, so a document can be added by looking at its neighbourhood alone, and the outcome
is that of resolving everything at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Neighbourhood(Generic[Item]):
    """How to find what may interact: by rows, through blocks that one is filed in and the other looks into.

    `filed_in` gives block and row of everything that is filed in any of these blocks; `sought_by` the blocks that a
    thing looks into. Of two that may interact each looks into a block of the other.
    """

    filed_in: Callable[[Sequence[int]], Iterable[tuple[int, int]]]
    load: Callable[[Sequence[int]], Mapping[int, Item]]
    sought_by: Callable[[Item], Iterable[int]]
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
    blocks: dict[int, list[int]] = field(default_factory=dict)
    parents: dict[int, int] = field(default_factory=dict)  # of what was reached
    tested: set[tuple[int, int]] = field(default_factory=set)
    united: set[int] = field(default_factory=set)  # blocks whose items are all in one set already

    def widen(self, frontier: Sequence[int]) -> list[int]:
        """Look at what is filed where the frontier looks; what is reached for the first time is the next frontier."""
        self._load(frontier)
        known = [number for number in frontier if number in self.items]
        for number in known:
            self.parents.setdefault(number, number)
        sought = {number: tuple(dict.fromkeys(self.near.sought_by(self.items[number]))) for number in known}
        self._open({block for blocks in sought.values() for block in blocks})
        return [mate for number in known for mate in self._reach_from(number, sought[number])]

    def _load(self, numbers: Iterable[int]) -> None:
        wanted = set(numbers) - self.items.keys()
        if wanted:
            self.items.update(self.near.load(sorted(wanted)))

    def _open(self, blocks: set[int]) -> None:
        """Look into blocks, each once."""
        new = sorted(blocks - self.blocks.keys())
        self.blocks.update((block, []) for block in new)
        for block, number in self.near.filed_in(new) if new else ():
            self.blocks[block].append(number)
        self._load(number for block in new for number in self.blocks[block])

    def _reach_from(self, number: int, blocks: Sequence[int]) -> list[int]:
        """What may interact with one item; two that are in one set already need no test."""
        reached = []
        for block in blocks:
            mates = self.blocks[block]
            if block in self.united and self._are_one(number, mates[0]):
                continue
            for mate in mates:
                if self._are_one(number, mate) or not self._may_interact(number, mate):
                    continue
                if mate not in self.parents:
                    self.parents[mate] = mate
                    reached.append(mate)
                self._join(number, mate)
            if self._are_united(mates):
                self.united.add(block)
        return reached

    def _may_interact(self, number: int, mate: int) -> bool:
        """Whether two may interact; each two are asked about once."""
        pair = (number, mate) if number < mate else (mate, number)
        if pair in self.tested:
            return False
        self.tested.add(pair)
        return self.near.may_interact(self.items[number], self.items[mate])

    def _are_one(self, number: int, mate: int) -> bool:
        return mate in self.parents and self._root(mate) == self._root(number)

    def _are_united(self, numbers: Sequence[int]) -> bool:
        roots = {self._root(number) if number in self.parents else None for number in numbers}
        return len(roots) == 1 and None not in roots

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
