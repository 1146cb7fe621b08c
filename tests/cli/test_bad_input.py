"""Bad input at the command line: what is wrong is told with its place, the rest is read, the exit code is 1."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from hoedong.cli.main import cli
from hoedong.ingest import corpus, source
from hoedong.model.reading import Reading

MEETING = "한도윤 가람전자 회장은 14일 오세린 나래물산 대표를 만났다."
JAPANESE = "首相は十四日、東京で会長と会談した。両者は半導体の協力について話し合った。\n"


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    """Read sources, published on 16 March 2026, to JSON lines."""
    command = ["read", *arguments, "--format", "jsonl", "--published", "2026-03-16"]
    return CliRunner().invoke(cli, command, input=stdin, prog_name="hoedong")


def readings(outcome: Result) -> list[Any]:
    """The readings that a command has printed."""
    return [json.loads(line) for line in outcome.stdout.splitlines()]


def names(reading: dict[str, Any]) -> list[str]:
    """The people of a reading."""
    return [person["name"] for person in reading["people"]]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "it is empty"),
        (b" \n\r\n\t", "it is empty"),
        (b"\x00\x01\x02\x03" * 500, "binary"),
        (b"%PDF-1.7 " + MEETING.encode(), "PDF"),
        (b"PK\x03\x04", "ZIP"),
        (b"\x89PNG\r\n", "PNG"),
        (b"<html><body></body></html>", "no visible text"),
    ],
    ids=["empty", "blank", "binary", "pdf", "zip", "png", "empty page"],
)
def test_a_file_that_is_no_text_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    """Its path and what it is stand on standard error; the source after it is read; the exit code is 1."""
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text(MEETING, encoding="utf-8")
    outcome = run(str(bad), str(good))

    assert outcome.exit_code == 1
    assert outcome.stderr.startswith(f"{bad}: ")
    assert message in outcome.stderr
    assert [names(reading) for reading in readings(outcome)] == [["한도윤", "오세린"]]


@pytest.mark.parametrize(
    "text",
    [
        unicodedata.normalize("NFD", MEETING),
        f"\ufeff{MEETING}\r\n\r\n",
        f"😀 소식 📰\r\n\r\n{MEETING} 👍🏽",
        f"Новости · ニュース · أخبار\n\n{MEETING}",
        f"\u200b{MEETING}\u200b",
    ],
    ids=["decomposed", "carriage returns", "emoji", "mixed scripts", "zero width"],
)
def test_odd_text_is_read(text: str) -> None:
    """Decomposed Hangul, carriage returns, a byte order mark, emoji and other scripts do not hide a meeting."""
    outcome = run("-", stdin=text.encode())
    (reading,) = readings(outcome)

    assert outcome.exit_code == 0, outcome.stderr
    assert names(reading) == ["한도윤", "오세린"]
    assert [encounter["when"]["start"] for encounter in reading["encounters"]] == ["2026-03-14"]


def test_a_korean_encoding_of_old_is_read() -> None:
    """A page in CP949 is read, and how it was decoded is noted in the reading."""
    (reading,) = readings(run("-", stdin=MEETING.encode("cp949")))

    assert names(reading) == ["한도윤", "오세린"]
    assert "decode.encoding" in [diagnostic["code"] for diagnostic in reading["diagnostics"]]


def test_a_japanese_page_is_told() -> None:
    """A page in a language that is not read is printed with its text, told on standard error, and gives exit code 1."""
    outcome = run("-", stdin=(JAPANESE * 3).encode())
    (reading,) = readings(outcome)

    assert outcome.exit_code == 1
    assert "language" in outcome.stderr
    assert reading["document"]["text"].strip() == (JAPANESE * 3).strip()
    assert reading["encounters"] == []


def test_half_a_surrogate_pair_is_replaced() -> None:
    """An escape that is no character becomes U+FFFD, the meeting is read, and the reading says so."""
    line = json.dumps({"id": "a", "text": f"\ud83d {MEETING}"})
    outcome = run("-", stdin=line.encode())
    (reading,) = readings(outcome)

    assert reading["document"]["text"].startswith("\ufffd ")
    assert names(reading) == ["한도윤", "오세린"]
    assert [diagnostic["code"] for diagnostic in reading["diagnostics"]] == ["text.lone-surrogate"]


def test_broken_lines_are_told_by_number(tmp_path: Path) -> None:
    """Each broken line of a corpus is told as file:line, the lines around it are read, and the exit code is 1."""
    lines = [
        json.dumps({"id": "first", "text": MEETING}).encode(),
        b'{"id": "cut", "text": "',
        b"[1, 2]",
        b'{"id": "bare"}',
        b'{"id": "number", "text": 5}',
        b'{"id": "latin", "text": "\xff\xfe"}',
        b"[" * 50_000,
        b'{"id": "nothing", "text": " "}',
        b'{"id": "first", "text": "again"}',
        json.dumps({"id": "last", "text": MEETING}, ensure_ascii=False).encode(),
    ]
    file = tmp_path / "corpus.jsonl"
    file.write_bytes(b"\r\n".join(lines))
    outcome = run(str(file))

    assert outcome.exit_code == 1
    assert [reading["document"]["id"] for reading in readings(outcome)] == ["first", "last"]
    told = outcome.stderr.splitlines()
    assert [line.partition(": ")[0] for line in told] == [f"{file}:{number}" for number in range(2, 10)]


def test_a_line_above_the_limit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is too long is passed over and told with its number; the next one is read."""
    monkeypatch.setattr(corpus, "LONGEST_FILE", 10_000)
    file = tmp_path / "corpus.jsonl"
    long = json.dumps({"id": "long", "text": MEETING * 1000}, ensure_ascii=False)
    file.write_text(f"{long}\n{json.dumps({'id': 'short', 'text': MEETING})}\n", encoding="utf-8")
    outcome = run(str(file))

    assert outcome.exit_code == 1
    assert outcome.stderr.startswith(f"{file}:1: ")
    assert [reading["document"]["id"] for reading in readings(outcome)] == ["short"]


def test_a_line_of_fifty_megabytes_is_told(tmp_path: Path) -> None:
    """A file that is one line of 50 MB is refused in words, not read; the next source is."""
    file = tmp_path / "line.txt"
    file.write_bytes("만나 ".encode() * (50_000_000 // 7))
    outcome = run(str(file), "-", stdin=MEETING.encode())

    assert outcome.exit_code == 1
    assert outcome.stderr.startswith(f"{file}: ")
    assert "characters" in outcome.stderr
    assert [names(reading) for reading in readings(outcome)] == [["한도윤", "오세린"]]


def test_a_file_of_six_megabytes_that_holds_little_article_is_read(tmp_path: Path) -> None:
    """A saved page of 6 MB, most of it script, is read for its article."""
    file = tmp_path / "page.html"
    script = "<script>" + "var a = 1;\n" * 600_000 + "</script>"
    file.write_text(
        f"<html><head><meta charset='utf-8'><title>회동</title>{script}</head><body><p>{MEETING}</p></body></html>",
        encoding="utf-8",
    )
    (reading,) = readings(run(str(file)))

    assert names(reading) == ["한도윤", "오세린"]


def test_a_reading_that_fails_does_not_end_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should one document of many raise, it is told by its place, and the others are read."""
    from hoedong.workspace import intake

    read = intake.read_document

    def fail_on_second(text: str, **options: Any) -> Reading:
        if options.get("id") == "b":
            raise RuntimeError("broken")
        return read(text, **options)

    monkeypatch.setattr(intake, "read_document", fail_on_second)
    file = tmp_path / "corpus.jsonl"
    file.write_text("".join(json.dumps({"id": key, "text": MEETING}) + "\n" for key in "abc"), encoding="utf-8")
    outcome = run(str(file))

    assert outcome.exit_code == 1
    assert f"{file}:2 (b): could not be read" in outcome.stderr
    assert [reading["document"]["id"] for reading in readings(outcome)] == ["a", "c"]


def test_limits_are_the_ones_of_the_sources() -> None:
    """A file and a line of a corpus have the same limit."""
    assert corpus.LONGEST_FILE == source.LONGEST_FILE
    assert corpus.LONGEST_TEXT == source.LONGEST_TEXT
