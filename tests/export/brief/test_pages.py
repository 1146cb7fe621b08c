"""Briefs as Markdown and as HTML."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from brief_material import material
from hoedong.export.brief import Brief, Detail, Footnote, Line, Section, brief_html, brief_markdown, brief_of
from hoedong.model.span import Span

BRIEFS = [brief_of(material(who), lang) for who in ("p-carter", None) for lang in ("ko", "en")]
HOSTILE = "</style><script>alert('x')</script> [a](javascript:b) **c** &amp; \x00\ud800\u202e\n# d"


def brief_with(words: str, url: str | None = None) -> Brief:
    """A brief that says these words everywhere."""
    line = Line(words, (1,), words, words, (Detail(words, (1,)),))
    note = Footnote(1, "d1", Span(0, 1), words, words, words, url)
    return Brief("ko", words, words, (Section("history", words, (line,)),), words, (note,))


def parsed(page: str) -> etree._Element:
    """A page by a parser that forgives nothing."""
    return etree.fromstring(page.encode("utf-8"), etree.XMLParser(recover=False, resolve_entities=False))


def squeezed(words: str) -> str:
    """Words without white space."""
    return "".join(words.split())


@pytest.mark.parametrize("brief", BRIEFS)
def test_the_page_holds_all_words(brief: Brief) -> None:
    """The HTML page is well-formed, in its language, and has each line, detail and footnote as text."""
    page = parsed(brief_html(brief))
    text = squeezed("".join(page.itertext()))
    lines = [line for section in brief.sections for line in section.lines]

    assert page.get("lang") == brief.lang
    assert all(squeezed(line.words) in text for line in lines)
    assert all(squeezed(detail.words) in text for line in lines for detail in line.details)
    assert all(squeezed(note.words) in text for note in brief.footnotes)


@pytest.mark.parametrize("brief", BRIEFS)
def test_footnotes_are_linked(brief: Brief) -> None:
    """Every call of a footnote leads to it, and every footnote is called."""
    page = parsed(brief_html(brief))
    called = {link.get("href") for link in page.iterfind(".//sup/a")}

    assert called == {f"#{note.get('id')}" for note in page.iterfind(".//ol/li")}


@pytest.mark.parametrize("page", [brief_html(brief) for brief in [*BRIEFS, brief_with(HOSTILE)]])
def test_the_page_needs_nothing_else(page: str) -> None:
    """No script, no picture, no file from elsewhere, and styles for print."""
    root = parsed(page)

    assert {"script", "img", "link", "iframe", "object", "base"}.isdisjoint({element.tag for element in root.iter()})
    assert not any(name.startswith("on") or name in ("src", "style") for one in root.iter() for name in one.attrib)
    assert "@media print" in page
    assert "url(" not in page
    assert "@import" not in page


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://saebyeok.example/a?b=1&c=2", True),
        ("http://saebyeok.example/기사", True),
        ("javascript:alert(1)", False),
        ("https://a.example/\"onclick='x'", False),
        ("https://a.example/ b", False),
        ("data:text/html,x", False),
        ("/local/page.html", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url: str | None, is_link: bool) -> None:
    """Anything but http and https is shown as words."""
    brief = brief_with("말", url)
    links = [link.get("href") for link in parsed(brief_html(brief)).iterfind(".//ol/li/a")]

    assert links == ([url] if is_link else [])
    assert (f"<{url}>" in brief_markdown(brief)) is is_link


@given(st.text(max_size=60), st.one_of(st.none(), st.text(max_size=40)))
def test_any_words_make_a_page(words: str, url: str | None) -> None:
    """Whatever documents hold, the page can be encoded, is well-formed, and has no element of theirs."""
    plain, page = parsed(brief_html(brief_with("말"))), parsed(brief_html(brief_with(words or "말", url)))
    tags = [element.tag for element in page.iter() if element.tag != "a"]

    expected = [element.tag for element in plain.iter() if element.tag != "a"]
    optional = ["b", "h3"]  # white space alone is no label
    assert [tag for tag in tags if tag not in optional] == [tag for tag in expected if tag not in optional]
    brief_markdown(brief_with(words, url)).encode("utf-8")


@pytest.mark.parametrize("brief", BRIEFS)
def test_markdown_has_the_same_footnotes(brief: Brief) -> None:
    """Each footnote called in the text is defined once below."""
    page = brief_markdown(brief)
    called = set(re.findall(r"\[\^(\d+)\](?!:)", page))

    assert called == {str(note.number) for note in brief.footnotes}
    assert re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE) == [str(note.number) for note in brief.footnotes]


def test_markdown_has_one_title_and_the_sections() -> None:
    """Headings are those of the brief, years under the history."""
    headings = [line for line in brief_markdown(BRIEFS[0]).splitlines() if line.startswith("#")]

    assert headings[:5] == [
        "# 브리핑: 한도윤 (Han Do-yun) × 벤 카터 (Ben Carter)",
        "## 최근 만남과 다음 만남",
        "## 만남의 기록",
        "### 2025년",
        "### 2014년",
    ]
    assert headings[-1] == "## 각주"


@pytest.mark.parametrize(
    "words", [HOSTILE, "1. 하나", "- 둘", "> 셋", "| 넷 |", "`다섯`", "![여섯](x)", "[^1]: 일곱", "---"]
)
def test_words_are_no_marks_in_markdown(words: str) -> None:
    """Signs that Markdown would read are escaped, and a line break is a space."""
    brief = replace(brief_with("말"), subtitle=words)
    subtitle = brief_markdown(brief).splitlines()[2]
    unescaped = re.sub(r"\\([^\w\s])", "x", subtitle)

    assert re.sub(r"\\([^\w\s])", r"\1", subtitle) == " ".join(re.sub("[\x00\ud800\u202e]", "\ufffd", words).split())
    assert not re.search(r"[`*_\[\]<>#|~&!]|^[-+=>]|^\d+[.)]", unescaped)
