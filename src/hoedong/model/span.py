"""Stand-off positions: every derived value points into the one frozen text of a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range of Unicode code points in `Document.text`.

    >>> "이 회장은 만났다"[slice(*Span(0, 4))]
    '이 회장'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """The range from `start` up to, without, `end`."""
        _set_start(self, start)
        _set_end(self, end)

    def __iter__(self) -> Iterator[int]:
        """Unpack as `start, end`."""
        yield self.start
        yield self.end

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def __contains__(self, other: Span | int) -> bool:
        """Whether an offset, or a whole other span, lies inside."""
        if isinstance(other, int):
            return self.start <= other < self.end
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shift(self, offset: int) -> Span:
        """The same range, `offset` code points further on."""
        return Span(self.start + offset, self.end + offset)


# A reading makes spans by the thousand: their slots are set directly, at 60% of the time that the
# constructor of a frozen dataclass takes.
_set_start, _set_end = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__
