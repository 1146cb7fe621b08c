from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from hoedong.http.pages.rendering import island_json
from invented_pages import ODD, ODD_AGAIN
from site_of_tests import elements, page_paths, text_of, tree_of


def _odd_article(record: Path, browser: TestClient) -> str:
    paths = [path for path in page_paths(record) if path.startswith("/article")]
    return next(path for path in paths if "alert(1)" in browser.get(path).text)


def test_the_words_of_an_article_are_only_words(record: Path, browser: TestClient) -> None:
    """Markup and template signs in an article are shown as they stand, and nothing of them runs."""
    tree = tree_of(browser.get(_odd_article(record, browser)).text)
    words = text_of(tree)
    for line in ODD_AGAIN.split("\n"):
        assert " ".join(line.split()) in words
    assert not [script for script in elements(tree, "script") if "alert" in (script.text or "")]


def test_no_page_lets_words_become_markup(record: Path, browser: TestClient) -> None:
    """No page has the article's script or bold as an element, nor the value of its template signs."""
    for path in page_paths(record):
        html = browser.get(path).text
        assert "<script>alert" not in html, path
        assert "<b onclick" not in html, path
        assert "49 행사서" not in html, path


def test_the_question_of_a_search_is_escaped(browser: TestClient) -> None:
    """What one looks for comes back as words."""
    html = browser.get("/search", params={"q": '"><img src=x onerror=1> {{7*7}}'}).text
    assert not elements(tree_of(html), "img")
    assert "{{7*7}}" in html


def test_an_error_is_escaped(browser: TestClient) -> None:
    """What is wrong with an address comes back as words."""
    html = browser.get("/timeline", params={"since": "<script>x</script>"}).text
    assert "<script>x" not in html


@given(st.recursive(st.text(), lambda inner: st.dictionaries(st.text(), inner) | st.lists(inner)))
def test_facts_for_islands_end_no_script(value: object) -> None:
    """Facts inside a script element hold no sign that could end it, and are the same facts when read."""
    written = str(island_json(value))
    assert "<" not in written
    assert json.loads(written) == value


def test_the_earlier_version_stays_readable(record: Path, browser: TestClient) -> None:
    """The newer version links to the earlier one, which says that it is older and shows its own words."""
    page = tree_of(browser.get(_odd_article(record, browser)).text)
    older = next(
        link.get("href")
        for link in elements(page, "a")
        if "20:" in "".join(link.itertext()) or "09:00" in "".join(link.itertext())
    )
    words = text_of(tree_of(browser.get(older or "").text))
    assert "이전 판입니다." in words
    assert " ".join(ODD.split("\n")[-2].split()) in words
