"""Printed lines, joined to paragraphs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hoedong.ingest.formats.reflow import by_columns, reflowed

NARROW = [
    "나가람 회장은 12일 서울에서 도하나 대표",
    "를 만나 협력을 논의했다. 두 사람은 공장",
    "을 둘러보고 새로 세울 연구소를 두고 오래",
    "이야기했다.",
]


def test_lines_broken_within_words_are_joined_without_a_blank() -> None:
    """Where all lines are equally full, a Korean word goes on below."""
    (paragraph,) = reflowed([by_columns(NARROW)])
    assert "도하나 대표를 만나 협력을 논의했다. 두 사람은 공장을" in paragraph


def test_a_kept_blank_tells_where_words_end() -> None:
    """Where lines that end with a word keep its blank, the others are broken within one."""
    lines = ["나가람 회장은 12일 서울에서 도하나 대표", "를 만나 오래 협력을 논의했다. 두 사람은 ", "공장을 둘러봤다."]
    assert reflowed([by_columns(lines)]) == [
        "나가람 회장은 12일 서울에서 도하나 대표를 만나 오래 협력을 논의했다. 두 사람은 공장을 둘러봤다."
    ]


def test_latin_words_are_never_run_together() -> None:
    """Lines of English have a blank between them, whatever the others do."""
    lines = [
        "The chairman met the chief of a company",
        "at a hotel in the city and they talked on",
        "for some time about chips and labs there.",
    ]
    assert "company at a hotel" in reflowed([by_columns(lines)])[0]


def test_bullets_and_short_lines_stand_by_themselves() -> None:
    """What opens with a bullet, and what follows a line with room to spare, is a paragraph of its own."""
    lines = ["보도자료", *NARROW, "□ 회동 개요", " ㅇ 때: 12일", " ㅇ 곳: 서울"]
    assert reflowed([by_columns(lines)])[-3:] == ["□ 회동 개요", "ㅇ 때: 12일", "ㅇ 곳: 서울"]


def test_a_page_number_does_not_part_a_paragraph() -> None:
    """A sentence that goes on overleaf is whole; the number of the page stands behind it."""
    pages = [by_columns([*NARROW[:3], "- 1 -"]), replace(by_columns([NARROW[3], "끝."]), width=42.0)]
    paragraphs = reflowed(pages)
    assert paragraphs[0].endswith("이야기했다.")
    assert paragraphs[1:] == ["- 1 -", "끝."]


LINES = st.lists(st.text(st.sampled_from("가나다 abc.,-□1 ㅇ\t漢")).filter(str.strip), max_size=12)


@given(st.lists(LINES, max_size=3))
def test_no_character_is_lost_or_added(pages: list[list[str]]) -> None:
    """Of any lines, all characters but white space come out again, each as often as before."""
    words = sorted("".join("".join(line for page in pages for line in page).split()))
    assert sorted("".join("".join(reflowed([by_columns(page) for page in pages])).split())) == words
