"""Where known names stand in a text: by search for each, since compiling one pattern a page takes longer."""

from __future__ import annotations

from collections.abc import Collection, Iterator

_FEW = 200
"""Up to so many names each is searched for by itself; with more the text is gone through once, whatever their number."""


def all_occurrences(text: str, names: Collection[str], start: int, end: int) -> list[tuple[int, int, str]]:
    """Each place of each name between two offsets: start, length as a negative number, name; in text order.

    >>> all_occurrences("가나와 가나다", ["가나", "가나다"], 0, 7)
    [(0, -2, '가나'), (4, -3, '가나다'), (4, -2, '가나')]
    """
    found = _few(text, names, start, end) if len(names) <= _FEW else _many(text, names, start, end)
    return sorted(found)


def occurrences(text: str, names: Collection[str], start: int, end: int) -> Iterator[tuple[int, str]]:
    """Each place of a name with the name, in text order; the longest where several begin, and none in another."""
    reached = start
    for at, size, name in all_occurrences(text, names, start, end):
        if at >= reached:
            yield at, name
            reached = at - size


def _few(text: str, names: Collection[str], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for name in names:
        at = text.find(name, start, end)
        while at >= 0:
            yield at, -len(name), name
            at = text.find(name, at + 1, end)


def _many(text: str, names: Collection[str], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    sizes: dict[str, set[int]] = {}
    for name in names:
        sizes.setdefault(name[:2], set()).add(len(name))
    known = frozenset(names)
    for at in range(start, end):
        for size in sizes.get(text[at : at + 2], ()):
            if at + size <= end and text[at : at + size] in known:
                yield at, -size, text[at : at + size]
