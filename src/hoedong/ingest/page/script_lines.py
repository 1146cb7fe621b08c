"""The lines of an article in a script, put where the page would show them: only those that the page itself lacks."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.ingest.page.block import RenderedBlock, bare
from hoedong.ingest.page.script_article import ScriptArticle
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import BlockRole

_ENOUGH = 0.8
_PIECE = 24


def with_script_lines(
    blocks: Sequence[RenderedBlock], article: ScriptArticle | None
) -> tuple[tuple[RenderedBlock, ...], tuple[Diagnostic, ...]]:
    """The blocks of a page, with the lines of a script where the page lacks its body; a diagnostic says so.

    Where the page shows four fifths of the body, nothing is put in. The lines stand below the last line of the
    article that the page does show, else below its headline, else on top.
    """
    if article is None:
        return tuple(blocks), ()
    shown = _Shown(blocks)
    body = [line for line in article.lines if line.role is BlockRole.PARAGRAPH]
    size = sum(len(line.text) for line in body)
    if sum(len(line.text) for line in body if shown.holds(line)) >= _ENOUGH * size:
        return tuple(blocks), ()
    lacking = tuple(line for line in article.lines if not shown.holds(line))
    at = _place(blocks, article)
    message = f"the article stands in a script of the page ({article.place}), not on it"
    return (*blocks[:at], *lacking, *blocks[at:]), (Diagnostic("page.from-script", message),)


class _Shown:
    """What a page shows, to be asked for lines of a script."""

    def __init__(self, blocks: Sequence[RenderedBlock]) -> None:
        texts = [bare(block.text) for block in blocks]
        self._lines = frozenset(texts)
        self._pieces = frozenset(
            text[at : at + _PIECE] for text in texts for at in range(max(0, len(text) - _PIECE + 1))
        )

    def holds(self, line: RenderedBlock) -> bool:
        """Whether the page shows a line, perhaps cut in other places."""
        text = bare(line.text)
        pieces = [text[at : at + _PIECE] for at in range(0, len(text) - _PIECE + 1, _PIECE)]
        return text in self._lines or (
            bool(pieces) and sum(piece in self._pieces for piece in pieces) > len(pieces) / 2
        )


def _place(blocks: Sequence[RenderedBlock], article: ScriptArticle) -> int:
    lines = _Shown(article.lines)
    shown = [i for i, block in enumerate(blocks) if block.role is not BlockRole.FURNITURE and lines.holds(block)]
    return shown[-1] + 1 if shown else 0
