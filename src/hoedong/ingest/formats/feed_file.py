"""Feeds and sitemaps in files: the entries of a feed are documents; a sitemap only says where documents are."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from dataclasses import replace

from hoedong.ingest.formats.composed import compose, partial
from hoedong.ingest.formats.feed import Feed, FeedEntry, read_feed
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.html_metadata import PageMetadata
from hoedong.ingest.language_guess import guess_language
from hoedong.ingest.source_item import SourceItem, SourceProblem
from hoedong.ingest.times import in_seoul
from hoedong.model.document import BlockRole

_LEAD = partial("the feed gives its lead")
_MARKUP = re.compile(r"<[A-Za-z!/][^<>]{0,2000}>")
_PAGE = (
    "<!doctype html><html><head><title>{title}</title></head>"
    "<body><article><h1>{title}</h1>{body}</article></body></html>"
)


def read_feed_file(material: Material) -> Iterator[Found]:
    """The entries of a feed that have words of their article; where only the lead is given, the document is partial."""
    feed = read_feed(material.whole())
    for problem in feed.problems:
        yield replace(problem, location=material.name)
    for number, entry in enumerate(feed.entries, 1):
        yield from _entry(material, feed, entry, number)
    if not feed.entries and not feed.problems:
        yield SourceProblem("source.empty", material.name, "the feed has no entries")


def read_sitemap_file(material: Material) -> Iterator[Found]:
    """A sitemap holds no articles, and nothing is fetched while files are read."""
    hint = "use hoedong watch to fetch what it lists"
    raise material.refused("source.sitemap", "this is a sitemap: it lists addresses, and holds no articles", hint)


def _entry(material: Material, feed: Feed, entry: FeedEntry, number: int) -> Iterator[Found]:
    words, title = entry.content or entry.summary or "", entry.title or ""
    location = f"{material.name}:{number}"
    for found in _read(material, location, title, words):
        if isinstance(found, SourceItem):
            yield _told(found, material.name, feed, entry, number)
        else:
            yield replace(found, location=location)


def _read(material: Material, location: str, title: str, words: str) -> Iterator[Found]:
    """Markup is read as a page, text as it is."""
    if _MARKUP.search(words):
        page = _PAGE.format(title=html.escape(title), body=words)
        return material.within_page(location, io.BytesIO(page.encode("utf-8", "replace")), "utf-8")
    parts = ((title, BlockRole.HEADLINE), (html.unescape(words), None))
    return iter((compose(location, parts),))


def _told(item: SourceItem, name: str, feed: Feed, entry: FeedEntry, number: int) -> SourceItem:
    """An item with what the feed says of it; its words are read, its place is the feed's."""
    is_korean = guess_language(item.text) == "ko"
    page = PageMetadata(
        title=entry.title,
        outlet=feed.title,
        author=entry.author,
        published=in_seoul(entry.published) if is_korean else entry.published,
        url=entry.url,
    )
    remarks = item.diagnostics if entry.content else (*item.diagnostics, _LEAD)
    return replace(item, id=entry.id, url=entry.url, file=name, line=number, page=page, diagnostics=remarks)
