"""The first view of a network in a real browser: from the address until the picture is drawn.

    bench/web_network.py --record FILE          the network of whoever met most, as a new visitor sees it
    bench/web_network.py --record FILE --views 20

Each view is one of a browser that has never been here, so scripts and fonts are loaded as well. The bar is a second at
the median; exit 1 above it.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from hoedong.workspace import Workspace
from web import HIDDEN_SERVE, port_of

BAR = 1000.0
WARM = 2
BUSIEST = 20
FLAGS = ("--no-sandbox", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
DRAWN = """() => new Promise((done) => {
    const picture = document.querySelector('[data-island="network"]');
    const look = () => "mounted" in picture.dataset ? done(performance.now()) : requestAnimationFrame(look);
    look();
})"""


def main() -> int:
    """Serve, look, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, required=True, help="a record, which is only read")
    parser.add_argument("--views", type=int, default=10, help="how often it is looked at (10)")
    options = parser.parse_args()
    path = f"/network/{_best_known(options.record)}"
    command = [sys.executable, str(Path(__file__).with_name("web.py")), HIDDEN_SERVE, "--record", str(options.record)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            times = _views(f"http://127.0.0.1:{port_of(server)}{path}", options.views)
        finally:
            server.terminate()
    median = statistics.median(times)
    print(f"{path}: median {median:.0f} ms, slowest {max(times):.0f} ms of {len(times)} views; bar {BAR:.0f} ms")
    return int(median > BAR)


def _best_known(record: Path) -> str:
    """Whoever was at most encounters, of the pairs that met most."""
    with Workspace(record, read_only=True) as workspace:
        people = {one.id for pair in workspace.view.busiest_pairs(BUSIEST) for one in pair[:2]}
        return max(sorted(people), key=lambda one: workspace.view.count_encounters([one]))


def _views(address: str, count: int) -> list[float]:
    """Milliseconds of each view, after a few that are not counted."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        times = [_view(browser, address) for _ in range(WARM + count)]
        browser.close()
    return times[WARM:]


def _view(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.goto(address, wait_until="commit")
    page.wait_for_selector('[data-island="network"]', state="attached")
    drawn = float(page.evaluate(DRAWN))
    context.close()
    return drawn


if __name__ == "__main__":
    sys.exit(main())
