"""Each island on a page of its own: what it draws, what a keyboard and a pointer do, what stays without WebGL."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from browser.browsing import PHONE, WIDE, Language, Theme, launch, tab
from browser.island_pages import ISLANDS


@pytest.mark.parametrize("name", sorted(ISLANDS))
@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize(("lang", "theme"), [("ko", "light"), ("en", "dark")])
def test_an_island_starts_without_trouble(
    browser: Browser, islands: str, name: str, width: int, lang: Language, theme: Theme
) -> None:
    """No error, nothing refused by the policy, no request elsewhere, no sideways scroll, nothing serious for axe."""
    with tab(browser, islands, lang=lang, theme=theme, width=width) as opened:
        opened.open(f"/{name}?lang={lang}")
        assert opened.troubles == []
        assert opened.sideways() <= 0
        assert opened.accessibility_findings() == []


def test_the_timeline_draws_each_precision_in_its_shape(browser: Browser, islands: str) -> None:
    """Days are discs, months and years are bars, what has no date is counted as an open mark."""
    with tab(browser, islands) as opened:
        page = opened.open("/timeline")
        lanes = page.locator(".tl svg")
        expect(lanes.locator(".ev circle")).to_have_count(3)
        expect(lanes.locator(".ev rect")).to_have_count(2)
        expect(lanes).to_contain_text("때를 모름 1")


def test_the_timeline_zooms_by_its_buttons(browser: Browser, islands: str) -> None:
    """A button brings the days apart, and the first view back."""
    with tab(browser, islands) as opened:
        page = opened.open("/timeline")
        days = page.locator(".tl .ev", has_text="2025-09")
        expect(days).to_have_count(1)
        for _ in range(7):
            page.get_by_role("button", name="좁게 보기").click()
        expect(page.locator(".tl .ev")).not_to_have_count(3)
        page.get_by_role("button", name="처음 크기").click()
        expect(days).to_have_count(1)


def test_an_entry_of_the_timeline_is_a_link_for_the_keyboard(browser: Browser, islands: str) -> None:
    """Tab reaches it, Enter follows it."""
    with tab(browser, islands) as opened:
        page = opened.open("/timeline")
        page.locator(".tl .ev").first.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"#e2$"))


def test_the_trip_shares_a_marker_where_it_begins_and_ends(browser: Browser, islands: str) -> None:
    """Seoul is the first stop and the last."""
    with tab(browser, islands) as opened:
        page = opened.open("/tripmap")
        expect(page.locator(".map svg")).to_contain_text("1·4")
        expect(page.locator(".map path[stroke-dasharray]")).to_have_count(1)


def test_a_place_on_the_map_leads_to_its_row(browser: Browser, islands: str) -> None:
    """A marker is a link with its name."""
    with tab(browser, islands) as opened:
        page = opened.open("/map")
        page.get_by_role("link", name="시애틀").click()
        expect(page).to_have_url(re.compile(r"#place-3$"))


def _hidden_line(page: Page) -> Locator:
    return page.locator(".hiddenline")


def test_the_network_says_what_it_hides_and_shows_it_when_asked(browser: Browser, islands: str) -> None:
    """A planned meeting is out at first; its box brings it in, and the table follows."""
    with tab(browser, islands) as opened:
        page = opened.open("/network")
        planned = page.locator('[data-network-rows] [data-person="p6"]')
        expect(_hidden_line(page)).to_contain_text("고르지 않은 1명")
        expect(planned).to_be_hidden()
        page.get_by_label("예정").check()
        expect(planned).to_be_visible()
        expect(_hidden_line(page)).to_have_text("감춤: 여기 싣지 않은 3명")


def test_the_time_slider_narrows_picture_and_table(browser: Browser, islands: str) -> None:
    """From the first month to itself only the meeting of that year is left."""
    with tab(browser, islands) as opened:
        page = opened.open("/network")
        slider = page.get_by_label("까지")
        slider.focus()
        slider.press("Home")
        expect(page.locator(".net")).to_have_attribute("data-people", "2")
        expect(page.locator("[data-network-rows] tr:visible")).to_have_count(1)
        slider.press("End")
        expect(page.locator(".net")).to_have_attribute("data-people", "6")


def test_the_cap_is_a_slider_that_says_what_it_leaves_out(browser: Browser, islands: str) -> None:
    """One person and the one in the middle."""
    with tab(browser, islands) as opened:
        page = opened.open("/network")
        slider = page.get_by_label("사람 수")
        slider.focus()
        slider.press("Home")
        expect(page.locator(".net")).to_have_attribute("data-people", "2")
        expect(_hidden_line(page)).to_contain_text("사람 수를 넘은 4명")


def test_every_edge_opens_its_encounters_by_pointer_and_by_keyboard(browser: Browser, islands: str) -> None:
    """A click on a line of the picture and a press on a pair of the list show the same."""
    with tab(browser, islands) as opened:
        page = opened.open("/network")
        page.locator(".ties summary").press("Enter")
        page.get_by_role("button", name="한도윤 × 벤 카터").press("Enter")
        by_key = page.locator(".tie").inner_text()
        assert "만남 1" in by_key
        assert "만남 2" in by_key
        page.get_by_role("button", name="닫기").click()
        expect(page.locator(".tie")).to_have_count(0)


def test_a_person_of_the_picture_opens_with_a_click(browser: Browser, islands: str) -> None:
    """The one in the middle sits in the middle of the picture."""
    with tab(browser, islands) as opened:
        page = opened.open("/network")
        found = False
        box = page.locator(".net").bounding_box()
        assert box is not None
        for x in range(20, int(box["width"]), 12):
            for y in range(20, int(box["height"]), 12):
                page.mouse.move(box["x"] + x, box["y"] + y)
                if page.locator(".net .pointing, .net.pointing").count():
                    page.mouse.click(box["x"] + x, box["y"] + y)
                    found = True
                    break
            if found:
                break
        assert found, "no line of the picture answers to the pointer"
        expect(page.locator(".tie")).to_have_count(1)


def test_without_webgl_the_lists_and_the_table_stay(playwright: Playwright, islands: str) -> None:
    """The picture is replaced by a sentence; the choice still works on the table."""
    other = launch(playwright, "--disable-3d-apis")
    try:
        with tab(other, islands) as opened:
            page = opened.open("/network")
            expect(page.locator(".nopicture")).to_be_visible()
            expect(page.locator(".net")).to_be_hidden()
            page.get_by_label("예정").check()
            expect(page.locator("[data-network-rows] tr:visible")).to_have_count(6)
    finally:
        other.close()


def settled_picture(page: Page) -> bytes:
    """The network as it looks when fonts and labels have come: twice the same, a quarter of a second apart."""
    page.wait_for_function("document.fonts.status === 'loaded'")
    before = b""
    for _ in range(40):
        page.wait_for_timeout(250)
        now = page.locator(".net").screenshot()
        if now == before:
            break
        before = now
    return before


def test_the_network_draws_the_same_picture_each_time(browser: Browser, islands: str) -> None:
    """Seats are computed, so two visits look alike to the pixel."""
    shots = []
    for _ in range(2):
        with tab(browser, islands) as opened:
            page = opened.open("/network")
            shots.append(settled_picture(page))
    assert shots[0] == shots[1]
