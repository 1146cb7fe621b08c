"""Addresses of the web among the sources: fetched because they were named, and read like files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from hoedong.errors import FetchError, FetchRefused, UnsupportedSource
from hoedong.fetch.web_address import is_web_address
from hoedong.ingest.source import SourceItem, SourceProblem, items_of_bytes, iter_sources

if TYPE_CHECKING:
    from hoedong.fetch.answer import Fetched
    from hoedong.fetch.fetcher import Fetcher

Get = Callable[[str], "Fetched"]
"""Fetches an address.

Raises:
    FetchError: it is not had, and why.
"""

ATTEMPTS = 3
"""At a page that somebody names and waits for."""

_NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_VARIANTS = frozenset(("www", "m", "mobile", "n", "amp"))


def no_fetch(url: str) -> Fetched:
    """Fetch nothing.

    Raises:
        FetchRefused: always.
    """
    del url
    raise FetchRefused("fetch.off", "addresses of the web are not fetched here; save the page and give the file")


def usual_get(contact: str | None = None) -> Get:
    """How an address is fetched that somebody names and waits for."""

    def get(url: str) -> Fetched:
        return _usual_fetcher(contact).fetch(url)

    return get


@cache
def _usual_fetcher(contact: str | None) -> Fetcher:
    """One for the process, so that hosts are paced; made when the first address comes, with its HTTP client."""
    from hoedong.fetch.fetcher import Fetcher  # noqa: PLC0415
    from hoedong.fetch.limits import Limits  # noqa: PLC0415

    return Fetcher(contact=contact, limits=Limits(attempts=ATTEMPTS))


def iter_documents(
    arguments: Sequence[str], stdin: BinaryIO, get: Get | None = None, columns: Mapping[str, str] = _NO_COLUMNS
) -> Iterator[SourceItem | SourceProblem]:
    """All documents that the arguments name, in order: files, `-`, and addresses, which are fetched in turn.

    `columns` are the headers of tables by field, where the user names them.
    """
    for argument in arguments:
        if is_web_address(argument):
            yield from fetch_items(argument, get or usual_get())
        else:
            yield from iter_sources([argument], stdin, columns)


def fetch_items(url: str, get: Get) -> Iterator[SourceItem | SourceProblem]:
    """What an address holds; what keeps it from being had is a problem."""
    try:
        fetched = get(url)
    except FetchError as error:
        yield SourceProblem(error.code, url, str(error))
        return
    yield from items_of_fetched(fetched)


def items_of_fetched(fetched: Fetched) -> Iterator[SourceItem | SourceProblem]:
    """A page that was fetched, as items to read; the server's word on its encoding counts."""
    kind = fetched.content_type
    is_page = kind.name in _PAGES
    for found in items_of_bytes(fetched.data, fetched.asked, kind.charset, is_page=is_page):
        yield found if isinstance(found, SourceProblem) else _from_web(found, fetched)


def fetched_item(fetched: Fetched) -> SourceItem:
    """The one document of a page that was fetched.

    Raises:
        UnsupportedSource: there is nothing in it to read, or there are several documents in it.
    """
    items = items_of_fetched(fetched)
    found = next(items, None)
    if not isinstance(found, SourceItem):
        raise UnsupportedSource(str(found) if found else f"{fetched.asked}: it is empty")
    if any(isinstance(other, SourceItem) for other in items):
        raise UnsupportedSource(f"{fetched.asked}: it holds several documents; add it with `hoedong add`")
    return found


def _from_web(item: SourceItem, fetched: Fetched) -> SourceItem:
    """An item with where and when it was had; a file of this machine is none of its names."""
    moment = fetched.retrieved.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    found = replace(item, file=None, retrieved=moment)
    if item.line is None:
        return replace(found, url=own_address(item.url, fetched.url))
    if item.url and not is_same_site(item.url, fetched.url):
        return replace(found, url=None, page=replace(item.page, url=None), id=item.id or item.url)
    return found


def own_address(claimed: str | None, url: str) -> str:
    """The address that a page gives itself (its canonical one), if it is of the site that it came from.

    Else the address that it came from: a page must not pass for a newer version of another site's page.
    """
    return claimed if claimed and is_same_site(claimed, url) else url


def is_same_site(a: str, b: str) -> bool:
    """Whether two addresses are of one site, its edition for telephones included.

    >>> is_same_site("https://n.news.example/1", "https://news.example/1")
    True
    """
    try:
        hosts = [_site(urlsplit(one).hostname or "") for one in (a, b)]
    except ValueError:
        return False
    return hosts[0] == hosts[1] != ""


def _site(host: str) -> str:
    first, _, rest = host.partition(".")
    return _site(rest) if first in _VARIANTS and "." in rest else host
