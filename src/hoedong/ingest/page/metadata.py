"""The metadata of a parsed page: JSON-LD of a news article, Open Graph and other meta elements, named elements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from hoedong.ingest.html_metadata import PageMetadata
from hoedong.ingest.page.json_ld import articles
from hoedong.ingest.page.published import find_stated_time, is_korean_page
from hoedong.ingest.page.voters import silence

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLE = ("og:title", "twitter:title", "title")
_OUTLET = ("article:media_name", "og:site_name", "article:publisher_name", "application-name", "twitter:creator")
_AUTHOR = ("article:author", "author", "dable:author", "og:article:author", "byl")
_PORTALS = frozenset(("네이버", "네이버 뉴스", "naver", "다음", "daum", "zum"))
_LATEST_GUESS = dt.datetime(2040, 12, 31)  # noqa: DTZ001 - a bound that no clock moves


def read_metadata(root: HtmlElement) -> PageMetadata:
    """Metadata of a page: what its JSON-LD says, then its meta elements, then elements with telling names."""
    article = next(articles(root), {})
    meta = _meta(root)
    title = _first(meta, _TITLE) or words_of(article.get("headline"))
    is_korean = is_korean_page(root, title)
    published = find_stated_time(root, "published", article, meta, is_korean=is_korean)
    modified = find_stated_time(root, "modified", article, meta, is_korean=is_korean)
    outlet, author = _outlet(meta, article), _author(meta, article)
    return PageMetadata(
        title=title,
        outlet=outlet,
        author=author if author != outlet else None,
        published=published.value if published else None,
        modified=modified.value if modified else None,
        url=_canonical(root) or _first(meta, ("og:url",)),
        published_from=published.place if published else None,
    )


def window_title(root: HtmlElement) -> str | None:
    """The title of the browser's window, which holds the headline and often the outlet; None where there is none."""
    return next((words_of(title.text) for title in root.iter("title")), None)


def guess_day(root: HtmlElement) -> str | None:
    """The day that htmldate makes out of a page; None where it finds none.

    It is asked for no more than markup tells: dates of the text are read by the language's own rules.
    """
    from htmldate import find_date  # noqa: PLC0415 - for pages without a stated time alone

    silence()
    try:
        found = find_date(root, extensive_search=False, original_date=True, max_date=_LATEST_GUESS)
    except Exception:  # noqa: BLE001 - any page may break it in any way
        return None
    return str(found) if found else None


def _meta(root: HtmlElement) -> Mapping[str, str]:
    """Contents of meta elements by `property`, `name` or `itemprop`; the first of several counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        if key and (content := words_of(element.get("content"))):
            found.setdefault(key, content)
    return found


def _first(meta: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _outlet(meta: Mapping[str, str], article: Mapping[str, Any]) -> str | None:
    """The outlet, not the portal that shows its article: a portal names the outlet as "새소식일보 | 네이버"."""
    names = [meta[key] for key in _OUTLET if key in meta]
    maker, bar, portal = meta.get("og:article:author", "").partition(" | ")
    if bar and portal.strip().lower() in _PORTALS:
        names.insert(0, maker)
    publisher = name_of(article.get("publisher"))
    return next((name for name in (*names, publisher) if name and name.lower() not in _PORTALS), None)


def _author(meta: Mapping[str, str], article: Mapping[str, Any]) -> str | None:
    names = [meta[key] for key in _AUTHOR if key in meta]
    stated = (name_of(article.get("author")), *names)
    return next((name for name in stated if name and " | " not in name and "://" not in name), None)


def _canonical(root: HtmlElement) -> str | None:
    return next((words_of(link.get("href")) for link in root.iter("link") if link.get("rel") == "canonical"), None)


def name_of(value: Any) -> str | None:
    """The name of a person or organisation, or of several: an object, a string, or a list of these."""
    if isinstance(value, dict):
        return words_of(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for name in map(name_of, value[:20]) if name) or None
    return words_of(value)


def words_of(value: Any) -> str | None:
    """A string with single spaces; None for anything else, and for an empty one."""
    return " ".join(value.split()) or None if isinstance(value, str) else None
