"""What a page says of itself to machines: JSON-LD of a news article, Open Graph and other meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

from hoedong.model.time import PartialDate

_ARTICLE = "Article"
_DEEPEST = 6
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datePublished", "article:published", "pubdate", "date"
)  # fmt: skip
_MODIFIED = ("article:modified_time", "dateModified", "lastmod")
_TITLE = ("og:title", "twitter:title", "title")
_OUTLET = ("og:site_name", "article:publisher_name", "application-name", "twitter:creator")
_AUTHOR = ("article:author", "author", "dable:author", "og:article:author", "byl")

_DAY = re.compile(r"(\d{4})[-./]?(\d{2})[-./]?(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Metadata of a page as it stands there; None where the page says nothing. Dates are strings, mostly ISO 8601."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None


def metadata_day(page: PageMetadata) -> PartialDate | None:
    """The day of publication that the metadata states, in the page's own zone; None when it states none that exists."""
    match = _DAY.match(page.published.strip()) if page.published else None
    if match is None:
        return None
    try:
        return PartialDate(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def read_metadata(root: HtmlElement) -> PageMetadata:
    """Metadata of a parsed page: JSON-LD first, then meta elements."""
    article = next(_articles(root), {})
    meta = _meta(root)
    return PageMetadata(
        title=_first(meta, _TITLE) or _words(article.get("headline")),
        outlet=_first(meta, _OUTLET) or _name(article.get("publisher")),
        author=_name(article.get("author")) or _first(meta, _AUTHOR),
        published=_words(article.get("datePublished")) or _first(meta, _PUBLISHED),
        modified=_words(article.get("dateModified")) or _first(meta, _MODIFIED),
        url=_canonical(root) or _first(meta, ("og:url",)),
    )


def _meta(root: HtmlElement) -> Mapping[str, str]:
    """Contents of meta elements by `property`, `name` or `itemprop`; the first of several counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        if key and (content := _words(element.get("content"))):
            found.setdefault(key, content)
    return found


def _first(meta: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _canonical(root: HtmlElement) -> str | None:
    return next((_words(link.get("href")) for link in root.iter("link") if link.get("rel") == "canonical"), None)


def _articles(root: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The objects of JSON-LD scripts whose type ends in Article; a broken script is passed over."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                yield from _typed(json.JSONDecoder(strict=False).decode((script.text or "").strip()), _DEEPEST)
            except (ValueError, RecursionError):
                continue


def _typed(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, dict):
        types = value.get("@type")
        if any(str(kind).endswith(_ARTICLE) for kind in (types if isinstance(types, list) else [types])):
            yield value
        yield from _typed(list(value.values()), depth - 1)
    elif isinstance(value, list):
        for item in value:
            yield from _typed(item, depth - 1)


def _name(value: Any) -> str | None:
    """The name of a person or organisation, or of several: an object, a string, or a list of these."""
    if isinstance(value, dict):
        return _words(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value) if name) or None
    return _words(value)


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
