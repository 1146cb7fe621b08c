"""A saved HTML page to text: one line a block, with the roles that markup, scripts and extractors tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hoedong.ingest.html_metadata import PageMetadata
from hoedong.ingest.page.block import RenderedBlock
from hoedong.ingest.page.headline import settle_headline, without_other_articles
from hoedong.ingest.page.markup import parse_page
from hoedong.ingest.page.metadata import guess_day, read_metadata, window_title
from hoedong.ingest.page.pictures import without_idle_alternatives
from hoedong.ingest.page.script_article import ScriptArticle, article_in_scripts
from hoedong.ingest.page.script_lines import with_script_lines
from hoedong.ingest.page.voters import Opinion, opinions, too_large
from hoedong.ingest.page.voting import vote
from hoedong.ingest.page.walker import render
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import BlockRole

_LOOKS_LIKE_HTML = re.compile(
    r"^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE
)
_HEAD = 16_384


@dataclass(frozen=True, slots=True)
class Page:
    """The visible text of an HTML page, one line a block, and the roles of the lines that the page tells (else None).

    A paragraph by vote is told as one; its own words may still say that it is a byline or a caption.
    """

    text: str
    roles: tuple[BlockRole | None, ...]
    metadata: PageMetadata = field(default_factory=PageMetadata)
    diagnostics: tuple[Diagnostic, ...] = ()


def looks_like_html(text: str) -> bool:
    """Whether a text is an HTML page by its first tag."""
    return _LOOKS_LIKE_HTML.match(text[:4000]) is not None


def declared_charset(data: bytes) -> str | None:
    """The charset that a page declares in its first 16,384 bytes, None if it declares none."""
    match = _CHARSET.search(data[:_HEAD])
    return match.group(1).decode("ascii", "replace") if match else None


def read_html(source: str) -> Page:
    """The visible text of a page, in document order; scripts and styles are no text, menus are kept and marked.

    Where the page holds its article in a script alone, the article's lines stand under the headline.
    """
    root = parse_page(source)
    if root is None:
        return Page("", ())
    metadata = read_metadata(root)
    title = metadata.title or window_title(root)
    article = article_in_scripts(root, title)
    metadata = metadata.filled_from(article.metadata) if article else metadata
    blocks = without_other_articles(settle_headline(render(root), title))
    blocks, noticed = with_script_lines(blocks, article)
    excess = too_large(source, root)
    found, failures = ((), ()) if noticed or excess else opinions(source)
    blocks = without_idle_alternatives(vote(blocks, (*_opinion_of_script(article), *found)), title)
    if not metadata.published and not excess:
        metadata = replace(metadata, guessed=guess_day(root))
    diagnostics = (*noticed, *((excess,) if excess else ()), *failures)
    return Page(_text(blocks), tuple(block.role for block in blocks), metadata, diagnostics)


def _opinion_of_script(article: ScriptArticle | None) -> tuple[Opinion, ...]:
    """The article of a script knows its own lines; where the page lacks them, no extractor of pages is asked at all."""
    if article is None:
        return ()
    return (Opinion("script", tuple(line.text for line in article.lines if line.role is BlockRole.PARAGRAPH)),)


def _text(blocks: Sequence[RenderedBlock]) -> str:
    return "\n\n".join(block.text for block in blocks)
