"""Quotations and brackets of a block: the stretches that a sentence boundary must not cut."""

from __future__ import annotations

import re

from hoedong.model.span import Span

_CLOSERS = {"”": "“", "’": "‘", "」": "「", "』": "『", ")": "(", "]": "[", "】": "【", "》": "《", "〉": "〈"}
_OPENERS = frozenset(_CLOSERS.values())
_MARK = re.compile("[\"'" + re.escape("".join(_CLOSERS) + "".join(sorted(_OPENERS))) + "]")
_LONGEST_BRACKET = 400
_BRACKETS = frozenset("([【〈")


def enclosed_ranges(text: str, block: Span) -> tuple[Span, ...]:
    """The outermost quotations and brackets of a block with their marks, in order; marks without a partner count not.

    >>> [tuple(s) for s in enclosed_ranges('그는 "만났다. 좋았다."고 했다. 6" 화면', Span(0, 26))]
    [(3, 14)]
    """
    found: list[Span] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, block.start, block.end):
        opener = _opener_of(text, match.start(), block, stack)
        if opener is None:
            stack.append((match.group(), match.start()))
        elif opener >= 0:
            found.append(Span(stack[opener][1], match.end()))
            del stack[opener:]
    return _outermost(found)


def _opener_of(text: str, at: int, block: Span, stack: list[tuple[str, int]]) -> int | None:
    """Index in the stack of the mark that this one closes; None if it opens, -1 if it does neither."""
    mark = text[at]
    if mark in "\"'":
        return _straight(text, at, block, stack)
    if mark in _OPENERS:
        return None
    wanted = _CLOSERS[mark]
    for index in range(len(stack) - 1, max(-1, len(stack) - 5), -1):
        if stack[index][0] == wanted:
            too_far = wanted in _BRACKETS and at - stack[index][1] > _LONGEST_BRACKET
            return -1 if too_far else index
    return -1


def _straight(text: str, at: int, block: Span, stack: list[tuple[str, int]]) -> int | None:
    """A straight mark opens after a space or bracket and before a word, and closes an open one after a word."""
    mark = text[at]
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    may_open = not before.isalnum() and before not in ".?!…%)" and not after.isspace()
    may_close = not before.isspace() and not (mark == "'" and after.isascii() and after.isalpha())
    for index in range(len(stack) - 1, max(-1, len(stack) - 5), -1):
        if stack[index][0] == mark:
            if may_close:
                return index
            del stack[index:]
            return None if may_open else -1
    return None if may_open else -1


def _outermost(found: list[Span]) -> tuple[Span, ...]:
    outer: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not outer or span.start >= outer[-1].end:
            outer.append(span)
    return tuple(outer)
