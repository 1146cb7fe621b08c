"""Continued topics: what the sentences behind an encounter say was discussed."""

from __future__ import annotations

from hoedong import read
from hoedong.extract.continued_topics import CONTINUED

MET = "한도윤 회장은 14일 서울에서 오세린 대표를 만났다."


def topics(text: str) -> list[list[str]]:
    """The topics of each encounter of a text."""
    found = read(text, published="2026-03-16")
    return [[text[slice(*span)] for span in encounter.topics] for encounter in found.encounters]


def test_what_those_who_met_did_next_is_of_their_meeting() -> None:
    """The sentence behind is evidence too, by a rule of its own."""
    text = f"{MET} 한 회장은 항만 공동 개발을 요청했다."
    (encounter,) = read(text, published="2026-03-16").encounters
    assert topics(text) == [["항만 공동 개발"]]
    assert [text[slice(*one.span)] for one in encounter.evidence if one.rule == CONTINUED] == [
        "한 회장은 항만 공동 개발을 요청했다."
    ]


def test_the_occasion_is_enough() -> None:
    """Where a sentence names nobody, it must name the occasion."""
    assert topics(f"{MET} 면담에서는 항만 공동 개발이 집중 논의됐다.") == [["항만 공동 개발"]]
    assert topics(f"{MET} 정부는 항만 공동 개발을 검토했다.") == [[]]


def test_somebody_else_ends_the_talk() -> None:
    """What a third person asked for was not said there."""
    assert topics(f"{MET} 길수정 장관은 항만 공동 개발을 요청했다.") == [[]]
    assert topics(f"{MET} 길수정 장관은 웃었다. 한 회장은 항만 공동 개발을 요청했다.") == [[]]
