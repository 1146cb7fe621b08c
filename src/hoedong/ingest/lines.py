"""Lines of a page: where they stand and what each looks like by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hoedong.model.document import Block, BlockRole
from hoedong.model.span import Span
from hoedong.rules.layout_rules import LayoutRules

LONGEST_PART_LINE = 200
"""Characters up to which a line is tried as a row of buttons, stamps and names."""

GIVEN = "html"
"""In the place of a rule: the role of the line was given by the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its outer white space, seen alone.

    `kind` is a kind of layout rule, or `plain` where no rule names the line. `rule` is the id of the rule, empty for
    `plain`, `prose` and lines made of parts. `span` leaves out the dateline `before` and the sign-off `after`, which
    are None where there is none. `is_prose` tells whether it reads as sentences.
    """

    span: Span
    kind: str
    is_prose: bool
    rule: str = ""
    before: Span | None = None
    after: Block | None = None


def line_spans(text: str) -> Iterator[Span]:
    """The spans of the lines that hold more than white space, without their outer white space."""
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            left = start + len(line) - len(line.lstrip())
            yield Span(left, left + len(words))
        start += len(line)


def look_at(text: str, span: Span, rules: LayoutRules) -> Line:
    """Name one line by the rules of its language, or `plain`."""
    words = text[span.start : span.end]
    before, span, words = _without_dateline(words, span, rules)
    is_prose = rules.is_prose(words)
    cue = rules.cue(words, is_prose)
    if cue is not None:
        return Line(span, cue.kind, is_prose, cue.id, before)
    if is_prose:
        return _prose(words, span, rules, before)
    if len(words) <= LONGEST_PART_LINE and (role := rules.role_of_parts(words)):
        return Line(span, role, False, "", before)
    return Line(span, "plain", False, "", before)


def _without_dateline(words: str, span: Span, rules: LayoutRules) -> tuple[Span | None, Span, str]:
    length = rules.prefix_length(words)
    if not 0 < length < len(words):
        return None, span, words
    before = Span(span.start, span.start + len(words[:length].rstrip()))
    return before, Span(span.start + length, span.end), words[length:]


def _prose(words: str, span: Span, rules: LayoutRules, before: Span | None) -> Line:
    length, role = rules.suffix(words)
    if not 0 < length < len(words):
        return Line(span, "prose", True, "", before)
    body, sign_off = words[:-length], words[-length:]
    after = Block(BlockRole(role), Span(span.end - len(sign_off.lstrip()), span.end))
    return Line(Span(span.start, span.start + len(body.rstrip())), "prose", True, "", before, after)


def given_line(text: str, span: Span, role: BlockRole, rules: LayoutRules) -> Line:
    """A line whose role the page already tells.

    A paragraph is one by the votes of extractors, which keep bylines, captions and datelines among the paragraphs: its
    own words go first, and where they say nothing it is text of the article all the same.
    """
    if role is BlockRole.PARAGRAPH:
        line = look_at(text, span, rules)
        return replace(line, kind="content", rule=GIVEN) if line.kind == "plain" else line
    return Line(span, _KIND_OF_ROLE[role], False, GIVEN)


_KIND_OF_ROLE: Mapping[BlockRole, str] = {
    BlockRole.HEADLINE: "headline",
    BlockRole.SUBHEADING: "subheading",
    BlockRole.CAPTION: "caption",
    BlockRole.BYLINE: "byline",
    BlockRole.FURNITURE: "furniture",
}
