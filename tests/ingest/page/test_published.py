"""When a page was published, as its markup states it."""

from __future__ import annotations

import pytest

from hoedong.ingest.html import read_html
from hoedong.ingest.html_metadata import PageMetadata, metadata_day
from hoedong.ingest.page.published import iso_time
from hoedong.reader import read_document

HALF_PAST_NINE = "2024-06-11T09:30:00+09:00"
LINE = "<p>나가람 회장은 도하나 대표를 만났다.</p>"


def metadata(head: str = "", body: str = "", lang: str = "ko") -> PageMetadata:
    """The metadata of a page."""
    return read_html(f'<html lang="{lang}"><head>{head}</head><body>{body}{LINE}</body></html>').metadata


@pytest.mark.parametrize(
    ("words", "korean", "other"),
    [
        ("2024-06-11T09:30:00+09:00", "2024-06-11T09:30:00+09:00", "2024-06-11T09:30:00+09:00"),
        ("2024-06-11T22:30:00.000Z", "2024-06-12T07:30:00+09:00", "2024-06-11T22:30:00+00:00"),
        ("2024-06-11 09:30:12", "2024-06-11T09:30:12+09:00", "2024-06-11T09:30:12"),
        ("20240611093012", "2024-06-11T09:30:12+09:00", "2024-06-11T09:30:12"),
        ("입력 2024.06.11 (09:30)", "2024-06-11T09:30:00+09:00", "2024-06-11T09:30:00"),
        ("2024. 6. 11. 오후 12:05", "2024-06-11T12:05:00+09:00", "2024-06-11T12:05:00"),
        ("2024년 6월 11일 오전 12시 05분", "2024-06-11T00:05:00+09:00", "2024-06-11T00:05:00"),
        ("Tue, 11 Jun 2024 09:30:00 -0400", "2024-06-11T09:30:00-04:00", "2024-06-11T09:30:00-04:00"),
        ("2024-06-11", "2024-06-11", "2024-06-11"),
        ("2024.13.41 09:30", None, None),
        ("0001-01-01T00:00:00", None, None),
        ("방금 전", None, None),
        ("1" * 10_000, None, None),
    ],
)
def test_a_stated_time_is_told_as_iso_8601(words: str, korean: str | None, other: str | None) -> None:
    """Every spelling gives one form; a Korean page means Korean time, and tells UTC as Korean time."""
    assert iso_time(words, is_korean=True) == korean
    assert iso_time(words, is_korean=False) == other


@pytest.mark.parametrize(
    ("head", "body", "published", "place"),
    [
        ("", '<i data-date-time="2024-06-11 09:30:00">6.11.</i>', HALF_PAST_NINE, "attribute data-date-time"),
        ("", '<span class="num_date">2024. 6. 11. 09:30</span>', HALF_PAST_NINE, "class num_date"),
        ('<meta property="og:regDate" content="20240611093000">', "", HALF_PAST_NINE, "meta og:regDate"),
        ("", '<b itemprop="datePublished" content="2024-06-11T00:30Z"></b>', HALF_PAST_NINE, "itemprop datePublished"),
        ("", '<time datetime="2024-06-11T09:30:00+09:00">어제</time>', HALF_PAST_NINE, "time"),
        ('<meta name="date" content="2026-01-01"><meta property="article:published_time" content="2024-06-11T00:30Z">',
         '<time datetime="2020-01-01">옛날</time>', HALF_PAST_NINE, "meta article:published_time"),
    ],
)  # fmt: skip
def test_the_best_place_tells_the_time_and_is_named(head: str, body: str, published: str, place: str) -> None:
    """Places are asked in the order of the table, and the one that told is kept."""
    found = metadata(head, body)
    assert (found.published, found.published_from) == (published, place)


def test_the_change_of_a_page_is_not_its_publication() -> None:
    """The time of the last change is kept apart."""
    body = '<i data-date-time="2024-06-11 09:30:00"></i><i data-modify-date-time="2024-06-13 10:00:00"></i>'
    found = metadata("", body)
    assert (found.published, found.modified) == ("2024-06-11T09:30:00+09:00", "2024-06-13T10:00:00+09:00")


def test_the_portal_is_not_the_outlet() -> None:
    """A portal that shows an article of an outlet names the outlet beside itself."""
    maker = '<meta property="og:article:author" content="새소식일보 | 네이버">'
    head = f'<meta property="og:site_name" content="네이버">{maker}'
    found = metadata(head)
    assert (found.outlet, found.author) == ("새소식일보", None)


def test_a_guessed_day_goes_last() -> None:
    """A day that is made out of the markup counts where nothing is stated, and not before a stamp in the text."""
    guess = PageMetadata(guessed="2024-06-11")
    text = "나가람 회장은 도하나 대표를 만났다."
    publication = read_document(text, page=guess, lang="ko").document.publication
    assert (str(publication.value), publication.reasons) == ("2024-06-11", ("made out of the markup by htmldate",))
    stamped = read_document(f"입력 2024.06.13 09:30\n{text}", page=guess, lang="ko").document.publication
    assert str(stamped.value) == "2024-06-13"
    assert metadata_day(guess) is None
