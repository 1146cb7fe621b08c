"""Articles that pages keep in their scripts."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hoedong.ingest.html import Page, read_html
from hoedong.model.document import BlockRole

TITLE = "나가람-도하나 회동"
BODY = [
    "나가람 회장은 11일 다온시에서 도하나 대표를 만나 두 회사의 협력을 논의했다.",
    "이날 만남은 도하나 대표의 초청으로 이뤄졌으며 예정보다 30분 길어졌다고 회사가 전했다.",
    "두 사람이 따로 만난 것은 지난해 가을 이후 처음이며 배석자는 없었던 것으로 알려졌다.",
    "양측은 다음 달 실무 회의를 열어 공동 연구소의 자리를 정하기로 했다.",
]
CAPTION = "악수하는 나가람 회장과 도하나 대표"
MARKUP = "".join(f"<p>{line}</p>" for line in BODY) + f"<figure><img><figcaption>{CAPTION}</figcaption></figure>"
ARC = {
    "headlines": {"basic": TITLE},
    "subheadlines": {"basic": "협력 넓히기로"},
    "credits": {"by": [{"name": "김가나"}]},
    "display_date": "2024-06-11T22:30:00.000Z",
    "content_elements": [
        {"type": "text", "content": BODY[0]},
        {"type": "image", "caption": CAPTION},
        *({"type": "text", "content": f"<b>{line}</b>"} for line in BODY[1:]),
    ],
}
OTHER = {"title": "다른 소식", "body": "다른 기사의 문장이다. " * 60}
STORY = {"title": TITLE, "content": MARKUP, "publishedAt": "2024-06-11T22:30:00Z", "author": {"name": "김가나"}}
PLACES = {"title": 3, "contents": 4, "regDate": 5, "reporter": 6}
NUXT = [["Reactive", 1], {"story": 2, "self": 1}, PLACES, TITLE, MARKUP,
        "2024-06-12 07:30:00", "김가나"]  # fmt: skip


def page(script: str, body: str = "<div>정치 경제</div>") -> Page:
    """A page with such a script."""
    return read_html(
        f'<!doctype html><html lang="ko"><head><title>{TITLE} - 새소식</title>{script}</head><body>{body}</body></html>'
    )


def dumped(value: Any) -> str:
    """JSON as scripts hold it."""
    return json.dumps(value, ensure_ascii=False)


LINKED_DATA = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "articleBody": "\n".join(BODY),
    "datePublished": "2024-06-12T07:30:00+09:00",
    "author": "김가나",
    "image": {"caption": CAPTION},
}
SCRIPTS = {
    "Fusion.globalContent": f"<script>window.Fusion={{}};Fusion.globalContent={dumped(ARC)};Fusion.x=1</script>",
    "__NEXT_DATA__": f'<script id="__NEXT_DATA__">{dumped({"props": {"a": [OTHER, STORY]}})}</script>',
    "__NUXT_DATA__": f'<script id="__NUXT_DATA__">{dumped(NUXT)}</script>',
    "__NUXT__": f"<script>window.__NUXT__ = {dumped({'data': [STORY]})};</script>",
    "json-ld articleBody": f'<script type="application/ld+json">{dumped(LINKED_DATA)}</script>',
}


@pytest.mark.parametrize("place", SCRIPTS)
def test_an_article_that_stands_in_a_script_alone_is_read(place: str) -> None:
    """Paragraphs, captions, author and time come from the script, and the page says where they were found."""
    read = page(SCRIPTS[place])
    lines = read.text.split("\n\n")
    assert [line for line, role in zip(lines, read.roles, strict=True) if role is BlockRole.PARAGRAPH] == BODY
    assert read.roles[lines.index(CAPTION)] is BlockRole.CAPTION
    assert (read.metadata.author, read.metadata.published) == ("김가나", "2024-06-12T07:30:00+09:00")
    assert [diagnostic.code for diagnostic in read.diagnostics] == ["page.from-script"]
    assert place in read.diagnostics[0].message


@pytest.mark.parametrize("place", SCRIPTS)
def test_a_page_that_shows_its_article_takes_no_line_from_scripts(place: str) -> None:
    """Nothing is doubled where the page shows the body itself."""
    body = f"<article><h1>{TITLE}</h1>{MARKUP}</article>"
    assert page(SCRIPTS[place], body).text == page("", body).text
    assert page(SCRIPTS[place], body).diagnostics == ()


def test_the_lines_of_a_script_stand_below_what_the_page_shows_of_the_article() -> None:
    """A page that shows headline and lead goes on with the rest of the script, and the lead is not repeated."""
    read = page(SCRIPTS["__NEXT_DATA__"], f"<h1>{TITLE}</h1><p>{BODY[0]}</p><div>많이 본 뉴스</div>")
    lines = read.text.split("\n\n")
    assert lines.index(TITLE) < lines.index(BODY[0]) < lines.index(BODY[1]) < lines.index("많이 본 뉴스")
    assert lines.count(BODY[0]) == 1


@pytest.mark.parametrize(
    "script",
    [
        '<script id="__NEXT_DATA__">{"props": </script>',
        '<script id="__NEXT_DATA__">' + '{"body":' * 100_000 + "</script>",
        '<script id="__NUXT_DATA__">[{"body":1,"a":0},[1,1,0]]</script>',
        '<script id="__NUXT_DATA__">[[-1,true,9999999999999999999999]]</script>',
        "<script>Fusion.globalContent=function(){}</script>",
        '<script type="application/ld+json">{"@type":["Article",null,{}],"articleBody":[[]],"author":{}}</script>',
        '<script type="application/ld+json">' + "[" * 200_000 + "</script>",
    ],
)
def test_broken_scripts_are_passed_over(script: str) -> None:
    """A script that is cut, nests without end, points at itself or holds something else changes nothing."""
    body = f"<article><h1>{TITLE}</h1>{MARKUP}</article>"
    assert page(script, body).text == page("", body).text
