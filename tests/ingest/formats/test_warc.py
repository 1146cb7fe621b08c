"""Web archives: the pages in them, damaged records, and memory."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from archive_files import http_answer, warc, warc_record
from format_files import FIRST, PAGE, URL, codes, document, documents, problems, read, read_bytes
from hoedong.ingest.formats import http_body
from hoedong.ingest.formats.warc_stream import Bytes, unpacked_chunks

ANSWER = http_answer(PAGE.encode())


def numbered(count: int) -> list[bytes]:
    """Records of pages, numbered from 0."""
    return [warc_record(f"https://new.example/{number}", ANSWER) for number in range(count)]


def urls(found: Sequence[object]) -> list[str]:
    """The last part of the addresses of what was read."""
    return [str(getattr(item, "url", None)).rpartition("/")[2] for item in found]


def test_pages_of_an_archive_come_with_address_and_time(tmp_path: Path) -> None:
    """Of an archive by another program only the page is read, with where and when it was fetched."""
    item = document(read_bytes(tmp_path, "a.warc.gz", warc(URL, ANSWER)))
    assert item.text.endswith("논의했다.")
    assert (item.url, item.retrieved, item.line) == (URL, "2024-06-13T01:02:03Z", 3)
    assert item.file == str(tmp_path / "a.warc.gz")


@pytest.mark.parametrize("pack", [b"".join, lambda records: gzip.compress(b"".join(records))])
def test_plain_and_wholly_packed_archives_are_read_alike(tmp_path: Path, pack: object) -> None:
    """An archive may be plain, packed record by record, or packed as a whole."""
    found = read_bytes(tmp_path, "a.warc", pack(numbered(3)))  # type: ignore[operator]
    assert urls(documents(found)) == ["0", "1", "2"]


def test_an_archive_comes_through_a_pipe() -> None:
    """Standard input is told by its content."""
    assert len(documents(read("-", stdin=b"".join(numbered(2))))) == 2


PACKED = PAGE.replace('<meta charset="utf-8">', "").encode("cp949")
CHUNKED = b"".join(
    b"%x;a=b\r\n%s\r\n" % (len(PACKED[i : i + 50]), PACKED[i : i + 50]) for i in range(0, len(PACKED), 50)
)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PACKED), ["Content-Encoding: gzip"]),
        (zlib.compress(PACKED), ["Content-Encoding: deflate"]),
        (CHUNKED + b"0\r\n\r\n", ["Transfer-Encoding: chunked"]),
        (CHUNKED, ["Transfer-Encoding: chunked"]),
        (PACKED, ["Content-Encoding: gzip"]),
        (PACKED, ["Content-Encoding: br", "Transfer-Encoding: chunked"]),
        (PACKED, []),
    ],
    ids=["gzip", "deflate", "chunks", "chunks cut", "unpacked before", "unpacked and joined before", "as it is"],
)
def test_bodies_are_unpacked_as_they_were_sent(tmp_path: Path, body: bytes, headers: list[str]) -> None:
    """Whatever a server did to a page, and whatever the archive undid of it, the page is read in its charset."""
    answer = http_answer(body, *headers, kind="text/html; charset=ks_c_5601-1987")
    item = document(read_bytes(tmp_path, "a.warc", warc_record(URL, answer)))
    assert FIRST in item.text


def test_a_page_that_cannot_be_unpacked_is_a_problem_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Damaged, oversized and strangely packed bodies are told, and the pages after them read."""
    monkeypatch.setattr(http_body, "LONGEST_BODY", 1_000_000)
    bad = [
        http_answer(b"\x1f\x8b\x08garbage", "Content-Encoding: gzip"),
        http_answer(gzip.compress(bytes(5_000_000)), "Content-Encoding: gzip"),
        http_answer(b"\x01\x02\x03", "Content-Encoding: br"),
    ]
    records = [*(warc_record("https://new.example/bad", answer) for answer in bad), *numbered(1)]
    found = read_bytes(tmp_path, "a.warc", b"".join(records))
    assert codes(found) == ["warc.unreadable-page"] * 3 + ["ok"]


def test_junk_between_records_is_told_and_passed_over(tmp_path: Path) -> None:
    """Bytes that are no record are a problem; the record behind them is read."""
    first, second = numbered(2)
    found = read_bytes(tmp_path, "a.warc", first + b"junk\r\njunk\r\n\r\n" + second)
    assert (codes(found), urls(documents(found))) == (["ok", "warc.broken-record", "ok"], ["0", "1"])


def test_a_damaged_member_loses_its_own_record_alone(tmp_path: Path) -> None:
    """Bytes overwritten in one member of a packed archive leave the records before and after it."""
    members = [bytearray(gzip.compress(record)) for record in numbered(3)]
    members[1][40:60] = b"x" * 20
    found = read_bytes(tmp_path, "a.warc.gz", b"".join(members))
    assert urls(documents(found)) == ["0", "2"]
    assert codes(problems(found)) == ["warc.broken-record"]


@pytest.mark.parametrize("keep", [20, 150, 300])
def test_a_cut_archive_gives_what_is_whole(tmp_path: Path, keep: int) -> None:
    """An archive whose download broke off gives the records before the cut, and tells it."""
    first, second = map(gzip.compress, numbered(2))
    found = read_bytes(tmp_path, "a.warc.gz", first + second[:keep])
    assert codes(found) == ["ok", "warc.broken-record"]


def test_a_false_length_is_told(tmp_path: Path) -> None:
    """A record that is longer than the archive, or that tells no length, is a problem."""
    first = numbered(1)[0]
    long = warc_record(URL, ANSWER, length=9_999_999)
    assert codes(read_bytes(tmp_path, "a.warc", first + long)) == ["ok", "warc.broken-record"]
    none = first.replace(b"Content-Length: ", b"Content-Length: x")
    assert codes(read_bytes(tmp_path, "b.warc", none + first))[-1] == "ok"


class _Endless(io.BytesIO):
    """A generated archive of so many bytes, made while it is read."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self._records, self._held = self._make(length), b""

    def _make(self, length: int) -> Iterator[bytes]:
        filler = "".join(f"<p>{n}번째 문단이다. 만났다.</p>" for n in range(4_000)).encode()
        record = warc_record(URL, http_answer(b"<html><body>" + filler))
        return (record for _ in range(length // len(record)))

    def read(self, size: int | None = -1) -> bytes:
        size = size or 0
        while len(self._held) < size and (more := next(self._records, b"")):
            self._held += more
        data, self._held = self._held[:size], self._held[size:]
        return data


def test_memory_stays_flat_however_long_an_archive_is() -> None:
    """Sixty megabytes of records take no more memory than six."""

    def peak(length: int) -> int:
        from hoedong.ingest.formats.warc import records
        from hoedong.ingest.formats.warc_stream import plain_chunks

        tracemalloc.start()
        count = sum(1 for _ in records(Bytes(plain_chunks(_Endless(length)))))
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count > length // 400_000
        return found

    assert peak(60_000_000) < 1.3 * peak(6_000_000)


def test_bytes_are_the_same_however_they_come() -> None:
    """Lines and blocks do not depend on how the chunks are cut."""
    data = b"one\r\ntwo\r\n" + b"x" * 100 + b"end"
    for size in (1, 3, 50, 500):
        held = Bytes(data[at : at + size] for at in range(0, len(data), size))
        assert (held.line(99), held.line(99)) == (b"one\r\n", b"two\r\n")
        assert (held.take(60), held.skip(40)) == (b"x" * 60, 40)
        assert (held.line(2), held.line(9), held.line(9)) == (b"en", b"d", b"")
        assert held.is_over


def test_a_packed_stream_with_a_gap_says_so_once() -> None:
    """The damaged member is a gap; the next is whole."""
    good, bad = gzip.compress(b"good"), bytearray(gzip.compress(b"bad" * 50))
    bad[-6] ^= 0xFF
    assert list(unpacked_chunks(io.BytesIO(good + bytes(bad) + good)))[-2:] == [None, b"good"]
