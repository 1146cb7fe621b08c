"""Feeds (RSS, Atom, RDF): their entries, however malformed the file is.

`read_feed(data, url)` is for who fetched a feed as well as for a feed in a file; it never fetches anything itself.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hoedong.errors import UndecodableSource
from hoedong.ingest.decode import decode
from hoedong.ingest.formats.web_address import web_address
from hoedong.ingest.source_item import SourceProblem
from hoedong.ingest.times import iso_time

LONGEST_FEED = 4 * 1024 * 1024
"""Bytes of a feed that are looked at; the largest of the press have a few hundred thousand."""

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,30})")
_AS_UTF8 = "application/xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed; None where it says nothing.

    `title` has no markup. `summary` and `content` are markup or text as the feed gives them: the lead, and the whole
    article, which few feeds carry. `published` is ISO 8601 in the zone that the feed writes, `id` its guid or Atom id.
    """

    url: str | None = None
    title: str | None = None
    summary: str | None = None
    content: str | None = None
    published: str | None = None
    id: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries of a feed in its order, and what kept some of it from being read; `title` is the feed's own."""

    entries: tuple[FeedEntry, ...] = ()
    problems: tuple[SourceProblem, ...] = ()
    title: str | None = None


def read_feed(data: bytes, url: str | None = None) -> Feed:
    """The entries of a feed; `url` is where it was found, against which its relative links are resolved.

    A malformed feed gives the entries that can be made out. Nothing is raised and nothing fetched.
    """
    where = url or "feed"
    if len(data) > LONGEST_FEED:
        return _refused("source.too-long", where, f"a feed of more than {LONGEST_FEED:,} bytes")
    try:
        text, _, _ = decode(data, declared_encoding(data))
    except UndecodableSource as error:
        return _refused("source.not-text", where, str(error))
    try:
        parsed = _parse(text, url)
    except Exception as error:  # noqa: BLE001 - a malformed feed must not end the run, whatever the parser makes of it
        return _refused("feed.malformed", where, f"the feed cannot be read ({error!r})")
    entries = tuple(_entries(parsed))
    if not entries and not parsed.get("version"):
        return _refused("feed.malformed", where, "no feed could be made out")
    return Feed(entries, (), _words(parsed.get("feed", {}).get("title")))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an XML declaration names, None where there is none."""
    match = _ENCODING.match(data[:400])
    return match.group(1).decode("ascii", "replace") if match else None


def _refused(code: str, where: str, message: str) -> Feed:
    return Feed(problems=(SourceProblem(code, where, message),))


def _parse(text: str, url: str | None) -> Mapping[str, Any]:
    """Parsed from a stream, since a mere string may be taken for an address or a path."""
    import feedparser  # noqa: PLC0415 - slow to import, and needed for feeds alone

    stream = io.BytesIO(_DECLARATION.sub("", text).encode("utf-8", "replace"))
    headers = {"content-type": _AS_UTF8} | ({"content-location": url} if url else {})
    parsed: Mapping[str, Any] = feedparser.parse(stream, response_headers=headers, sanitize_html=False)
    return parsed


def _entries(parsed: Mapping[str, Any]) -> Iterator[FeedEntry]:
    for entry in parsed.get("entries", ()):
        found = FeedEntry(
            url=web_address(entry.get("link")),
            title=_without_tags(_words(entry.get("title"))),
            summary=_words(entry.get("summary")),
            content=_content(entry),
            published=_time(entry),
            id=_words(entry.get("id")),
            author=_words(entry.get("author")),
        )
        if found.url or found.title or found.summary or found.content:
            yield found


def _time(entry: Mapping[str, Any]) -> str | None:
    """The time of publication, else of the last change."""
    return iso_time(entry.get("published")) or (iso_time(entry["updated"]) if "updated" in entry else None)


def _content(entry: Mapping[str, Any]) -> str | None:
    """The longest of several contents: the same article as text and as markup."""
    values = [words for part in entry.get("content", ()) if (words := _words(part.get("value")))]
    return max(values, key=len, default=None)


def _without_tags(title: str | None) -> str | None:
    """A title as words: some feeds set <b> in it."""
    return re.sub(r"</?[A-Za-z][^<>]{0,200}>", "", title).strip() or None if title else None


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
