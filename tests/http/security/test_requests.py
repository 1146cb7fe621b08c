"""What requests must be like: host, origin, form token, size, rate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import anyio
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from hoedong.http.app import create_app
from hoedong.http.security.body_limit import BodyLimit
from hoedong.http.security.hosts import host_name
from hoedong.http.security.rates import Buckets
from hoedong.http.security.refusal import Refusal
from hoedong.http.settings import Rate
from hoedong.http.static_files import Assets
from http_record import HOME, LIMITS, browsing, settings_of

JSON = {"Content-Type": "application/json"}
TEXT = '{"text": "한도윤 회장은 벤 카터를 만났다."}'
MARKUP = "<script>alert('{{7*7}}')</script>"


async def show(request: Request) -> Response:
    """A page with a form."""
    return PlainTextResponse(request.state.csrf_token)


async def take(request: Request) -> Response:
    """Where the form goes."""
    return PlainTextResponse(str((await request.form())["word"]))


@pytest.fixture
def forms(record: Path) -> Iterator[TestClient]:
    """A server with a form on it."""
    app = create_app(settings_of(record))
    app.router.routes[:0] = [Route("/form", show), Route("/form", take, methods=["POST"])]
    with TestClient(app, base_url=HOME, raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8737", "[::1]:1", "LOCALHOST"])
def test_own_names_are_answered(client: TestClient, host: str) -> None:
    """The server answers to the names of the machine, with any port."""
    assert client.get("/api/v1/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "", "127.0.0.1:x"]
)
def test_other_names_are_not(client: TestClient, host: str) -> None:
    """A page whose name was pointed at this machine gets nothing."""
    assert client.get("/api/v1/health", headers={"Host": host}).status_code == 421


def test_two_hosts_are_none(client: TestClient) -> None:
    """A request with two Host headers is turned away."""
    headers = [("Host", "127.0.0.1"), ("Host", "evil.example")]

    assert client.get("/api/v1/health", headers=headers).status_code == 421


def test_further_names_can_be_allowed(record: Path) -> None:
    """A name that was given at the start is answered."""
    with browsing(settings_of(record, hosts=("record.example",)), Host="record.example") as client:
        assert client.get("/api/v1/health").status_code == 200
    assert host_name("[::1]:80") == "::1"


def test_a_form_needs_its_token(forms: TestClient) -> None:
    """A form passes with the token of its page, as a field or a header, and not without or with another."""
    token = forms.get("/form").text

    assert forms.post("/form", data={"csrf": token, "word": "예"}).text == "예"
    assert forms.post("/form", data={"word": "예"}, headers={"X-CSRF-Token": token}).text == "예"
    assert forms.post("/form", files={"csrf": (None, token), "word": (None, "예")}).text == "예"
    assert forms.post("/form", data={"word": "예"}).status_code == 403
    assert forms.post("/form", data={"csrf": token[:-1] + "x", "word": "예"}).status_code == 403
    assert forms.post("/form", data={"csrf": [token, token], "word": "예"}).status_code == 403


def test_a_token_belongs_to_a_browser(forms: TestClient) -> None:
    """A token that another browser was given does not pass, and neither does a cookie that is not ours."""
    token = forms.get("/form").text
    forms.cookies.clear()

    assert forms.post("/form", data={"csrf": token, "word": "예"}).status_code == 403
    forms.cookies.set("hoedong_csrf", "planted.0123")
    assert forms.post("/form", data={"csrf": token, "word": "예"}).status_code == 403


def test_a_form_of_another_kind_is_refused(forms: TestClient) -> None:
    """Plain text, which a page of another site could send without asking, is no form; broken forms are told so."""
    assert forms.post("/form", content="x", headers={"Content-Type": "text/plain"}).status_code == 415
    broken = {"Content-Type": "multipart/form-data"}
    assert forms.post("/form", content="x", headers=broken).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1.evil.example"},
        {"Origin": "http://127.0.0.1:99"},
    ],
)
def test_other_sites_cannot_send(forms: TestClient, headers: dict[str, str]) -> None:
    """What comes from a page of another site, or of another port, is refused, on pages and on the API."""
    token = forms.get("/form").text

    assert forms.post("/form", data={"csrf": token, "word": "예"}, headers=headers).status_code == 403
    assert forms.post("/api/v1/readings", content=TEXT, headers={**JSON, **headers}).status_code == 403


def test_own_pages_can_send(forms: TestClient) -> None:
    """A page of the server itself may send."""
    headers = {"Sec-Fetch-Site": "same-origin", "Origin": HOME}

    assert forms.post("/api/v1/readings", content=TEXT, headers={**JSON, **headers}).status_code == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_the_api_takes_json_alone(client: TestClient, kind: str) -> None:
    """What a form of another site could send is no request to the API."""
    answer = client.post("/api/v1/readings", content=TEXT, headers={"Content-Type": kind})

    assert answer.status_code == 415
    assert answer.headers["content-type"] == "application/problem+json"


def test_there_is_no_cors(client: TestClient) -> None:
    """No page of another site is allowed to read an answer."""
    answer = client.get("/api/v1/health", headers={"Origin": "https://evil.example"})
    asked = client.options("/api/v1/readings", headers={"Origin": "https://evil.example"})

    assert not [name for name in (*answer.headers, *asked.headers) if name.startswith("access-control")]
    assert asked.status_code == 405


def pieces(size: int, count: int) -> Iterator[bytes]:
    """A body that does not say how long it is."""
    yield from (b"x" * size for _ in range(count))


def test_a_large_body_is_cut_off(record: Path) -> None:
    """A request above the limit is refused, whether it says how large it is or not; below, it passes."""
    small = replace(LIMITS, body=1000, upload=2000)
    with browsing(settings_of(record, limits=small)) as client:
        judging, reading = "/api/v1/judgements", "/api/v1/readings"
        assert client.post(judging, content=b"x" * 1001, headers=JSON).status_code == 413
        assert client.post(judging, content=pieces(100, 20), headers=JSON).status_code == 413
        assert client.post(reading, content=b"x" * 1001, headers=JSON).status_code == 422
        assert client.post(reading, content=pieces(100, 21), headers=JSON).status_code == 413
        assert client.post("/nowhere", data={"csrf": "x" * 2000}).status_code == 413


def test_a_large_body_is_not_waited_for() -> None:
    """The limit is noticed when it is passed, not at the end."""
    taken = 0

    async def receive() -> Message:
        nonlocal taken
        taken += 1
        assert taken < 100
        return {"type": "http.request", "body": b"x" * 1000, "more_body": True}

    async def send(_: Message) -> None:
        raise AssertionError("nothing is to be sent")

    async def swallow(_: Scope, receive: Receive, __: Send) -> None:
        while True:
            await receive()

    limited = BodyLimit(swallow, lambda _: 5000)
    with pytest.raises(Refusal) as refused:
        anyio.run(limited, {"type": "http", "headers": []}, receive, send)

    assert (refused.value.status_code, taken) == (413, 6)


def test_a_body_that_says_it_is_large_is_not_taken_at_all() -> None:
    """A length above the limit is refused before the first byte."""

    async def nothing(*_: object) -> Message:
        raise AssertionError("nothing is to be taken or sent")

    async def take_all(_: Scope, receive: Receive, __: Send) -> None:
        await receive()

    scope: Scope = {"type": "http", "headers": [(b"content-length", b"5001")]}
    with pytest.raises(Refusal) as refused:
        anyio.run(BodyLimit(take_all, lambda _: 5000), scope, nothing, nothing)

    assert refused.value.status_code == 413


def test_too_many_texts_to_read(record: Path) -> None:
    """A client that has too many texts read is told when to come back; questions go on."""
    slow = replace(LIMITS, readings=Rate(0.001, 2))
    with browsing(settings_of(record, limits=slow)) as client:
        statuses = [client.post("/api/v1/readings", content=TEXT, headers=JSON).status_code for _ in range(3)]
        refused = client.post("/api/v1/documents", content=TEXT, headers=JSON)

        assert statuses == [200, 200, 429]
        assert (refused.status_code, refused.headers["content-type"]) == (429, "application/problem+json")
        assert int(refused.headers["retry-after"]) > 0
        assert client.get("/api/v1/encounters").status_code == 200


@pytest.mark.parametrize(
    ("limit", "path"),
    [
        ("requests", "/api/v1/encounters"),
        ("exports", "/api/v1/exports/jsonl"),
        ("exports", "/api/v1/encounters?as_of=2026"),
    ],
)
def test_each_kind_of_work_has_its_rate(record: Path, limit: str, path: str) -> None:
    """Requests, exports and views of another day are limited."""
    with browsing(settings_of(record, limits=replace(LIMITS, **{limit: Rate(0.001, 1)}))) as client:
        assert [client.get(path).status_code for _ in range(2)] == [200, 429]


def test_a_bucket_fills_again() -> None:
    """After the time that was told there is a token again, and never more than the burst."""
    now = 0.0
    buckets = Buckets(Rate(0.5, 2), lambda: now)

    assert [buckets.seconds_to_wait("a") for _ in range(3)] == [0, 0, 2]
    assert buckets.seconds_to_wait("b") == 0
    now = 2.0
    assert [buckets.seconds_to_wait("a") for _ in range(2)] == [0, 2]
    now = 1000.0
    assert [buckets.seconds_to_wait("a") for _ in range(3)] == [0, 0, 2]


@pytest.mark.parametrize(
    "path", ["../secret.txt", "..%2fsecret.txt", "%2e%2e/secret.txt", "/etc/passwd", "..%5csecret.txt"]
)
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    """Files are served from one folder alone, and neither through a link in it."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "static"
    folder.mkdir()
    (folder / "open.txt").write_text("open", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    client = TestClient(Starlette(routes=[Mount("/static", Assets(folder))]), raise_server_exceptions=False)

    assert client.get("/static/open.txt").text == "open"
    assert client.get(f"/static/{path}").status_code == 404
    assert client.get("/static/link.txt").status_code == 404


@pytest.mark.parametrize("path", ["/static/x.js", "/static/%00", "/static/\ud55c"])
def test_a_server_without_built_files_starts(client: TestClient, path: str) -> None:
    """Where nothing has been built, each file is missing and nothing else is wrong."""
    assert client.get(path).status_code == 404


def test_markup_stays_text(client: TestClient) -> None:
    """Markup and templates in names, addresses and texts come back as JSON text, or escaped, never carried out."""
    page = client.get(f"/{MARKUP}")
    assert page.status_code == 404
    assert "<script>alert" not in page.text
    for path in (f"/api/v1/people/{MARKUP}", f"/api/v1/search?q={MARKUP}", f"/api/v1/{MARKUP}"):
        answer = client.get(path)
        assert not answer.headers["content-type"].startswith("text/html"), path
        assert "49" not in answer.text, path
    kept = client.post("/api/v1/documents", json={"text": f"한도윤 회장은 {MARKUP} 벤 카터를 만났다.", "id": MARKUP})
    assert kept.status_code == 201
    assert kept.headers["content-type"] == "application/json"


def test_errors_tell_nothing_of_the_inside(record: Path) -> None:
    """An unexpected error is a problem with a number, without a trace or a path."""

    def broken(_: Request) -> Response:
        raise RuntimeError("/secret/path")

    app: Starlette = create_app(settings_of(record))
    app.router.routes[:0] = [Route("/broken.json", broken)]
    with TestClient(app, base_url=HOME, raise_server_exceptions=False) as client:
        answer = client.get("/broken.json")

    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
