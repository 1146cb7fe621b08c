"""Every page, in both languages and themes, on a desk and on a phone, with and without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from browser.browsing import PHONE, SHOTS, WIDE, Language, Theme, tab
from browser.site import Site

PAGES = (
    "home", "search", "nothing", "person", "organisation", "pair", "brief", "encounter", "article", "hanja", "network",
    "timeline", "table", "map", "documents", "judgements", "check", "read", "review", "together", "as-of",
    "missing", "wrong",
)  # fmt: skip


def test_every_page_of_the_site_is_looked_at(pages: dict[str, str]) -> None:
    """The list of this file is the list of addresses."""
    assert sorted(PAGES) == sorted(pages)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_page_is_clean(
    browser: Browser, site: Site, pages: dict[str, str], name: str, width: int, theme: Theme, lang: Language
) -> None:
    """Nothing serious for axe, no sideways scroll, no request elsewhere, no error, nothing refused by the policy."""
    with tab(browser, site.base, lang=lang, theme=theme, width=width) as opened:
        opened.expects_missing = name in ("missing", "wrong")
        page = opened.open(pages[name])
        assert page.locator("html").get_attribute("lang") == lang
        assert page.locator("h1").count() == 1
        assert opened.troubles == []
        assert opened.sideways() <= 0
        assert opened.accessibility_findings() == []
        SHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SHOTS / f"{name}-{lang}-{theme}-{width}.png", full_page=True)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_without_a_script(browser: Browser, site: Site, pages: dict[str, str], name: str) -> None:
    """Pictures and what only a script can do are not there, and the words are all there."""
    with tab(browser, site.base) as opened:
        opened.expects_missing = True
        with_script = opened.open(pages[name]).locator("h1").inner_text()
    with tab(browser, site.base, script=False) as opened:
        opened.expects_missing = True
        opened.page.goto(site.base + pages[name])
        main = opened.page.locator("main")
        assert main.locator("h1").inner_text() == with_script
        assert opened.page.locator("[data-theme-toggle]:visible, [data-print]:visible, figure .cv:visible").count() == 0
        for form in main.locator("form").all():
            assert form.locator("button:not([type=button]), input[type=submit]").count() > 0
        assert opened.troubles == []


VISIBLE_FOCUS = """() => {
    const ring = (element, part) => {
        const style = getComputedStyle(element, part);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    };
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const near = [element, element.parentElement, element.parentElement?.parentElement].filter(Boolean);
    const box = element.getBoundingClientRect();
    const isSeen = near.some((one) => ring(one, null)) || ring(element, "::after");
    return {isSeen, inside: box.bottom > 0 && box.top < innerHeight, what: element.outerHTML.slice(0, 120)};
}"""


@pytest.mark.parametrize("name", PAGES)
def test_a_walk_with_tab_shows_where_it_is(browser: Browser, site: Site, pages: dict[str, str], name: str) -> None:
    """Each stop has a visible ring and is scrolled into sight; the first is the way past the menu."""
    with tab(browser, site.base) as opened:
        page = opened.open(pages[name])
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        for _ in range(60):
            page.keyboard.press("Tab")
            stop = page.evaluate(VISIBLE_FOCUS)
            if stop is None:
                break
            assert stop["isSeen"], stop["what"]
            assert stop["inside"], stop["what"]


def test_on_a_phone_the_menu_shows_where_one_is(browser: Browser, site: Site) -> None:
    """The menu is longer than the screen, and its last place is in sight when one is there."""
    with tab(browser, site.base, width=PHONE) as opened:
        here = opened.open("/read").locator(".nav [aria-current]").bounding_box()
        assert here is not None
        assert 0 <= here["x"] <= PHONE - here["width"]


def test_the_theme_is_kept(browser: Browser, site: Site) -> None:
    """A choice outlives the page, and comes with its HTML so that nothing flashes."""
    with tab(browser, site.base) as opened:
        page = opened.open("/")
        page.locator("[data-theme-toggle]").click()
        assert page.locator("html").get_attribute("data-theme") == "dark"
        page.reload()
        assert 'data-theme="dark"' in page.content()


def test_the_language_is_a_link_and_is_kept(browser: Browser, site: Site) -> None:
    """English on this page is English on the next."""
    with tab(browser, site.base) as opened:
        page = opened.open("/table")
        page.get_by_role("link", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.goto(f"{site.base}/")
        assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize(("key", "code"), [("/", "Slash")])
def test_a_slash_goes_to_the_search(browser: Browser, site: Site, key: str, code: str) -> None:
    """From anywhere, and not while typing."""
    with tab(browser, site.base) as opened:
        page = opened.open("/table")
        opened.press(key, code)
        assert page.evaluate("document.activeElement.name") == "q"
        page.keyboard.type("a/b")
        assert page.evaluate("document.activeElement.value") == "a/b"


def test_paper_has_the_wide_layout_in_black_and_white(browser: Browser, site: Site, pages: dict[str, str]) -> None:
    """A4 less its margins is narrower than a phone rule would allow; the dark theme is not printed."""
    with tab(browser, site.base, theme="dark") as opened:
        page = opened.open(pages["pair"])
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 665, "height": 900})
        assert page.locator(".top").is_hidden()
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
        columns = page.evaluate("getComputedStyle(document.querySelector('.led')).gridTemplateColumns")
        assert len(columns.split()) == 2


def test_hanja_of_headlines_are_drawn(browser: Browser, site: Site, pages: dict[str, str]) -> None:
    """Each of them looks different from the others and from the box of a missing glyph."""
    with tab(browser, site.base) as opened:
        page = opened.open(pages["hanja"])
        drawn = page.evaluate(
            """() => {
                const family = getComputedStyle(document.querySelector("h1")).fontFamily;
                const draw = (sign) => {
                    const canvas = Object.assign(document.createElement("canvas"), {width: 60, height: 60});
                    const context = canvas.getContext("2d");
                    context.font = `40px ${family}`;
                    context.fillText(sign, 5, 45);
                    return canvas.toDataURL();
                };
                return [..."李美日中北前\\u{2ffff}"].map(draw);
            }"""
        )
        assert len(set(drawn)) == 7
