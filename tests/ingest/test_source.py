"""What a user names: files, standard input, corpora, saved pages."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from hoedong.ingest import corpus, source
from hoedong.ingest.source import SourceItem, SourceProblem, iter_sources

SENTENCE = "나가람 회장은 도하나 대표를 만났다."


def read(*arguments: str, stdin: bytes = b"") -> list[SourceItem | SourceProblem]:
    """All items of some arguments."""
    return list(iter_sources(arguments, io.BytesIO(stdin)))


def codes(items: list[SourceItem | SourceProblem]) -> list[str]:
    """`ok` for an item, the code of a problem otherwise."""
    return [item.code if isinstance(item, SourceProblem) else "ok" for item in items]


def test_a_text_file_and_standard_input_are_one_document_each(tmp_path: Path) -> None:
    """A .txt file and `-` give one item each, in the order of the arguments."""
    (tmp_path / "a.txt").write_bytes(SENTENCE.encode("cp949"))
    items = read(str(tmp_path / "a.txt"), "-", stdin="다른 글이다.".encode())
    assert [item.text for item in items if isinstance(item, SourceItem)] == [SENTENCE, "다른 글이다."]


def test_a_corpus_gives_its_keys_and_ignores_others(tmp_path: Path) -> None:
    """A line of a corpus gives id, text, lang, published, url and source; gold keys are passed over."""
    line = {
        "id": "a",
        "text": SENTENCE,
        "lang": "ko",
        "published": "2024-06-13",
        "url": "https://new.example/1",
        "gold": 3,
    }
    file = tmp_path / "corpus.jsonl"
    file.write_text(
        json.dumps(line, ensure_ascii=False) + "\n" + json.dumps({"text": "둘째다."}) + "\n", encoding="utf-8"
    )
    first, second = read(str(file))
    assert first == SourceItem(
        SENTENCE, f"{file}:1", "a", "ko", "2024-06-13", "https://new.example/1", file=str(file), line=1
    )
    assert isinstance(second, SourceItem)
    assert (second.id, second.source) == (None, f"{file}:2")


def test_broken_lines_are_named_and_the_rest_is_read() -> None:
    """Each broken line is a problem with file, line and reason; the good lines around it are read."""
    lines = [
        b'\xef\xbb\xbf{"id":"a","text":"\xea\xb0\x80\xeb\x8b\xa4."}',
        b"nope",
        b'{"id":"a","text":"b"}',
        b"[1]",
        b'{"id":3,"text":"x"}',
        b'{"text":5}',
        b'{"id":"q"}',
        b'{"text":"  "}',
        b'{"text":"\xff"}',
        b"",
        b"[" * 100_000,
        b'{"text":"ok","published":null}',
    ]
    items = read("-", stdin=b"\r\n".join(lines))
    assert codes(items) == [
        "ok", "source.not-json", "source.repeated-id", *["source.bad-line"] * 5, "source.not-utf8", "source.not-json",
        "ok",
    ]  # fmt: skip
    assert str(items[1]).startswith("-:2: not JSON")
    assert [item.location for item in items if isinstance(item, SourceProblem)][-1] == "-:11"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "source.empty"),
        ("blank.txt", b" \r\n\t ", "source.empty"),
        ("empty.jsonl", b"\n\n", "source.empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "source.not-text"),
        ("nothing.html", b"<html><body><script>var x = 1</script></body></html>", "source.no-text"),
    ],
)
def test_a_file_without_text_is_a_problem(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    """An empty, blank or binary file is named with the reason."""
    (tmp_path / name).write_bytes(data)
    assert codes(read(str(tmp_path / name))) == [code]


def test_a_missing_file_and_an_empty_folder_are_problems(tmp_path: Path) -> None:
    """What cannot be opened is reported; the other arguments are read."""
    items = read(
        str(tmp_path / "no.txt"), str(tmp_path), str(tmp_path / "no.jsonl"), "-", "a\x00b", stdin=SENTENCE.encode()
    )
    assert codes(items) == ["source.missing", "source.empty", "source.missing", "ok", "source.unreadable"]


def test_a_text_above_the_limit_is_refused_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document or line above the limits is reported with the limit; the lines after it are read."""
    for module in (source, corpus):
        monkeypatch.setattr(module, "LONGEST_FILE", 2_000)
        monkeypatch.setattr(module, "LONGEST_TEXT", 500)
    assert codes(read("-", stdin=b"a" * 3_000)) == ["source.too-long"]
    assert codes(read("-", stdin=b"a " * 400)) == ["source.too-long"]
    lines = [b'{"text":"ok"}', b'{"text":"' + b"a" * 9_000 + b'"}', b'{"text":"' + b"a" * 600 + b'"}', b'{"text":"ok"}']
    assert codes(read("-", stdin=b"\n".join(lines))) == ["ok", "source.too-long", "source.too-long", "ok"]


def test_a_fifty_megabyte_line_does_not_blow_up() -> None:
    """A line of 50 MB is refused for its length, and the next is read."""
    data = b'{"text":"' + "가".encode() * 17_000_000 + b'"}\n{"text":"ok"}\n'
    assert codes(read("-", stdin=data)) == ["source.too-long", "ok"]
