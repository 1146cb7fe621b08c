"""Texts in place of pictures: kept as captions where the page says nothing else of the picture."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.ingest.page.alignment import Holding
from hoedong.ingest.page.block import RenderedBlock, bare
from hoedong.ingest.page.voters import Opinion
from hoedong.model.document import BlockRole

_NEAR = 20


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
    """Whether a caption that is seen stands in the same figure, or right below a picture outside of any."""
    block = blocks[index]
    if block.figure < 0:
        return any(
            _is_seen_caption(below) and below.container == block.container for below in blocks[index + 1 : index + 2]
        )
    near = blocks[max(0, index - _NEAR) : index + _NEAR]
    return any(_is_seen_caption(other) and other.figure == block.figure for other in near)


def _is_seen_caption(block: RenderedBlock) -> bool:
    return block.role is BlockRole.CAPTION and not block.is_alternative


def _repeats(block: RenderedBlock, said: Holding, before: Sequence[RenderedBlock]) -> bool:
    """Whether the text is told on the page in other lines, or by another picture close above."""
    text = bare(block.text)
    return said.holds(block) or any(bare(other.text) == text for other in before[-50:] if other.is_alternative)
