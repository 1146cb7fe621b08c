"""Web archives (WARC), such as those of Common Crawl: the pages in them, one after the other, however many there are.

The reader is our own, since a damaged record must not end the run: what is held is one record.
"""

from __future__ import annotations

import datetime as dt
import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hoedong.ingest.formats.gzip_file import MAGIC
from hoedong.ingest.formats.http_body import LONGEST_BODY, UnreadableBody, answer_of, unpacked
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.formats.warc_stream import Bytes, plain_chunks, unpacked_chunks
from hoedong.ingest.formats.web_address import web_address
from hoedong.ingest.source_item import SourceItem, SourceProblem

_VERSION = b"WARC/"
_LONGEST_LINE, _MOST_LINES = 16 * 1024, 200
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_FOUND = 200


def is_warc(material: Material) -> bool:
    """Whether the bytes open as a WARC record, gzipped or plain."""
    head = material.head
    if head.startswith(MAGIC):
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(_VERSION))
        except zlib.error:
            return False
    return head.startswith(_VERSION)


def read_warc(material: Material) -> Iterator[Found]:
    """The pages of an archive: HTML that a server gave with status 200. A damaged record is a problem of it alone."""
    chunks = (unpacked_chunks if material.head.startswith(MAGIC) else plain_chunks)(material.stream)
    for record in records(Bytes(chunks)):
        if record.fault:
            yield SourceProblem("warc.broken-record", f"{material.name}:{record.number}", record.fault)
        elif record.is_answer:
            yield from _page(material, record)


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its number in the file from 1 on, its headers by names in lower case, its block if that is wanted.

    `fault` tells what is wrong with it, empty where nothing is.
    """

    number: int
    headers: Mapping[str, str]
    block: bytes = b""
    fault: str = ""

    @property
    def is_answer(self) -> bool:
        """Whether it holds what a server answered."""
        return self.headers.get("warc-type") == "response" and "http" in self.headers.get("content-type", "http")


def records(data: Bytes) -> Iterator[Record]:
    """The records of an archive; the blocks only of answers, and of no more than a page may have."""
    number = 0
    while (start := _start(data)) is not None:
        fault, headers = start
        if fault:
            number += 1
            yield Record(number, {}, fault=fault)
        if headers is not None:
            number += 1
            yield _record(number, headers, data)


def _record(number: int, headers: Mapping[str, str], data: Bytes) -> Record:
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) < 16):
        return Record(number, headers, fault="the record does not tell its length")
    record, size = Record(number, headers), int(length)
    if not record.is_answer:
        whole = data.skip(size) == size
        return record if whole else replace(record, fault="the record is cut short or damaged")
    block = data.take(min(size, LONGEST_BODY + _LONGEST_LINE))
    whole = len(block) == size or data.skip(size - len(block)) == size - len(block)
    if not whole:
        return replace(record, fault="the record is cut short or damaged")
    fault = "" if len(block) == size else f"the page has more than {LONGEST_BODY:,} bytes"
    return replace(record, block=block, fault=fault)


def _start(data: Bytes) -> tuple[str, Mapping[str, str] | None] | None:
    """What is wrong with the bytes up to the next record, and its headers, None at a gap; nothing at the end."""
    skipped = 0
    while True:
        line = data.line(_LONGEST_LINE)
        fault = f"{skipped:,} bytes are no record" if skipped else ""
        if line.startswith(_VERSION):
            return fault, _headers(data)
        if not line:
            at_end = (fault, None) if fault else None
            return at_end if data.is_over else ("the archive is damaged here", None)
        skipped += len(line.strip(b"\r\n"))


def _headers(data: Bytes) -> Mapping[str, str]:
    headers: dict[str, str] = {}
    for _ in range(_MOST_LINES):
        line = data.line(_LONGEST_LINE)
        if not line.strip():
            break
        name, _, value = line.decode("utf-8", "replace").partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    return headers


def _page(material: Material, record: Record) -> Iterator[Found]:
    """The page of an answer, with its address and the time at which it was fetched."""
    answer = answer_of(record.block)
    if answer.status != _FOUND or answer.kind not in _PAGES:
        return
    location = f"{material.name}:{record.number}"
    try:
        body = unpacked(answer)
    except UnreadableBody as error:
        yield SourceProblem("warc.unreadable-page", location, str(error))
        return
    url = web_address(record.headers.get("warc-target-uri", "").strip("<>"))
    for found in material.within_page(location, io.BytesIO(body), answer.charset):
        yield _placed(found, material.name, record, url) if isinstance(found, SourceItem) else found


def _placed(item: SourceItem, name: str, record: Record, url: str | None) -> SourceItem:
    moment = _moment(record.headers.get("warc-date", ""))
    return replace(item, file=name, line=record.number, url=url or item.url, retrieved=moment)


def _moment(written: str) -> str | None:
    """A time in UTC to the second; None for what is none."""
    try:
        time = dt.datetime.fromisoformat(written)
    except ValueError:
        return None
    return time.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
