"""Gzipped files of any format, unpacked as they are read."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.source_item import LONGEST_FILE

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_GROWTH = 200
"""How many times the bytes read so far the unpacked ones may be, beyond the length of one document."""
MAGIC = b"\x1f\x8b"


def is_gzip(material: Material) -> bool:
    """Whether the bytes are gzipped."""
    return material.head.startswith(MAGIC)


def read_gzip(material: Material) -> Iterator[Found]:
    """The documents of the file inside."""
    name = PurePosixPath(material.name).stem or "content"
    return material.within(name, io.BufferedReader(Unpacked(material)))


class Unpacked(io.RawIOBase):
    """The bytes inside a gzipped file; refuses to go on where they are far more than the packed ones.

    >>> material = Material("1.txt.gz", io.BytesIO(gzip.compress("만났다.".encode())), b"", lambda inner: iter(()))
    >>> io.BufferedReader(Unpacked(material)).read().decode()
    '만났다.'
    """

    def __init__(self, material: Material) -> None:
        super().__init__()
        self._material, self._packed = material, _Counted(material.stream)
        self._inner = gzip.GzipFile(fileobj=self._packed, mode="rb")
        self._given = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """The next bytes.

        Raises:
            Refused: the file grows as no text does.
        """
        count: int = self._inner.readinto(buffer)
        self._given += count
        if self._given > LONGEST_FILE and self._given > MOST_GROWTH * self._packed.taken:
            raise self._material.refused("source.bomb", f"it unpacks to more than {MOST_GROWTH} times its size")
        return count


class _Counted(io.RawIOBase):
    """A stream that knows how many bytes were taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream, self.taken = stream, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.taken += len(data)
        return data
