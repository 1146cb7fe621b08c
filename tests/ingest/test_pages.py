"""Whole pages: the role of every line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from hoedong.ingest.document import make_document
from hoedong.model.document import Document

_PAGE = re.compile(r"^## (?P<name>[^\n]+)\n.*?^```\n(?P<lines>.*?)^```", re.MULTILINE | re.DOTALL)


def _pages() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    cases = (files("hoedong.lang.ko") / "cases" / "layout.md").read_text(encoding="utf-8")
    for page in _PAGE.finditer(cases):
        rows = [line.split(" | ", 1) for line in page["lines"].splitlines()]
        yield page["name"], [(role, line) for role, line in rows]


PAGES = dict(_pages())


def roles_by_line(document: Document) -> list[tuple[str, str]]:
    """Each line of a document with the roles of its blocks, joined by `+`."""
    found = []
    start = 0
    for line in document.text.split("\n"):
        end = start + len(line)
        roles = [block.role.value for block in document.blocks if start <= block.span.start < end]
        if roles:
            found.append(("+".join(roles), line.strip()))
        start = end + 1
    return found


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n", "\n \n"])
@pytest.mark.parametrize("name", PAGES)
def test_every_line_has_its_role(name: str, gap: str) -> None:
    """A pasted page reads the same whatever blank lines lie between its lines."""
    document, _ = make_document(gap.join(line for _, line in PAGES[name]))
    assert roles_by_line(document) == PAGES[name]


@pytest.mark.parametrize("name", PAGES)
def test_the_title_is_the_headline(name: str) -> None:
    """The title of a document is its headline, as written."""
    document, _ = make_document("\n".join(line for _, line in PAGES[name]))
    assert document.title == next(line for role, line in PAGES[name] if role == "headline")


def test_outlet_and_byline_are_taken_from_the_page() -> None:
    """Outlet and byline come from the lines in which they sign."""
    document, _ = make_document("\n".join(line for _, line in PAGES["Lists of other articles"]))
    assert (document.outlet, document.byline) == ("새소식일보", "김가나 기자")


FURNITURE_ABOVE = [
    "로그인 | 회원가입 | 전체메뉴",
    "본문 바로가기",
    "입력 2024.06.13 09:12 | 수정 2024.06.13 10:00",
    "글자크기 크게 작게",
]
FURNITURE_BELOW = [
    "저작권자 © 새소식일보 무단전재 및 재배포 금지",
    "많이 본 뉴스\n1 마루다-바다솔 심야 회동\n2 전셋값 '꿈틀'",
    "댓글 3 | 공감 17",
    "#회동 #총수",
]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("above", FURNITURE_ABOVE)
def test_furniture_above_changes_no_role(name: str, above: str) -> None:
    """A menu or stamp above a page changes the role of no other line."""
    document, _ = make_document("\n".join([above, *(line for _, line in PAGES[name])]))
    assert roles_by_line(document)[1:] == PAGES[name]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("below", FURNITURE_BELOW)
def test_furniture_below_changes_no_role(name: str, below: str) -> None:
    """A notice or a list of other articles below a page changes the role of no other line."""
    document, _ = make_document("\n".join([*(line for _, line in PAGES[name]), below]))
    assert roles_by_line(document)[: len(PAGES[name])] == PAGES[name]
    assert {role for role, _ in roles_by_line(document)[len(PAGES[name]) :]} == {"furniture"}
