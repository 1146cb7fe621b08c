"""One browser for all tests in it; without Debian's Chromium or a built bundle they are skipped, with the reason."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from browser.browsing import AXE, CHROMIUM, launch
from browser.island_pages import IslandServer
from browser.site import Site, addresses, free_port, make_record
from hoedong.http.assets import STATIC

expect.set_options(timeout=20_000)  # a busy machine takes its time; what is there at once is not waited for


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a browser where there is none."""
    reason = _missing()
    here = Path(__file__).parent
    for item in items:
        if reason and here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=reason))


def _missing() -> str | None:
    if CHROMIUM is None:
        return "no chromium on the PATH: .ci/browser installs it"
    if not (STATIC / "manifest.json").exists():
        return "the pages' scripts are not built: make web"
    if not AXE.exists():
        return "no axe-core in web/node_modules: make web"
    return None


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, once."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, once."""
    opened = launch(playwright)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def islands() -> Iterator[str]:
    """The address of a server of pages that hold one island each."""
    server = IslandServer()
    server.start()
    yield server.address
    server.stop()


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of invented articles, for looking at only."""
    return make_record(tmp_path_factory.mktemp("browser") / "record.db")


@pytest.fixture(scope="session")
def pages(record: Path) -> dict[str, str]:
    """One address of every page of the site."""
    return addresses(record)


@pytest.fixture(scope="session")
def site(record: Path) -> Iterator[Site]:
    """The server of all tests that change nothing."""
    started = Site(record, free_port())
    started.start()
    yield started
    started.stop()


@pytest.fixture
def own_site(record: Path, tmp_path: Path) -> Iterator[Site]:
    """A server with a record of its own, for one test that changes it."""
    started = Site(Path(shutil.copy(record, tmp_path / "own.db")), free_port())
    started.start()
    yield started
    started.stop()
