"""Texts that a client sends."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hoedong.workspace import Workspace
from http_record import DAWN

API = "/api/v1"
TEXT = "도재이 새빛당 대표는 14일 서울에서 서이담 총리를 만났다."


def count(client: TestClient) -> int:
    """How many documents there are."""
    return len(client.get(f"{API}/documents").json()["documents"])


def test_a_reading_is_not_kept(client: TestClient) -> None:
    """A text is read with the day that is stated, its offsets hold, and the record stays as it is."""
    before = count(client)
    reading = client.post(f"{API}/readings", json={"text": TEXT, "published": "2026-03-15"}).json()
    (encounter,) = reading["encounters"]
    (evidence, *_) = encounter["evidence"]

    assert reading["schema"] == "hoedong.reading/1"
    assert encounter["when"]["edtf"] == "2026-03-14"
    assert reading["document"]["text"][evidence["start"] : evidence["end"]] == evidence["text"]
    assert count(client) == before


def test_markup_is_read_as_a_page(client: TestClient) -> None:
    """HTML is read as its text, without the tags."""
    page = (
        f"<!doctype html><html><head><title>새빛당</title></head><body><p>{TEXT}</p><script>x()</script></body></html>"
    )
    reading = client.post(f"{API}/readings", json={"text": page, "published": "2026-03-15"}).json()

    assert "<p>" not in reading["document"]["text"]
    assert len(reading["encounters"]) == 1


def test_a_document_is_kept_once(client: TestClient) -> None:
    """A text is kept and has an address; the second time it is there already; a new text is a new version."""
    body = {"text": TEXT, "published": "2026-03-15", "url": "https://dawn.example/9"}
    first = client.post(f"{API}/documents", json=body)
    second = client.post(f"{API}/documents", json=body)
    third = client.post(f"{API}/documents", json={**body, "text": f"{TEXT} 둘은 악수했다."})

    assert [one.status_code for one in (first, second, third)] == [201, 200, 201]
    assert [one.json()["outcome"] for one in (first, second, third)] == ["added", "unchanged", "new version"]
    kept = client.get(first.headers["location"]).json()
    assert kept["document"]["text"] == TEXT
    assert len(kept["versions"]) == 2
    stored = client.get(f"{first.headers['location']}/reading").json()
    assert stored["encounters"] == first.json()["reading"]["encounters"]


def test_what_was_taken_down_stays_out(client: TestClient, record: Path) -> None:
    """A document that was taken down is not taken in again."""
    id_ = client.get(f"{API}/documents").json()["documents"][0]["id"]
    text = client.get(f"{API}/documents/{id_}").json()["document"]["text"]
    with Workspace(record) as workspace:
        workspace.forget(id_, "asked for")

    assert client.post(f"{API}/documents", json={"text": text}).status_code == 409


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": ""},
        {"text": "  \n "},
        {"text": TEXT, "published": "yesterday"},
        {"text": TEXT, "published": "2026-13-41"},
        {"text": TEXT, "lang": "xx"},
        {"text": TEXT, "colour": "red"},
        {"text": 5},
        {"text": TEXT, "url": "a\nb"},
        {"text": "<html><body><script>x()</script></body></html>"},
        [],
    ],
)
def test_what_cannot_be_read_is_told(client: TestClient, body: object) -> None:
    """A text that is none, or of which something senseless is stated, is a 422 on both paths."""
    for path in ("/readings", "/documents"):
        answer = client.post(API + path, json=body)
        assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_no_file_of_the_machine_is_read(client: TestClient, tmp_path: Path) -> None:
    """A path as id or address is a name and nothing else."""
    secret = tmp_path / "secret.html"
    secret.write_text("비밀", encoding="utf-8")
    for name in (str(secret), secret.as_uri(), "-"):
        answer = client.post(f"{API}/readings", json={"text": TEXT, "id": name, "url": name})
        assert answer.status_code == 200, answer.text
        assert "비밀" not in answer.text
    kept = client.post(f"{API}/documents", json={"text": TEXT, "id": "page 1"})
    assert client.get(kept.headers["location"]).json()["document"]["key"] == "id:page 1"


def test_broken_json_is_told(client: TestClient) -> None:
    """What is no JSON is a 422."""
    headers = {"Content-Type": "application/json"}

    assert client.post(f"{API}/readings", content=b'{"text": ', headers=headers).status_code == 422
    assert client.post(f"{API}/readings", content=b"\xff\xfe", headers=headers).status_code in (400, 422)


def test_the_text_of_a_paste_has_no_special_source(client: TestClient) -> None:
    """The same text under the same address has the same id, however it came in."""
    added = client.post(f"{API}/documents", json={"text": DAWN.text, "url": DAWN.url, "published": DAWN.published})

    assert added.json()["outcome"] == "unchanged"
