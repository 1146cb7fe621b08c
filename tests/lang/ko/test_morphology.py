"""Morphemes: block by block, with offsets of the whole text and names kept whole."""

from __future__ import annotations

from hoedong.lang.ko.morphology import analyse_morphemes
from hoedong.model.span import Span


def test_offsets_are_those_of_the_text() -> None:
    """The span of a morpheme points into the whole text, not into the block."""
    text = "메뉴\n회장을 만났다."
    morphemes = analyse_morphemes(text, Span(3, len(text)))

    assert text[slice(*morphemes[0].span)] == "회장"
    assert all(3 <= morpheme.span.start <= morpheme.span.end <= len(text) for morpheme in morphemes)


def test_a_name_is_kept_whole() -> None:
    """A span that is given is one proper noun, whatever the analyser would make of it."""
    text = "로아웬은 웃었다."
    first, *_ = analyse_morphemes(text, Span(0, len(text)), [Span(0, 3)])

    assert (first.form, first.tag, first.span) == ("로아웬", "NNP", Span(0, 3))


def test_what_stands_around_a_block_does_not_matter() -> None:
    """The same sentence has the same morphemes inside any page."""
    sentence = "한도윤 회장은 오세린 대표를 만났다."
    alone = analyse_morphemes(sentence, Span(0, len(sentence)))
    page = f"공유하기\n{sentence}\n많이 본 뉴스"
    inside = analyse_morphemes(page, Span(5, 5 + len(sentence)))

    assert [(m.form, m.tag, m.span.start - 5) for m in inside] == [(m.form, m.tag, m.span.start) for m in alone]


def test_irregular_stems_have_no_suffix_in_their_tag() -> None:
    """Tags are those of the Sejong set, without the analyser's own marks for irregular verbs."""
    text = "그는 회동을 이어 갔고 서울에서 도왔다."
    assert all("-" not in morpheme.tag for morpheme in analyse_morphemes(text, Span(0, len(text))))


def test_nothing_has_no_morphemes() -> None:
    """An empty block has none."""
    assert analyse_morphemes("", Span(0, 0)) == ()
