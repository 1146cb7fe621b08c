"""What a source lists: addresses of articles, with when each was changed, so that a new version is noticed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hoedong.errors import FetchFailed
from hoedong.fetch.answer import Fetched
from hoedong.fetch.inflating import too_large
from hoedong.fetch.limits import MEGABYTE
from hoedong.ingest.formats.feed import read_feed
from hoedong.ingest.formats.sitemap import SitemapLink, links_of
from hoedong.ingest.page_links import links_of_page
from hoedong.ingest.source_item import SourceProblem
from hoedong.watch.memory import digest_of
from hoedong.watch.plan import Kind, Source
from hoedong.workspace.intake import clean_url

MOST_SITEMAPS = 5
"""Sitemaps that are read of those that an index lists: the first ones, where outlets put their news."""


LONGEST_FEED = 2 * MEGABYTE
"""Bytes of a feed; a larger one that means harm keeps its reader busy for minutes."""


@dataclass(frozen=True, slots=True)
class Link:
    """An article that a source lists; `published` and `modified` are ISO 8601, None where the source says nothing."""

    url: str
    published: str | None = None
    modified: str | None = None

    @property
    def digest(self) -> str:
        """What stands for this version of the article among those that were seen."""
        return digest_of(clean_url(self.url) or self.url, self.modified or "")


def listed(source: Source, fetched: Fetched, get: Callable[[str], Fetched]) -> tuple[Link, ...]:
    """The articles that a source lists, newest first as far as it tells, each once.

    Raises:
        FetchFailed: it is not what it was said to be, or cannot be read.
        FetchRefused: it is too long.
    """
    match source.kind:
        case Kind.FEED:
            found = _of_feed(fetched)
        case Kind.SITEMAP:
            found = _of_sitemap(fetched, get)
        case Kind.PAGE:
            found = map(Link, links_of_page(fetched.data, fetched.url, fetched.content_type.charset))
    wanted = (link for link in found if not source.links or any(part in link.url for part in source.links))
    return tuple({link.digest: link for link in reversed(tuple(wanted))}.values())[::-1]


def _of_feed(fetched: Fetched) -> Iterator[Link]:
    if len(fetched.data) > LONGEST_FEED:
        raise too_large(LONGEST_FEED)
    feed = read_feed(fetched.data, fetched.url)
    _require_read(feed.problems, feed.entries)
    links = [Link(entry.url, entry.published) for entry in feed.entries if entry.url]
    if feed.entries and not links:
        raise FetchFailed("watch.no-links", "none of its entries links to a page")
    yield from links


def _of_sitemap(fetched: Fetched, get: Callable[[str], Fetched]) -> Iterator[Link]:
    """The pages of a sitemap, or of the first sitemaps of an index; those without a time after those with one."""
    top = links_of(fetched.data, fetched.url)
    _require_read(top.problems, (*top.links, *top.sitemaps))
    links = list(top.links)
    for url in top.sitemaps[:MOST_SITEMAPS]:
        below = get(url)
        links += links_of(below.data, below.url).links
    yield from (Link(one.url, one.published, one.modified) for one in sorted(links, key=_moment, reverse=True))


def _moment(link: SitemapLink) -> str:
    return link.published or link.modified or ""


def _require_read(problems: Iterable[SourceProblem], found: Iterable[object]) -> None:
    """A list that gives something is taken, whatever is odd about it; one that gives nothing but problems is not."""
    if any(True for _ in found):
        return
    for problem in problems:
        raise FetchFailed(problem.code, problem.message)
