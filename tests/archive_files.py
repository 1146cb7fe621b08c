"""Archives: ZIP, and web archives by another program or laid out by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def http_answer(body: bytes, *headers: str, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """What a server answered, as an archive keeps it."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def warc_record(url: str, block: bytes, kind: str = "response", length: int | None = None) -> bytes:
    """A record of a web archive; `length` is what it says of its length where that is a lie."""
    size = len(block) if length is None else length
    lines = [
        "WARC/1.0", f"WARC-Type: {kind}", "WARC-Date: 2024-06-13T01:02:03Z", f"WARC-Target-URI: {url}",
        "Content-Type: application/http; msgtype=response", f"Content-Length: {size}",
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def warc(page_url: str, page: bytes) -> bytes:
    """A gzipped web archive of one page, a member for each record, written by another program."""
    from fastwarc.stream_io import GzipWriter
    from fastwarc.warc import WarcRecord, WarcRecordType

    buffer = io.BytesIO()
    writer = GzipWriter(buffer)
    for kind, url, block in (
        (WarcRecordType.warcinfo, "", b"software: x\r\n"),
        (WarcRecordType.request, page_url, b"GET / HTTP/1.1\r\n\r\n"),
        (WarcRecordType.response, page_url, page),
        (WarcRecordType.response, "https://new.example/no", http_answer(b"<html>x", status="404 Not Found")),
        (WarcRecordType.response, "https://new.example/p.png", http_answer(b"\x89PNG", kind="image/png")),
    ):
        record = WarcRecord()
        record.init_headers(kind, content_length=len(block))
        record.headers["WARC-Date"] = "2024-06-13T01:02:03Z"
        if url:
            record.headers["WARC-Target-URI"] = url
        if kind is not WarcRecordType.warcinfo:
            record.headers["Content-Type"] = "application/http; msgtype=response"
        record.set_bytes_content(block)
        record.write(writer)
        writer.finish()
    writer.close()
    return buffer.getvalue()
