"""Where known names stand in a text: by search for each, since compiling one pattern a page takes longer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator

from hoedong.model.span import Span

_FEW = 200
"""Up to so many names each is searched for by itself; with more the text is gone through once for all."""


class Occurrences:
    """Every place of some names in one text."""

    def __init__(self, text: str, names: Collection[str]) -> None:
        """Search the text once."""
        found = _few(text, names) if len(names) <= _FEW else _many(text, names)
        self._places = sorted(found)

    def within(self, stretch: Span) -> Iterator[tuple[int, str]]:
        """Each place with its name, in text order; the longest where several begin, and none in another.

        >>> list(Occurrences("가나와 가나다", ["가나", "가나다"]).within(Span(0, 7)))
        [(0, '가나'), (4, '가나다')]
        """
        reached, end = stretch.start, stretch.end
        for number in range(bisect_left(self._places, (reached,)), len(self._places)):
            at, size, name = self._places[number]
            if at >= end:
                return
            if at >= reached and at - size <= end:
                yield at, name
                reached = at - size

    def is_any_within(self, stretch: Span) -> bool:
        """Whether some name stands there."""
        return next(self.within(stretch), None) is not None


_Place = tuple[int, int, str]
"""Start, length as a negative number so that the longest comes first, and name."""


def _few(text: str, names: Collection[str]) -> Iterator[_Place]:
    for name in names:
        at = text.find(name)
        while at >= 0:
            yield at, -len(name), name
            at = text.find(name, at + 1)


def _many(text: str, names: Collection[str]) -> Iterator[_Place]:
    sizes: dict[str, set[int]] = {}
    for name in names:
        sizes.setdefault(name[:2], set()).add(len(name))
    known = frozenset(names)
    for at in range(len(text)):
        for size in sizes.get(text[at : at + 2], ()):
            if at + size <= len(text) and text[at : at + size] in known:
                yield at, -size, text[at : at + size]
