"""The body of an HTTP answer as it was sent: chunks joined, compression undone, within limits."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

LONGEST_BODY = 20 * 1024 * 1024
"""Bytes that a page may unpack to."""
_CHUNK_HEAD = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,30})", re.IGNORECASE)
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


class UnreadableBody(ValueError):
    """A body that cannot be unpacked; the message says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer: its status (None where it has none), its headers by names in lower case, its body as sent."""

    status: int | None
    headers: Mapping[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The type of the body without parameters: `text/html`."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the server names, None where it names none."""
        match = _CHARSET.search(self.headers.get("content-type", ""))
        return match[1] if match else None


def answer_of(block: bytes) -> Answer:
    """An answer from its bytes: status line, headers, an empty line, body."""
    head, _, body = block.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    match = re.match(r"HTTP/\d(?:\.\d)?\s+(\d{3})", first)
    return Answer(int(match[1]) if match else None, headers, body)


def unpacked(answer: Answer) -> bytes:
    """The body itself. What says that it is packed and is not, as in some archives, is taken as it is.

    Raises:
        UnreadableBody: it is damaged, too long, or packed by a method that is not known here.
    """
    body = answer.body
    if "chunked" in answer.headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    for method in reversed(answer.headers.get("content-encoding", "").lower().split(",")):
        body = _decompressed(body, method.strip())
    if len(body) > LONGEST_BODY:
        raise UnreadableBody(f"the page has more than {LONGEST_BODY:,} bytes")
    return body


def _joined(body: bytes) -> bytes:
    """The chunks of a body, joined; those before the end where the last is missing."""
    pieces: list[bytes] = []
    at = 0
    while match := _CHUNK_HEAD.match(body, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[match.end() : match.end() + size])
        at = match.end() + size + (2 if body.startswith(b"\r\n", match.end() + size) else 1)
    return b"".join(pieces) or body


def _decompressed(body: bytes, method: str) -> bytes:
    if method in ("", "identity"):
        return body
    if method in ("gzip", "x-gzip"):
        return _inflated(body, _GZIP_OR_ZLIB) if body.startswith(b"\x1f\x8b") else body
    if method == "deflate":
        return _inflated(body, _GZIP_OR_ZLIB if body[:1] == b"\x78" else -zlib.MAX_WBITS)
    if body.lstrip()[:1] == b"<":
        return body
    raise UnreadableBody(f"the page is packed by a method that is not read ({method[:20]})")


def _inflated(body: bytes, bits: int) -> bytes:
    try:
        data = zlib.decompressobj(bits).decompress(body, LONGEST_BODY + 1)
    except zlib.error as error:
        raise UnreadableBody(f"the page cannot be unpacked ({error})") from error
    return data
