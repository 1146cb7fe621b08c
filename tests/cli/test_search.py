"""`hoedong search`."""

from __future__ import annotations

from pathlib import Path

from record_commands import DINNER, answered, document, printed, refused


def test_what_was_looked_for_is_marked(dinner: Path) -> None:
    """Snippets have the words in «» where nothing can be bold, under title and day of their document."""
    page = printed("search", "물류", record=dinner)

    assert "«물류»" in page
    assert "한도윤 나래물산 이사, 부산서 물류 협력 논의" in page.replace("«", "").replace("»", "")
    assert "2026-03-16 Mon" in page
    assert document("6-namesake.txt", dinner) in page


def test_search_by_a_person(dinner: Path) -> None:
    """The name of a person in one script finds pages that write it in the other."""
    answer = answered("search", "Ben Carter", record=dinner)

    assert [person["name"] for person in answer["people"]] == ["벤 카터"]
    assert document("4-other-day.txt", dinner) in {found["document"]["id"] for found in answer["documents"]}


def test_snippets_are_words_of_the_page(dinner: Path) -> None:
    """Snippets and highlights of --json are exactly what stands between their offsets; no text comes along."""
    texts = {document(file.name, dinner): file.read_text(encoding="utf-8") for file in DINNER}
    found = answered("search", '"온디바이스 반도체"', record=dinner)["documents"]

    assert found
    for one in found:
        text = texts[one["document"]["id"]]
        for snippet in one["snippets"]:
            assert text[snippet["start"] : snippet["end"]] == snippet["text"]
            assert {text[mark["start"] : mark["end"]] for mark in snippet["highlights"]} == {"온디바이스 반도체"}
        assert "text" not in one["document"]


def test_nothing_is_told_as_nothing(dinner: Path) -> None:
    """Words that no page has give an empty answer."""
    assert printed("search", "잠수함", record=dinner) == " no document on record\n"


def test_no_words_are_wrong_usage(dinner: Path) -> None:
    """A search for nothing is refused."""
    assert "WORDS" in refused("search", record=dinner)
