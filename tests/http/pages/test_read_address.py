"""Reading a page by its address, where the server may fetch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hoedong.http.fetching import Fetching
from hoedong.http.settings import Settings
from page_server import CSRF, page_server
from site_of_tests import elements, text_of, tree_of
from web_servers import WebServer, fetcher_for, page, redirect, serving

LINES = "노을전자 서이든 대표가 1일 대전에서 문하린 가람물산 회장을 만났다. 두 사람은 물류 협력을 논의했다."
PAGE = (
    '<html><head><meta charset="euc-kr"><title>서이든·문하린 회동</title>'
    f'<meta name="pubdate" content="2026-04-02"></head><body><h1>서이든·문하린 회동</h1><p>{LINES}</p></body></html>'
).encode("cp949")


@pytest.fixture
def server() -> Iterator[WebServer]:
    """A server with one article in EUC-KR, and a short address that leads to it."""
    with serving({"/news/1": page(PAGE, content_type="text/html"), "/1": redirect("/news/1")}) as found:
        yield found


@pytest.fixture
def fetching_browser(own_record: Path, server: WebServer) -> TestClient:
    """A browser on a server that may fetch."""
    fetching = Fetching(Settings(allow_fetch=True), fetcher_for(server))
    return TestClient(page_server(own_record, fetching), follow_redirects=False)


def field(browser: TestClient) -> object:
    """The field for an address."""
    (found,) = [one for one in elements(tree_of(browser.get("/read").text), "input") if one.get("name") == "url"]
    return found


def test_the_field_is_there_where_the_server_may_fetch(browser: TestClient, fetching_browser: TestClient) -> None:
    """The field is open only where it does something."""
    assert field(browser).get("disabled") is not None  # type: ignore[attr-defined]
    assert field(fetching_browser).get("disabled") is None  # type: ignore[attr-defined]


def test_a_page_is_fetched_shown_and_added(fetching_browser: TestClient, server: WebServer) -> None:
    """An address is read like a file; the button adds the very same page, without asking for it again."""
    shown = fetching_browser.post("/read", data={"csrf": CSRF, "url": server.url("/1"), "action": "read"})
    tree = tree_of(shown.text)
    assert "서이든 × 문하린" in text_of(tree)
    form = next(one for one in elements(tree, "form") if any(x.get("name") == "data" for x in elements(one, "input")))
    sent = {one.get("name", ""): one.get("value", "") for one in elements(form, "input")}
    kept = fetching_browser.post("/read", data={**sent, "action": "keep"})
    assert kept.status_code == 303
    document = fetching_browser.get(f"{kept.headers['location']}.json").json()["document"]
    assert document["url"] == server.url("/news/1")
    assert server.paths() == ["/1", "/news/1"]


def test_a_page_is_added_at_once(fetching_browser: TestClient, server: WebServer) -> None:
    """The second button of the form fetches, reads and adds in one step."""
    kept = fetching_browser.post("/read", data={"csrf": CSRF, "url": server.url("/1"), "action": "keep"})
    page_ = fetching_browser.get(kept.headers["location"])
    assert "문하린" in text_of(tree_of(page_.text))


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://inner.example/", "{server}/gone", "file:///etc/passwd"])
def test_what_is_not_had_is_said_in_the_form(fetching_browser: TestClient, server: WebServer, url: str) -> None:
    """The form comes back with the reason, and the address in its field."""
    asked = url.replace("{server}", server.url("").rstrip("/"))
    answer = fetching_browser.post("/read", data={"csrf": CSRF, "url": asked, "action": "read"})
    tree = tree_of(answer.text)
    assert answer.status_code == 422
    assert any(one.get("role") == "alert" for one in elements(tree, "p"))
    assert asked in [one.get("value") for one in elements(tree, "input") if one.get("name") == "url"]
    assert "10.0.0.1" not in answer.text


def test_a_server_that_may_not_fetch_refuses(own_browser: TestClient, server: WebServer) -> None:
    """An address that is sent all the same is a 403, and nobody is asked."""
    answer = own_browser.post("/read", data={"csrf": CSRF, "url": server.url("/1"), "action": "read"})
    assert answer.status_code == 403
    assert server.asked == []


def test_fields_that_make_no_sense_are_passed_over(fetching_browser: TestClient, server: WebServer) -> None:
    """Where a page came from is dropped where no such page can be; its text is read all the same."""
    shown = fetching_browser.post("/read", data={"csrf": CSRF, "url": server.url("/1"), "action": "read"})
    form = next(
        one for one in elements(tree_of(shown.text), "form") if any(x.get("name") == "data" for x in one.iter())
    )
    sent = {one.get("name", ""): one.get("value", "") for one in elements(form, "input")}
    for wrong in ({"address": "file:///etc/passwd"}, {"retrieved": "yesterday"}, {"charset": "klingon"}):
        kept = fetching_browser.post("/read", data={**sent, **wrong, "action": "keep"})
        assert kept.status_code == 303


@pytest.mark.parametrize("path", ["/1", "/gone"])
def test_whoever_follows_the_reading_gets_the_same(
    fetching_browser: TestClient, own_browser: TestClient, server: WebServer, path: str
) -> None:
    """A browser that follows step by step gets the result, the reason why there is none, or the refusal to fetch."""
    form = {"csrf": CSRF, "url": server.url(path), "action": "read"}
    for browser, status in ((fetching_browser, 200 if path == "/1" else 422), (own_browser, 403)):
        events = browser.post("/read", data=form, headers={"accept": "text/event-stream"})
        assert f'event: page\ndata: {{"status":{status},' in events.text
