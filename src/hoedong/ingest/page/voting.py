"""Which blocks are the article: marks of the markup first, then the votes of the extractors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hoedong.ingest.page.alignment import Holding
from hoedong.ingest.page.block import RenderedBlock
from hoedong.ingest.page.voters import SHORTEST_ARTICLE, Opinion
from hoedong.model.document import BlockRole

_MOST = 0.5
_NEAR = 12
_LENIENT = frozenset(("readability",))
"""Keeps whole elements, lists of other articles included."""


def vote(blocks: Sequence[RenderedBlock], opinions: Sequence[Opinion]) -> tuple[RenderedBlock, ...]:
    """The blocks with the roles that marks and votes give.

    A block that any extractor holds is a paragraph. One that none holds is furniture, unless it stands where the
    article may well go on: then the role stays None, for the words of the line to tell. Where the extractors found
    no article at all, they have no say. Nothing is taken away.
    """
    ballot = _Ballot(blocks, opinions)
    if not ballot.is_valid:
        return tuple(blocks)
    return tuple(block.as_role(ballot.role(index)) for index, block in enumerate(blocks))


class _Ballot:
    """The votes on the blocks of one page."""

    def __init__(self, blocks: Sequence[RenderedBlock], opinions: Sequence[Opinion]) -> None:
        self._blocks = blocks
        holdings = [Holding(opinion) for opinion in opinions]
        self._votes = [
            {holding.voter for holding in holdings if holding.holds(block)} if _is_open(block) else set()
            for block in blocks
        ]
        held = [i for i, votes in enumerate(self._votes) if votes or blocks[i].role is BlockRole.PARAGRAPH]
        self.is_valid = sum(len(blocks[index].text) for index in held) >= SHORTEST_ARTICLE
        self._first = next((index for index in held if not blocks[index].is_linked), len(blocks))
        article = [i for i in held if not blocks[i].is_linked]
        self._around = range(article[0] - _NEAR, article[-1] + _NEAR) if article else range(0)
        self._headline = next((i for i, block in enumerate(blocks) if block.role is BlockRole.HEADLINE), None)
        self._neighbours = _containers(blocks, [bool(votes) for votes in self._votes])
        self._lists = _containers(blocks, [block.is_linked for block in blocks])

    def role(self, index: int) -> BlockRole | None:
        """The role of one block."""
        block, votes = self._blocks[index], self._votes[index]
        if block.role is BlockRole.CAPTION and self._is_far(index):
            return BlockRole.FURNITURE
        if not _is_open(block):
            return block.role
        if votes and not (block.is_linked and (votes == _LENIENT or block.container in self._lists)):
            return BlockRole.PARAGRAPH
        return None if not block.is_linked and self._may_go_on(index) else BlockRole.FURNITURE

    def _is_far(self, index: int) -> bool:
        """Whether a caption is that of another article: a link, or far from all that is held."""
        block = self._blocks[index]
        return block.is_linked or not (block.in_body or index in self._around)

    def _may_go_on(self, index: int) -> bool:
        """Whether the article may well go on here: in its body, beside its paragraphs, or under its headline."""
        block = self._blocks[index]
        is_deck = self._headline is not None and self._headline < index < self._first
        return block.in_body or is_deck or block.container in self._neighbours


def _containers(blocks: Sequence[RenderedBlock], counted: Sequence[bool]) -> frozenset[int]:
    """The elements at least half of whose text is in blocks that count."""
    all_, held = Counter[int](), Counter[int]()
    for block, counts in zip(blocks, counted, strict=True):
        all_[block.container] += 0 if block.is_alternative else len(block.text)
        held[block.container] += len(block.text) if counts else 0
    return frozenset(one for one, size in all_.items() if held[one] >= _MOST * size and held[one])


def _is_open(block: RenderedBlock) -> bool:
    """Whether the markup leaves open what a block is."""
    return block.role is None
