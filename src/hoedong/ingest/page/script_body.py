"""The body of an article in a script: a text, markup, or a list of pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hoedong.ingest.page.block import RenderedBlock
from hoedong.ingest.page.markup import parse_page
from hoedong.ingest.page.walker import render
from hoedong.model.document import BlockRole

_TAG = re.compile(r"<[a-zA-Z!/][^>]{0,2000}>|&#?\w{1,10};")
_PICTURES = frozenset(("image", "photo", "picture", "gallery", "video"))
_HEADINGS = frozenset(("header", "heading", "subheading", "subtitle", "h2", "h3"))
_INNER = ("content_elements", "items", "children", "content", "text", "html", "body", "value")
_CAPTIONS = ("caption", "imageCaption", "alt_text", "subtitle")
_DEEPEST = 6
_MOST_LINES = 5_000


def body_lines(value: Any) -> tuple[RenderedBlock, ...]:
    """The lines of a body: paragraphs, captions and subheadings.

    >>> [line.text for line in body_lines("<p>만났다.</p><p>헤어졌다.</p>")]
    ['만났다.', '헤어졌다.']
    """
    lines: list[RenderedBlock] = []
    for line in _lines(value, BlockRole.PARAGRAPH, _DEEPEST):
        lines.append(line)
        if len(lines) == _MOST_LINES:
            break
    return tuple(lines)


def caption_lines(value: Any) -> Iterator[RenderedBlock]:
    """The captions of a picture, or of several, that stand beside a body."""
    if isinstance(value, Mapping):
        inner = value.get("basic")
        picture = inner if isinstance(inner, Mapping) else value
        yield from _caption(picture)
    elif isinstance(value, list):
        for item in value[:50]:
            yield from _caption(item)


def _lines(value: Any, role: BlockRole, depth: int) -> Iterator[RenderedBlock]:
    if isinstance(value, str):
        yield from _text_lines(value, role)
    elif isinstance(value, list) and depth:
        for item in value:
            yield from _lines(item, role, depth - 1)
    elif isinstance(value, Mapping) and depth:
        yield from _piece(value, depth)


def _piece(piece: Mapping[str, Any], depth: int) -> Iterator[RenderedBlock]:
    """The lines of one piece, as its type says."""
    kind = str(piece.get("type") or piece.get("kind") or "").lower()
    if kind in _PICTURES:
        yield from _caption(piece)
        return
    role = BlockRole.SUBHEADING if kind in _HEADINGS else BlockRole.PARAGRAPH
    inner = next((piece[key] for key in _INNER if piece.get(key)), None)
    yield from _lines(inner, role, depth - 1)


def _caption(picture: Any) -> Iterator[RenderedBlock]:
    if isinstance(picture, Mapping):
        words = next((picture[key] for key in _CAPTIONS if isinstance(picture.get(key), str) and picture[key]), "")
        yield from _text_lines(words, BlockRole.CAPTION)


def _text_lines(text: str, role: BlockRole) -> Iterator[RenderedBlock]:
    """The lines of a text, or of markup; markup may say that one of them is a caption."""
    if _TAG.search(text):
        root = parse_page(f"<div>{text}</div>")
        blocks = () if root is None else render(root)
        for block in blocks:
            if not block.is_alternative:
                yield RenderedBlock(block.text, block.role or role)
        return
    for line in text.split("\n"):
        if words := " ".join(line.split()):
            yield RenderedBlock(words, role)
