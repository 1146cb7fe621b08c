"""Office documents: PDF, Word and spreadsheets by libraries that write them, Hangul documents laid out by hand."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping, Sequence

from archive_files import zipped


def xlsx(rows: Sequence[Sequence[object]]) -> bytes:
    """A spreadsheet."""
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def pdf(lines: Sequence[str]) -> bytes:
    """A page of lines."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("HYSMyeongJo-Medium"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    canvas.setFont("HYSMyeongJo-Medium", 11)
    for number, line in enumerate(lines):
        canvas.drawString(72, 760 - 18 * number, line)
    canvas.save()
    return buffer.getvalue()


def docx(title: str, paragraphs: Sequence[str]) -> bytes:
    """A Word document with a title and a table."""
    import docx as writer

    written = writer.Document()
    written.add_heading(title, 0)
    for paragraph in paragraphs:
        written.add_paragraph(paragraph)
    written.add_table(1, 2).cell(0, 1).text = "표 안의 글"
    buffer = io.BytesIO()
    written.save(buffer)
    return buffer.getvalue()


_HP = 'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section"'


def hwpx(paragraphs: Sequence[str]) -> bytes:
    """A Hangul document with a header, a table and a tab, laid out as Hangul writes it."""
    lines = "".join(f"<hp:p><hp:run><hp:t>{line}</hp:t></hp:run></hp:p>" for line in paragraphs)
    head = (
        "<hp:p><hp:run><hp:ctrl><hp:header><hp:subList><hp:p><hp:run><hp:t>머리말</hp:t></hp:run></hp:p></hp:subList>"
    )
    head += "</hp:header></hp:ctrl><hp:t>보도<hp:tab/>자료</hp:t></hp:run></hp:p>"
    table = "<hp:p><hp:run><hp:tbl><hp:tr><hp:tc><hp:subList><hp:p><hp:run><hp:t>표 안의 글</hp:t></hp:run></hp:p>"
    table += "</hp:subList></hp:tc></hp:tr></hp:tbl></hp:run></hp:p>"
    section = f'<?xml version="1.0" encoding="UTF-8"?><hs:sec {_HP}>{head}{lines}{table}</hs:sec>'
    return zipped({"mimetype": b"application/hwp+zip", "Contents/section0.xml": section.encode()})


def hwp(paragraphs: Sequence[str], *, flags: int = 1) -> bytes:
    """A Hangul document of the older kind, its section compressed."""
    head = b"HWP Document File".ljust(32, b"\x00") + bytes((0, 0, 0, 5)) + struct.pack("<I", flags)
    packer = zlib.compressobj(wbits=-15)
    section = packer.compress(b"".join(map(hwp_record, paragraphs))) + packer.flush()
    return ole({("FileHeader",): head, ("BodyText", "Section0"): section})


def hwp_record(line: str) -> bytes:
    r"""The record of a paragraph's text; a `\t` takes the place of eight characters, as in the format."""
    units = "".join("\t" + "\x00" * 6 + "\t" if character == "\t" else character for character in line)
    text = (units + "\r").encode("utf-16-le")
    size = len(text)
    return struct.pack("<I", 67 | min(size, 0xFFF) << 20) + (struct.pack("<I", size) if size >= 0xFFF else b"") + text


_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR = 512


def ole(streams: Mapping[tuple[str, ...], bytes]) -> bytes:
    """An OLE file with streams at the top or one folder deep; short ones are padded to the least of a long stream."""
    folders = sorted({path[0] for path in streams if len(path) == 2})
    entries: list[tuple[str, int, int, int, int, int]] = []
    sectors: list[bytes] = []
    fat: list[int] = []

    def stored(data: bytes) -> tuple[int, int]:
        data = data.ljust(4096, b"\x00")
        count = -(-len(data) // _SECTOR)
        start = len(sectors)
        sectors.extend(data[i * _SECTOR : (i + 1) * _SECTOR].ljust(_SECTOR, b"\x00") for i in range(count))
        fat.extend([*range(start + 1, start + count), _END])
        return start, len(data)

    names = [("Root Entry", 5), *((name, 1) for name in folders), *((path[-1], 2) for path in streams)]
    numbers: dict[tuple[str, ...], int] = {("",): 0}
    numbers |= {(name,): 1 + i for i, name in enumerate(folders)}
    numbers |= {path: 1 + len(folders) + i for i, path in enumerate(streams)}
    for (name, kind), path in zip(names, [(), *((f,) for f in folders), *streams], strict=True):
        start, size = stored(streams[path]) if kind == 2 else (_END if kind == 5 else 0, 0)
        children = [number for other, number in numbers.items() if other != ("",) and other[:-1] == path]
        siblings = [n for o, n in numbers.items() if path and o != ("",) and o[:-1] == path[:-1] and n > numbers[path]]
        entries.append((name, kind, min(siblings, default=_NONE), min(children, default=_NONE), start, size))
    directory = b"".join(_ole_entry(*entry) for entry in entries)
    directory += b"\x00" * (-len(directory) % _SECTOR)
    first = len(sectors)
    count = len(directory) // _SECTOR
    sectors += [directory[i * _SECTOR : (i + 1) * _SECTOR] for i in range(count)]
    fat += [*range(first + 1, first + count), _END, _FAT]
    table = struct.pack("<128I", *(fat + [_FREE] * (128 - len(fat))))
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, first, 0,
        4096, _END, 0, _END, 0, len(sectors),
    )  # fmt: skip
    return head + b"\xff" * (_SECTOR - len(head)) + b"".join(sectors) + table


def _ole_entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    words = name.encode("utf-16-le") + b"\x00\x00"
    return struct.pack(
        "<64sHBBIII16sI8s8sIII", words, len(words), kind, 1, _NONE, right, child, b"", 0, b"", b"", start, size, 0
    )
