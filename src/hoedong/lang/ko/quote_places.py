"""Each quotation of a document with the sentence it stands in and its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoedong.lang.ko.quote_marks import Quoted, find_quoted
from hoedong.model.analysis import Sentence
from hoedong.model.document import BlockRole, Document
from hoedong.model.span import Span

_HEADLINES = (BlockRole.HEADLINE, BlockRole.SUBHEADING)


@dataclass(frozen=True, slots=True)
class PlacedQuote:
    """One quotation in its sentence (`index`) and block; in a headline the whole line counts as the sentence.

    `previous_end` is where the quotation before it ends, or the sentence begins; `next_start` is where the next one
    begins, or the sentence ends.
    """

    quoted: Quoted
    index: int
    block: int
    sentence: Span
    previous_end: int
    next_start: int


def place_quotes(document: Document, sentences: Sequence[Sentence]) -> Iterator[PlacedQuote]:
    """Place every quotation of the blocks that are read, in text order; one inside another comes after it."""
    index = 0
    for number, block in enumerate(document.blocks):
        if block.role.is_read:
            for quoted, previous, following in _with_neighbours(find_quoted(document.text, block.span), block.span):
                while index < len(sentences) and sentences[index].span.end <= quoted.outer.start:
                    index += 1
                if index < len(sentences) and sentences[index].block == number:
                    whole = block.span if block.role in _HEADLINES else sentences[index].span
                    yield PlacedQuote(
                        quoted, index, number, whole, max(previous, whole.start), min(following, whole.end)
                    )


def is_headline(document: Document, block: int) -> bool:
    """Whether a block is a headline or subheading."""
    return document.blocks[block].role in _HEADLINES


def _with_neighbours(found: Sequence[Quoted], block: Span) -> Iterator[tuple[Quoted, int, int]]:
    """Each quotation with the end of the one before and the start of the one after, both in double marks.

    One in single marks inside double ones has the inside of those as its bounds.
    """
    outer = [quoted for quoted in found if not quoted.single]
    starts = [quoted.outer.start for quoted in outer]
    for quoted in found:
        at = bisect_left(starts, quoted.outer.start)
        before = outer[at - 1] if at else None
        if quoted.single and before is not None and quoted.outer in before.inner:
            yield quoted, before.inner.start, before.inner.end
            continue
        after = at if quoted.single else at + 1
        following = starts[after] if after < len(starts) else block.end
        yield quoted, before.outer.end if before else block.start, following
