"""The addresses that a page of the web links to."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin

from lxml import etree
from lxml import html as lxml_html

from hoedong.errors import UndecodableSource
from hoedong.ingest.decode import decode
from hoedong.ingest.html import declared_charset

MOST_LINKS = 5_000
"""Of one page; more is no list that people look at."""


def links_of_page(data: bytes, url: str, charset: str | None = None) -> tuple[str, ...]:
    """Addresses of the web that a page links to, each once, in its order, without fragments; none where it is no page.

    `url` is where it was found, against which relative links are resolved.
    """
    try:
        text, _, _ = decode(data, charset or declared_charset(data))
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), lxml_html.HTMLParser(encoding="utf-8"))
    except (UndecodableSource, etree.LxmlError, ValueError):
        return ()
    base = _joined(url, next((one.get("href") for one in root.iter("base") if one.get("href")), "")) or url
    found = (_joined(base, link.get("href") or "") for link in root.iter("a"))
    return tuple(dict.fromkeys(one for one in found if one))[:MOST_LINKS]


def _joined(base: str, link: str) -> str | None:
    """A link as an address of the web, None where it is none."""
    try:
        found, _ = urldefrag(urljoin(base, link.strip()))
    except ValueError:
        return None
    return found if found.startswith(("http://", "https://")) else None
