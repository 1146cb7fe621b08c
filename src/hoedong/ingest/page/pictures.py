"""Texts in place of pictures: kept as captions where the page says nothing else of the picture."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.ingest.page.alignment import Holding
from hoedong.ingest.page.block import RenderedBlock, bare
from hoedong.ingest.page.voters import Opinion
from hoedong.model.document import BlockRole

_NEAR = 20
_BESIDE = 3


def without_idle_alternatives(blocks: Sequence[RenderedBlock], title: str | None) -> tuple[RenderedBlock, ...]:
    """The blocks without the alternative texts that say nothing of the article, or nothing new."""
    said = Holding(Opinion("page", (*(block.text for block in blocks if not block.is_alternative), title or "")))
    article = _article(blocks)
    told: set[str] = set()
    kept = []
    for index, block in enumerate(blocks):
        if block.is_alternative:
            is_of_article = block.in_body or index in article
            if not is_of_article or bare(block.text) in told or said.holds(block) or _has_caption(blocks, index):
                continue
            told.add(bare(block.text))
        kept.append(block)
    return tuple(kept)


def _article(blocks: Sequence[RenderedBlock]) -> range:
    """From a little above the first paragraph to a little below the last."""
    paragraphs = [index for index, block in enumerate(blocks) if block.role is BlockRole.PARAGRAPH]
    return range(paragraphs[0] - _BESIDE, paragraphs[-1] + _BESIDE) if paragraphs else range(0)


def _has_caption(blocks: Sequence[RenderedBlock], index: int) -> bool:
    """Whether a caption that is seen stands in the same figure, or right below a picture outside of any."""
    block = blocks[index]
    if block.figure < 0:
        below = blocks[index + 1 : index + 2]
        return any(_is_seen_caption(other) and other.pictures == block.pictures for other in below)
    near = blocks[max(0, index - _NEAR) : index + _NEAR]
    return any(_is_seen_caption(other) and other.figure == block.figure for other in near)


def _is_seen_caption(block: RenderedBlock) -> bool:
    return block.role is BlockRole.CAPTION and not block.is_alternative
