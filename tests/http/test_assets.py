"""The elements that lead from a page to what Vite has built."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

import pytest

from hoedong.http.assets import PREFIX, STATIC, asset_tags, island_preload

MANIFEST = {
    "_keys-aaaaaaaa.js": {"file": "assets/keys-aaaaaaaa.js"},
    "src/main.ts": {"file": "assets/main-bbbbbbbb.js", "imports": ["_keys-aaaaaaaa.js"], "isEntry": True},
    "src/styles/app.css": {"file": "assets/app-cccccccc.css", "isEntry": True},
    "src/styles/fonts.css": {"file": "assets/fonts-dddddddd.css", "isEntry": True},
}


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """A folder with a manifest as Vite writes it."""
    (tmp_path / "manifest.json").write_text(json.dumps(MANIFEST), encoding="utf-8")
    return tmp_path


def test_a_page_links_its_styles_before_its_script(static: Path) -> None:
    """Fonts and styles come first, what the script imports is fetched beside it, and nothing is inline."""
    assert asset_tags("page", static) == (
        '<link rel="stylesheet" href="/static/assets/fonts-dddddddd.css">'
        '<link rel="stylesheet" href="/static/assets/app-cccccccc.css">'
        '<link rel="modulepreload" href="/static/assets/keys-aaaaaaaa.js">'
        '<script type="module" src="/static/assets/main-bbbbbbbb.js"></script>'
    )


def test_the_island_of_the_first_view_is_fetched_with_the_page(static: Path) -> None:
    """Its code and what that imports; nothing for an island that there is not, and nothing without a build."""
    manifest = MANIFEST | {"src/islands/map.ts": {"file": "assets/map-ffffffff.js", "imports": ["_keys-aaaaaaaa.js"]}}
    (static / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert island_preload("map.ts", static) == (
        '<link rel="modulepreload" href="/static/assets/map-ffffffff.js">'
        '<link rel="modulepreload" href="/static/assets/keys-aaaaaaaa.js">'
    )
    assert island_preload("none.ts", static) == island_preload("map.ts", static / "none") == ""


def test_a_page_without_islands_loads_no_script(static: Path) -> None:
    """The bundle `style` holds stylesheets alone."""
    assert "script" not in asset_tags("style", static)


def test_without_a_build_pages_have_no_tags_and_the_console_says_so_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A checkout without Node serves plain pages; one line says how to change that."""
    with caplog.at_level(logging.WARNING):
        assert [asset_tags("page", tmp_path / "none") for _ in range(3)] == ["", "", ""]
    assert [record.message.count("make web") for record in caplog.records] == [1]


def test_a_new_build_is_seen_by_a_running_server(static: Path) -> None:
    """`make dev` rebuilds the bundle while pages are served."""
    before = asset_tags("style", static)
    manifest = static / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("cccccccc", "eeeeeeee"), encoding="utf-8")
    os.utime(manifest, ns=(1, 1))
    assert asset_tags("style", static) == before.replace("cccccccc", "eeeeeeee")


@pytest.mark.skipif(not (STATIC / "manifest.json").exists(), reason="the web bundle is not built: make web")
def test_what_was_built_is_what_the_pages_ask_for() -> None:
    """Every file that a page links exists in the folder that is served."""
    addresses = [part.split('"')[0] for part in str(asset_tags()).replace('src="', 'href="').split('href="')[1:]]
    assert len(addresses) >= 3
    assert all((STATIC / address.removeprefix(PREFIX)).is_file() for address in addresses)
