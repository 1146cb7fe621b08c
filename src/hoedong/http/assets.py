"""Stylesheets and scripts that Vite has built, found by its manifest: names change with the content of a file."""

from __future__ import annotations

import json
import logging
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

STATIC = Path(__file__).parent / "static"
"""Where `npm run build` puts what browsers load; absent in a checkout that has not been built."""

PREFIX = "/static/"

BUNDLES = {
    "page": ("src/styles/fonts.css", "src/styles/app.css", "src/main.ts"),
    "style": ("src/styles/fonts.css", "src/styles/app.css"),
}
"""What a page needs: `page` for one with islands, `style` for one without a script."""

Manifest = dict[str, dict[str, Any]]

_log = logging.getLogger(__name__)


def asset_tags(name: str = "page", static: Path = STATIC) -> Markup:
    """The elements for the head of a page; none where the bundle has not been built, and the pages work without.

    >>> str(asset_tags("style", Path("nowhere")))
    ''
    """
    manifest = _manifest(static / "manifest.json")
    if manifest is None:
        return Markup()
    return Markup().join(_tags(manifest, entry) for entry in BUNDLES[name])


def island_preload(island: str, static: Path = STATIC) -> Markup:
    """Lets a browser fetch an island's code with the page's own script, instead of after it has run.

    For pages whose first view is that island; none where nothing has been built, or there is no such island.
    """
    manifest = _manifest(static / "manifest.json") or {}
    entry = manifest.get(f"src/islands/{island}")
    if entry is None:
        return Markup()
    files = [entry["file"], *(manifest[name]["file"] for name in entry.get("imports", ()))]
    return Markup().join(_preload(file) for file in files)


def _preload(file: str) -> Markup:
    return Markup('<link rel="modulepreload" href="{}{}">').format(PREFIX, file)


def _manifest(path: Path) -> Manifest | None:
    """The manifest as it is now: `make dev` rebuilds it under a running server."""
    try:
        changed = path.stat().st_mtime_ns
    except FileNotFoundError:
        return _absent(path)
    return _read(path, changed)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> Manifest:
    manifest: Manifest = json.loads(path.read_text(encoding="utf-8"))
    return manifest


@lru_cache(maxsize=4)
def _absent(path: Path) -> None:
    """Say once that pages are plain, and what to do about it."""
    _log.warning("%s is missing: pages have no styles and no scripts; `make web` builds them (Node 20)", path.parent)


def _tags(manifest: Manifest, entry: str) -> Markup:
    file = manifest[entry]["file"]
    if file.endswith(".css"):
        return Markup('<link rel="stylesheet" href="{}{}">').format(PREFIX, file)
    tags = [_preload(manifest[name]["file"]) for name in manifest[entry].get("imports", ())]
    tags.append(Markup('<script type="module" src="{}{}"></script>').format(PREFIX, file))
    return Markup().join(tags)
