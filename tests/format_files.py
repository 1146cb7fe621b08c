"""Files of every format, made by real writers where there are such; people, firms and outlets in them are invented."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from pathlib import Path

from archive_files import http_answer, warc, zipped
from hoedong.ingest.source import SourceItem, SourceProblem, iter_sources
from office_files import docx, hwp, hwpx, pdf, xlsx

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
    ("01.1", "20240613", OUTLET, "김가나", TITLE, "경제>산업", "나가람,도하나", "서울", "가람전자", "회장", BODY, URL),
    ("01.2", "20240614", OUTLET, "", "마루다 이사 오찬", "", "", "", "", "", "마루다 이사는 바다솔 사장과…", ""),
)  # fmt: skip


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


def of_every_format(folder: Path) -> dict[str, bytes]:
    """A file of every format by its name."""
    corpus = json.dumps({"id": "c-1", "text": BODY, "published": "2024-06-13"}, ensure_ascii=False).encode()
    return {
        "text.txt": BODY.encode(),
        "page.html": PAGE.encode(),
        "corpus.jsonl": corpus + b"\n",
        "packed.txt.gz": gzip.compress(BODY.encode()),
        "archive.zip": zipped({"1.txt": BODY.encode(), "2.html": PAGE.encode()}),
        "archive.warc.gz": warc(URL, http_answer(PAGE.encode())),
        "feed.xml": feed(),
        "table.csv": csv_table(BIGKINDS_ROWS).encode("cp949"),
        "bigkinds.xlsx": xlsx(BIGKINDS_ROWS),
        "table.parquet": parquet(folder),
        "naver.json": naver(),
        "newsml.xml": NEWSML,
        "nitf.xml": NITF,
        "letter.eml": mail(),
        "release.pdf": pdf([TITLE, FIRST, SECOND]),
        "release.docx": docx(TITLE, [FIRST, SECOND]),
        "release.hwpx": hwpx([FIRST, SECOND]),
        "release.hwp": hwp([TITLE, FIRST, SECOND]),
    }
