"""What pages about people who met very often take in, and what they say of the rest."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from hoedong.http.pages import brief, network
from site_of_tests import elements, text_of, tree_of


def test_a_brief_takes_in_the_latest(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The latest encounters are listed, and the page says how many more there are."""
    whole = text_of(tree_of(browser.get("/brief/채우림?lang=en", follow_redirects=True).text))
    monkeypatch.setattr(brief, "LATEST", 2)
    part = text_of(tree_of(browser.get("/brief/채우림?lang=en", follow_redirects=True).text))
    assert "not listed" not in whole
    assert "earlier encounters are not listed" in part


def test_a_network_lists_those_who_met_most(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs beyond the cap are counted in words, and their people are still drawn."""
    whole = browser.get("/network/채우림.json?hops=2", follow_redirects=True).json()
    monkeypatch.setattr(network, "MOST_EDGES", 1)
    part = browser.get("/network/채우림.json?hops=2", follow_redirects=True).json()
    assert (len(part["edges"]), part["hidden_edges"]) == (1, len(whole["edges"]) - 1)
    assert part["edges"] == whole["edges"][:1]
    assert part["people"] == whole["people"]
    page = tree_of(browser.get("/network/채우림?hops=2&lang=en", follow_redirects=True).text)
    assert f"{part['hidden_edges']} pairs that met less often are not listed." in text_of(page)
    assert len([row for row in elements(page, "tr") if row.get("data-people")]) == 1
