from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from invented_pages import OTHER_OUTLET
from page_server import CSRF
from site_of_tests import elements, text_of, tree_of

NEW = """노을전자 서이든 대표, 가람물산 문하린 회장과 회동

새벽일보 입력 2026.04.02 09:00

서이든 노을전자 대표가 1일 대전에서 문하린 가람물산 회장을 만났다. 두 사람은 물류 협력을 논의했다.
"""


def test_a_text_is_read_and_nothing_is_kept(own_browser: TestClient) -> None:
    """Pasting shows what is found, with the text marked; the record stays as it was."""
    before = own_browser.get("/documents.json").json()["in_all"]
    answer = own_browser.post("/read", data={"csrf": CSRF, "text": NEW, "action": "read"})
    words = text_of(tree_of(answer.text))
    assert answer.status_code == 200
    assert "서이든 × 문하린" in words
    assert 'class="p"' in answer.text
    assert own_browser.get("/documents.json").json()["in_all"] == before


def test_what_was_read_is_added_by_its_button(own_browser: TestClient) -> None:
    """The button under the result adds the very same text and leads to its page."""
    read = own_browser.post("/read", data={"csrf": CSRF, "text": NEW, "action": "read"})
    forms = elements(tree_of(read.text), "form")
    form = next(one for one in forms if any(field.get("name") == "data" for field in elements(one, "input")))
    sent = {field.get("name", ""): field.get("value", "") for field in elements(form, "input")}
    kept = own_browser.post("/read", data={**sent, "action": "keep"})
    assert kept.status_code == 303
    page = own_browser.get(kept.headers["location"])
    assert "문하린" in text_of(tree_of(page.text))


def test_a_saved_page_is_read_from_a_file(own_browser: TestClient) -> None:
    """A file of HTML is read as a page: its markup is no part of the text."""
    page = "<html><head><title>회동</title></head><body><article>"
    page += "".join(f"<p>{line}</p>" for line in NEW.split("\n") if line) + "</article></body></html>"
    files = {"file": ("page.html", page.encode(), "text/html")}
    answer = own_browser.post("/read", data={"csrf": CSRF, "action": "read"}, files=files)
    assert answer.status_code == 200
    assert "서이든 × 문하린" in text_of(tree_of(answer.text))


def test_a_day_that_is_given_counts(own_browser: TestClient) -> None:
    """The day of publication that the sender states anchors the dates of the text."""
    text = "\n".join(line for line in NEW.split("\n") if "입력" not in line)
    form = {"csrf": CSRF, "text": text, "action": "keep", "published": "2026-04-02"}
    kept = own_browser.post("/read", data=form)
    facts = own_browser.get(f"{kept.headers['location']}.json").json()
    assert facts["document"]["published"] == "2026-04-02"
    assert facts["sheet"]["cards"][0]["when"] == "2026-04-01"


def test_what_cannot_be_read_is_said_in_the_form(own_browser: TestClient) -> None:
    """Nothing, and bytes that are no text, give the form back with the reason; a wrong day is refused."""
    for form, files in (({"text": ""}, None), ({}, {"file": ("x.bin", b"\x00\x01\xff\xfe\x00" * 40, "text/plain")})):
        answer = own_browser.post("/read", data={"csrf": CSRF, "action": "read", **form}, files=files)
        assert answer.status_code == 422
        assert any(one.get("role") == "alert" for one in elements(tree_of(answer.text), "p"))
    wrong = own_browser.post("/read", data={"csrf": CSRF, "text": NEW, "action": "read", "published": "내일"})
    assert wrong.status_code == 400


def test_what_is_there_is_not_added_twice(own_browser: TestClient) -> None:
    """The same text sent twice is one document."""
    first = own_browser.post("/read", data={"csrf": CSRF, "text": OTHER_OUTLET, "action": "keep"})
    count = own_browser.get("/documents.json").json()["in_all"]
    second = own_browser.post("/read", data={"csrf": CSRF, "text": OTHER_OUTLET, "action": "keep"})
    assert first.headers["location"] == second.headers["location"]
    assert own_browser.get("/documents.json").json()["in_all"] == count


def events(browser: TestClient, **form: str) -> list[tuple[str, dict[str, Any]]]:
    """What a browser is told that follows a reading."""
    answer = browser.post("/read", data={"csrf": CSRF, **form}, headers={"accept": "text/event-stream"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    blocks = [block.split("\n") for block in answer.text.strip().split("\n\n")]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in blocks]


def test_a_reading_is_followed_step_by_step(own_browser: TestClient) -> None:
    """Text, zones, sentences one block after another, people and meetings; at the end the page as without a script."""
    *steps, (last, page) = events(own_browser, text=NEW, action="read")
    assert {name for name, _ in steps} == {"step"}
    done = [data["step"] for _, data in steps]
    assert done == sorted(done)
    told = {data["of"]: data["text"] for _, data in steps}
    assert (told[0], told[1], told[3], told[5]) == (f"글자 {len(NEW)}", "3", "2", "1")
    sentences = [data["text"] for _, data in steps if data["of"] == 2]
    assert sentences == ["0 / 3", "1 / 3", "3 / 3"]
    assert last == "page"
    plain = own_browser.post("/read", data={"csrf": CSRF, "text": NEW, "action": "read"})
    assert text_of(tree_of(page["html"])) == text_of(tree_of(plain.text))


@pytest.mark.parametrize("action", ["read", "keep"])
def test_a_reading_that_fails_ends_with_the_page_that_says_why(own_browser: TestClient, action: str) -> None:
    """Nothing to read, a day that is none: the page of the plain form is the last that is told."""
    assert [(name, data["status"]) for name, data in events(own_browser, text="", action=action)] == [("page", 422)]
    wrong = events(own_browser, text=NEW, action=action, published="내일")
    assert [(name, data["status"]) for name, data in wrong] == [("page", 400)]


def test_what_is_followed_and_kept_ends_at_its_page(own_browser: TestClient) -> None:
    """The last that is told is the address of the article."""
    name, data = events(own_browser, text=NEW, action="keep")[-1]
    assert name == "done"
    assert "문하린" in text_of(tree_of(own_browser.get(data["location"]).text))
