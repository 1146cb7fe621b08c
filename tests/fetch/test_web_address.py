"""Addresses on the web, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.errors import FetchRefused
from hoedong.fetch.web_address import is_web_address, parse_web_address


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("https://News.Example", "https://news.example/"),
        ("HTTP://news.example:80/a?b=c#d", "http://news.example/a?b=c"),
        ("https://news.example:8443/", "https://news.example:8443/"),
        ("https://뉴스.example/기사/1?q=한 도윤", "https://xn--vg1b002a.example/%EA%B8%B0%EC%82%AC/1?q=%ED%95%9C%20%EB%8F%84%EC%9C%A4"),
        ("https://news.example/%EA%B8%B0", "https://news.example/%EA%B8%B0"),
        ("http://[2606:4700:0::1111]/", "http://[2606:4700::1111]/"),
        ("http://1.1.1.1/", "http://1.1.1.1/"),
    ],
)  # fmt: skip
def test_an_address_is_made_fit_to_be_sent(written: str, sent: str) -> None:
    """Hosts become ASCII, other letters are escaped, what is escaped stays, fragments go."""
    assert str(parse_web_address(written)) == sent


@pytest.mark.parametrize(
    "written",
    [
        "ftp://news.example/", "file:///etc/passwd", "gopher://news.example/", "javascript:alert(1)", "//news.example",
        "news.example", "", "https://", "https:///a", "http://desk:secret@news.example/", "http://1.1.1.1@127.0.0.1/",
        "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://127.1/", "http://0177.0.0.1/",
        "http://127.0.0.1.1/", "http://1.1.1.01/", "http://news.example:99999/", "http://news.example:a/",
        "http://[::1/", "http://[::1%25eth0]/", "http://[fe80::1%eth0]/", "http://a b.example/",
        "http://news.example\\@127.0.0.1/", "http://" + "a" * 5000, "http://a..example/", "http://ⓔxample\u2100.com/",
    ],
)  # fmt: skip
def test_what_deceives_is_refused(written: str) -> None:
    """Other schemes, names with passwords, and numbers that are no plain addresses are refused."""
    with pytest.raises(FetchRefused):
        parse_web_address(written)


@given(st.text())
def test_any_text_is_an_address_or_is_refused(text: str) -> None:
    """Nothing else can come of it, and what is sent holds no blanks and no control characters."""
    for written in (text, f"https://{text}", f"https://news.example/{text}"):
        try:
            sent = str(parse_web_address(written))
        except FetchRefused:
            continue
        assert sent.isascii()
        assert sent.isprintable()
        assert " " not in sent
        assert str(parse_web_address(sent)) == sent


def test_a_redirect_leads_from_where_it_stands() -> None:
    """Locations may be whole, of the same host, or beside the page; other schemes are refused."""
    here = parse_web_address("https://news.example/a/b?c")
    assert str(here.beside("d")) == "https://news.example/a/d"
    assert str(here.beside("/d")) == "https://news.example/d"
    assert str(here.beside("//other.example")) == "https://other.example/"
    with pytest.raises(FetchRefused):
        here.beside("file:///etc/passwd")


def test_a_file_is_no_web_address() -> None:
    """Only what opens as an address of http or https names the web."""
    assert is_web_address("HTTPS://news.example")
    assert not is_web_address("https.txt")
    assert not is_web_address("C:/pages/http://x")
