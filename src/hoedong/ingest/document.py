"""A page's text to a `Document`: frozen text, language, blocks, and what the page says of itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence

from hoedong.ingest.language_guess import guess_language
from hoedong.ingest.plain_text import find_blocks
from hoedong.ingest.text import freeze_text
from hoedong.lang.en.layout import layout_rules as english_layout
from hoedong.lang.ko.layout import layout_rules as korean_layout
from hoedong.lang.registry import is_readable
from hoedong.model.diagnostic import Diagnostic, Severity
from hoedong.model.document import Block, BlockRole, Document
from hoedong.rules.layout_rules import LayoutRules

_LAYOUTS: Mapping[str, Callable[[], LayoutRules]] = {"ko": korean_layout, "en": english_layout}
_ID_LENGTH = 16
_LONGEST_SIGNATURE = 150


def make_document(
    raw_text: str,
    *,
    id: str | None = None,  # noqa: A002 - the word of the contract
    source: str | None = None,
    lang: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    roles: Sequence[BlockRole | None] = (),
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Freeze a text and find its language and blocks; the publication date is left to the caller.

    `title`, `outlet` and `byline` are what metadata says; where it says nothing they are taken from the page. `roles`
    are the roles that markup tells, see `find_blocks`. Without an `id` the first 16 hexadecimal digits of the
    text's SHA-256 are taken.
    """
    text, diagnostics = freeze_text(raw_text)
    lang = lang or guess_language(text)
    rules = _LAYOUTS.get(lang, english_layout)()
    blocks = find_blocks(text, rules, roles)
    document = Document(
        id=id or content_id(text),
        text=text,
        lang=lang,
        blocks=blocks,
        source=source,
        title=title or _first_of(text, blocks, BlockRole.HEADLINE),
        outlet=outlet or _outlet(text, blocks, rules),
        byline=byline or _byline(text, blocks, rules),
    )
    return document, diagnostics + _remarks(document)


def content_id(text: str) -> str:
    """The id of a document that brings none: the same for the same text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_ID_LENGTH]


def _first_of(text: str, blocks: Sequence[Block], role: BlockRole) -> str | None:
    return next((text[slice(*block.span)] for block in blocks if block.role is role), None)


def _outlet(text: str, blocks: Sequence[Block], rules: LayoutRules) -> str | None:
    """The first outlet that a byline names, or else that furniture names; None if none is named."""
    return _first_name(_chrome(text, blocks), rules, "outlet")


def _byline(text: str, blocks: Sequence[Block], rules: LayoutRules) -> str | None:
    """The first reporter that a byline names, or else that furniture names; None if none is named."""
    return _first_name(_chrome(text, blocks), rules, "reporter")


def _first_name(lines: Sequence[str], rules: LayoutRules, kind: str) -> str | None:
    return next(
        (name for line in lines if len(line) <= _LONGEST_SIGNATURE for name in rules.names_in(line, kind)), None
    )


def _chrome(text: str, blocks: Sequence[Block]) -> list[str]:
    """The lines in which outlet and reporter sign: bylines first, then furniture."""
    lines = [(block.role, text[slice(*block.span)]) for block in blocks if not block.role.is_read]
    return [line for role, line in sorted(lines, key=lambda pair: pair[0] is not BlockRole.BYLINE)]


def _remarks(document: Document) -> tuple[Diagnostic, ...]:
    if not document.blocks:
        return (Diagnostic("document.empty", "the page holds no text", None, Severity.WARNING),)
    if not is_readable(document.lang):
        message = f"the page is in a language that is not read ({document.lang})"
        return (Diagnostic("document.unsupported-language", message, None, Severity.WARNING),)
    if not any(block.role.is_read for block in document.blocks):
        return (Diagnostic("document.no-article", "only furniture was found on the page", None, Severity.WARNING),)
    return ()
