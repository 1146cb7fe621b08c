"""The bytes of a WARC file as they come, gzipped or plain, with a way on behind what is damaged.

A gzipped WARC file has a member for each record. A damaged member is a gap in the bytes: the record that it was in ends
there, and the next begins at the next member.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

_CHUNK = 256 * 1024
_MEMBER = b"\x1f\x8b\x08"
_GZIP = zlib.MAX_WBITS | 16


def plain_chunks(stream: BinaryIO) -> Iterator[bytes | None]:
    """The bytes of a plain file; it has no gaps."""
    while data := stream.read(_CHUNK):
        yield data


def unpacked_chunks(stream: BinaryIO) -> Iterator[bytes | None]:
    """The unpacked bytes of a gzipped file, None where some of them are damaged and left out.

    >>> import gzip, io
    >>> good = gzip.compress(b"WARC")
    >>> list(unpacked_chunks(io.BytesIO(good + good[:12] + b"????" + good)))
    [b'WARC', None, b'WARC']
    """
    rest, member = b"", zlib.decompressobj(_GZIP)
    is_inside = False
    while rest := rest or stream.read(_CHUNK):
        try:
            data = member.decompress(rest, _CHUNK)
        except zlib.error:
            yield None
            rest, member, is_inside = _from_next_member(rest, stream), zlib.decompressobj(_GZIP), False
            continue
        is_inside = not member.eof
        rest = member.unused_data.lstrip(b"\x00") if member.eof else member.unconsumed_tail
        if member.eof:
            member = zlib.decompressobj(_GZIP)
        if data:
            yield data
    if is_inside:
        yield None


def _from_next_member(rest: bytes, stream: BinaryIO) -> bytes:
    """The bytes from the next start of a member on; empty where there is none."""
    rest = rest[1:]
    while (at := rest.find(_MEMBER)) < 0:
        more = stream.read(_CHUNK)
        if not more:
            return b""
        rest = rest[-(len(_MEMBER) - 1) :] + more
    return rest[at:]


class Bytes:
    """Bytes to be taken line by line and by the number; a gap reads as an end, once."""

    def __init__(self, chunks: Iterator[bytes | None]) -> None:
        self._chunks, self._held, self._at = chunks, b"", 0
        self.is_over = False

    def line(self, longest: int) -> bytes:
        """The next line with its end, cut after so many bytes; empty at a gap and at the end."""
        while (end := self._held.find(b"\n", self._at)) < 0 and len(self._held) - self._at < longest:
            if not self._more():
                end = len(self._held) - 1
                break
        return self._take(min(longest, end + 1 - self._at) if end >= 0 else longest)

    def take(self, count: int) -> bytes:
        """The next bytes: as many as asked for, fewer only before a gap or the end."""
        while len(self._held) - self._at < count and self._more():
            pass
        return self._take(count)

    def skip(self, count: int) -> int:
        """Pass over bytes without holding them; how many there were."""
        left = count
        while left > 0:
            step = min(left, len(self._held) - self._at)
            self._at += step
            left -= step
            if left and not self._more():
                break
        return count - left

    def _take(self, count: int) -> bytes:
        data = self._held[self._at : self._at + count]
        self._at += len(data)
        return data

    def _more(self) -> bool:
        """Hold the next chunk too; False at a gap and at the end."""
        chunk = next(self._chunks, b"")
        if chunk:
            self._held, self._at = self._held[self._at :] + chunk, 0
            return True
        self.is_over = chunk is not None
        return False
