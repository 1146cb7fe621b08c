"""The headline and the decks of a page: lines before the article that share their words with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hoedong.ingest.lines import Line
from hoedong.model.span import Span

_STEM = re.compile(r"([^\W\d_]{2})[^\W\d_]*")
_HANJA = re.compile(r"[\u3400-\u9fff]")
_HANJA_STEMS = frozenset(("漢", "字"))
_HEADLINE_MARK = re.compile(r"[…,?!\"'“‘「·↔]")
_FIRST = 2.0
_MOST_SHARED = 3
_READ_AHEAD = 1500
_LONGEST_QUESTION = 60
_LONGEST_HEADLINE = 150


def article_stems(text: str, body_start: int) -> frozenset[str]:
    """The stems of the first 1,500 characters of an article."""
    return stems_of(text, Span(body_start, min(len(text), body_start + _READ_AHEAD)))


def find_headline(text: str, lines: Sequence[Line], head: Sequence[int], stems: frozenset[str]) -> int | None:
    """Index of the headline among `head`, the indices of unnamed lines before the article; None if there is none.

    Words shared with the article, marks of headline style and the first place speak for a line; one word alone speaks
    against it.
    """

    def merit(index: int) -> float:
        return _merit(text, lines[index].span, stems) + (_FIRST if index == head[0] else 0)

    return max(head, key=merit, default=None)


def _merit(text: str, span: Span, stems: frozenset[str]) -> float:
    words = text[span.start : span.end]
    merit = float(min(_MOST_SHARED, shared_stems(text, span, stems)))
    merit += 1 if _HEADLINE_MARK.search(words) else 0
    return merit if " " in words else merit - _FIRST


def stems_of(text: str, span: Span) -> frozenset[str]:
    """The first two characters of every word of a stretch: "회장은" and "회장이" share 회장.

    Words in Hanja stand for two stems of their own, the same for all: an article that writes some names in Hanja
    has its headline in Hanja, with few words the same.
    """
    stems = frozenset(_STEM.findall(text, span.start, span.end))
    return stems | _HANJA_STEMS if _HANJA.search(text, span.start, span.end) else stems


def shared_stems(text: str, span: Span, stems: frozenset[str]) -> int:
    """How many different stems of a line stand in the article."""
    return len(stems_of(text, span) & stems)


def may_be_headline(text: str, line: Line) -> bool:
    """Whether a line may be a headline: no sentence, or a short question or exclamation."""
    length = len(line.span)
    if line.before is not None or length > _LONGEST_HEADLINE:
        return False
    if line.kind in ("plain", "headline"):
        return True
    return line.kind == "prose" and length <= _LONGEST_QUESTION and text[line.span.end - 1] in "?!…"
