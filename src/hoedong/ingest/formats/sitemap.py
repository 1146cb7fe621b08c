"""Sitemaps and news sitemaps: lists of addresses, without the articles."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import dataclass

from hoedong.errors import UndecodableSource
from hoedong.ingest.decode import decode
from hoedong.ingest.formats.feed import declared_encoding
from hoedong.ingest.formats.web_address import web_address
from hoedong.ingest.formats.xml_tree import Node, parse_xml
from hoedong.ingest.source_item import SourceProblem
from hoedong.ingest.times import iso_time

LONGEST_SITEMAP = 50 * 1024 * 1024
"""Bytes, unpacked: what the protocol of sitemaps allows."""
MOST_LINKS = 50_000
"""Addresses, likewise."""
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class SitemapLink:
    """One page that a sitemap names; what only news sitemaps say is None elsewhere. Times are ISO 8601."""

    url: str
    modified: str | None = None
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """What a sitemap lists: pages, further sitemaps, and what kept some of it from being read."""

    links: tuple[SitemapLink, ...] = ()
    sitemaps: tuple[str, ...] = ()
    problems: tuple[SourceProblem, ...] = ()


def links_of(data: bytes, url: str | None = None) -> Links:
    """The addresses that a sitemap lists, in its order; `url` is where it was found, for messages.

    A gzipped sitemap is unpacked. Nothing is raised and nothing fetched.
    """
    where = url or "sitemap"
    try:
        text = _text(data)
    except (OSError, EOFError, zlib.error, UndecodableSource) as error:
        return _refused("source.not-text", where, f"the sitemap cannot be read ({error})")
    if text is None:
        return _refused("source.too-long", where, f"a sitemap of more than {LONGEST_SITEMAP:,} bytes")
    root = parse_xml(text)
    if root is None or root.name not in ("urlset", "sitemapindex"):
        return _refused("sitemap.malformed", where, "no sitemap could be made out")
    links = tuple(link for node in root.all("url") if (link := _link(node)))
    sitemaps = tuple(at for node in root.all("sitemap") if (at := _address(node)))
    return Links(links[:MOST_LINKS], sitemaps[:MOST_LINKS], _over_limit(where, max(len(links), len(sitemaps))))


def _text(data: bytes) -> str | None:
    """The XML, None where it is too long."""
    if data.startswith(_GZIP):
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            data = packed.read(LONGEST_SITEMAP + 1)
    return None if len(data) > LONGEST_SITEMAP else decode(data, declared_encoding(data))[0]


def _refused(code: str, where: str, message: str) -> Links:
    return Links(problems=(SourceProblem(code, where, message),))


def _over_limit(where: str, count: int) -> tuple[SourceProblem, ...]:
    if count <= MOST_LINKS:
        return ()
    message = f"it lists {count:,} addresses; the first {MOST_LINKS:,} are taken"
    return (SourceProblem("sitemap.too-long", where, message),)


def _address(node: Node) -> str | None:
    return web_address(_words_of(node, "loc"))


def _link(node: Node) -> SitemapLink | None:
    url = _address(node)
    if url is None:
        return None
    return SitemapLink(
        url,
        modified=iso_time(_words_of(node, "lastmod")),
        published=iso_time(_words_of(node, "publication_date")),
        title=_words_of(node, "news", "title"),
        outlet=_words_of(node, "publication", "name"),
        lang=_words_of(node, "publication", "language"),
    )


def _words_of(node: Node, *path: str) -> str | None:
    found = node.first(*path)
    return found.words() or None if found else None
