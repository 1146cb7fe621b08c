"""Compressed bodies, unpacked no further than the limit: a few kilobytes can hold gigabytes of zeros."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from hoedong.errors import FetchFailed, FetchRefused

ACCEPTED = "gzip, deflate"
"""The encodings that are asked for; each can be unpacked step by step."""

_GZIP, _PLAIN_DEFLATE = 16 + zlib.MAX_WBITS, -zlib.MAX_WBITS


def read_limited(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """A whole body, unpacked.

    Raises:
        FetchRefused: it holds more than `limit` bytes, or is packed in a way that was not asked for.
        FetchFailed: it is not packed as it says.
    """
    found = read_start(chunks, encoding, limit + 1)
    if len(found) > limit:
        raise too_large(limit)
    return found


def read_start(chunks: Iterable[bytes], encoding: str, most: int) -> bytes:
    """The first bytes of a body, unpacked; what comes after them is never asked for. Errors as of `read_limited`."""
    found = bytearray()
    for piece in _unpacked(chunks, encoding.strip().lower(), most):
        found += piece
        if len(found) >= most:
            break
    return bytes(found[:most])


def too_large(limit: int) -> FetchRefused:
    """The error of a body above the limit."""
    return FetchRefused("fetch.too-large", f"it holds more than {limit:,} bytes")


def _unpacked(chunks: Iterable[bytes], encoding: str, most: int) -> Iterator[bytes]:
    match encoding:
        case "" | "identity":
            yield from chunks
        case "gzip" | "x-gzip" | "deflate":
            try:
                yield from _inflated(chunks, encoding, most)
            except zlib.error as error:
                raise FetchFailed("fetch.encoding", f"it is not {encoding} as it says ({error})") from error
        case _:
            raise FetchRefused("fetch.encoding", f"it is packed as {encoding[:40]!r}, which was not asked for")


def _inflated(chunks: Iterable[bytes], encoding: str, most: int) -> Iterator[bytes]:
    """The pieces of a packed body, none above `most` bytes; a body that ends too early is an error."""
    unpacker = None
    for chunk in chunks:
        unpacker = unpacker or zlib.decompressobj(_window(encoding, chunk))
        while chunk and not unpacker.eof:
            yield unpacker.decompress(chunk, most)
            chunk = unpacker.unconsumed_tail  # noqa: PLW2901 - what is left of it
    if unpacker is not None and not unpacker.eof:
        yield unpacker.flush()
        if not unpacker.eof:
            raise zlib.error("it ends too early")


def _window(encoding: str, start: bytes) -> int:
    """How the bytes are framed; many servers send "deflate" without the frame that the standard asks for."""
    if encoding != "deflate":
        return _GZIP
    has_frame = len(start) > 1 and start[0] & 0x0F == 8 and (start[0] * 256 + start[1]) % 31 == 0
    return zlib.MAX_WBITS if has_frame else _PLAIN_DEFLATE
