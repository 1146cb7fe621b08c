"""The one headline among the lines that the markup offers, and the articles of a page that are not the one."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.ingest.page.block import RenderedBlock, bare
from hoedong.model.document import BlockRole

_LONGEST_NAME = 4
_SHORTEST_TITLE = 6
_SHORTEST_ARTICLE = 150
_LIKE_TITLE = 0.6


def settle_headline(blocks: Sequence[RenderedBlock], title: str | None) -> tuple[RenderedBlock, ...]:
    """The blocks with one headline at most: the line that is the title of the page, however it is marked.

    Many sites set their own name as h1, mobile pages set the headline in a div, and lists of other articles bear the
    class `headline` too. Other lines so marked lose the mark; short ones that share no word with the title, such as
    the name of the site, are furniture.
    """
    chosen = _headline(blocks, title)
    return tuple(
        block.as_role(BlockRole.HEADLINE if index == chosen else _demoted(block, title))
        if index == chosen or block.role is BlockRole.HEADLINE
        else block
        for index, block in enumerate(blocks)
    )


def _headline(blocks: Sequence[RenderedBlock], title: str | None) -> int | None:
    marked = [index for index, block in enumerate(blocks) if block.role is BlockRole.HEADLINE]
    if title is None:
        return marked[0] if marked else None
    best = max(marked, key=lambda index: (_likeness(blocks[index].text, title), -index), default=None)
    if best is not None and set(blocks[best].text.split()) & set(title.split()):
        return best
    equal = (i for i, block in enumerate(blocks) if block.role is None and not block.is_linked)
    return next((i for i in equal if _likeness(blocks[i].text, title) >= _LIKE_TITLE), None)


def _likeness(text: str, title: str) -> float:
    """How much of a title a line is, 0 to 1; the title of a page often goes on with the name of the outlet."""
    line, whole = bare(text), bare(title)
    if len(line) < _SHORTEST_TITLE or not whole:
        return 0.0
    if line in whole or whole in line:
        return min(len(line), len(whole)) / max(len(line), len(whole))
    words = set(text.split())
    return len(words & set(title.split())) / (2 * len(words)) if words else 0.0


def _demoted(block: RenderedBlock, title: str | None) -> BlockRole | None:
    if title is None or set(block.text.split()) & set(title.split()):
        return None
    return BlockRole.FURNITURE if len(block.text.split()) < _LONGEST_NAME else None


def without_other_articles(blocks: Sequence[RenderedBlock]) -> tuple[RenderedBlock, ...]:
    """The blocks of a page that shows one article below the other: all but that of the headline are furniture.

    A headline in an article element of its own, without the article, tells nothing of the others.
    """
    own = next((block.unit for block in blocks if block.role is BlockRole.HEADLINE), -1)
    text = sum(len(block.text) for block in blocks if block.unit == own and block.role is None)
    if own < 0 or text < _SHORTEST_ARTICLE:
        return tuple(blocks)
    return tuple(
        block.as_role(BlockRole.FURNITURE) if block.unit >= 0 and block.unit != own else block for block in blocks
    )
