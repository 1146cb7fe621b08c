"""`hoedong brief`."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from record_commands import CHAIRMAN, GUEST, answered, printed, refused


def test_a_brief_in_korean(dinner: Path) -> None:
    """The brief opens with the person and the day, and has the last meeting with footnotes to words of pages."""
    text = printed("brief", GUEST, "--on", "2026-03-20", record=dinner)

    assert text.startswith("# 브리핑: 벤 카터 (Ben Carter)\n\n2026년 3월 20일(금)")
    assert "2026년 3월 10일(화) · 한도윤 가람전자 회장" in text
    assert "[^1]: " in text


def test_a_brief_on_two_in_english_as_a_page(dinner: Path, tmp_path: Path) -> None:
    """--format html writes a whole page to a file, whose path is printed."""
    file = tmp_path / "brief.html"
    command = ("brief", CHAIRMAN, GUEST, "--lang", "en", "--format", "html", "--output", file)

    assert printed(*command, record=dinner) == f"{file}\n"
    page = html.fromstring(file.read_text(encoding="utf-8"))
    assert "Ben Carter" in page.findtext(".//h1")


def test_a_brief_as_json(dinner: Path) -> None:
    """--json gives sections and footnotes with document, offsets and words."""
    brief = answered("brief", GUEST, "--lang", "en", record=dinner)["brief"]

    assert brief["lang"] == "en"
    assert {"next", "history", "claims"} <= {section["key"] for section in brief["sections"]}
    assert brief["footnotes"][0]["words"]


def test_a_brief_on_nobody(dinner: Path) -> None:
    """A name that nobody has is refused, and no file is written."""
    assert "강나루" in refused("brief", "강나루", "--output", "/nowhere/brief.md", record=dinner)
