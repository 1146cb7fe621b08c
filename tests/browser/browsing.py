"""A tab of Debian's Chromium that notes every trouble: errors, refused content, requests to anywhere else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request

ROOT = Path(__file__).parents[2]
AXE = ROOT / "web/node_modules/axe-core/axe.min.js"
SHOTS = ROOT / "build/screenshots"
CHROMIUM = shutil.which("chromium")

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)

Language = Literal["ko", "en"]
Theme = Literal["light", "dark"]
WIDE, PHONE = 1440, 390
HEIGHTS = {WIDE: 1000, PHONE: 844}


@dataclass
class Tab:
    """One page with what went wrong on it, and the address of the server that it may talk to.

    `expects_missing` is True where the page itself is one that tells of a missing page, or of a wrong address.
    """

    page: Page
    base: str
    troubles: list[str] = field(default_factory=list)
    expects_missing: bool = False

    def watch(self) -> None:
        """Note troubles from now on."""
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        self.page.on("request", self._see)

    def _hear(self, message: ConsoleMessage) -> None:
        if "status of 40" in message.text and self.expects_missing:
            return
        if message.type == "error" or "could not start" in message.text:
            self.troubles.append(f"console: {message.text}")

    def _see(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.troubles.append(f"off the host: {request.url}")

    def open(self, path: str) -> Page:
        """Go to a page, scroll through it so that every island starts, and wait until fonts are there."""
        self.page.goto(self.base + path, wait_until="load")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Scroll down and up; wait for islands and fonts."""
        self.page.evaluate(
            """async () => {
                for (let y = 0; y < document.body.scrollHeight; y += 500) {
                    scrollTo(0, y); await new Promise((done) => setTimeout(done, 25));
                }
                scrollTo(0, 0); await document.fonts.ready;
            }"""
        )
        self.page.wait_for_function(
            """() => [...document.querySelectorAll("[data-island]")].every(
                (one) => one.hidden || "mounted" in one.dataset || "failed" in one.dataset)"""
        )

    def sideways(self) -> int:
        """Pixels by which the page is wider than the window."""
        return int(
            self.page.evaluate("(({scrollWidth, offsetWidth}) => scrollWidth - offsetWidth)(document.documentElement)")
        )

    def accessibility_findings(self) -> list[str]:
        """Serious and critical findings of axe-core."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = self.page.evaluate("(tags) => axe.run({runOnly: tags})", tags)
        return [_finding(one) for one in found["violations"] if one["impact"] in ("serious", "critical")]

    def press(self, key: str, code: str, kind: str = "keydown", **more: object) -> None:
        """A key as the browser would tell of it, with an input method on or off."""
        details = {"key": key, "code": code, "bubbles": True, "cancelable": True, **more}
        self.page.evaluate(
            "([kind, details]) => (document.activeElement ?? document.body)"
            ".dispatchEvent(new KeyboardEvent(kind, details))",
            [kind, details],
        )


def _finding(found: dict[str, Any]) -> str:
    places = ", ".join(" ".join(map(str, node["target"])) for node in found["nodes"][:3])
    return f"{found['impact']} {found['id']}: {places}"


def launch(playwright: Playwright, *more: str) -> Browser:
    """Chromium as Debian packs it."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *more])


@contextmanager
def tab(
    browser: Browser,
    base: str,
    *,
    lang: Language = "ko",
    theme: Theme = "light",
    width: int = WIDE,
    script: bool = True,
) -> Iterator[Tab]:
    """A tab of its own for one test."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme=theme,
        locale={"ko": "ko-KR", "en": "en-GB"}[lang],
        has_touch=width == PHONE,
        java_script_enabled=script,
        reduced_motion="reduce",
    )
    context.add_cookies([{"name": "theme", "value": theme, "url": base}])
    opened = Tab(context.new_page(), base)
    opened.watch()
    try:
        yield opened
    finally:
        context.close()
