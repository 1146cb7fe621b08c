"""The formats that are told by their content, in the order in which they are tried."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hoedong.ingest.corpus import opens_a_corpus
from hoedong.ingest.formats.csv_file import is_csv, read_csv
from hoedong.ingest.formats.feed_file import read_feed_file, read_sitemap_file
from hoedong.ingest.formats.gzip_file import is_gzip, read_gzip
from hoedong.ingest.formats.hwp import is_ole, read_hwp
from hoedong.ingest.formats.json_file import is_json, read_json, read_lines
from hoedong.ingest.formats.mail import is_mail, read_mail
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.formats.news_xml import read_news_xml
from hoedong.ingest.formats.parquet_file import is_parquet, read_parquet
from hoedong.ingest.formats.pdf import is_pdf, read_pdf
from hoedong.ingest.formats.warc import is_warc, read_warc
from hoedong.ingest.formats.zip_file import is_zip, read_zip

CORPUS_ENDINGS = frozenset((".jsonl", ".ndjson"))

_ROOT = re.compile(
    r"^\s*(?:(?:<!--(?:(?!-->).){0,2000}-->|<\?[^>]{0,500}\?>|<!DOCTYPE[^\[>]{0,500}(?:\[[^\]]{0,20000}\]\s*)?>)\s*){0,10}"
    r"<(?:[\w-]{1,30}:)?([A-Za-z][\w-]{0,40})",
    re.DOTALL,
)
"""The outermost element, behind declarations, comments and a document type."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is told, and how it is read.

    `recognises` looks at the first bytes, and at the name only where the bytes cannot tell. `holds_many` says whether
    a file may hold several documents. `read` streams: what it holds at a time is one document.
    """

    name: str
    recognises: Callable[[Material], bool]
    read: Callable[[Material], Iterator[Found]]
    holds_many: bool = True


def _has_root(*names: str) -> Callable[[Material], bool]:
    """What tells an XML file by its outermost element."""
    return lambda material: root_of(material.head) in names


def _is_corpus(material: Material) -> bool:
    return material.ending in CORPUS_ENDINGS or opens_a_corpus(material.head.partition(b"\n")[0])


FORMATS = (
    Format("web archive", is_warc, read_warc),
    Format("gzip file", is_gzip, read_gzip),
    Format("ZIP archive", is_zip, read_zip),
    Format("Parquet file", is_parquet, read_parquet),
    Format("HWP document", is_ole, read_hwp, holds_many=False),
    Format("PDF", is_pdf, read_pdf, holds_many=False),
    Format("feed", _has_root("rss", "feed", "RDF"), read_feed_file),
    Format("sitemap", _has_root("urlset", "sitemapindex"), read_sitemap_file),
    Format("news message", _has_root("newsItem", "newsMessage", "packageItem", "nitf"), read_news_xml),
    Format("JSONL corpus", _is_corpus, read_lines),
    Format("JSON file", is_json, read_json),
    Format("message", is_mail, read_mail),
    Format("table", is_csv, read_csv),
)
"""Formats with unmistakable first bytes come first, those that look most like a text last."""


def format_of(material: Material) -> Format | None:
    """The format of some bytes; None for a page or a text."""
    return next((one for one in FORMATS if one.recognises(material)), None)


def root_of(head: bytes) -> str | None:
    """The local name of the outermost element of an XML file, whatever its encoding; None for what is no XML.

    >>> root_of('<?xml version="1.0"?><!-- 새소식 --><rdf:RDF xmlns:rdf="…">'.encode())
    'RDF'
    """
    start = head[:32_768].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    match = _ROOT.match(start.decode("latin-1"))
    return match[1] if match else None
