"""Saved HTML pages."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.ingest.document import make_document
from hoedong.ingest.html import looks_like_html, read_html
from hoedong.ingest.source import SourceItem, iter_sources

PAGE = """<!doctype html>
<html><head><meta charset="euc-kr"><title>창 제목 - 새소식일보</title>
<meta property="og:title" content="나가람 회장, 도하나 회동"><meta property="og:site_name" content="새소식일보">
<script type="application/ld+json">{"broken": </script>
<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"x",
"datePublished":"2024-06-11T09:30:00+09:00","author":[{"@type":"Person","name":"김가나"}]}]}</script></head>
<body><header><nav><a href="#">정치</a><a href="#">경제</a></nav></header>
<article><h1>나가람 <b>회장</b>, 도하나 대표와 회동</h1>
<figure><img alt=""><figcaption>나가람(왼쪽)과 도하나</figcaption></figure>
<p>나가람 회장은 <em>11일</em> 도하나 대표를 만났다.</p><p style="display:none">숨은 글이다.</p>
<div class="img_desc">새솔 본사 전경</div>두 사람은 협력을 논의했다.<br>이어 공장을 둘러봤다.
<script>var x = "스크립트";</script><!-- 주석 --></article>
<aside>많이 본 뉴스<ul><li>마루다, 바다솔 만나</li></ul></aside><footer>ⓒ 새소식일보</footer></body></html>"""


def test_the_markup_tells_the_roles() -> None:
    """Headline, captions and furniture come from the markup; what no reader sees is no text."""
    page = read_html(PAGE)
    document, _ = make_document(page.text, roles=page.roles)
    assert [(block.role.value, document[block.span]) for block in document.blocks] == [
        ("furniture", "정치"),
        ("furniture", "경제"),
        ("headline", "나가람 회장, 도하나 대표와 회동"),
        ("caption", "나가람(왼쪽)과 도하나"),
        ("paragraph", "나가람 회장은 11일 도하나 대표를 만났다."),
        ("caption", "새솔 본사 전경"),
        ("paragraph", "두 사람은 협력을 논의했다."),
        ("paragraph", "이어 공장을 둘러봤다."),
        ("furniture", "많이 본 뉴스"),
        ("furniture", "마루다, 바다솔 만나"),
        ("furniture", "ⓒ 새소식일보"),
    ]


def test_the_name_of_the_site_is_no_headline() -> None:
    """Where the site sets its own name as a heading, the heading that shares words with the title is the headline."""
    page = PAGE.replace("<body>", "<body><h1><a href='/'>새소식일보</a></h1>")
    document, _ = make_document(read_html(page).text, roles=read_html(page).roles)
    assert document.title == "나가람 회장, 도하나 대표와 회동"


def test_metadata_is_read_from_json_ld_and_meta_elements() -> None:
    """The date of publication, the outlet and the author are taken as they stand; a broken script is passed over."""
    metadata = read_html(PAGE).metadata
    assert metadata.published == "2024-06-11T09:30:00+09:00"
    assert (metadata.title, metadata.outlet, metadata.author) == ("나가람 회장, 도하나 회동", "새소식일보", "김가나")


def test_a_page_is_known_by_its_first_tag_and_its_charset_is_used() -> None:
    """A page on standard input is read as a page, in the charset that it declares."""
    (item,) = iter_sources(["-"], io.BytesIO(PAGE.encode("cp949")))
    assert isinstance(item, SourceItem)
    assert item.text.startswith("정치")
    assert item.page.outlet == "새소식일보"


@pytest.mark.parametrize("text", ["<한소 정상회담 이모저모> 만났다.", "<div> 태그 이야기", "", "나가람 회장 <html>"])
def test_angle_brackets_do_not_make_a_page(text: str) -> None:
    """Korean headlines open with angle brackets; only a page's own first tag makes a page."""
    assert not looks_like_html(text)


def test_no_entity_reaches_outside() -> None:
    """External entities are neither fetched nor read."""
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>만났다. &x;</p></body></html>'
    assert "만났다." in read_html(page).text


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<nav>", "<h1>", "만났다.", "<br>", "<script>", "&amp;", "<a", ">", '"', "</h1>"]
        )
    ).map("".join)
)
def test_broken_markup_never_raises(markup: str) -> None:
    """Any soup of tags gives lines with as many roles."""
    page = read_html(markup)
    assert len(page.roles) == len([line for line in page.text.split("\n") if line])


def test_deep_nesting_takes_linear_time() -> None:
    """A page of twenty thousand tags is walked without recursion and in linear time."""
    start = time.process_time()
    read_html("<div class=x>가" * 20_000)
    read_html("<p class=nav>가</p>" * 20_000)
    assert time.process_time() - start < 10
