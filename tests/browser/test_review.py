"""The review: by keys, with the Hangul keyboard on, without a connection, with two reviewers, and by forms alone."""

from __future__ import annotations

import json
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.browsing import Tab, tab
from browser.site import Site

SLOW = 20_000
"""Milliseconds that a busy machine may take; a server that has just started loads its analyser meanwhile."""


def left(page: Page) -> int:
    """How many questions are left, as the page says."""
    return int(page.locator("[data-left]").inner_text())


def asked(page: Page) -> str:
    """The id of the question that is asked."""
    return page.locator("[data-item]").get_attribute("data-item") or ""


def saved(page: Page) -> None:
    """Wait until every answer is in the record."""
    expect(page.locator("[data-saved]")).to_have_text("저장됨", timeout=SLOW)
    page.wait_for_function("JSON.parse(localStorage.getItem('hoedong.outbox') ?? '[]').length === 0")


def judgements(site: Site) -> list[dict[str, Any]]:
    """What the record holds, the latest first."""
    with urlopen(f"{site.base}/judgements.json", timeout=10) as answer:  # noqa: S310 - our own server
        rows: list[dict[str, Any]] = json.load(answer)["rows"]
    return rows


def standing(site: Site) -> list[str]:
    """The verbs of the judgements that stand."""
    return [row["judgement"]["verb"] for row in judgements(site) if row["is_standing"]]


PRESSES = {
    "a Latin letter": [("y", "KeyY", "keydown", {})],
    "a jamo": [("ㅛ", "KeyY", "keydown", {})],
    "a key that the input method hides": [("Process", "KeyY", "keydown", {})],
    "a key while a syllable is composed": [("ㅛ", "KeyY", "keydown", {"isComposing": True})],
    "a press of which only the release is told": [("ㅛ", "KeyY", "keyup", {})],
    "a press and its release": [("ㅛ", "KeyY", "keydown", {}), ("ㅛ", "KeyY", "keyup", {})],
    "a press that repeats": [("ㅛ", "KeyY", "keydown", {}), ("ㅛ", "KeyY", "keydown", {"repeat": True})],
    "Enter": [("Enter", "Enter", "keydown", {})],
}


@pytest.mark.parametrize("keys", PRESSES.values(), ids=PRESSES)
def test_one_key_judges_saves_and_moves_on(
    browser: Browser, own_site: Site, keys: list[tuple[str, str, str, dict[str, bool]]]
) -> None:
    """Whatever the input method tells of the press, it counts once."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/review")
        page.wait_for_timeout(350)
        before, first = left(page), asked(page)
        for key, code, kind, more in keys:
            opened.press(key, code, kind, **more)
        expect(page.locator("[data-item]")).not_to_have_attribute("data-item", first)
        saved(page)
        expect(page.locator("[data-left]")).to_have_text(str(before - 1))
        assert len(judgements(own_site)) == 1
        assert opened.troubles == []


def test_other_keys_and_keys_in_a_field_do_nothing(browser: Browser, own_site: Site) -> None:
    """Ctrl+Y belongs to the browser; a letter typed in the search is a letter."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/review")
        first = asked(page)
        opened.press("ㅛ", "KeyY", ctrlKey=True)
        opened.press("x", "KeyX")
        page.locator('.find input[type="search"]').click()
        page.keyboard.type("yn")
        opened.press("ㅛ", "KeyY")
        page.wait_for_timeout(300)
        assert asked(page) == first
        assert judgements(own_site) == []


def test_answers_are_taken_back_one_by_one(browser: Browser, own_site: Site) -> None:
    """Three answers, three times back, and nothing stands; the first question is asked again."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/review")
        before, first = left(page), asked(page)
        for key in "yny":
            page.wait_for_selector("[data-item]")
            page.keyboard.press(key)
        saved(page)
        assert len(standing(own_site)) == 3
        for _ in range(3):
            opened.press("ㅋ", "KeyZ")
            opened.press("ㅋ", "KeyZ", "keyup")
        expect(page.locator("[data-item]")).to_have_attribute("data-item", first)
        expect(page.locator("[data-left]")).to_have_text(str(before))
        saved(page)
        page.wait_for_timeout(300)
        assert [verb for verb in standing(own_site) if verb != "retract"] == []


def test_the_whole_queue_is_gone_through_with_one_key(browser: Browser, own_site: Site) -> None:
    """No question is missed though answers shift their numbers; at the end the page says so."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/review")
        for _ in range(left(page)):
            question = page.locator("[data-item]")
            before = question.get_attribute("data-item")
            page.keyboard.press("n")
            page.wait_for_function(
                "(before) => document.querySelector('[data-item]')?.dataset.item !== before", arg=before
            )
        expect(page.locator("h1")).to_have_text("검토할 것이 더 없습니다.", timeout=SLOW)
        saved(page)
        page.reload()
        expect(page.locator("[data-item]")).to_have_count(0)


def test_one_moves_about_without_an_answer(browser: Browser, own_site: Site) -> None:
    """J goes on, K comes back, with the Hangul keyboard too."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/review")
        first = asked(page)
        opened.press("ㅓ", "KeyJ")
        expect(page.locator("[data-item]")).not_to_have_attribute("data-item", first)
        opened.press("ㅏ", "KeyK")
        expect(page.locator("[data-item]")).to_have_attribute("data-item", first)
        assert judgements(own_site) == []


def test_score_and_keys_are_shown_when_asked(browser: Browser, own_site: Site) -> None:
    """S opens the score, which is hidden at first; ? lists the keys, and while they are listed none of them judges."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/review")
        expect(page.locator("[data-score]")).to_be_hidden()
        opened.press("ㄴ", "KeyS")
        expect(page.locator("[data-score]")).to_be_visible()
        opened.press("?", "Slash", shiftKey=True)
        expect(page.get_by_role("dialog")).to_contain_text("Backspace")
        assert opened.accessibility_findings() == []
        opened.press("y", "KeyY")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        assert judgements(own_site) == []


def test_a_lost_connection_loses_nothing(browser: Browser, own_site: Site) -> None:
    """Answers go on without it, are kept in the browser, and arrive when it is back."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/review")
        page.wait_for_timeout(500)
        page.context.set_offline(True)
        first = asked(page)
        page.keyboard.press("y")
        expect(page.locator("[data-item]")).not_to_have_attribute("data-item", first)
        page.keyboard.press("n")
        expect(page.locator("[data-saved]")).to_contain_text("답 2개를 이 브라우저에 두었")
        assert judgements(own_site) == []
        page.context.set_offline(False)
        saved(page)
        assert len(standing(own_site)) == 2


def test_a_window_closed_without_connection_loses_nothing(browser: Browser, own_site: Site) -> None:
    """The next visit of the same browser sends what was judged."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/review")
        page.context.set_offline(True)
        page.keyboard.press("n")
        expect(page.locator("[data-saved]")).to_contain_text("답 1개")
        page.close()
        opened.page.context.set_offline(False)
        again = Tab(opened.page.context.new_page(), own_site.base)
        page = again.open("/review")
        saved(page)
        assert len(judgements(own_site)) == 1


def test_a_server_that_is_started_anew_gets_what_was_judged(browser: Browser, own_site: Site) -> None:
    """Its forms have other tokens; the answer is sent once more with one of them."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/review")
        own_site.stop()
        page.keyboard.press("y")
        expect(page.locator("[data-saved]")).to_contain_text("답 1개")
        own_site.start()
        saved(page)
        assert len(judgements(own_site)) == 1


def test_two_reviewers_of_one_question_are_both_kept(browser: Browser, own_site: Site) -> None:
    """Both judgements stand, and the list of judgements says that they differ."""
    with tab(browser, own_site.base) as one, tab(browser, own_site.base) as other:
        pages = [one.open("/review"), other.open("/review")]
        assert asked(pages[0]) == asked(pages[1])
        pages[0].keyboard.press("y")
        saved(pages[0])
        pages[1].keyboard.press("n")
        expect(pages[1].locator("[data-saved]")).to_contain_text("다르게 판단했습니다")
        assert len(standing(own_site)) == 2
        page = one.open("/judgements")
        expect(page.locator(".verdict.contradicted").first).to_be_visible()


def test_without_a_script_each_answer_is_a_form(browser: Browser, own_site: Site) -> None:
    """A press of a button asks the next question; the answer can be taken back."""
    with tab(browser, own_site.base, script=False) as opened:
        page = opened.page
        page.goto(f"{own_site.base}/review")
        before, first = left(page), asked(page)
        page.locator("[data-judge] button").nth(1).click()
        expect(page.locator("[data-item]")).not_to_have_attribute("data-item", first)
        expect(page.locator("[data-left]")).to_have_text(str(before - 1))
        page.locator("[data-undo] button").first.click()
        expect(page.locator("[data-left]")).to_have_text(str(before))


@pytest.mark.parametrize(("key", "code"), [("l", "KeyL"), ("ㅣ", "KeyL"), ("Process", "KeyL")])
def test_names_are_shown_in_the_other_script(browser: Browser, own_site: Site, key: str, code: str) -> None:
    """L writes the names in Latin letters and back, with the Hangul keyboard too."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/review")
        page.evaluate("""() => { for (const name of document.querySelectorAll("[data-script]")) name.remove(); }""")
        page.evaluate(
            """() => document.querySelector("[data-item]").insertAdjacentHTML("beforeend",
                '<b data-script data-ko="벤 카터" data-latin="Ben Carter">벤 카터</b>')"""
        )
        name = page.locator("[data-script]")
        opened.press(key, code)
        expect(name).to_have_text("Ben Carter")
        opened.press(key, code)
        expect(name).to_have_text("벤 카터")
        assert judgements(own_site) == []


@pytest.mark.parametrize(("key", "code"), [("e", "KeyE"), ("ㄷ", "KeyE"), ("ㄸ", "KeyE")])
def test_a_value_is_set_by_hand(browser: Browser, own_site: Site, key: str, code: str) -> None:
    """E opens the fields; what is typed there is kept as a value, and letters in them are letters."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/review?kind=overdue_plan")
        first = asked(page)
        opened.press(key, code)
        page.locator("[data-edit] select").select_option("city")
        page.locator('[data-edit] input[name="value"]').fill("부산")
        page.locator('[data-edit] input[name="value"]').press("n")
        page.locator('[data-edit] input[name="value"]').fill("부산")
        page.locator("[data-edit] button").click()
        expect(page.locator("[data-item]")).not_to_have_attribute("data-item", first)
        saved(page)
        (kept,) = judgements(own_site)
        assert (kept["judgement"]["property"], kept["judgement"]["value"]) == ("city", "부산")
        assert opened.troubles == []


def test_several_are_answered_at_once_and_taken_back(browser: Browser, own_site: Site) -> None:
    """Chosen with a click on their names, looked at, kept, and taken back with one press."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/review?kind=overdue_plan")
        page.locator('.queue a[href*="together"]').click()
        for label in page.locator(".choose label").all()[:3]:
            label.click()
        page.locator('button[value="set_value:held"]').click()
        expect(page.locator("main .entry")).to_have_count(3)
        page.locator("main .bar .primary").click()
        page.wait_for_url("**/review/together/*")
        assert standing(own_site) == ["set_value"] * 3
        page.locator('form[action$="undo"] .btn').click()
        page.wait_for_url("**/judgements")
        assert set(standing(own_site)) <= {"retract"}
