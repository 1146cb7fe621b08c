from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from starlette.testclient import TestClient

from site_of_tests import elements, page_of, page_paths

CONTRACT = Path(__file__).parents[3] / "web" / "src" / "islands" / "contract.json"


def _islands(record: Path, browser: TestClient) -> Iterator[tuple[str, str, etree._Element, Any]]:
    for path in page_paths(record):
        for element in page_of(browser, path).iter():
            if element.get("data-island"):
                script = next(iter(elements(element, "script")))
                yield path, element.get("data-island"), element, json.loads(script.text or "")


@pytest.mark.skipif(not CONTRACT.exists(), reason="the islands have not written down what they need")
def test_every_island_gets_what_it_needs(record: Path, browser: TestClient) -> None:
    """The facts on the pages have the keys that the islands ask for, in themselves and in each of their rows."""
    contract: dict[str, list[str]] = json.loads(CONTRACT.read_text(encoding="utf-8"))
    seen = set()
    for path, name, _, facts in _islands(record, browser):
        seen.add(name)
        assert set(contract[name]) <= facts.keys(), (path, name)
        for key in (key for key in contract if key.startswith(f"{name}.")):
            rows = facts[key.partition(".")[2]]
            for row in rows.values() if isinstance(rows, dict) else rows:
                assert set(contract[key]) <= row.keys(), (path, key)
    assert seen == {name for name in contract if "." not in name}


def test_what_a_picture_shows_stands_beside_it(record: Path, browser: TestClient) -> None:
    """Every event of a timeline is an element of the page that holds it."""
    for path, name, element, facts in _islands(record, browser):
        if name == "timeline":
            ids = {one.get("id") for one in element.getroottree().getroot().iter() if one.get("id")}
            assert {event["href"].removeprefix("#") for event in facts["events"]} <= ids, path


def test_facts_lead_to_their_words(record: Path, browser: TestClient) -> None:
    """In the reader each fact of a card names marks that are in the text, and each mark a card that is there."""
    for path, name, element, _ in _islands(record, browser):
        if name == "reader":
            marks = {one.get("id"): one for one in elements(element, "mark") if one.get("id")}
            cards = {one.get("data-enc") for one in elements(element, "section") if one.get("data-enc")}
            buttons = [one for one in elements(element, "button") if one.get("data-ev") is not None]
            assert {id_ for one in buttons for id_ in one.get("data-ev", "").split()} <= marks.keys(), path
            assert {id_ for one in marks.values() for id_ in one.get("data-enc", "").split()} <= cards, path
            assert not cards or any(one.get("data-ev") for one in buttons), path


def test_a_pair_shows_what_is_claimed_beyond_the_record(record: Path, browser: TestClient) -> None:
    """Six meetings are claimed and two on record: four open rings stand between them."""
    pairs = [
        facts for path, name, _, facts in _islands(record, browser) if path.startswith("/pair") and name == "timeline"
    ]
    assert {facts["gap"]["n"] for facts in pairs} == {4}
