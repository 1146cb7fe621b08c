"""Main-text extractors as voters: what each takes for the article, as plain text to be found again on the page.

None of them edits the text of record. Both are pinned, since a reading must not differ between installations; neither
fetches anything; what they raise becomes a diagnostic.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

from hoedong.ingest.page.markup import clean_markup, parse_page
from hoedong.model.diagnostic import Diagnostic, Severity

LARGEST_MARKUP = 2_000_000
"""Characters of markup above which no extractor is asked: the page is read by its marks and its lines alone."""

MOST_ELEMENTS = 20_000
"""Elements above which none is asked either: a page of news has a few thousand."""

SHORTEST_ARTICLE = 150
"""Characters below which what an extractor took is no article, but a notice or a teaser."""

PACKAGES = ("trafilatura", "htmldate", "jusText", "readability-lxml", "lxml_html_clean", "lxml")
"""What readings of pages depend on beside this project, for the digest of a run."""

_LOUD = ("trafilatura", "readability", "htmldate", "justext", "courlan")


@dataclass(frozen=True, slots=True)
class Opinion:
    """The lines that one extractor takes for the article; none where it took less than an article."""

    voter: str
    lines: tuple[str, ...] = ()


def too_large(markup: str, root: HtmlElement) -> Diagnostic | None:
    """What keeps extractors from being asked about a page; None where nothing does."""
    elements = sum(1 for _ in root.iter())
    if len(markup) <= LARGEST_MARKUP and elements <= MOST_ELEMENTS:
        return None
    message = f"{len(markup):,} characters and {elements:,} elements: too large to look for the article in it"
    return Diagnostic("page.too-large", message, None, Severity.WARNING, "save the article alone")


def opinions(markup: str) -> tuple[tuple[Opinion, ...], tuple[Diagnostic, ...]]:
    """What each extractor takes for the article, best first, and what went wrong."""
    silence()
    found, noticed = [], []
    for name, extract in _VOTERS:
        try:
            text = extract(clean_markup(markup))
        except Exception as error:  # noqa: BLE001 - any page may break an extractor in any way; the others go on
            message = f"{name} could not read the page ({type(error).__name__})"
            noticed.append(Diagnostic("page.voter-failed", message, None, Severity.INFO))
            continue
        if len(text) >= SHORTEST_ARTICLE:
            found.append(Opinion(name, tuple(text.split("\n"))))
    return tuple(found), tuple(noticed)


def versions() -> tuple[str, ...]:
    """The extractors with their versions: `trafilatura 2.3.1`."""
    return tuple(f"{name} {version(name)}" for name in PACKAGES)


def _by_trafilatura(markup: str) -> str:
    from trafilatura import extract  # noqa: PLC0415 - for pages alone

    return str(extract(markup, include_comments=False, fast=True) or "")


def _by_readability(markup: str) -> str:
    from readability import Document  # noqa: PLC0415 - for pages alone

    from hoedong.ingest.page.walker import render  # noqa: PLC0415 - beside the other

    root = parse_page(Document(markup).summary(html_partial=True))
    return "" if root is None else "\n".join(block.text for block in render(root) if not block.is_alternative)


_VOTERS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("trafilatura", _by_trafilatura),
    ("readability", _by_readability),
)


def silence() -> None:
    """Keep what the extractors log out of the terminal: what matters of it is a diagnostic."""
    for name in _LOUD:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
        logger.propagate = False
