"""Feeds: what their entries say, and what becomes of broken ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.ingest.formats.feed import Feed, FeedEntry, read_feed

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>새소식일보</title><link>https://new.example/</link>
<item><title>나가람 회장, &lt;b&gt;도하나&lt;/b&gt; 대표와 회동</title><link>https://new.example/1</link>
<guid isPermaLink="false">g-1</guid><pubDate>Thu, 13 Jun 2024 07:30:00 +0900</pubDate><dc:creator>김가나</dc:creator>
<description><![CDATA[<p>나가람 회장은 12일 <b>도하나</b> 대표를 만났다.</p>]]></description>
<content:encoded><![CDATA[<p>나가람 회장은 12일 도하나 대표를 만났다.</p><p>두 사람은 협력을 논의했다.</p>]]>
</content:encoded></item>
<item><title>둘째 소식</title><link>/2</link><pubDate>2024-06-13 08:00:00</pubDate></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>새소식일보</title>
<entry><title>셋째 소식</title><link rel="alternate" href="https://new.example/3"/><id>urn:3</id>
<updated>2024-06-12T22:30:00Z</updated><summary>마루다 이사가 바다솔 사장을 만났다.</summary></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>새소식일보</title></channel>
<item rdf:about="https://new.example/4"><title>넷째 소식</title><link>https://new.example/4</link>
<description>만났다.</description><dc:date>2024-06-13T09:00:00+09:00</dc:date></item></rdf:RDF>"""


def entries(data: str | bytes, url: str | None = None) -> tuple[FeedEntry, ...]:
    """The entries of a feed without problems."""
    feed = read_feed(data if isinstance(data, bytes) else data.encode(), url)
    assert feed.problems == ()
    return feed.entries


def test_an_entry_gives_address_title_lead_body_time_and_author() -> None:
    """Everything that an RSS item says of an article is taken, its time in the zone in which it is written."""
    first = entries(RSS)[0]
    assert first == FeedEntry(
        url="https://new.example/1",
        title="나가람 회장, 도하나 대표와 회동",
        summary="<p>나가람 회장은 12일 <b>도하나</b> 대표를 만났다.</p>",
        content="<p>나가람 회장은 12일 도하나 대표를 만났다.</p><p>두 사람은 협력을 논의했다.</p>",
        published="2024-06-13T07:30:00+09:00",
        id="g-1",
        author="김가나",
    )


def test_a_time_without_a_zone_gets_none() -> None:
    """`2024-06-13 08:00:00` may be any zone's time, so none is made up."""
    assert entries(RSS)[1].published == "2024-06-13T08:00:00"


def test_a_relative_link_is_resolved_against_the_feed() -> None:
    """A link `/2` is an address where the feed's own is known, and none where it is not."""
    assert entries(RSS, "https://new.example/rss.xml")[1].url == "https://new.example/2"
    assert entries(RSS)[1].url is None


@pytest.mark.parametrize(
    ("feed", "url", "published"),
    [
        (ATOM, "https://new.example/3", "2024-06-12T22:30:00+00:00"),
        (RDF, "https://new.example/4", "2024-06-13T09:00:00+09:00"),
    ],
)
def test_atom_and_rdf_are_read_alike(feed: str, url: str, published: str) -> None:
    """The three families of feeds give the same kind of entry."""
    (entry,) = entries(feed)
    assert (entry.url, entry.published) == (url, published)


def test_the_title_of_the_feed_is_kept() -> None:
    """The feed's own title names the outlet."""
    assert read_feed(RSS.encode()).title == "새소식일보"


MALFORMED = {
    "cut in an item": RSS[:700],
    "a bare ampersand": RSS.replace("둘째 소식", "둘째 & 소식"),
    "an undefined entity": RSS.replace("둘째 소식", "둘째&nbsp;소식"),
    "an unclosed tag": RSS.replace("</channel></rss>", ""),
    "junk before": "\n\n  " + RSS,
    "junk after": RSS + "<!-- --> 끝",
    "a control character": RSS.replace("둘째", "둘\x01째"),
    "no root": RSS.split("?>", 1)[1].replace("<rss", "<RSS"),
    "a lying encoding": RSS.replace('"utf-8"', '"euc-kr"'),
    "two declarations": '<?xml version="1.0"?>' + RSS,
    "an unquoted attribute": RSS.replace('version="2.0"', "version=2.0"),
}


@pytest.mark.parametrize("fault", MALFORMED)
def test_a_malformed_feed_gives_what_can_be_made_out(fault: str) -> None:
    """Each common fault leaves at least the first entry with its title and address."""
    first = read_feed(MALFORMED[fault].encode()).entries[0]
    assert first.title is not None
    assert first.title.startswith("나가람 회장")
    assert first.url == "https://new.example/1"


@pytest.mark.parametrize("encoding", ["cp949", "utf-16", "utf-8-sig"])
def test_any_encoding_of_the_press_is_read(encoding: str) -> None:
    """A feed in EUC-KR, UTF-16 or with a byte order mark reads like one in UTF-8."""
    data = RSS.replace('"utf-8"', '"euc-kr"').encode(encoding)
    assert entries(data) == entries(RSS)


def test_no_entity_reaches_a_file_and_none_grows() -> None:
    """An external entity stays an unread mark, and nested entities do not blow up."""
    outside = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + ATOM.replace("셋째 소식", "셋째 &x;")
    assert entries(outside)[0].title == "셋째 &x;"
    names = [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12)]
    bomb = '<!DOCTYPE rss [<!ENTITY e0 "가">' + "".join(names) + "]>" + ATOM.replace("셋째 소식", "셋째 &e11;")
    assert len(str(read_feed(bomb.encode()))) < 10_000


@pytest.mark.parametrize("data", [b"", b"hello", b"\x00\x01\x02" * 100, b"<html><body>x</body></html>", b"\x1f\x8b"])
def test_what_is_no_feed_is_a_problem(data: bytes) -> None:
    """Nothing is raised for what is no feed; it is told."""
    feed = read_feed(data, "https://new.example/rss")
    assert feed.entries == ()
    assert [problem.location for problem in feed.problems] == ["https://new.example/rss"]


@given(st.data())
def test_a_mutated_feed_never_raises(data: st.DataObject) -> None:
    """Whatever bytes of a feed are overwritten, cut or doubled, entries or problems come out."""
    raw = bytearray(RSS.encode())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=12))
        raw = raw or bytearray(b"<")
    assert isinstance(read_feed(bytes(raw)), Feed)
