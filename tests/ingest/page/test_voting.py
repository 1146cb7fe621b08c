"""Which lines of a page are the article."""

from __future__ import annotations

import sys

import pytest

from hoedong.ingest.document import make_document
from hoedong.ingest.html import read_html
from hoedong.ingest.page import voters
from hoedong.model.document import BlockRole

BODY = (
    "나가람 회장은 11일 다온시에서 도하나 대표를 만나 두 회사의 협력을 논의했다.",
    "이날 만남은 도하나 대표의 초청으로 이뤄졌으며 예정보다 30분 길어졌다고 회사가 전했다.",
    "두 사람이 따로 만난 것은 지난해 가을 이후 처음이며 배석자는 없었던 것으로 알려졌다.",
    "양측은 다음 달 실무 회의를 열어 공동 연구소의 자리를 정하기로 했다.",
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)
TEASER = "마루다 장관은 어제 저녁 서한별 감독을 만나 격려했다."


def roles(markup: str) -> dict[str, str]:
    """The role of every line of a page."""
    page = read_html(
        f"<!doctype html><html lang=ko><head><title>나가람-도하나 회동</title></head><body>{markup}</body></html>"
    )
    document, _ = make_document(page.text, roles=page.roles)
    return {document[block.span]: block.role.value for block in document.blocks}


def test_what_no_extractor_holds_is_furniture_and_stays() -> None:
    """A sentence of a list of other articles is no paragraph, whatever its class is called; its words stay."""
    found = roles(f"<div class=x1>{PARAGRAPHS}</div><div class=x9><ul><li><a href=/1>{TEASER}</a></li></ul></div>")
    assert found[TEASER] == "furniture"
    assert [found[line] for line in BODY] == ["paragraph"] * len(BODY)


def test_a_line_of_a_named_body_is_kept_where_no_extractor_holds_it() -> None:
    """Extractors lose short lines and leads; in an element that is named as the article they are read all the same."""
    lead = "두 회사가 손을 잡는다."
    found = roles(f'<div id="dic_area"><b>{lead}</b><br><br>{"<br><br>".join(BODY)}</div>')
    assert found[lead] == "paragraph"


def test_an_advert_inside_the_body_is_furniture() -> None:
    """Inner marks go before outer ones: a box of adverts in the middle of the article is none of it."""
    found = roles(f'<div id="dic_area">{PARAGRAPHS}<div class="ad_box"><p>{TEASER}</p></div><p>{BODY[0]} 끝.</p></div>')
    assert found[TEASER] == "furniture"


def test_a_frame_of_the_page_is_no_furniture_for_its_name() -> None:
    """A form, or a div named related, that holds the article itself marks nothing."""
    found = roles(
        f'<form class="related"><main><h1>나가람-도하나 회동</h1><article>{PARAGRAPHS}</article></main></form>'
    )
    assert [found[line] for line in BODY] == ["paragraph"] * len(BODY)
    assert found["나가람-도하나 회동"] == "headline"


def test_bylines_and_datelines_are_told_by_their_words_among_paragraphs() -> None:
    """What an extractor keeps may still be a dateline or a byline by its own words."""
    opening, closing = f"<p>(다온=새소식) 김가나 기자 = {BODY[0]}</p>", "<p>김가나 기자 gana@new.example</p>"
    found = roles(f"<article>{opening}{PARAGRAPHS}{closing}</article>")
    assert found["(다온=새소식) 김가나 기자 ="] == "byline"
    assert found["김가나 기자 gana@new.example"] == "byline"


@pytest.mark.parametrize("tag", ["div class=caption", "figcaption", "em class=img_desc", "span class=photo-desc"])
def test_a_caption_inside_running_text_is_a_line_of_its_own(tag: str) -> None:
    """Captions in inline elements do not glue to the sentence after them."""
    caption = "악수하는 나가람 회장과 도하나 대표"
    end = tag.split(maxsplit=1)[0]
    found = roles(f'<div id="dic_area"><span><img src=a.jpg><{tag}>{caption}</{end}></span>{"<br>".join(BODY)}</div>')
    assert found[caption] == "caption"
    assert found[BODY[0]] == "paragraph"


def test_the_words_around_a_picture_in_a_table_are_its_caption() -> None:
    """Old pages set a picture and its caption as two rows of a table; a table of figures is none."""
    caption, row = "악수하는 나가람 회장", "올해 매출은 30억 원"
    found = roles(
        f"<article>{PARAGRAPHS}<table><tr><td><img src=a></td></tr><tr><td>{caption}</td></tr></table>"
        f"<table><tr><th>연도</th></tr><tr><td>{row}</td></tr></table></article>"
    )
    assert found[caption] == "caption"
    assert found[row] != "caption"


def test_a_text_in_place_of_a_picture_is_a_caption_where_the_page_says_nothing_else() -> None:
    """Alternative texts of the article's pictures are kept, unless a caption says it or it repeats the page."""
    found = roles(
        f'<article><h2>소식</h2>{PARAGRAPHS}<figure><img alt="연단에 선 나가람 회장"></figure>'
        f'<figure><img alt="무대의 도하나 대표 모습"><figcaption>도하나 대표가 연설하고 있다</figcaption></figure>'
        f'<p><img alt="{BODY[1]}"><img alt="logo-main.png"></p></article><p><img alt="광고 그림 설명 문구"></p>'
    )
    assert [line for line, role in found.items() if role == "caption"] == [
        "연단에 선 나가람 회장",
        "도하나 대표가 연설하고 있다",
    ]
    assert "광고 그림 설명 문구" not in found


def test_a_second_article_below_the_first_is_furniture() -> None:
    """Pages that go on with another article show its words as furniture: it has another day of publication."""
    other = "".join(f"<p>{TEASER} 그리고 {number}번째로 다시 만나 이야기를 나눴다.</p>" for number in range(4))
    found = roles(
        f"<article><h1>나가람-도하나 회동</h1>{PARAGRAPHS}</article><article><h1>마루다 장관 소식</h1>{other}</article>"
    )
    assert {role for line, role in found.items() if line.startswith("마루다")} == {"furniture"}
    assert [found[line] for line in BODY] == ["paragraph"] * len(BODY)


def test_a_heading_inside_the_article_makes_no_second_article() -> None:
    """An article element inside another, or beside a headline that stands alone, is the article itself."""
    nested = f"<article><h1>나가람-도하나 회동</h1><article><h2>만찬</h2>{PARAGRAPHS}</article></article>"
    beside = f"<article><h1>나가람-도하나 회동</h1></article><article><h2>만찬</h2>{PARAGRAPHS}</article>"
    for markup in (nested, beside):
        found = roles(markup)
        assert [found[line] for line in BODY] == ["paragraph"] * len(BODY)


def test_a_caption_of_another_article_is_furniture() -> None:
    """Pictures in lists of other articles have captions too: those that are links, or far from the article."""
    far = "".join(f"<div><a href=/{number}>쪽 {number}</a></div>" for number in range(20))
    found = roles(
        f"<article>{PARAGRAPHS}</article><a href=/1><span class=desc>마루다 장관의 연설</span></a>{far}"
        "<figure><img><figcaption>훈련장의 서한별 감독</figcaption></figure>"
    )
    assert found["마루다 장관의 연설"] == found["훈련장의 서한별 감독"] == "furniture"


def test_the_headline_is_the_line_that_is_the_title() -> None:
    """On pages that set the headline in a div, the line that is the title of the page is the headline."""
    found = roles(f"<div class=c1>나가람-도하나 회동</div><div class=c2>{PARAGRAPHS}</div>")
    assert found["나가람-도하나 회동"] == "headline"


def test_a_failing_extractor_is_a_diagnostic(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an extractor raises is told, and the page is read with the other."""

    def fail(_: str) -> str:
        raise RecursionError

    monkeypatch.setattr(voters, "_VOTERS", (("trafilatura", fail), voters._VOTERS[1]))
    page = read_html(f"<html><body><article>{PARAGRAPHS}</article></body></html>")
    assert [diagnostic.code for diagnostic in page.diagnostics] == ["page.voter-failed"]
    assert page.roles == (BlockRole.PARAGRAPH,) * len(BODY)


def test_extractors_are_imported_for_pages_alone() -> None:
    """Importing the reader of pages imports no extractor: a pasted text does not wait for them."""
    import subprocess

    code = "import sys, hoedong.ingest.source; print('trafilatura' in sys.modules, 'readability' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["False", "False"]


def test_the_versions_of_the_extractors_are_part_of_a_run() -> None:
    """A reading depends on the extractors, so their versions are named with the rules."""
    assert any(line.startswith("trafilatura ") for line in voters.versions())
    assert len(voters.versions()) == len(voters.PACKAGES)
