"""Annotation: a document becomes sentences, times, people, places and morphemes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hoedong.annotate.annotator import published_interval
from hoedong.model.document import BlockRole
from hoedong.model.time import PartialDate, Publication
from told import analysed

PAGE = """새 사업 논의 속도

한도윤 가람전자 회장은 14일 오세린 나래물산 대표를 만났다. 두 사람은 서울에서 웃었다.

김하늘 기자 haneul@example.com

ⓒ 새벽일보, 무단 전재 및 재배포 금지"""


def test_furniture_and_bylines_have_no_sentences() -> None:
    """Only blocks that are read are cut into sentences; a headline is one sentence."""
    analysis = analysed(PAGE)
    roles = [analysis.document.blocks[sentence.block].role for sentence in analysis.sentences]

    assert roles == [BlockRole.HEADLINE, BlockRole.PARAGRAPH, BlockRole.PARAGRAPH]


def test_morphemes_lie_in_their_sentence() -> None:
    """Each sentence has the morphemes that begin in it, and none is lost between two sentences."""
    for sentence in analysed(PAGE).sentences:
        assert sentence.morphemes
        assert all(sentence.span.start <= m.span.start < sentence.span.end for m in sentence.morphemes)


def test_everything_is_found_where_it_stands() -> None:
    """People, times and places have spans inside the sentences."""
    analysis = analysed(PAGE)

    assert [person.name for person in analysis.people] == ["한도윤", "오세린"]
    assert [analysis.document[time.span] for time in analysis.times] == ["14일"]
    assert "서울" in [analysis.document[place.span] for place in analysis.places]


@pytest.mark.parametrize(
    ("publication", "edtf"),
    [
        (Publication(PartialDate(2026, 3, 16)), "2026-03-16"),
        (Publication(PartialDate(2026, 3)), "2026-03"),
        (Publication(earliest=PartialDate(2026, 3, 1), latest=PartialDate(2026, 3, 5)), "2026-03-01/2026-03-05"),
        (Publication(earliest=PartialDate(2026, 3, 1)), None),
        (Publication(), None),
    ],
)
def test_publication_is_a_day_or_bounds(publication: Publication, edtf: str | None) -> None:
    """A known day goes before bounds; one bound alone bounds nothing."""
    interval = published_interval(publication)
    assert (interval.edtf if interval else None) == edtf


def test_an_empty_document_has_nothing() -> None:
    """No text gives an analysis without anything, and no error."""
    analysis = analysed("")
    assert replace(analysis, document=analysis.document).sentences == ()
