"""Blocks of a pasted page: every line gets a role, none is taken away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import zip_longest

from hoedong.ingest.article_run import article_run, listed_lines
from hoedong.ingest.headline import article_stems, find_headline, may_be_headline, shared_stems, stems_of
from hoedong.ingest.lines import GIVEN, Line, given_line, line_spans, look_at
from hoedong.model.document import Block, BlockRole
from hoedong.model.span import Span
from hoedong.rules.layout_rules import LayoutRules

_LONGEST_HEADING = 40
_MOST_DECKS = 6
_CHOICE = 2
_HEADING_MARKS = frozenset("■◆◇▣□○●")
_ITEM_MARKS = frozenset("□ㅇ○●·•-–*✔①②③④⑤⑥⑦⑧⑨")
_ROLE_OF_KIND: Mapping[str, BlockRole] = {
    "prose": BlockRole.PARAGRAPH,
    "content": BlockRole.PARAGRAPH,
    "headline": BlockRole.HEADLINE,
    "subheading": BlockRole.SUBHEADING,
    "caption": BlockRole.CAPTION,
    "byline": BlockRole.BYLINE,
    "image-note": BlockRole.FURNITURE,
    "furniture": BlockRole.FURNITURE,
    "end": BlockRole.FURNITURE,
    "list": BlockRole.FURNITURE,
}


def find_blocks(text: str, rules: LayoutRules, given: Sequence[BlockRole | None] = ()) -> tuple[Block, ...]:
    """Cut a page into blocks, one a line, and say what each is for.

    A dateline before the first sentence of a line ("[서울=새소식] 김가나 기자 =") and a sign-off after the last are
    blocks of their own. `given` are roles that the page already told, one for each line that holds more than white
    space, None where it does not tell; a given paragraph may still be a byline or a caption by its own words.
    The blocks are in text order, do not overlap, and cover every character that is not white space.
    """
    lines = [
        look_at(text, span, rules) if role is None else given_line(text, span, role, rules)
        for span, role in zip_longest(line_spans(text), given)
        if span is not None
    ]
    _mark_captions(lines)
    roles = _Roles(text, lines)
    return tuple(block for index, line in enumerate(lines) for block in _blocks(line, roles.of(index)))


def _blocks(line: Line, role: BlockRole) -> Iterator[Block]:
    if line.before is not None:
        yield Block(BlockRole.BYLINE, line.before)
    yield Block(role, line.span)
    if line.after is not None:
        yield line.after


def _mark_captions(lines: list[Line]) -> None:
    """The line above "이미지를 클릭하시면 …" is the caption of that picture."""
    for index, line in enumerate(lines[1:], 1):
        above = lines[index - 1]
        if line.kind == "image-note" and above.kind in ("prose", "plain"):
            lines[index - 1] = Line(above.span, "caption", above.is_prose, line.rule, above.before, above.after)


class _Roles:
    """The roles of all lines of one page, decided together."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text, self._lines = text, lines
        self._listed = listed_lines(lines)
        self._run = article_run(text, lines, self._listed)
        self._body = self._first_body_line()
        head = [i for i in range(self._body) if i not in self._listed and may_be_headline(text, lines[i])]
        self._headline = self._given_headline()
        if self._headline is None:
            self._headline = self._likeliest(head)

    def _likeliest(self, head: Sequence[int]) -> int | None:
        """The headline among the lines above the article; the only one needs no comparison."""
        if len(head) < _CHOICE:
            return next(iter(head), None)
        return find_headline(self._text, self._lines, head, self._article_stems)

    @cached_property
    def _article_stems(self) -> frozenset[str]:
        return article_stems(self._text, self._offset(self._body))

    @cached_property
    def _stems(self) -> frozenset[str]:
        """The stems of the article and of its headline."""
        if self._headline is None:
            return self._article_stems
        return self._article_stems | stems_of(self._text, self._lines[self._headline].span)

    def of(self, index: int) -> BlockRole:
        """The role of one line."""
        line = self._lines[index]
        if index == self._headline:
            return BlockRole.HEADLINE
        if index in self._listed:
            return BlockRole.FURNITURE
        if line.kind == "headline" or (line.kind == "content" and line.rule == GIVEN and self._heads_sentences(index)):
            return BlockRole.SUBHEADING
        return _ROLE_OF_KIND.get(line.kind) or self._role_of_plain(index)

    def _role_of_plain(self, index: int) -> BlockRole:
        if index in self._run and index >= self._body:
            return BlockRole.SUBHEADING if self._is_heading(index) else BlockRole.PARAGRAPH
        if index > self._body or self._headline is None:
            return BlockRole.FURNITURE
        if index > self._headline and self._belongs_to_article(self._lines[index].span):
            return BlockRole.SUBHEADING
        return BlockRole.FURNITURE

    def _belongs_to_article(self, span: Span) -> bool:
        """Whether a line under the headline is a deck or opens a section, and is no menu entry."""
        return self._text[span.start] in _HEADING_MARKS or shared_stems(self._text, span, self._stems) > 0

    def _heads_sentences(self, index: int) -> bool:
        """Whether a given line is one of a few short ones above a sentence: decks, or a heading."""
        for after in self._lines[index : index + _MOST_DECKS + 1]:
            if after.kind == "prose":
                return True
            if after.kind in ("content", "plain") and len(after.span) > _LONGEST_HEADING:
                return False
        return False

    def _is_heading(self, index: int) -> bool:
        after, span = index + 1, self._lines[index].span
        short = len(span) <= _LONGEST_HEADING and self._text[span.start] not in _ITEM_MARKS
        return short and after < len(self._lines) and self._lines[after].kind == "prose"

    def _first_body_line(self) -> int:
        """Index of the first line of the article proper; the number of lines where there is none."""
        for index in self._run:
            line = self._lines[index]
            if line.kind in ("prose", "content") and not self._opens_as_headline(index):
                return index
        return self._first_plain_body_line()

    def _opens_as_headline(self, index: int) -> bool:
        """Whether a short question that stands before all other sentences is the headline."""
        line = self._lines[index]
        if line.kind != "prose" or not may_be_headline(self._text, line):
            return False
        before = self._lines[:index]
        return not any(other.kind in ("prose", "plain", "content", "headline") for other in before)

    def _first_plain_body_line(self) -> int:
        """Where a page has no sentence at all, its second unnamed line of the run opens the body."""
        plain = [i for i, line in enumerate(self._lines) if i in self._run and may_be_headline(self._text, line)]
        before = [i for i in range(min(self._run, default=0)) if may_be_headline(self._text, self._lines[i])]
        body = plain if before else plain[1:]
        return body[0] if body else len(self._lines)

    def _given_headline(self) -> int | None:
        return next((i for i, line in enumerate(self._lines) if line.kind == "headline"), None)

    def _offset(self, index: int) -> int:
        return self._lines[index].span.start if index < len(self._lines) else len(self._text)
