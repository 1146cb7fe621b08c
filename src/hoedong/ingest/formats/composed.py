"""A document put together from parts that a format names apart: headline, lead, paragraphs, captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hoedong.ingest.html_metadata import PageMetadata
from hoedong.ingest.source_item import LONGEST_TEXT, SourceItem, SourceProblem, too_long
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import BlockRole

Part = tuple[str, BlockRole | None]
"""Some lines, and what they are for; None where the page's own lines shall tell."""

_NO_METADATA = PageMetadata()


def compose(
    name: str,
    parts: Sequence[Part],
    *,
    page: PageMetadata = _NO_METADATA,
    id: str | None = None,  # noqa: A002 - the word of the document's own field
    line: int | None = None,
    diagnostics: tuple[Diagnostic, ...] = (),
) -> SourceItem | SourceProblem:
    """The parts as one item to read, a line each; a headline that the body repeats stands once.

    `name` is the file; `line` is the row or entry there where the file holds many documents.
    """
    location = name if line is None else f"{name}:{line}"
    lines = list(_lines(parts))
    if len(lines) > 1 and lines[0][1] is BlockRole.HEADLINE and lines[1][0] == lines[0][0]:
        del lines[1]
    if not lines:
        return SourceProblem("source.no-text", location, "it holds no text")
    text = "\n\n".join(words for words, _ in lines)
    if len(text) > LONGEST_TEXT:
        return too_long(location, f"{len(text):,} characters")
    roles = tuple(role for _, role in lines)
    return SourceItem(
        text, location, id=id, url=page.url, file=name, line=line, page=page, roles=roles, diagnostics=diagnostics
    )


def with_headline(item: SourceItem, title: str | None) -> SourceItem:
    """An item with a headline put before its text, unless the text holds it already."""
    line = " ".join((title or "").split())
    if not line or line in " ".join(item.text.split()):
        return item
    return replace(item, text=f"{line}\n\n{item.text}", roles=(BlockRole.HEADLINE, *item.roles))


def partial(why: str) -> Diagnostic:
    """What is kept on a reading of which the article's end, or all but its lead, is missing."""
    hint = "add the page itself to read the whole article"
    return Diagnostic("document.partial", f"only a part of the article is given: {why}", hint=hint)


def is_partial(diagnostics: Sequence[Diagnostic]) -> bool:
    """Whether these diagnostics tell that only a part of the article was given."""
    return any(one.code == "document.partial" for one in diagnostics)


def _lines(parts: Sequence[Part]) -> Iterator[Part]:
    for words, role in parts:
        for line in words.splitlines():
            if line.strip():
                yield line.strip(), role
