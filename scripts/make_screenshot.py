"""Write docs/images/web.png: the page of two people of the samples, as Debian's Chromium shows it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from hoedong.workspace import Workspace

ROOT = Path(__file__).parent.parent
SAMPLES = (*sorted((ROOT / "samples" / "dinner").glob("*.txt")), ROOT / "samples" / "garam-trip.txt")
PAIR = ("가람전자 한도윤", "벤 카터")
PICTURE = ROOT / "docs" / "images" / "web.png"
SIZE = {"width": 1180, "height": 760}
COLOURS = 48
"""Few enough for a small file; the pages have hardly more."""


def address_of_the_pair(record: Path) -> str:
    """Read the samples into a record; the path of the page of the two."""
    with Workspace(record) as workspace:
        list(workspace.add(*map(str, SAMPLES)))
        one, other = (workspace.person(name).id for name in PAIR)
    return f"/pair/{one}/{other}"


@contextmanager
def served(record: Path) -> Iterator[str]:
    """The address of a server of this record."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "hoedong", "serve", "--record", str(record), "--port", base.rpartition(":")[2]]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                urlopen(base, timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield base
    finally:
        server.terminate()
        server.wait(10)


def photograph(address: str) -> None:
    """Save what a browser shows."""
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--use-angle=swiftshader"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        page = browser.new_page(viewport=SIZE, locale="ko-KR", reduced_motion="reduce")  # type: ignore[arg-type]
        page.goto(address, wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURE)
        browser.close()


def shrink() -> None:
    """Fewer colours, where pngquant is installed."""
    if shutil.which("pngquant"):
        command = ["pngquant", "--force", "--strip", "--output", str(PICTURE), str(COLOURS), str(PICTURE)]
        subprocess.run(command, check=True)


def main() -> None:
    """Read, serve, photograph."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "samples.db"
        path = address_of_the_pair(record)
        with served(record) as base:
            photograph(base + path)
    shrink()
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
