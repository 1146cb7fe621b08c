"""ZIP archives, gzipped files and folders: what lies in them, and what they must not do."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from archive_files import zipped
from format_files import BODY, PAGE, codes, documents, problems, read, read_bytes
from hoedong.ingest.formats import gzip_file, zip_file
from hoedong.ingest.source import SourceItem, may_hold_many


def names(found: list[SourceItem]) -> list[str]:
    """The last part of the names of some documents."""
    return [Path(item.source).name for item in found]


def test_an_archive_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    """Members come sorted by name, whatever order they were packed in, and are told by their content."""
    found = read_bytes(
        tmp_path, "a.dat", zipped({"b/2.x": PAGE.encode(), "a.txt": BODY.encode(), "b/1": BODY.encode()})
    )
    assert names(documents(found)) == ["a.txt", "1", "2.x"]
    assert documents(found)[2].file == f"{tmp_path}/a.dat/b/2.x"
    assert documents(found)[2].text.startswith("나가람 회장, 도하나 대표와 회동")


def test_names_in_cp949_are_read(tmp_path: Path) -> None:
    """Korean archivers write names in CP949 without saying so."""
    data = zipped({"zz.txt": BODY.encode()}).replace(b"zz.txt", "글".encode("cp949") + b".txt")
    assert names(documents(read_bytes(tmp_path, "a.zip", data))) == ["글.txt"]


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "..\\out.txt", "C:\\out.txt"])
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    """A member whose name leads out of the archive is a problem, and the others are read."""
    found = read_bytes(tmp_path, "a.zip", zipped({name: BODY.encode(), "z.txt": BODY.encode()}))
    assert sorted(codes(found)) == ["ok", "source.bad-name"]
    assert [path.name for path in tmp_path.parent.glob("**/out.txt")] == []


def test_a_member_that_grows_too_much_is_refused_unopened(tmp_path: Path) -> None:
    """A member that unpacks to a thousand times its size is refused, and the others are read."""
    found = read_bytes(tmp_path, "a.zip", zipped({"bomb.txt": bytes(5_000_000), "ok.txt": BODY.encode()}))
    assert codes(found) == ["source.bomb", "ok"]


def test_a_member_that_lies_about_its_size_does_no_harm(tmp_path: Path) -> None:
    """A member that says it is small and is not is cut at what it says, and told as broken."""
    data = bytearray(zipped({"lie.txt": b"a" * 1_000_000}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(signature) + offset
        data[at : at + 4] = (100).to_bytes(4, "little")
    assert codes(read_bytes(tmp_path, "a.zip", bytes(data))) == ["source.broken"]


def test_archives_are_opened_two_deep_and_no_further(tmp_path: Path) -> None:
    """A text in a zip in a zip is read; one deeper is a problem that says what to do."""
    inner = zipped({"1.txt": BODY.encode(), "deep.zip": zipped({"2.txt": BODY.encode()})})
    found = read_bytes(tmp_path, "a.zip", zipped({"inner.zip": inner}))
    assert codes(found) == ["ok", "source.too-deep"]
    assert "unpack the outer archive" in str(problems(found)[0])


def test_an_archive_of_too_many_members_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More members, or more bytes unpacked, than the limits allow are refused before any is opened."""
    data = zipped({"1.txt": b"a", "2.txt": b"b"})
    monkeypatch.setattr(zip_file, "MOST_MEMBERS", 1)
    assert codes(read_bytes(tmp_path, "a.zip", data)) == ["source.too-long"]
    monkeypatch.setattr(zip_file, "MOST_MEMBERS", 9)
    monkeypatch.setattr(zip_file, "MOST_UNPACKED", 1)
    assert codes(read_bytes(tmp_path, "a.zip", data)) == ["source.too-long"]


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    """A member with a password is a problem; its name is still given."""
    data = bytearray(zipped({"secret.txt": BODY.encode()}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    (problem,) = problems(read_bytes(tmp_path, "a.zip", bytes(data)))
    assert (problem.code, Path(problem.location).name) == ("source.encrypted", "secret.txt")


def test_a_broken_archive_and_one_without_documents_are_told(tmp_path: Path) -> None:
    """A cut archive, an empty one, one of pictures alone, and a kind of office file that is not read are problems."""
    assert codes(read_bytes(tmp_path, "cut.zip", zipped({"1.txt": BODY.encode()})[:60])) == ["source.broken"]
    assert codes(read_bytes(tmp_path, "none.zip", zipped({}))) == ["source.empty"]
    assert codes(read_bytes(tmp_path, "p.zip", zipped({"1.png": b"\x89PNG", "__MACOSX/._1.txt": b"x"}))) == [
        "source.empty"
    ]
    assert codes(read_bytes(tmp_path, "s.pptx", zipped({"[Content_Types].xml": b"<x/>"}))) == ["source.unsupported"]


def test_a_gzipped_file_is_read_by_what_is_inside(tmp_path: Path) -> None:
    """A gzipped page, table or corpus reads like the file itself; a cut one gives what is whole, and is told."""
    assert documents(read_bytes(tmp_path, "p.html.gz", gzip.compress(PAGE.encode())))[0].text.startswith("나가람 회장,")
    lines = "".join(f'{{"id": "{n}", "text": "{"가나다라" * 50}{n}"}}\n' for n in range(400)).encode()
    cut = gzip.compress(lines)[:-40]
    found = read_bytes(tmp_path, "c.jsonl.gz", cut)
    assert 0 < len(documents(found)) < 400
    assert problems(found)[-1].code == "source.broken"


def test_a_gzip_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that grows a thousandfold is stopped at the limit, however it would be read."""
    monkeypatch.setattr(gzip_file, "LONGEST_FILE", 100_000)
    bomb = gzip.compress(b'{"text": "a"}\n' + b" " * 20_000_000)
    assert codes(read_bytes(tmp_path, "b.jsonl.gz", bomb)) == ["ok", "source.bomb"]


def test_a_folder_is_read_in_order_without_what_holds_no_document(tmp_path: Path) -> None:
    """Files come sorted, folder by folder; hidden ones, pictures and scripts of saved pages are passed over."""
    for name in ("b/2.txt", "a/1.html", "a/1_files/style.css", "a/1_files/p.png", ".hidden/3.txt", "b/.4.txt", "c.csv"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("제목,본문\n가,나는 만났다." if name == "c.csv" else BODY, encoding="utf-8")
    found = read(tmp_path)
    assert codes(found) == ["ok", "ok", "ok"]
    assert [item.file for item in documents(found)] == [
        str(tmp_path / name) for name in ("c.csv", "a/1.html", "b/2.txt")
    ]


def test_a_folder_does_not_follow_links_or_wait_for_pipes(tmp_path: Path) -> None:
    """A link to the folder above and a named pipe are passed over, so that reading comes to an end."""
    (tmp_path / "up").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert codes(read(tmp_path)) == ["source.empty"]


def test_a_pattern_names_files_in_order(tmp_path: Path) -> None:
    """A pattern that the shell left alone is filled in, sorted; one without files is told."""
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    assert names(documents(read(tmp_path / "*.txt"))) == ["a.txt", "b.txt"]
    assert codes(read(tmp_path / "*.html")) == ["source.missing"]
    (tmp_path / "[1].txt").write_text(BODY, encoding="utf-8")
    assert names(documents(read(tmp_path / "[1].txt"))) == ["[1].txt"]


def test_an_archive_from_standard_input_is_read() -> None:
    """What comes through a pipe is told by its content too."""
    assert codes(read("-", stdin=zipped({"1.txt": BODY.encode(), "2.txt": BODY.encode()}))) == ["ok", "ok"]


def test_what_may_hold_many_documents_is_known_beforehand(tmp_path: Path) -> None:
    """A folder, a pattern, an archive and a corpus may hold many documents, a page does not, a missing file neither."""
    (tmp_path / "a.zip").write_bytes(zipped({"1.txt": b"a"}))
    (tmp_path / "p.html").write_text(PAGE, encoding="utf-8")
    many = [may_hold_many(str(tmp_path / name)) for name in ("", "a.zip", "*.html", "x.jsonl", "p.html", "none")]
    assert many == [True, True, True, True, False, False]


def test_a_member_is_never_written_to_disk(tmp_path: Path) -> None:
    """Reading an archive leaves no file behind."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("x/1.txt", BODY)
    (tmp_path / "a.zip").write_bytes(buffer.getvalue())
    read(tmp_path / "a.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]
