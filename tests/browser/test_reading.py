"""An article is read on the page: pasted, shown with its evidence, added to the record."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from browser.browsing import tab
from browser.site import Site

ARTICLE = """성하람 다온통신 대표, 이레 로시 만나

새벽일보 입력 2026.04.02 09:00

성하람 다온통신 대표는 지난 1일 서울에서 이레 로시(Ire Rossi) 벨라노바 CEO를 만나 위성 통신 협력을 논의했다.
"""


@pytest.mark.parametrize("script", [True, False])
def test_a_pasted_article_is_shown_with_its_evidence_and_added(
    browser: Browser, own_site: Site, *, script: bool
) -> None:
    """With a script and without: what was found stands beside the text, and one more press keeps it."""
    with tab(browser, own_site.base, script=script) as opened:
        page = opened.page
        page.goto(f"{own_site.base}/read")
        page.locator("textarea").fill(ARTICLE)
        page.locator('button[value="read"]').click()
        expect(page.locator(".found li")).to_have_count(1, timeout=30_000)  # Korean morphology is loaded first
        expect(page.locator("article mark.p").first).to_be_visible()
        if script:
            opened.settle()
            page.locator(".card .fact.d").hover()
            expect(page.locator("mark.hit")).not_to_have_count(0)
        page.locator('.found ~ form button[value="keep"]').click()
        page.wait_for_url("**/article/*")
        page.goto(f"{own_site.base}/search?q=성하람")
        expect(page.locator(".entry")).to_have_count(1)
        assert opened.troubles == []


def test_an_empty_form_says_what_is_missing(browser: Browser, own_site: Site) -> None:
    """The page tells the problem where the form is."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/read")
        page.locator('button[value="read"]').click()
        expect(page.get_by_role("alert")).to_be_visible()


def test_the_steps_are_shown_while_they_are_taken(browser: Browser, own_site: Site) -> None:
    """Of a long article the sentences are counted as they are read, before the result is there."""
    with tab(browser, own_site.base) as opened:
        page = opened.open("/read")
        page.evaluate(
            """() => { window.seen = new Set(); new MutationObserver(() => {
                const step = document.querySelector('.prog li[data-s="run"] .v');
                if (step?.textContent) window.seen.add(step.textContent);
            }).observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true}); }"""
        )
        page.locator("textarea").fill(
            ARTICLE + "\n\n".join(f"{ARTICLE.splitlines()[-1]} {n}일째다." for n in range(60))
        )
        page.locator('button[value="read"]').click()
        expect(page.locator(".found li").first).to_be_visible(timeout=30_000)
        seen = page.evaluate("[...window.seen]")
        assert len({words for words in seen if " / " in words}) > 3
        assert opened.troubles == []
