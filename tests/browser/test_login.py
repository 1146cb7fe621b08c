"""The way in, where a server asks for its token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.browsing import PHONE, SHOTS, WIDE, Language, Theme, tab
from browser.site import Site, free_port

TOKEN = "a-token-of-the-tests"  # noqa: S105 - of a server that lives for a test


@pytest.fixture(scope="module")
def closed_site(record: Path) -> Iterator[Site]:
    """A server that lets nobody in without its token."""
    started = Site(record, free_port(), TOKEN)
    started.start()
    yield started
    started.stop()


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_way_in_looks_like_the_rest(
    browser: Browser, closed_site: Site, width: int, theme: Theme, lang: Language
) -> None:
    """It has the styles of the other pages, nothing serious for axe, and no sideways scroll."""
    with tab(browser, closed_site.base, lang=lang, theme=theme, width=width) as opened:
        page = opened.open("/table")
        expect(page).to_have_url(re.compile(r"/login\?next=%2Ftable$"))
        assert "Pretendard" in page.evaluate("getComputedStyle(document.body).fontFamily")
        assert opened.sideways() <= 0
        assert opened.accessibility_findings() == []
        assert opened.troubles == []
        SHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SHOTS / f"login-{lang}-{theme}-{width}.png", full_page=True)


def test_the_token_leads_to_the_page_that_was_wanted(browser: Browser, closed_site: Site) -> None:
    """A wrong one says so and lets one try again; the right one goes on."""
    with tab(browser, closed_site.base) as opened:
        page = opened.open("/table")
        page.keyboard.type("something else")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_be_visible()
        page.locator("#token").fill(TOKEN)
        page.keyboard.press("Enter")
        page.wait_for_url("**/table")
        expect(page.locator("h1")).to_be_visible()
