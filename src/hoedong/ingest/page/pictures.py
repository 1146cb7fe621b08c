"""Texts in place of pictures: kept as captions where the page says nothing else of the picture."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.ingest.page.alignment import Holding
from hoedong.ingest.page.block import RenderedBlock, bare
from hoedong.ingest.page.voters import Opinion
from hoedong.model.document import BlockRole

_NEAR = 2


def without_idle_alternatives(blocks: Sequence[RenderedBlock], title: str | None) -> tuple[RenderedBlock, ...]:
    """The blocks without the alternative texts that say nothing new: beside a caption, repeated, or a title."""
    shown = [block.text for block in blocks if not block.is_alternative]
    said = Holding(Opinion("page", (*shown, title or "")))
    return tuple(
        block
        for index, block in enumerate(blocks)
        if not block.is_alternative or not (_has_caption(blocks, index) or _repeats(block, said, blocks[:index]))
    )


def _has_caption(blocks: Sequence[RenderedBlock], index: int) -> bool:
    """Whether a caption that is seen stands beside an alternative text."""
    near = blocks[max(0, index - _NEAR) : index + _NEAR + 1]
    return any(block.role is BlockRole.CAPTION and not block.is_alternative for block in near)


def _repeats(block: RenderedBlock, said: Holding, before: Sequence[RenderedBlock]) -> bool:
    """Whether the text is told on the page in other lines, or by another picture close above."""
    text = bare(block.text)
    return said.holds(block) or any(bare(other.text) == text for other in before[-50:] if other.is_alternative)
