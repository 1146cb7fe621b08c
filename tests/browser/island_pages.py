"""Pages that hold one island each, with invented facts, under the same content security policy as the real ones."""

from __future__ import annotations

import json
import mimetypes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

from hoedong.http.assets import PREFIX, STATIC, asset_tags
from hoedong.http.security.headers import CONTENT_SECURITY_POLICY

PEOPLE = ("한도윤", "벤 카터", "오세린", "문지호", "레베카 스톤", "루카스 베르그", "하산 알마디")
CITIES = (("서울", 37.57, 126.98), ("뉴욕", 40.71, -74.0), ("시애틀", 47.6, -122.33), ("서울", 37.57, 126.98))


def event(number: int, lo: str | None, hi: str | None, precision: str, status: str = "held") -> dict[str, Any]:
    """One encounter on the timeline."""
    label = lo or "?"
    sub = PEOPLE[number % len(PEOPLE)]
    when = {"lo": lo, "hi": hi, "precision": precision}
    return {"id": f"e{number}", "status": status, "label": label, "sub": sub} | when


EVENTS = [
    event(1, "2014-01-01", "2014-12-31", "year"),
    event(2, "2025-03-01", "2025-03-31", "month"),
    *(event(3 + n, f"2025-09-{9 + n:02}", f"2025-09-{9 + n:02}", "day") for n in range(3)),
    event(6, "2025-10-01", "2025-10-31", "month", "planned"),
    event(7, None, None, "unknown", "unconfirmed"),
]


def meeting(number: int, others: list[str], present: list[str], **more: object) -> dict[str, Any]:
    """One encounter of the network, of the person in the middle with others."""
    held = {"status": "held", "mode": "in_person", "lo": "2025-09-10", "hi": "2025-09-10"}
    people = {"principals": ["p0", *others], "present": present}
    named = {"id": f"e{number}", "label": f"만남 {number}", "href": f"/encounter/e{number}"}
    return named | people | held | more


MEETINGS = [
    meeting(1, ["p1"], ["p2"]),
    meeting(2, ["p1"], [], lo="2014-01-01", hi="2014-12-31"),
    meeting(3, ["p4"], ["p2", "p3"], lo="2025-09-11", hi="2025-09-11"),
    meeting(4, ["p5"], [], mode="remote", lo=None, hi=None),
    meeting(5, ["p6"], [], status="planned", lo="2025-10-01", hi="2025-10-31"),
]

NETWORK = {
    "ego": "p0",
    "people": {
        f"p{n}": {"ko": name, "latin": "", "org": "가람" if n < 4 else "오르카"} for n, name in enumerate(PEOPLE)
    },
    "orgs": {"가람": {"ko": "가람", "en": "Garam"}, "오르카": {"ko": "오르카", "en": "Orca"}},
    "encounters": MEETINGS,
    "hidden": 3,
}

STOPS = [{"n": n, "ko": name, "en": name, "lat": lat, "lon": lon} for n, (name, lat, lon) in enumerate(CITIES, 1)]
PLACES = [
    {"id": f"place-{n}", "label": name, "lat": lat, "lon": lon, "n": n, "href": f"#place-{n}"}
    for n, (name, lat, lon) in enumerate(CITIES[:3], 1)
]
ROWS = "".join(f'<tr data-person="p{n}"><td>{name}</td></tr>' for n, name in enumerate(PEOPLE) if n)


def figure(island: str, classes: str) -> str:
    """A figure with a place for its facts."""
    caption = f'<figcaption class="sr">{island}</figcaption>'
    return f'<figure class="{classes}" data-island="{island}">{{}}{caption}</figure>'


PICTURE = """<figure class="netbox" data-island="network">{}
<div class="net" role="img" aria-label="만남 그림"><div class="cv"></div></div></figure>"""

ISLANDS: dict[str, tuple[str, dict[str, Any]]] = {
    "timeline": (figure("timeline", "tl"), {"events": EVENTS}),
    "tripmap": (figure("tripmap", "map"), {"stops": STOPS}),
    "map": (figure("map", "map"), {"places": PLACES}),
    "network": (f'{PICTURE}<table class="plain" data-network-rows><tbody>{ROWS}</tbody></table>', NETWORK),
}
"""The markup of each island, with a place for its facts, and the facts."""


def island_page(name: str, lang: str = "ko") -> str:
    """A page with one island and nothing else."""
    markup, facts = ISLANDS[name]
    block = f'<script type="application/json">{json.dumps({"lang": lang, **facts})}</script>'
    return page(f"<h1>{name}</h1>{markup.format(block)}", lang)


def page(main: str, lang: str = "ko") -> str:
    """The frame of every page."""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>섬</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
        f'{asset_tags()}</head><body><main class="page"><div class="wrap">{main}</div></main></body></html>'
    )


class _Handler(BaseHTTPRequestHandler):
    """Answers with an island's page, or with what was built."""

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        lang = parse_qs(query).get("lang", ["ko"])[0]
        if path.startswith(PREFIX):
            self._answer(
                mimetypes.guess_type(path)[0] or "text/plain", (STATIC / path.removeprefix(PREFIX)).read_bytes()
            )
        elif path[1:] in ISLANDS:
            self._answer("text/html; charset=utf-8", island_page(path[1:], lang).encode())
        else:
            self._answer("text/html; charset=utf-8", page("<h1>섬</h1>").encode())

    def _answer(self, kind: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base class calls it
        """Nothing on the console."""


class IslandServer:
    """Serves the islands' pages on loopback."""

    def __init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Answer no more."""
        self._server.shutdown()
        self._server.server_close()
