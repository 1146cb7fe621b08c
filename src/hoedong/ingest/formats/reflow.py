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
_ALIKE = 0.08
_ENOUGH = 3
_SYLLABLE = 2
"""Columns of a syllable of Hangul, which is as wide as two Latin letters."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is printed: where it begins and ends across the page, and how wide its first word is.

    The unit is any that all lines of a page share: points, or columns.
    """

    words: str
    left: float
    right: float
    first: float

    @property
    def column(self) -> float:
        """The width of a narrow letter, about."""
        return (self.right - self.left) / max(1, columns(self.words.strip()))


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of a page from top to bottom; `width` is that of the paper, None where it is not known."""

    lines: tuple[Line, ...]
    width: float | None = None

    def margin(self) -> float:
        """Where a full line ends: where three end about alike, or else as far from the edge as lines begin."""
        ends = sorted((line.right for line in self.lines), reverse=True)
        start = min((line.left for line in self.lines), default=0.0)
        for most, third in zip(ends, ends[_ENOUGH - 1 :], strict=False):
            if most - third <= _ALIKE * (most - start):
                return most
        furthest = max(ends, default=0.0)
        return furthest if self.width is None else max(furthest, self.width - start)


def columns(words: str) -> int:
    """How many narrow letters wide some words are."""
    return sum(_SYLLABLE if unicodedata.east_asian_width(character) in "WF" else 1 for character in words)


def by_columns(lines: Sequence[str]) -> PrintedPage:
    """A page of which only the words are known."""
    kept = [line for line in lines if line.strip()]
    return PrintedPage(tuple(Line(line, 0, columns(line.rstrip()), columns(line.split()[0])) for line in kept))


def reflowed(pages: Sequence[PrintedPage]) -> list[str]:
    """The paragraphs of a document; a number at the head or foot of a page stands behind the paragraph that it parts.

    >>> reflowed([by_columns(["나가람 회장은 도하나 대표를", "만났다.", "끝."])])
    ['나가람 회장은 도하나 대표를 만났다.', '끝.']
    """
    rows = [_Row(line, page.margin(), _is_number(page, line)) for page in pages for line in page.lines]
    body = [row for row in rows if not row.is_number]
    return _paragraphs(rows, within_words=_breaks_within_words(body))


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    margin: float
    is_number: bool

    def runs_on(self, after: _Row) -> bool:
        """Whether the line went on below for want of room."""
        line, below = self.line, after.line
        return not _ITEM.match(below.words) and line.right + line.column + below.first > self.margin


def _is_number(page: PrintedPage, line: Line) -> bool:
    """Whether a line is the number of its page: at its head or foot, and not all that there is."""
    at_edge = line is page.lines[0] or line is page.lines[-1]
    return at_edge and len(page.lines) > 1 and _PAGE_NUMBER.fullmatch(line.words) is not None


def _breaks_within_words(rows: Sequence[_Row]) -> bool:
    """Whether the lines of a document are broken anywhere in a Korean word.

    Then those that end with a word keep its blank, or else all are equally full.
    """
    going_on = [row for row, after in pairwise(rows) if row.runs_on(after)]
    if any(row.line.words[-1].isspace() for row in going_on):
        return True
    spare = [row.margin - row.line.right - _SYLLABLE * row.line.column for row in going_on]
    return len(spare) >= _ENOUGH and max(spare) <= 0


def _paragraphs(rows: Sequence[_Row], *, within_words: bool) -> list[str]:
    paragraphs: list[list[str]] = []
    numbers: list[list[str]] = []
    before: _Row | None = None
    for row in rows:
        words = row.line.words
        if row.is_number:
            numbers.append([words.strip()])
        elif before is not None and before.runs_on(row):
            paragraphs[-1] += (_between(before.line.words, words, within_words=within_words), words.strip())
            before = row
        else:
            paragraphs += [*numbers, [words.strip()]]
            numbers, before = [], row
    return ["".join(pieces) for pieces in paragraphs + numbers]


def _between(before: str, after: str, *, within_words: bool) -> str:
    """The blank between two lines, or nothing where a Korean word was broken."""
    if before[-1].isspace() or after[0].isspace():
        return " "
    return "" if within_words and _is_hangul(before[-1]) and _is_hangul(after[0]) else " "


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"
