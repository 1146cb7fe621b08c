from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from site_of_tests import elements, page_of, page_paths, text_of, tree_of

LANGUAGES = ("ko", "en")
_HANGUL = re.compile("[가-힣]")


def _in(lang: str, path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


def _twin(path: str) -> str:
    address = urlsplit(path)
    return f"{'/index' if address.path == '/' else address.path}.json?{address.query}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_sound(record: Path, browser: TestClient, lang: str) -> None:
    """Each page answers in each language with HTML that needs no mending: one h1, no skipped heading, no id twice."""
    for path in page_paths(record):
        answer = browser.get(_in(lang, path))
        assert answer.status_code == 200, (path, answer.text[:300])
        tree = tree_of(answer.text)
        assert tree.get("lang") == lang
        levels = [int(element.tag[-1]) for element in tree.iter() if re.fullmatch(r".*}h[1-6]", str(element.tag))]
        assert levels.count(1) == 1, path
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), (path, levels)
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), (path, [id_ for id_ in ids if ids.count(id_) > 1])


def test_no_page_runs_or_styles_anything_itself(record: Path, browser: TestClient) -> None:
    """No inline script, style, style attribute or handler: the content security policy would refuse them."""
    for path in page_paths(record):
        tree = page_of(browser, path)
        assert not elements(tree, "style"), path
        for script in elements(tree, "script"):
            assert script.get("src") or script.get("type") == "application/json", path
        for element in tree.iter():
            names = [name for name in element.attrib if name == "style" or name.startswith("on")]
            assert not names, (path, element.tag, names)


def test_every_field_and_picture_has_a_name(record: Path, browser: TestClient) -> None:
    """Fields have a label, buttons words, tables a caption, islands a figure in words."""
    for path in page_paths(record):
        tree = page_of(browser, path)
        labelled = {label.get("for") for label in elements(tree, "label")}
        inside = {field for label in elements(tree, "label") for field in label.iter()}
        for name in ("input", "select", "textarea"):
            for field in elements(tree, name):
                is_named = field.get("aria-label") or field.get("id") in labelled or field in inside
                assert field.get("type") == "hidden" or is_named, (path, field.attrib)
        for button in elements(tree, "button"):
            assert "".join(button.itertext()).strip() or button.get("aria-label"), path
        for table in elements(tree, "table"):
            assert table[0].tag.endswith("caption"), path


def test_english_pages_speak_english(browser: TestClient) -> None:
    """Where no words of articles stand, no Korean is left; where they do, they are marked as Korean."""
    for path in ("/read", "/judgements", "/check", "/search", "/review?kind=orphan"):
        assert not _HANGUL.findall(text_of(page_of(browser, _in("en", path)))), path
    for path in ("/review", "/documents"):
        tree = page_of(browser, _in("en", path))
        for element in [one for one in tree.iter() if one.get("lang") == "ko" and one.getparent() is not None]:
            element.getparent().remove(element)
        said = [word for word in text_of(tree).split() if _HANGUL.search(word)]
        assert set(said) <= {"백이솔", "도윤서", "채우림", "소피아", "렌델", "대니얼", "크로포드"}, (path, said)


def test_the_twin_holds_the_facts(record: Path, browser: TestClient) -> None:
    """Each page has a twin at the same address that answers JSON, in either language the same."""
    for path in page_paths(record):
        if path.startswith("/brief"):
            continue  # a brief is words: its twin is of one language
        ko, en = (browser.get(_in(lang, _twin(path))) for lang in LANGUAGES)
        assert ko.headers["content-type"] == "application/json", path
        assert ko.json() == en.json(), path


def test_the_twin_of_a_pair_names_the_encounters_of_the_page(record: Path, browser: TestClient) -> None:
    """Ids, dates and words of the page are in its twin."""
    path = next(path for path in page_paths(record) if path.startswith("/pair"))
    page, facts = page_of(browser, path), browser.get(_twin(path)).json()
    shown = [element.get("id") for element in elements(page, "li") if element.get("class") == "led"]
    assert shown == [row["entry"]["id"] for row in facts["rows"]]
    assert [row["entry"]["when"] for row in facts["rows"]] == ["2026-03", "2026-02-09", "2017"]
    assert all(row["words"][0]["words"] in text_of(page) for row in facts["rows"])


def test_pages_carry_the_language_on(record: Path, browser: TestClient) -> None:
    """Every link within the site keeps the language that was asked for."""
    for path in page_paths(record):
        for link in elements(page_of(browser, _in("en", path)), "a"):
            href = link.get("href", "")
            if href.startswith("/") and link.get("lang") != "ko":
                assert "lang=en" in href, (path, href)


def test_a_name_or_an_old_id_leads_to_the_page(browser: TestClient) -> None:
    """A name, and the id of any report, lead to the address under which the page stands."""
    assert browser.get("/person/채우림").headers["location"].startswith("/person/p")
    assert browser.get("/person/채우림.json").headers["location"].endswith(".json")
    facts = browser.get("/table.json").json()
    merged = next(entry["id"] for entry in facts["entries"] if entry["reports"] > 1)
    reports = [row["id"] for row in browser.get(f"/encounter/{merged}.json").json()["reports"]]
    other = next(id_ for id_ in reports if id_ != merged)
    assert browser.get(f"/encounter/{other}").headers["location"] == f"/encounter/{merged}"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/person/nobody", 404), ("/pair/nobody/none", 404), ("/encounter/e0", 404), ("/article/d0", 404),
        ("/organisation/o0", 404), ("/network/nobody", 404), ("/brief/nobody", 404), ("/timeline?since=soon", 400),
        ("/timeline?status=perhaps", 400), ("/table?offset=-1", 400), ("/table?offset=9999999999999", 400),
        ("/?as_of=tomorrow", 400), ("/review?kind=taste", 400), ("/search?q=" + "가" * 301, 400),
        ("/export/csv", 404), ("/export/nothing", 404), ("/map?person=없는이", 404),
    ],
)  # fmt: skip
def test_what_is_not_there_is_said(browser: TestClient, path: str, status: int) -> None:
    """A wrong address is answered with a page in words and the right status, its twin with JSON."""
    answer = browser.get(path)
    assert answer.status_code == status
    assert len(elements(tree_of(answer.text), "h1")) == 1
    if not path.startswith("/export"):
        twin = browser.get(_twin(path))
        assert (twin.status_code, twin.json()["status"]) == (status, status)


def test_an_empty_record_says_what_to_do_first(empty_browser: TestClient) -> None:
    """Where nothing has been read, the first page leads to the form, and no page breaks."""
    page = tree_of(empty_browser.get("/").text)
    assert any(link.get("href") == "/read" for link in elements(page, "a"))
    for path in (
        "/",
        "/search?q=아무",
        "/timeline",
        "/table",
        "/map",
        "/review",
        "/judgements",
        "/documents",
        "/check",
    ):
        assert empty_browser.get(path).status_code == 200, path


def test_the_look_is_kept_in_a_cookie(browser: TestClient) -> None:
    """The server writes the theme, so that no page flashes; other values are nothing."""
    assert tree_of(browser.get("/", headers={"cookie": "theme=dark"}).text).get("data-theme") == "dark"
    assert tree_of(browser.get("/", headers={"cookie": 'theme="><script>'}).text).get("data-theme") is None


def test_values_that_differ_stand_side_by_side(record: Path, browser: TestClient) -> None:
    """Where two outlets give two days, the page of the encounter shows both with the outlets and why one was chosen."""
    path = next(path for path in page_paths(record) if path.startswith("/encounter"))
    words = text_of(page_of(browser, path))
    assert "2026. 2. 9." in words
    assert "2026. 2. 8." in words
    assert "만남에 가장 가까운 날의 보도" in words


def test_filters_choose_the_same_in_all_three_looks(browser: TestClient) -> None:
    """Timeline, table and map of one selection hold the same encounters."""
    found = [
        [
            entry["id"]
            for entry in browser.get(f"/{look}.json?person=채우림&since=2026-02&until=2026-02").json()["entries"]
        ]
        for look in ("timeline", "table", "map")
    ]
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == 4
