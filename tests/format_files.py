"""Files of every format, made by real writers where there is one; the people, firms and outlets in them are invented."""

from __future__ import annotations

import csv
import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from pathlib import Path

from hoedong.ingest.source import SourceItem, SourceProblem, iter_sources

TITLE = "나가람 회장, 도하나 대표와 회동"
FIRST = "나가람 가람전자 회장은 12일 서울에서 도하나 두루소프트 대표를 만났다."
SECOND = "두 사람은 반도체 협력 방안을 논의했다."
BODY = f"{FIRST}\n{SECOND}"
URL = "https://new.example/politics/1"
OUTLET = "새소식일보"
TIME = "2024-06-13T07:30:00+09:00"
PAGE = (
    f'<!doctype html><html><head><meta charset="utf-8"><title>{TITLE}</title></head>'
    f"<body><article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
)


def read(
    *paths: Path | str, stdin: bytes = b"", columns: Mapping[str, str] | None = None
) -> list[SourceItem | SourceProblem]:
    """All that some files hold."""
    return list(iter_sources([str(path) for path in paths], io.BytesIO(stdin), columns or {}))


def read_bytes(folder: Path, name: str, data: bytes) -> list[SourceItem | SourceProblem]:
    """All that a file of this name and content holds."""
    (folder / name).write_bytes(data)
    return read(folder / name)


def documents(found: Sequence[SourceItem | SourceProblem]) -> list[SourceItem]:
    """The documents among what was found."""
    return [one for one in found if isinstance(one, SourceItem)]


def problems(found: Sequence[SourceItem | SourceProblem]) -> list[SourceProblem]:
    """The problems among what was found."""
    return [one for one in found if isinstance(one, SourceProblem)]


def codes(found: Sequence[SourceItem | SourceProblem]) -> list[str]:
    """`ok` for a document, the code of a problem otherwise."""
    return [one.code if isinstance(one, SourceProblem) else "ok" for one in found]


def document(found: Sequence[SourceItem | SourceProblem]) -> SourceItem:
    """The only thing that was found, a document."""
    (one,) = found
    assert isinstance(one, SourceItem), one
    return one


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def feed() -> bytes:
    """An RSS feed: an entry with its article, and one with its lead."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{OUTLET}</title>
<item><title>{TITLE}</title><link>{URL}</link><pubDate>Wed, 12 Jun 2024 22:30:00 GMT</pubDate>
<description>{FIRST}</description><content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>마루다 이사, 바다솔 사장과 오찬</title><link>https://new.example/2</link><guid>g-2</guid>
<description>마루다 이사는 바다솔 사장과 오찬을 했다.</description></item></channel></rss>""".encode()


def csv_table(rows: Sequence[Sequence[str]], mark: str = ",") -> str:
    """A table as spreadsheets save it."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=mark).writerows(rows)
    return buffer.getvalue()


BIGKINDS_ROWS = (
    ("뉴스 식별자", "일자", "언론사", "기고자", "제목", "통합 분류1", "인물", "위치", "기관", "키워드", "본문", "URL"),
    ("01.20240613", "20240613", OUTLET, "김가나", TITLE, "경제>산업", "나가람,도하나", "서울", "가람전자", "회장", BODY, URL),
    ("01.20240614", "20240614", OUTLET, "", "마루다 이사 오찬", "", "", "", "", "", "마루다 이사는 바다솔 사장과 오찬을…", ""),
)  # fmt: skip


def xlsx(rows: Sequence[Sequence[object]]) -> bytes:
    """A spreadsheet."""
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def parquet(folder: Path) -> bytes:
    """A Parquet file of two rows."""
    import duckdb

    path = folder / "written.parquet"
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE t (title VARCHAR, content VARCHAR, published TIMESTAMP, url VARCHAR)")
        connection.execute("INSERT INTO t VALUES (?, ?, '2024-06-13 07:30:00', ?)", [TITLE, BODY, URL])
        connection.execute("INSERT INTO t VALUES ('둘째', '마루다 이사는 바다솔 사장을 만났다.', NULL, NULL)")
        connection.execute(f"COPY t TO '{path}' (FORMAT parquet)")
    data = path.read_bytes()
    path.unlink()
    return data


def naver() -> bytes:
    """An answer of the Naver News API."""
    item = {
        "title": "<b>나가람</b> 회장, &quot;도하나&quot; 대표와 회동",
        "originallink": URL,
        "link": "https://n.news.example/article/001/1",
        "description": "<b>나가람</b> 가람전자 회장은 12일 도하나 대표를 만나 협력을...",
        "pubDate": "Thu, 13 Jun 2024 07:30:00 +0900",
    }
    answer = {"lastBuildDate": "Thu, 13 Jun 2024 08:00:00 +0900", "total": 1, "start": 1, "display": 1, "items": [item]}
    return json.dumps(answer, ensure_ascii=False, indent=2).encode()


NEWSML = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-06-13T00:00:00Z</sent></header><itemSet>
<newsItem guid="tag:new.example,2024:1" version="2"><itemMeta><provider literal="{OUTLET}"/>
<firstCreated>2024-06-12T22:30:00Z</firstCreated><versionCreated>2024-06-12T23:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>{TITLE}</headline><by>김가나</by><dateline>서울</dateline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>
<body><p>{FIRST}</p><figure><figcaption><p>나가람(왼쪽) 회장</p></figcaption></figure><p>{SECOND}</p></body></html>
</inlineXML></contentSet></newsItem>
<newsItem guid="tag:new.example,2024:2"><contentMeta><headline>사진</headline></contentMeta>
<contentSet><remoteContent href="https://new.example/2.jpg"/></contentSet></newsItem></itemSet></newsMessage>""".encode()

NITF = f"""<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf><head><title>창 제목</title><docdata><date.issue norm="20240613T073000+0900"/><doc.copyright holder="{OUTLET}"/>
</docdata></head><body><body.head><hedline><hl1>{TITLE}</hl1><hl2>반도체 협력 논의</hl2></hedline>
<byline><person>김가나</person> 기자</byline><dateline><location>서울</location></dateline></body.head>
<body.content><media media-type="image"><media-caption>나가람(왼쪽) 회장</media-caption></media>
<block><p>{FIRST}</p><p>{SECOND}</p></block></body.content></body></nitf>""".encode()


def mail() -> bytes:
    """A newsletter with an HTML part in EUC-KR, and two attachments."""
    message = EmailMessage()
    message["From"] = f"{OUTLET} <letter@new.example>"
    message["To"] = "reader@home.example"
    message["Subject"] = TITLE
    message["Date"] = "Thu, 13 Jun 2024 07:30:00 +0900"
    message["Message-ID"] = "<1@new.example>"
    message.set_content("이 편지는 HTML 로 되어 있습니다.")
    message.add_alternative(
        f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>", subtype="html", charset="euc-kr"
    )
    message.add_attachment("마루다 이사는 바다솔 사장을 만났다.".encode(), "text", "plain", filename="보도자료.txt")
    message.add_attachment(b"\x89PNG\r\n\x1a\n\x00\x00", "image", "png", filename="사진.png")
    return message.as_bytes()


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


def docx(paragraphs: Sequence[str]) -> bytes:
    """A Word document with a title and a table."""
    import docx as writer

    written = writer.Document()
    written.add_heading(TITLE, 0)
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
    """The record of a paragraph's text; a `\t` takes the place of eight characters, as in the format."""
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
    numbers = {("",): 0} | {(name,): 1 + i for i, name in enumerate(folders)}
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


def http_answer(body: bytes, *headers: str, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """What a server answered, as an archive keeps it."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def warc_record(url: str, block: bytes, kind: str = "response", length: int | None = None) -> bytes:
    """A record of a web archive."""
    lines = [
        "WARC/1.0", f"WARC-Type: {kind}", "WARC-Date: 2024-06-13T01:02:03Z", f"WARC-Target-URI: {url}",
        "Content-Type: application/http; msgtype=response", f"Content-Length: {len(block) if length is None else length}",
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def warc() -> bytes:
    """A gzipped web archive, a member for each record, written by another program."""
    from fastwarc.stream_io import GzipWriter
    from fastwarc.warc import WarcRecord, WarcRecordType

    buffer = io.BytesIO()
    writer = GzipWriter(buffer)
    for kind, url, block in (
        (WarcRecordType.warcinfo, "", b"software: x\r\n"),
        (WarcRecordType.request, URL, b"GET / HTTP/1.1\r\n\r\n"),
        (WarcRecordType.response, URL, http_answer(PAGE.encode())),
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


def of_every_format(folder: Path) -> dict[str, bytes]:
    """A file of every format by its name."""
    corpus = json.dumps({"id": "c-1", "text": BODY, "published": "2024-06-13"}, ensure_ascii=False).encode()
    return {
        "text.txt": BODY.encode(),
        "page.html": PAGE.encode(),
        "corpus.jsonl": corpus + b"\n",
        "packed.txt.gz": gzip.compress(BODY.encode()),
        "archive.zip": zipped({"1.txt": BODY.encode(), "2.html": PAGE.encode()}),
        "archive.warc.gz": warc(),
        "feed.xml": feed(),
        "table.csv": csv_table(BIGKINDS_ROWS).encode("cp949"),
        "bigkinds.xlsx": xlsx(BIGKINDS_ROWS),
        "table.parquet": parquet(folder),
        "naver.json": naver(),
        "newsml.xml": NEWSML,
        "nitf.xml": NITF,
        "letter.eml": mail(),
        "release.pdf": pdf([TITLE, FIRST, SECOND]),
        "release.docx": docx([FIRST, SECOND]),
        "release.hwpx": hwpx([FIRST, SECOND]),
        "release.hwp": hwp([TITLE, FIRST, SECOND]),
    }
