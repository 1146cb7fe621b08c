"""Hangul documents of the older kind (HWP 5): records in an OLE file.

The layout is that of "Hangul Document File Formats 5.0" (Hancom, revision 1.3): a section is a run of records, and the
text of a paragraph one of them, UTF-16 with control characters that take the place of eight.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from hoedong.ingest.formats.composed import compose
from hoedong.ingest.formats.extras import need
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.source_item import LONGEST_FILE

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURE = b"HWP Document File"
_FLAGS = struct.Struct("<36xI")
_RECORD = struct.Struct("<I")
_PARAGRAPH_TEXT = 67
_LONG = 0xFFF
_COMPRESSED, _PASSWORD, _DISTRIBUTION = 1, 2, 4
_SECTION = re.compile(r"Section(\d{1,6})")
_SINGLE = {10: "\n", 13: "", 24: "-", 30: " ", 31: " "}
"""Control characters that stand for themselves: line break, end, hyphen, blanks."""
_ALONE = frozenset((0, *range(24, 32), 10, 13))
_TAB, _LAST_CONTROL, _CONTROL_WIDTH = 9, 31, 8


def is_ole(material: Material) -> bool:
    """Whether the bytes are an OLE file: HWP, or an old office document."""
    return material.head.startswith(MAGIC)


def read_hwp(material: Material) -> Iterator[Found]:
    """The one document of a Hangul file.

    Raises:
        Refused: it is no Hangul document, encrypted, or the extra is missing.
    """
    olefile = need(material, "olefile", "hwp")
    with olefile.OleFileIO(material.seekable()) as ole:
        flags = _flags(material, ole)
        sections = (_section(material, ole, path, flags) for path in _sections(ole))
        yield compose(material.name, [(line, None) for section in sections for line in paragraphs(section)])


def _flags(material: Material, ole: Any) -> int:
    head = ole.openstream("FileHeader").read(40) if ole.exists("FileHeader") else b""
    if not head.startswith(_SIGNATURE) or len(head) < _FLAGS.size:
        hint = "save it as .docx, .hwpx, .xlsx, .pdf or text"
        raise material.refused("source.unsupported", "this is an old office document of a kind that is not read", hint)
    flags: int = _FLAGS.unpack(head[: _FLAGS.size])[0]
    if flags & (_PASSWORD | _DISTRIBUTION):
        hint = "save it as .hwpx or .pdf"
        raise material.refused("source.encrypted", "it has a password, or is locked for distribution", hint)
    return flags


def _sections(ole: Any) -> list[list[str]]:
    """The paths of the sections, in the order of their numbers."""
    paths = [(_SECTION.fullmatch(path[-1]), path) for path in ole.listdir() if path[0] == "BodyText"]
    return [path for _, path in sorted((int(match[1]), path) for match, path in paths if match)]


def _section(material: Material, ole: Any, path: list[str], flags: int) -> bytes:
    data: bytes = ole.openstream(path).read(LONGEST_FILE)
    if not flags & _COMPRESSED:
        return data
    unpacked = zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, LONGEST_FILE + 1)
    if len(unpacked) > LONGEST_FILE:
        raise material.refused("source.bomb", f"a section of it unpacks to more than {LONGEST_FILE:,} bytes")
    return unpacked


def paragraphs(section: bytes) -> Iterator[str]:
    """The text of each paragraph of an unpacked section; a section that is cut gives those before the cut."""
    at = 0
    while at + _RECORD.size <= len(section):
        (head,) = _RECORD.unpack_from(section, at)
        at, size = at + _RECORD.size, head >> 20
        if size == _LONG and at + _RECORD.size <= len(section):
            (size,) = _RECORD.unpack_from(section, at)
            at += _RECORD.size
        if head & 0x3FF == _PARAGRAPH_TEXT:
            yield "".join(_characters(section[at : at + size]))
        at += size


def _characters(record: bytes) -> Iterator[str]:
    """The characters of a paragraph; what stands for a table, a picture or a field is left out."""
    units = memoryview(record[: len(record) // 2 * 2]).cast("H")
    at = start = 0
    while at < len(units):
        if units[at] > _LAST_CONTROL:
            at += 1
            continue
        yield _plain(record[2 * start : 2 * at])
        yield _SINGLE.get(units[at], "\t" if units[at] == _TAB else "")
        at += 1 if units[at] in _ALONE else _CONTROL_WIDTH
        start = at
    yield _plain(record[2 * start : 2 * len(units)])


def _plain(record: bytes) -> str:
    return record.decode("utf-16-le", "replace")
