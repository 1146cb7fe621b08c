"""Pages that were made to break a reader."""

from __future__ import annotations

import pytest

from hoedong.ingest.document import make_document
from hoedong.ingest.html import read_html
from timing import seconds

LINE = "나가람 회장은 도하나 대표를 만났다. "
ENTITIES = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};&a{n - 1};">' for n in range(1, 40))
PAGES = {
    "nested boxes": "<div>" * 100_000 + LINE,
    "nested menus": "<div class=nav>" * 100_000 + LINE,
    "nested figures": "<figure><img>" * 30_000 + LINE,
    "nested tables": "<table><tr><td><img>" * 20_000 + LINE,
    "open links": "<a href=x>" * 30_000 + LINE,
    "one attribute of fifty megabytes": f'<p title="{"x" * 50_000_000}">{LINE}</p>',
    "class of many names": f'<p class="{"caption nav " * 500_000}">{LINE}</p>',
    "many alternative texts": "<article><h1>x</h1>"
    + "".join(f'<img alt="가나 다라 마바사 {n}">' for n in range(20_000)),
    "many headlines": f"<h1>{LINE}</h1>" * 10_000,
    "many times": '<time class="date">2024</time>' * 20_000,
    "an assignment repeated": "<script>" + "Fusion.globalContent=" * 50_000 + f"</script>{LINE}",
    "opening marks": "<" * 500_000 + LINE,
    "comments that never end": LINE + "<!--" * 200_000,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_takes_bounded_time(name: str) -> None:
    """Depth, length and number cost time in proportion; nothing raises, and each line has its role."""
    markup = f"<html><body>{PAGES[name]}</body></html>"
    taken = seconds(lambda: read_html(markup))
    page = read_html(markup) if taken < 3 else None
    assert taken < 20
    if page is not None:
        assert len(page.roles) == len([line for line in page.text.split("\n") if line])


def test_entities_do_not_multiply() -> None:
    """A bomb of entities stays as it is written: no entity of the page's own is ever put in."""
    markup = f'<!DOCTYPE html [<!ENTITY a0 "ha">{ENTITIES}]><html><body><p>{LINE}&a39;</p></body></html>'
    assert len(read_html(markup).text) < 5_000


def test_nul_characters_and_half_pairs_are_no_end_of_a_page() -> None:
    """NUL bytes and lone surrogates, which parsers in C stop at, lose no text."""
    page = read_html(f"<html><body><p>\x00{LINE}\x00</p>\x00<p>\ud800둘째 문단이다.</p></body></html>")
    assert "둘째 문단이다." in page.text
    assert page.text.startswith("나가람")


def test_a_page_above_the_limits_is_read_without_extractors() -> None:
    """Too much markup is told; marks and the words of the lines still tell the article."""
    filler = "<i></i>" * 21_000
    page = read_html(f"<html><body>{filler}<h1>나가람 소식</h1><p>{LINE * 9}</p></body></html>")
    document, _ = make_document(page.text, roles=page.roles)
    assert [diagnostic.code for diagnostic in page.diagnostics] == ["page.too-large"]
    assert [block.role.value for block in document.blocks] == ["headline", "paragraph"]
