"""All marks of one article: each stretch of words once, with everything that it belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from hoedong.http.pages.marked_text import Mark, Segment, marked_text, piece_ids
from hoedong.model.document import Block, Document
from hoedong.model.span import Span

_Key = tuple[str, Span]


class MarkBook:
    """Takes marks in, then cuts the text of each block; facts ask for the ids of their marks."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [block.span.start for block in document.blocks]
        self._encounters: dict[_Key, dict[str, None]] = {}
        self._refs: dict[_Key, dict[str, None]] = {}
        self._pieces: dict[_Key, tuple[str, ...]] = {}

    def add(self, kind: str, spans: Iterable[Span], encounter: str | None = None, ref: str | None = None) -> None:
        """Mark words; what runs over several blocks is marked in each."""
        for span in spans:
            for part in self._by_block(span):
                encounters = self._encounters.setdefault((kind, part), {})
                refs = self._refs.setdefault((kind, part), {})
                encounters.update({encounter: None} if encounter else {})
                refs.update({ref: None} if ref else {})

    def _by_block(self, span: Span) -> Iterator[Span]:
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        for block in self._document.blocks[index:]:
            if block.span.start >= span.end:
                break
            start, end = max(span.start, block.span.start), min(span.end, block.span.end)
            if start < end:
                yield Span(start, end)

    def cut(self) -> tuple[tuple[Block, tuple[Segment, ...]], ...]:
        """Every block with its text in segments."""
        keys = sorted(self._encounters, key=lambda key: (key[1].start, -key[1].end, key[0]))
        marks = {f"m{number}": key for number, key in enumerate(keys, 1)}
        by_block: dict[int, list[Mark]] = {}
        for id_, (kind, span) in marks.items():
            at = bisect_right(self._starts, span.start) - 1
            by_block.setdefault(at, []).append(self._mark(id_, (kind, span)))
        cut: list[tuple[Block, tuple[Segment, ...]]] = []
        for number, block in enumerate(self._document.blocks):
            segments = marked_text(self._document.text, block.span, by_block.get(number, ()))
            self._pieces.update((marks[id_], pieces) for id_, pieces in piece_ids(segments).items())
            cut.append((block, segments))
        return tuple(cut)

    def _mark(self, id_: str, key: _Key) -> Mark:
        kind, span = key
        return Mark(id_, kind, span, tuple(self._encounters[key]), " ".join(self._refs[key]))

    def ids(self, kind: str, spans: Sequence[Span]) -> tuple[str, ...]:
        """The ids on the page of the marks on these words, after the text was cut."""
        parts = [part for span in spans for part in self._by_block(span)]
        return tuple(dict.fromkeys(id_ for part in parts for id_ in self._pieces.get((kind, part), ())))
