"""Sitemaps: the addresses that they list."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.ingest.formats import sitemap
from hoedong.ingest.formats.sitemap import Links, SitemapLink, links_of

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://new.example/1 </loc><lastmod>2024-06-13T08:00:00+09:00</lastmod><news:news>
<news:publication><news:name>새소식일보</news:name><news:language>ko</news:language></news:publication>
<news:publication_date>2024-06-13T07:30:00+09:00</news:publication_date>
<news:title>나가람, 도하나 &amp; 회동</news:title>
</news:news></url>
<url><loc>https://new.example/2</loc><lastmod>2024-06</lastmod></url>
<url><loc>javascript:alert(1)</loc></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://new.example/news.xml</loc></sitemap></sitemapindex>"""


def test_a_news_sitemap_tells_title_time_and_outlet() -> None:
    """Each page comes with what a news sitemap says of it; what is no address of the web is passed over."""
    assert links_of(NEWS.encode()).links == (
        SitemapLink(
            "https://new.example/1",
            "2024-06-13T08:00:00+09:00",
            "2024-06-13T07:30:00+09:00",
            "나가람, 도하나 & 회동",
            "새소식일보",
            "ko",
        ),
        SitemapLink("https://new.example/2"),
    )


def test_an_index_lists_further_sitemaps() -> None:
    """The sitemaps of an index are told apart from pages; a gzipped one is unpacked."""
    found = links_of(gzip.compress(INDEX.encode()))
    assert (found.links, found.sitemaps) == ((), ("https://new.example/news.xml",))


def test_a_cut_sitemap_gives_what_is_whole() -> None:
    """A sitemap whose end is missing still gives the addresses before the cut."""
    assert links_of(NEWS.encode()[:400]).links[0].url == "https://new.example/1"


def test_more_addresses_than_the_protocol_allows_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first addresses are taken and the rest told as a problem."""
    monkeypatch.setattr(sitemap, "MOST_LINKS", 1)
    found = links_of(NEWS.encode())
    assert (len(found.links), [problem.code for problem in found.problems]) == (1, ["sitemap.too-long"])


def test_a_gzip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few bytes that unpack to more than is allowed are refused before they are unpacked whole."""
    monkeypatch.setattr(sitemap, "LONGEST_SITEMAP", 10_000)
    assert [p.code for p in links_of(gzip.compress(bytes(1_000_000))).problems] == ["source.too-long"]


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"<rss/>", b"\x1f\x8bxx", gzip.compress(b"<urlset/>")[:-9], b"\x00" * 99]
)
def test_what_is_no_sitemap_is_a_problem(data: bytes) -> None:
    """Nothing is raised for what is no sitemap; it is told with its place."""
    assert [problem.location for problem in links_of(data, "https://new.example/x").problems] == [
        "https://new.example/x"
    ]


@given(st.binary(max_size=40), st.integers(0, 700), st.integers(0, 60))
def test_a_mutated_sitemap_never_raises(junk: bytes, at: int, length: int) -> None:
    """Whatever bytes of a sitemap are overwritten, links or problems come out."""
    raw = NEWS.encode()
    assert isinstance(links_of(raw[:at] + junk + raw[at + length :]), Links)
