"""When a page was published, and what that rests on."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.ingest.publication_date import date_in_url, find_publication
from hoedong.lang.ko import times
from hoedong.model.document import Block, BlockRole
from hoedong.model.span import Span
from hoedong.model.time import PartialDate, Publication, PublicationBasis
from hoedong.rules.lexicon_file import load_lexicon

CASES = load_lexicon(files("hoedong.lang.ko") / "cases" / "publication.tsv", ("text", "value", "basis"))


def published(page: str, **known: PartialDate | str) -> Publication:
    """The publication of a page whose lines are its blocks."""
    text = page.replace("⏎", "\n")
    lines = [Span(*found.span()) for found in re.finditer(r"\S[^\n]*", text)]
    blocks = [Block(BlockRole.PARAGRAPH if "다." in text[slice(*s)] else BlockRole.FURNITURE, s) for s in lines]
    return find_publication(text, blocks, times, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["note"])
def test_a_page_was_published_on_this_day(case: dict[str, str]) -> None:
    """The day and its source are those of the case table."""
    publication = published(case["text"])
    assert str(publication.value or "") == case["value"]
    assert (publication.basis.value if publication.basis else "") == case["basis"]


def test_a_given_day_is_better_than_any_other() -> None:
    """Given, then metadata, then the page, then its address."""
    page, day, other = "입력 2024.06.11 07:10", PartialDate(2020, 1, 1), PartialDate(2021, 1, 1)
    address = "https://news.example/2022/01/01/7"
    assert published(page, given=day, metadata=other).basis is PublicationBasis.GIVEN
    assert published(page, metadata=other, url=address).value == other
    assert published(page, url=address).basis is PublicationBasis.TEXT
    assert str(published("두 사람은 만났다.", url=address).value) == "2022-01-01"


def test_an_inference_says_why() -> None:
    """Each step of an inference is a reason in words, and the years that fit as well bound it."""
    publication = published("06.23 (일)⏎두 사람은 13일 만났다. 2011년 처음 만났다.")
    assert str(publication.value) == "2024-06-13"
    assert str(publication.earliest) == "2013-06-13"
    assert any("2011년" in reason for reason in publication.reasons)
    assert any("06.23 (일)" in reason for reason in publication.reasons)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/politics/2021/07/13/20210713001043", "2021-07-13"),
        ("https://news.example/article/2024042576575", "2024-04-25"),
        ("https://news.example/view?no=161084", "None"),
        ("https://news.example/20241399", "None"),
    ],
)
def test_an_address_may_name_the_day(url: str, day: str) -> None:
    """A day is read from an address only where it is one."""
    assert str(date_in_url(url)) == day


@given(st.text(alphabet=st.sampled_from("0123456789./-년월일 :()입력수정화목\n가다")))
@settings(max_examples=200, deadline=None)
def test_any_page_has_some_answer(page: str) -> None:
    """No page raises, and every span of the answer lies inside it."""
    publication = published(page)
    assert all(0 <= span.start < span.end <= len(page) for span in publication.spans)
