"""Servers that mean harm or are broken: each is refused in time, with a reason, and costs little."""

from __future__ import annotations

import gzip
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from itertools import repeat

import pytest

from hoedong.errors import FetchError, FetchFailed, FetchRefused
from hoedong.fetch.addresses import AddressRules
from hoedong.fetch.fetcher import Fetcher, Surroundings
from hoedong.fetch.limits import Limits
from web_servers import LOOPBACK, Answer, Asked, fetcher_for, page, redirect, serving

SMALL = Limits(body=100_000, seconds=1.0, pace=0.0)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def code_of(answer: Answer, limits: Limits = SMALL) -> str:
    """The code of the error that an answer ends in."""
    with serving({"/": answer}) as server, pytest.raises(FetchError) as error:
        fetcher_for(server, limits=limits).fetch(server.url("/"))
    return error.value.code


def slowly(start: bytes, piece: bytes) -> Answer:
    """An answer that sends a little now and then, without end."""

    def answer(_: Asked) -> Iterator[bytes]:
        yield start
        while True:
            time.sleep(0.1)
            yield piece

    return answer


@pytest.mark.parametrize(
    "answer",
    [
        slowly(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        slowly(b"", b"H"),
        slowly(b"HTTP/1.1 103 Early Hints\r\n\r\n", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        slowly(HEAD + b"Content-Length: 90000\r\n\r\n", b"a"),
        slowly(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        slowly(HEAD + b"\r\n", b""),
    ],
    ids=["head", "status", "hints", "body", "chunks", "silence"],
)
def test_a_slow_server_cannot_stretch_the_time(answer: Answer) -> None:
    """Whatever comes slowly, head, body or chunks, the whole page has the time that it has."""
    start = time.monotonic()
    with serving({"/": answer, "/robots.txt": page("")}) as server, pytest.raises(FetchFailed) as error:
        fetcher_for(server, limits=SMALL).fetch(server.url("/"))
    assert error.value.code == "fetch.too-slow"
    assert time.monotonic() - start < 2 * SMALL.seconds


def test_a_slow_server_of_names_cannot_stretch_the_time() -> None:
    """Looking a name up counts as well."""

    def resolve(_: str) -> tuple[str, ...]:
        time.sleep(5)
        return ("1.1.1.1",)

    fetcher = Fetcher(limits=Limits(seconds=0.3), surroundings=Surroundings(resolve=resolve))
    start = time.monotonic()
    with pytest.raises(FetchFailed, match=r"longer than 0\.3 seconds"):
        fetcher.fetch("http://news.example/")
    assert time.monotonic() - start < 2


def test_a_slow_robots_txt_takes_the_time_of_the_page() -> None:
    """A host that keeps its rules back is let be."""
    with serving({"/robots.txt": slowly(HEAD + b"\r\n", b"a"), "/": page("a")}) as server:
        with pytest.raises(FetchFailed) as error:
            fetcher_for(server, limits=SMALL).fetch(server.url("/"))
        assert error.value.code == "fetch.too-slow"
        assert server.paths() == []


def endless(_: Asked) -> Iterator[bytes]:
    """Chunks without end."""
    yield HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    yield from repeat(b"2000\r\n" + b"a" * 0x2000 + b"\r\n")


def large(_: Asked) -> Iterator[bytes]:
    """200 MB that do not say how many they are."""
    yield HEAD + b"\r\n"
    yield from repeat(b"a" * 1_000_000, 200)


def packed(data: bytes, encoding: str) -> Answer:
    """A body that is packed, or says so."""
    return page(data, content_encoding=encoding)


ZEROS = bytes(20_000_000)
BOMB = gzip.compress(ZEROS)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (endless, "fetch.too-large"),
        (large, "fetch.too-large"),
        (lambda _: [HEAD + b"Content-Length: 200000000\r\n\r\n"], "fetch.too-large"),
        (packed(BOMB, "gzip"), "fetch.too-large"),
        (packed(zlib.compress(ZEROS), "deflate"), "fetch.too-large"),
        (packed(zlib.compress(ZEROS)[2:-4], "deflate"), "fetch.too-large"),
        (packed(gzip.compress(BOMB), "gzip, gzip"), "fetch.encoding"),
        (packed(b"\x8b\x00\x80hello\x03", "br"), "fetch.encoding"),
        (packed(b"\x28\xb5\x2f\xfd", "zstd"), "fetch.encoding"),
        (packed(b"this is not packed", "gzip"), "fetch.encoding"),
        (packed(gzip.compress(b"the first half of it" * 50)[:40], "gzip"), "fetch.encoding"),
        (lambda _: [HEAD + b"Content-Length: 1000\r\n\r\nshort"], "fetch.no-http"),
        (lambda _: [HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"], "fetch.no-http"),
        (lambda _: [HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"], "fetch.no-http"),
        (lambda _: [HEAD + b"Content-Length: many\r\n\r\nshort"], "fetch.no-http"),
        (lambda _: [HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nshort"], "fetch.no-http"),
        (lambda _: [HEAD, *repeat(b"X-Filler: " + b"a" * 1000 + b"\r\n", 200)], "fetch.no-http"),
        (lambda _: [b"220 mail.example ESMTP\r\n"], "fetch.no-http"),
        (lambda _: [], "fetch.no-http"),
        (page(b"\x89PNG", content_type="image/png"), "fetch.type"),
        (page(b"\x00", content_type="video/mp4; charset=x"), "fetch.type"),
        (page("gone", "410 Gone"), "fetch.status"),
        (page("", "304 Not Modified"), "fetch.status"),
        (page("part", "206 Partial Content"), "fetch.status"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_broken_or_boundless_answer_is_refused(answer: Answer, code: str) -> None:
    """Bombs, endless, overlong, cut-off and senseless answers end in an error that names what is wrong."""
    assert code_of(answer, Limits(body=100_000, seconds=5.0, pace=0.0)) == code


def test_a_bomb_is_never_unpacked_whole() -> None:
    """What is held in memory stays near the limit, however much a few kilobytes unpack to."""
    bomb = gzip.compress(bytes(100_000_000))
    with serving({"/": packed(bomb, "gzip")}) as server:
        fetcher = fetcher_for(server, limits=SMALL)
        tracemalloc.start()
        try:
            with pytest.raises(FetchRefused):
                fetcher.fetch(server.url("/"))
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert peak < 2_000_000


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/", "http://127.0.0.1:22/", "http://[::1]/", "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://2130706433/",
        "http://0x7f.1/", "file:///etc/passwd", "ftp://news.example/", "http://user:secret@news.example/",
    ],
)  # fmt: skip
def test_a_redirect_into_the_private_is_refused(location: str) -> None:
    """Each address on the way is checked, wherever the first one was."""
    assert code_of(redirect(location)).startswith(("fetch.address", "fetch.port", "fetch.not-an-address"))


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_a_redirect_is_followed(status: str) -> None:
    """From one allowed host to another; the answer names where it came from in the end."""
    with serving({"/news/1": page("회동")}) as second, serving() as first:
        first.answers["/old"] = redirect(second.url("/news/1", "other.example"), status)
        fetched = fetcher_for(first, second).fetch(first.url("/old"))
        assert fetched.url == second.url("/news/1", "other.example")
        assert fetched.asked == first.url("/old")
        assert fetched.data.decode() == "회동"


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_a_redirect_in_korean_is_followed_byte_by_byte(encoding: str) -> None:
    """Locations with unescaped Korean, which many servers send, keep their bytes in whatever encoding."""
    sent = "/기사/1".encode(encoding)
    escaped = "".join(f"%{byte:02X}" if byte > 0x7F else chr(byte) for byte in sent)
    moved = b"HTTP/1.1 302 Found\r\nLocation: " + sent + b"\r\nContent-Length: 0\r\n\r\n"
    with serving({"/": lambda _: [moved], escaped: page("회동")}) as server:
        assert fetcher_for(server).fetch(server.url("/")).data.decode() == "회동"


def test_redirects_without_end_are_refused() -> None:
    """A page that leads to itself, or through many others, is given up after five."""
    with serving({"/": redirect("/")}) as server:
        with pytest.raises(FetchRefused) as error:
            fetcher_for(server).fetch(server.url("/"))
        assert error.value.code == "fetch.redirects"
        assert server.paths() == ["/"] * 6


def resolving(*answers: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    """A server of names that says something else each time."""
    left = iter(answers)
    return lambda _: next(left)


def test_a_name_that_is_pointed_elsewhere_is_not_followed() -> None:
    """A name with one private address among public ones is refused; each connection asks once and goes there."""
    for addresses in ((LOOPBACK,), ("1.1.1.1", LOOPBACK), ("::1",)):
        fetcher = Fetcher(surroundings=Surroundings(resolve=resolving(addresses)))
        with pytest.raises(FetchRefused) as error:
            fetcher.fetch("http://rebinding.example/")
        assert error.value.code == "fetch.address"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "0.0.0.0", "[::ffff:7f00:1]", "localhost."])  # noqa: S104 - an address to ask, none to listen on
def test_this_machine_is_never_asked(host: str) -> None:
    """Nothing that listens here hears of it, on whatever name or port, with the names of the real system."""
    with serving({"/": page("secret")}) as server:
        for port in ("", f":{server.port}"):
            with pytest.raises(FetchError):
                Fetcher().fetch(f"http://{host}{port}/")
        assert server.asked == []


def test_the_environment_names_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proxies of the environment would look names up by themselves, past all checks; they are not used."""
    with serving({"/": page("회동")}) as server, serving() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert fetcher_for(server).fetch(server.url("/")).data.decode() == "회동"
        assert proxy.asked == []


def test_private_addresses_are_asked_only_where_that_is_said() -> None:
    """For what the user writes down there is a rule that allows all."""
    with serving({"/": page("회동")}) as server:
        fetcher = Fetcher(rules=AddressRules(allows_private=True), limits=Limits(pace=0.0))
        assert fetcher.fetch(f"http://127.0.0.1:{server.port}/").data.decode() == "회동"
