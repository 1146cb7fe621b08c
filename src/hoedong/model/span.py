"""Stand-off positions: every derived value points into the one frozen text of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar


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


class Placed(Protocol):
    """Anything that stands at one place of a text: a mention, a time, a subject."""

    @property
    def span(self) -> Span:
        """Where it stands."""


P = TypeVar("P", bound=Placed)


def starting_in(items: Sequence[P], span: Span) -> Sequence[P]:
    """The items that begin inside a span; `items` are in text order, and are searched by halves."""
    first = bisect_left(items, span.start, key=_start_of)
    return items[first : bisect_left(items, span.end, lo=first, key=_start_of)]


def _start_of(item: Placed) -> int:
    return item.span.start
