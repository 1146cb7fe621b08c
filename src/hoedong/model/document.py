"""The frozen text of a page and its layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from hoedong.model.span import Span
from hoedong.model.time import Publication


class BlockRole(StrEnum):
    """What a block of the page is for. Furniture is marked, never deleted."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"

    @property
    def is_read(self) -> bool:
        """Whether facts are read from blocks of this role."""
        return self not in _UNREAD


_UNREAD = (BlockRole.BYLINE, BlockRole.FURNITURE)
"""Named once: Python 3.11 takes long to look up the member of an enumeration, and every pass over blocks asks."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of the page; its span never includes the line break."""

    role: BlockRole
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One page, decoded, NFC, with unified newlines, and never edited after that.

    `title`, `outlet` and `byline` are as found on the page, else None. `blocks` are in text order, do not overlap,
    and cover every character that is not white space.
    """

    id: str
    text: str
    lang: str
    blocks: tuple[Block, ...] = ()
    source: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    publication: Publication = field(default_factory=Publication)

    def __getitem__(self, span: Span) -> str:
        """The surface form of a span: the only way from a derived value to words."""
        return self.text[span.start : span.end]
