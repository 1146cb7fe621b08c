"""Marks in running text: spans that cross one another are cut, so that marks nest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from hoedong.model.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to mark.

    `kind` is the class that tells what it is: s the sentence of an encounter, p a person, o an organisation, l a place,
    d a date, k a topic, q a quotation, c a countable claim. `id` is unique on the page. `encounters` are the encounters
    that the words belong to, `ref` the one thing that they name, empty where there is none.
    """

    id: str
    kind: str
    span: Span
    encounters: tuple[str, ...] = ()
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a mark, which has several where a longer mark crosses it; the first bears the id of the mark."""

    mark: Mark
    part: int

    @property
    def id(self) -> str:
        """Unique on the page."""
        return self.mark.id if self.part == 1 else f"{self.mark.id}-{self.part}"


@dataclass(frozen=True, slots=True)
class Segment:
    """Words under the same marks, the outermost first."""

    words: str
    pieces: tuple[Piece, ...]


def marked_text(text: str, within: Span, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cut a stretch of text into segments; neighbours share the pieces that cover both.

    Longer marks go outside shorter ones, so that only what truly crosses is cut. Marks are clipped to the stretch; what
    of them is empty then is left out.
    """
    inside = sorted(filter(None, (_clipped(mark, within) for mark in marks)), key=_outermost_first)
    borders = sorted({within.start, within.end, *(border for mark in inside for border in mark.span)})
    segments: list[Segment] = []
    parts: dict[str, int] = {}
    before: tuple[Piece, ...] = ()
    for start, end in pairwise(borders):
        over = [mark for mark in inside if mark.span.start <= start and end <= mark.span.end]
        before = _continued(before, over, parts)
        segments.append(Segment(text[start:end], before))
    return tuple(segments)


def _clipped(mark: Mark, within: Span) -> Mark | None:
    start, end = max(mark.span.start, within.start), min(mark.span.end, within.end)
    return Mark(mark.id, mark.kind, Span(start, end), mark.encounters, mark.ref) if start < end else None


def _outermost_first(mark: Mark) -> tuple[int, int, str, str]:
    return -len(mark.span), mark.span.start, mark.kind, mark.id


def _continued(before: Sequence[Piece], over: Sequence[Mark], parts: dict[str, int]) -> tuple[Piece, ...]:
    """The pieces over the next segment: those that go on as long as nothing outside them ends or begins."""
    pieces: list[Piece] = []
    is_going_on = True
    for depth, mark in enumerate(over):
        is_going_on = is_going_on and depth < len(before) and before[depth].mark == mark
        if not is_going_on:
            parts[mark.id] = parts.get(mark.id, 0) + 1
        pieces.append(Piece(mark, parts[mark.id]))
    return tuple(pieces)


def piece_ids(segments: Iterable[Segment]) -> dict[str, tuple[str, ...]]:
    """The ids of the pieces of every mark."""
    found: dict[str, dict[str, None]] = {}
    for segment in segments:
        for piece in segment.pieces:
            found.setdefault(piece.mark.id, {})[piece.id] = None
    return {mark: tuple(ids) for mark, ids in found.items()}


def mark_html(segments: Iterable[Segment]) -> Markup:
    """Segments as nested `mark` elements; the words are escaped."""
    return Markup("").join(_elements(segments))


def _elements(segments: Iterable[Segment]) -> Iterator[Markup]:
    open_: tuple[Piece, ...] = ()
    for segment in segments:
        shared = _shared(open_, segment.pieces)
        yield Markup("</mark>") * (len(open_) - shared)
        yield from (_opening(piece) for piece in segment.pieces[shared:])
        yield escape(segment.words)
        open_ = segment.pieces
    yield Markup("</mark>") * len(open_)


def _shared(one: Sequence[Piece], other: Sequence[Piece]) -> int:
    """How many pieces, from the outermost on, are the same."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


def _opening(piece: Piece) -> Markup:
    mark = piece.mark
    return Markup('<mark class="{}" id="{}" data-enc="{}" data-ref="{}">').format(
        mark.kind, piece.id, " ".join(mark.encounters), mark.ref
    )
