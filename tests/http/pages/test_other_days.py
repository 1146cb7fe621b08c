from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from page_server import CSRF
from site_of_tests import elements, page_paths, text_of, tree_of


def test_another_day_is_loud(browser: TestClient) -> None:
    """As of another day every page says so above everything else, and leads back to now."""
    tree = tree_of(browser.get("/?reported_by=2026-02-11").text)
    bar = next(one for one in elements(tree, "div") if one.get("class") == "asofbar")
    assert bar.get("role") == "status"
    assert "2026. 2. 11." in "".join(bar.itertext())
    assert any(link.get("href") == "/" for link in elements(bar, "a"))


def test_another_day_shows_what_was_known_then(browser: TestClient) -> None:
    """What was published later is not there, and what is there links to pages of the same day."""
    then = browser.get("/table.json?reported_by=2026-02-11").json()["entries"]
    now = browser.get("/table.json").json()["entries"]
    assert 0 < len(then) < len(now)
    for link in elements(tree_of(browser.get("/?reported_by=2026-02-11").text), "a"):
        href = link.get("href", "")
        if href.startswith("/") and href != "/":
            assert "reported_by=2026-02-11" in href


def test_nothing_can_be_changed_in_another_day(own_browser: TestClient) -> None:
    """Pages of another day have no form that changes anything, and what is posted there is refused."""
    for path in ("/", "/judgements", "/table", "/documents"):
        forms = elements(tree_of(own_browser.get(f"{path}?as_of=2026-04-10").text), "form")
        assert not [form for form in forms if form.get("method") == "post"], path
    assert own_browser.get("/review?as_of=2026-04-10").status_code == 400
    form = {"csrf": CSRF, "text": "글", "action": "keep"}
    assert own_browser.post("/read?as_of=2026-04-10", data=form).status_code == 400


def test_every_page_of_now_can_be_asked_of_another_day(record: Path, browser: TestClient) -> None:
    """Pages that exist on that day answer, the others say that they do not."""
    for path in page_paths(record):
        if not path.startswith(("/review", "/read")):
            answer = browser.get(path, params={"as_of": "2026-04-10"} if "?" not in path else None)
            assert answer.status_code == 200, path
            assert text_of(tree_of(answer.text))
