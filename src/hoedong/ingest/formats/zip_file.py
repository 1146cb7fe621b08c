"""ZIP archives, and the packages of office documents that are ZIP archives inside.

Nothing is ever unpacked to disk. What a member says of its size is checked before it is opened, and the bytes are
counted again as they come.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from hoedong.ingest.formats.docx import read_docx
from hoedong.ingest.formats.folder import holds_no_document
from hoedong.ingest.formats.hwpx import read_hwpx
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.formats.xlsx import read_xlsx
from hoedong.ingest.source_item import SourceProblem

MOST_MEMBERS = 100_000
MOST_UNPACKED = 8 * 1024**3
"""Bytes of all members together."""
MOST_GROWTH = 200
"""How many times its packed size a member may have; text grows three to twenty times."""
_SMALL = 1024 * 1024
"""Bytes up to which growth is no danger: a page of blanks."""
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_PACKAGES: tuple[tuple[str, Callable[[Material, zipfile.ZipFile], Iterator[Found]]], ...] = (
    ("word/document.xml", read_docx),
    ("xl/workbook.xml", read_xlsx),
    ("Contents/section0.xml", read_hwpx),
)
_OTHER_PACKAGES = frozenset(("mimetype", "[Content_Types].xml"))


def is_zip(material: Material) -> bool:
    """Whether the bytes are a ZIP archive, an empty one included."""
    return material.head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_zip(material: Material) -> Iterator[Found]:
    """The documents of an archive in the order of their names, or the one of an office package."""
    try:
        archive = zipfile.ZipFile(material.seekable())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise material.refused("source.broken", f"the ZIP archive is broken ({error})") from error
    with archive:
        members = archive.infolist()
        _require_moderate(material, members)
        names = {member.filename for member in members}
        for mark, read in _PACKAGES:
            if mark in names:
                yield from read(material, archive)
                return
        if names & _OTHER_PACKAGES:
            hint = "save it as .docx, .hwpx, .pdf or text"
            raise material.refused("source.unsupported", "this is an office document of a kind that is not read", hint)
        yield from _members(material, archive, members)


def _require_moderate(material: Material, members: Sequence[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise material.refused("source.too-long", f"it has {len(members):,} members, more than {MOST_MEMBERS:,}")
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED:
        raise material.refused("source.too-long", f"it unpacks to {unpacked:,} bytes, more than {MOST_UNPACKED:,}")


def _members(material: Material, archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> Iterator[Found]:
    named = sorted((_name(member), index, member) for index, member in enumerate(members) if not member.is_dir())
    wanted = [(name, member) for name, _, member in named if not holds_no_document(name)]
    if not wanted:
        yield SourceProblem("source.empty", material.name, "the archive holds no documents")
    for name, member in wanted:
        if problem := _refusal(f"{material.name}/{name}", name, member):
            yield problem
        else:
            yield from _member(material, archive, name, member)


def _member(material: Material, archive: zipfile.ZipFile, name: str, member: zipfile.ZipInfo) -> Iterator[Found]:
    try:
        with archive.open(member) as stream:
            yield from material.within(name, cast(BinaryIO, stream))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield SourceProblem("source.broken", f"{material.name}/{name}", f"this member is broken ({error})")


def _name(member: zipfile.ZipInfo) -> str:
    """The name of a member; Korean archivers write CP949 without saying so, and Windows its own bars."""
    name = member.filename
    if not member.flag_bits & _UTF8_NAME:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("cp949")
    return name.replace("\\", "/")


def _refusal(path: str, name: str, member: zipfile.ZipInfo) -> SourceProblem | None:
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or "\x00" in name or ":" in parts.parts[0]:
        return SourceProblem("source.bad-name", path, "the name of this member leads out of the archive")
    if member.flag_bits & _ENCRYPTED:
        return SourceProblem("source.encrypted", path, "this member is encrypted", "unpack it first")
    if grows_too_much(member):
        message = f"this member would unpack to {member.file_size:,} bytes, more than {MOST_GROWTH} times its size"
        return SourceProblem("source.bomb", path, message)
    return None


def grows_too_much(member: zipfile.ZipInfo) -> bool:
    """Whether a member unpacks to many times its size, as archives do that are made to fill a disk."""
    return member.file_size > _SMALL and member.file_size > MOST_GROWTH * max(1, member.compress_size)
