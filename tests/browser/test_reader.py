"""The article reader: facts light their evidence, evidence lights its facts, by pointer, keyboard and address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.browsing import PHONE, Tab, tab
from browser.site import Site


@pytest.fixture
def opened(browser: Browser, site: Site, pages: dict[str, str]) -> Iterator[Tab]:
    """An article with two meetings."""
    with tab(browser, site.base) as one:
        one.open(pages["hanja"])
        yield one


def date_fact(page: Page) -> str:
    """The ids of the marks of the first meeting's date."""
    return page.locator(".card[data-open] .fact.d").get_attribute("data-ev") or ""


def test_a_fact_under_the_pointer_lights_its_words_and_its_sentences(opened: Tab) -> None:
    """The words are marked strongly, the sentences of the meeting weakly; off the fact all is dark again."""
    page = opened.page
    page.locator(".card[data-open] .fact.d").hover()
    assert page.locator("mark.hit").evaluate_all("(all) => all.map((one) => one.id)") == date_fact(page).split()
    expect(page.locator("mark.s.lit")).to_have_count(1)
    page.mouse.move(5, 5)
    expect(page.locator("mark.hit, mark.lit")).to_have_count(0)


def test_a_fact_on_which_the_pointer_rests_already_is_lit_at_the_start(
    browser: Browser, site: Site, pages: dict[str, str]
) -> None:
    """The page is there before its script; nothing tells the script of a pointer that came earlier."""
    with tab(browser, site.base) as opened:
        page = opened.page
        held: list[Route] = []
        page.route("**/reader-*.js", lambda route: held.append(route))  # noqa: PLW0108 - a built-in cannot carry the mark set on it
        page.goto(site.base + pages["hanja"])
        page.locator(".card[data-open] .fact.d").hover()
        expect(page.locator("mark.hit")).to_have_count(0)
        for script in held:
            script.continue_()
        expect(page.locator("mark.hit")).to_have_count(len(date_fact(page).split()))


def test_words_under_the_pointer_light_their_facts(opened: Tab) -> None:
    """The date in the text lights the date of the card."""
    page = opened.page
    page.locator(f"#{date_fact(page).split()[0]}").hover()
    expect(page.locator(".card[data-open] .fact.on")).to_have_count(1)
    expect(page.locator(".card[data-open] .fact.d.on")).to_be_visible()


def test_a_click_pins_and_escape_frees(opened: Tab) -> None:
    """A pinned fact stays lit while the pointer goes elsewhere."""
    page = opened.page
    page.locator(".card[data-open] .fact.d").click()
    page.mouse.move(5, 5)
    expect(page.locator("mark.hit")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("mark.hit")).to_have_count(0)


def test_the_keyboard_lights_a_fact_by_focus(opened: Tab) -> None:
    """Tab is enough."""
    page = opened.page
    page.locator(".card[data-open] .fact.d").focus()
    expect(page.locator("mark.hit")).to_have_count(1)


def test_words_of_another_meeting_open_its_card(opened: Tab) -> None:
    """A click on its sentence."""
    page = opened.page
    closed = page.locator(".card:not([data-open])").first
    card = closed.get_attribute("data-enc")
    page.locator(f'mark.s[data-enc~="{card}"]').first.click(position={"x": 3, "y": 8})
    expect(page.locator(f'.card[data-enc="{card}"]')).to_have_attribute("data-open", "")
    expect(page.locator(".card[data-open]")).to_have_count(1)


def test_the_legend_takes_marks_away(opened: Tab) -> None:
    """Without people there are no lines under their names."""
    page = opened.page
    name = page.locator("article mark.p").first
    line = "(one) => getComputedStyle(one).textDecorationLine"
    assert name.evaluate(line) == "underline"
    page.locator('.legend input[data-kind="p"]').uncheck()
    assert name.evaluate(line) == "none"


def test_an_address_can_name_a_passage(browser: Browser, site: Site, pages: dict[str, str]) -> None:
    """The passage is lit and in sight."""
    with tab(browser, site.base) as opened:
        mark = date_fact(opened.open(pages["hanja"])).split()[0]
        page = opened.open(f"{pages['hanja']}?lang=ko#{mark}")
        expect(page.locator(f"#{mark}.hit")).to_be_in_viewport()


def test_on_a_phone_the_words_come_above_the_panel(browser: Browser, site: Site, pages: dict[str, str]) -> None:
    """A tap on a fact scrolls the text so that the evidence is not behind the panel."""
    with tab(browser, site.base, width=PHONE) as opened:
        page = opened.open(pages["article"])
        page.locator(".card[data-open] .fact.l").tap()
        page.wait_for_timeout(200)
        mark, panel = page.locator("mark.hit").first.bounding_box(), page.locator(".panel").bounding_box()
        assert mark is not None
        assert panel is not None
        assert mark["y"] + mark["height"] <= panel["y"]
