"""The parts of an office package (DOCX, HWPX), read with limits."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from hoedong.ingest.formats.material import Material
from hoedong.ingest.formats.xml_tree import Node, parse_xml
from hoedong.ingest.source_item import LONGEST_FILE

_ENCRYPTED = 0x1


def xml_part(material: Material, archive: zipfile.ZipFile, name: str) -> Node | None:
    """The root of a part, None where it holds no XML.

    Raises:
        Refused: it is encrypted, or longer than a document may be.
        KeyError: there is no such part.
    """
    member = archive.getinfo(name)
    if member.flag_bits & _ENCRYPTED:
        raise material.refused("source.encrypted", "it is encrypted", "save it without a password")
    return parse_xml(_read(material, archive, member).decode("utf-8", "replace"))


def parts_named(archive: zipfile.ZipFile, pattern: str) -> Iterator[str]:
    """The names of numbered parts, in the order of their numbers; `pattern` has the number as its only group."""
    found = [(int(match[1]), name) for name in archive.namelist() if (match := re.fullmatch(pattern, name))]
    yield from (name for _, name in sorted(found))


def _read(material: Material, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.file_size > LONGEST_FILE:
        raise material.refused("source.too-long", f"a part of it unpacks to more than {LONGEST_FILE:,} bytes")
    with archive.open(member) as stream:
        return stream.read(LONGEST_FILE)
