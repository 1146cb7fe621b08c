"""Headers of answers: policy, caching, compression."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from hoedong.http.security.headers import SecurityHeaders
from hoedong.http.static_files import Assets

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


@pytest.mark.parametrize(
    ("path", "host"),
    [("/api/v1/health", "127.0.0.1"), ("/nowhere", "127.0.0.1"), ("/static/x", "127.0.0.1"), ("/", "evil.example")],
)
def test_every_answer_is_guarded(client: TestClient, path: str, host: str) -> None:
    """Answers and errors alike carry the policy, and nothing guesses at their type."""
    headers = client.get(path, headers={"Host": host}).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))

    assert policy == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_answers_are_asked_for_anew(client: TestClient) -> None:
    """An answer is kept by the browser alone and revalidated: unchanged it costs a 304, changed it comes whole."""
    first = client.get("/api/v1/encounters")
    tag = first.headers["etag"]
    again = client.get("/api/v1/encounters", headers={"If-None-Match": f'"other", {tag}'})

    assert first.headers["cache-control"] == "private, no-cache"
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert "content-security-policy" in again.headers
    client.post(
        "/api/v1/documents", json={"text": "도재이 새빛당 대표는 14일 서이담 총리를 만났다.", "published": "2026-03-15"}
    )
    changed = client.get("/api/v1/encounters", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


def test_errors_are_not_kept(client: TestClient) -> None:
    """An error is told anew each time."""
    assert client.get("/api/v1/encounters/x").headers["cache-control"] == "no-store"


def test_text_is_compressed(client: TestClient) -> None:
    """Long answers come compressed to whoever takes that, with one ETag for both."""
    packed = client.get("/api/v1/encounters", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/api/v1/encounters", headers={"Accept-Encoding": "identity"})

    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.json() == plain.json()
    assert packed.headers["etag"] == plain.headers["etag"]


def test_hashed_files_are_kept_for_good(tmp_path: Path) -> None:
    """A file whose name holds a hash is immutable; any other is revalidated."""
    for name in ("main-C1x_9fQz.js", "plain.js"):
        (tmp_path / name).write_text("1", encoding="utf-8")
    app = SecurityHeaders(Starlette(routes=[Mount("/static", Assets(tmp_path))]))
    client = TestClient(app)

    assert "immutable" in client.get("/static/main-C1x_9fQz.js").headers["cache-control"]
    assert client.get("/static/plain.js").headers["cache-control"] == "private, no-cache"
    assert client.get("/static/missing-C1x_9fQz.js").headers["cache-control"] == "no-store"
