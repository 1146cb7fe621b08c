"""Pages that a client names by their address."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from starlette.testclient import TestClient

from hoedong.fetch.fetcher import Fetcher
from hoedong.http.app import create_app
from hoedong.http.fetching import AT_ONCE
from hoedong.http.settings import Limits, Rate
from http_record import HOME, settings_of
from web_servers import Asked, WebServer, fetcher_for, page, redirect, serving

API = "/api/v1"
TEXT = "도재이 새빛당 대표는 14일 서울에서 서이담 총리를 만났다."
PAGE = f'<html><head><meta name="pubdate" content="2026-03-15"></head><body><p>{TEXT}</p></body></html>'


@pytest.fixture
def server() -> Iterator[WebServer]:
    """A server with one article."""
    with serving({"/1": page(PAGE)}) as found:
        yield found


@contextmanager
def asking(record: Path, fetcher: Fetcher, **changes: object) -> Iterator[TestClient]:
    """A client of a server that may fetch, or not."""
    app = create_app(settings_of(record, **{"allow_fetch": True, **changes}), fetcher)
    with TestClient(app, base_url=HOME, raise_server_exceptions=False) as client:
        yield client


def test_a_page_is_read_and_kept_by_its_address(record: Path, server: WebServer) -> None:
    """Without a text the address is fetched; what is kept has the address from which it came in the end."""
    server.answers["/short"] = redirect("/1")
    url = server.url("/short")
    with asking(record, fetcher_for(server)) as client:
        reading = client.post(f"{API}/readings", json={"url": url}).json()
        kept = client.post(f"{API}/documents", json={"url": url})
        document = client.get(kept.headers["location"]).json()["document"]
    assert reading["encounters"][0]["when"]["edtf"] == "2026-03-14"
    assert kept.status_code == 201
    assert (document["url"], document["source"]) == (server.url("/1"), url)


def test_nothing_is_fetched_unless_the_server_may(record: Path, server: WebServer) -> None:
    """By default an address alone is a 403, and the server it names hears of nobody."""
    with asking(record, fetcher_for(server), allow_fetch=False) as client:
        for path in ("/readings", "/documents"):
            answer = client.post(API + path, json={"url": server.url("/1")})
            assert answer.status_code == 403
            assert "send the text" in answer.json()["detail"]
    assert server.asked == []


def test_with_a_text_nothing_is_fetched(record: Path, server: WebServer) -> None:
    """The address of a text that is sent names its page, and is not asked for."""
    with asking(record, fetcher_for(server)) as client:
        client.post(f"{API}/readings", json={"text": TEXT, "url": server.url("/1")})
    assert server.asked == []


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("http://127.0.0.1/", 422), ("http://inner.example/", 422), ("http://169.254.169.254/latest/", 422),
        ("file:///etc/passwd", 422), ("http://news.example:22/", 422), ("/etc/passwd", 422), ("no address", 422),
        ("{server}/gone", 502), ("{server}/inside", 422), ("{server}/picture", 422), ("{server}/empty", 422),
        ("http://nobody.invalid/", 502),
    ],
)  # fmt: skip
def test_what_is_not_had_is_a_problem(record: Path, server: WebServer, url: str, status: int) -> None:
    """Private addresses, also behind a redirect, and what is no page are 422; a server that fails is 502.

    What a name of the inner network stands for is told to nobody.
    """
    server.answers |= {
        "/inside": redirect("http://inner.example/"),
        "/picture": page(b"GIF8", content_type="image/gif"),
        "/empty": page(""),
    }
    with asking(record, fetcher_for(server)) as client:
        answer = client.post(f"{API}/readings", json={"url": url.replace("{server}", server.url("").rstrip("/"))})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert "10.0.0.1" not in answer.text


def test_fetching_is_limited(record: Path, server: WebServer) -> None:
    """Pages that are fetched count among the texts to read: 429 above the rate."""
    with asking(record, fetcher_for(server), limits=Limits(readings=Rate(0.01, 2))) as client:
        statuses = [client.post(f"{API}/readings", json={"url": server.url("/1")}).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]


def test_few_pages_are_on_their_way_at_once(record: Path, server: WebServer) -> None:
    """Where slow servers keep pages back, others are told to come again, and the record answers."""
    release = Event()

    def slow(_: Asked) -> Iterator[bytes]:
        release.wait(10)
        yield from page("", "404 Not Found")(_)

    server.answers["/slow"] = slow
    with asking(record, fetcher_for(server)) as client:
        body = {"url": server.url("/slow")}
        waiting = [Thread(target=client.post, args=(f"{API}/readings",), kwargs={"json": body}) for _ in range(AT_ONCE)]
        for one in waiting:
            one.start()
        while server.paths().count("/slow") < AT_ONCE:
            time.sleep(0.01)
        answer = client.post(f"{API}/readings", json={"url": server.url("/1")})
        documents = client.get(f"{API}/documents")
        release.set()
        for one in waiting:
            one.join()
    assert (answer.status_code, documents.status_code) == (503, 200)
    assert answer.headers["retry-after"] == "10"
