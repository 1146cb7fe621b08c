"""Lines that a printed page broke, joined to paragraphs again: no character but white space is lost or added.

A line runs on where the next word would not have fitted into it; one that ends with room to spare ends a paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_ITEM = re.compile(r"\s*(?:[□ㅇ○◦●·•▪■◆◇▲△▶▷※★*\-–—<【\[(☎①-⑳]|\d{1,2}[.)]\s|[가-하][.)]\s)")
"""What opens a line of its own in press releases: a bullet, a number, a bracket."""
_PAGE_NUMBER = re.compile(r"[-–—\s]*\d{1,4}[-–—\s]*(?:/\s*\d{1,4}\s*)?")
_LIKE_OTHERS = 0.92
_ENOUGH = 3
_HALF_A_SYLLABLE = 3
"""Columns that a line broken within words leaves free at most: a syllable and a narrow mark."""


@dataclass(frozen=True, slots=True)
class _Row:
    words: str
    width: int
    margin: int
    """Columns that a full line of its page has."""


def reflowed(pages: Sequence[Sequence[str]]) -> list[str]:
    """The paragraphs of a document by its pages of lines; a number at the foot of a page stands behind its paragraph.

    >>> reflowed([["나가람 회장은 도하나 대표를", "만났다.", "끝."]])
    ['나가람 회장은 도하나 대표를 만났다.', '끝.']
    """
    rows = [row for page in pages for row in _rows(page)]
    numbers = [row for row in rows if _PAGE_NUMBER.fullmatch(row.words)]
    body = [row for row in rows if not _PAGE_NUMBER.fullmatch(row.words)] if len(numbers) < len(rows) else rows
    return _paragraphs(rows, body, within_words=_breaks_within_words(body))


def _rows(page: Sequence[str]) -> list[_Row]:
    lines = [line for line in page if line.strip()]
    widths = [_width(line.rstrip()) for line in lines]
    margin = _margin(widths)
    return [_Row(line, width, margin) for line, width in zip(lines, widths, strict=True)]


def _width(words: str) -> int:
    """Columns: a syllable of Hangul is as wide as two Latin letters."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in words)


def _margin(widths: Sequence[int]) -> int:
    """The width of a full line: the greatest that three lines have about alike, or else the greatest."""
    ordered = sorted(widths, reverse=True)
    alike = zip(ordered, ordered[_ENOUGH - 1 :], strict=False)
    return next((most for most, least in alike if least >= _LIKE_OTHERS * most), max(ordered, default=0))


def _runs_on(row: _Row, after: _Row) -> bool:
    """Whether the line went on below for want of room."""
    if _ITEM.match(after.words):
        return False
    first = after.words.split(maxsplit=1)[0]
    return row.width + 1 + _width(first) > row.margin


def _breaks_within_words(rows: Sequence[_Row]) -> bool:
    """Whether the lines of a document are broken anywhere in a Korean word.

    Then those that end with a word keep its blank, or else all are equally full.
    """
    going_on = [row for row, after in pairwise(rows) if _runs_on(row, after)]
    if any(row.words[-1].isspace() for row in going_on):
        return True
    full = all(row.width + _HALF_A_SYLLABLE >= row.margin for row in going_on)
    return full and len(going_on) >= _ENOUGH


def _paragraphs(rows: Sequence[_Row], body: Sequence[_Row], *, within_words: bool) -> list[str]:
    kept = {id(row) for row in body}
    paragraphs: list[list[str]] = []
    numbers: list[list[str]] = []
    before: _Row | None = None
    for row in rows:
        if id(row) not in kept:
            numbers.append([row.words.strip()])
        elif before is not None and _runs_on(before, row):
            paragraphs[-1] += (_between(before.words, row.words, within_words=within_words), row.words.strip())
            before = row
        else:
            paragraphs += [*numbers, [row.words.strip()]]
            numbers, before = [], row
    return ["".join(pieces) for pieces in paragraphs + numbers]


def _between(before: str, after: str, *, within_words: bool) -> str:
    """The blank between two lines, or nothing where a Korean word was broken."""
    if before[-1].isspace() or after[0].isspace():
        return " "
    return "" if within_words and _is_hangul(before[-1]) and _is_hangul(after[0]) else " "


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"
