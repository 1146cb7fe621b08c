"""Korean sentence boundaries inside a block, by characters alone."""

from __future__ import annotations

import re

from hoedong.model.span import Span

_OPENING = '"“‘「『《〈(<[【'
_END = re.compile(r"[.?!。…]+[\"”’」』)\]]*(?=\s|$|[가-힣一-鿿\"“‘「『(▲△])|\n+")
_NOT_END = re.compile(r"(?:\b[A-Za-z]|\d|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|Inc|Co|Ltd|No))\.$")
_CLOSERS = {"”": "“", "’": "‘", "」": "「", "』": "『", ")": "(", "】": "【"}


def split_sentences(text: str, block: Span) -> tuple[Span, ...]:
    """Cut a block into sentences; a quotation or bracket is never cut open.

    >>> [tuple(s) for s in split_sentences("만났다.이 자리에는 셋이 있었다.", Span(0, 18))]
    [(0, 4), (4, 18)]
    """
    sentences: list[Span] = []
    start = block.start
    for end in _ends(text, block):
        _append(sentences, text, start, end)
        start = end
    _append(sentences, text, start, block.end)
    return tuple(sentences)


def _ends(text: str, block: Span) -> list[int]:
    ends = []
    depth_at = _Depth(text, block.start)
    for match in _END.finditer(text, block.start, block.end):
        if match.group().startswith("\n") or (not _is_abbreviation(text, match) and depth_at(match.end()) <= 0):
            ends.append(match.end())
    return ends


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    head = text[max(0, match.start() - 6) : match.start() + 1]
    if not _NOT_END.search(head):
        return False
    following = text[match.end() : match.end() + 1]
    return not following or not following.isspace() or not text[match.start() - 1].isdigit()


class _Depth:
    """How many quotations and brackets are open at a rising sequence of offsets."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._at, self._open, self._straight = text, start, 0, False

    def __call__(self, offset: int) -> int:
        for character in self._text[self._at : offset]:
            if character == '"':
                self._straight = not self._straight
            elif character in _CLOSERS:
                self._open = max(0, self._open - 1)
            elif character in _OPENING:
                self._open += 1
        self._at = offset
        return self._open + self._straight


def _append(sentences: list[Span], text: str, start: int, end: int) -> None:
    words = text[start:end]
    left, right = len(words) - len(words.lstrip()), len(words.rstrip())
    if left < right:
        sentences.append(Span(start + left, start + right))
