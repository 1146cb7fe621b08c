from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hoedong.record.sqlite import SqliteStore
from hoedong.workspace import Workspace
from page_server import CSRF
from site_of_tests import elements, text_of, tree_of


@pytest.fixture
def gone_through(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The records whose files were gone through."""
    found: list[str] = []
    check = SqliteStore.check

    def noted(store: SqliteStore) -> tuple[str, ...]:
        found.append(store.location)
        return check(store)

    monkeypatch.setattr(SqliteStore, "check", noted)
    return found


def test_looking_at_the_state_does_not_go_through_the_file(browser: TestClient, gone_through: list[str]) -> None:
    """The page and its twin say that nobody has looked for damage, and offer to."""
    assert browser.get("/check.json").json()["broken"] is None
    page = tree_of(browser.get("/check?lang=en").text)
    assert "not looked for" in text_of(page)
    assert "Look for damage" in [text.strip() for form in elements(page, "form") for text in form.itertext()]
    assert gone_through == []


def test_damage_is_looked_for_on_request(browser: TestClient, record: Path, gone_through: list[str]) -> None:
    """The button goes through the file once and says what it found; it is not offered for another day."""
    page = browser.post("/check?lang=en", data={"csrf": CSRF})
    assert "Nothing is broken." in text_of(tree_of(page.text))
    assert gone_through == [str(record)]
    assert browser.post("/check?as_of=2026-04-01", data={"csrf": CSRF}).status_code == 400


def test_damage_is_told(own_browser: TestClient, own_record: Path) -> None:
    """A row that points at none is named on the page."""
    with Workspace(own_record) as workspace:
        workspace._store._db.run("DELETE FROM document WHERE number = 1")
    words = text_of(tree_of(own_browser.post("/check", data={"csrf": CSRF}).text))
    assert "points at no row of document" in words
