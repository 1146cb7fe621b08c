"""The web server: how long pages and answers take one after another, and under 32 connections beside a writer.

    bench/web.py                       a small record of invented pages
    bench/web.py --record FILE         any record; it is copied first, since pages are added to it
    bench/web.py --seconds 60 --json   a longer load; the figures as one object

Milliseconds as one waits for them, over HTTP on loopback; gzip as a browser asks for it. Bars: HTML of pages below
150 ms at the median and 400 ms at the 95th percentile; exit 1 above them, or after any error.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from itertools import count, cycle, islice
from pathlib import Path
from urllib.parse import quote

from hoedong.http.serving import serve_record
from hoedong.http.settings import Limits, Rate, Settings
from hoedong.record.protocol import Run
from hoedong.record.record import Entry
from hoedong.workspace import Workspace
from synthetic_corpus import synthetic_readings
from synthetic_world import World
from web_client import Connection
from web_figures import Figures, Times, exceeded, shown

SMALL = 2_000
WARM = 5
PLENTY = Rate(1e6, 10**7)
ARTICLE = (
    "한도윤 가람전자 회장은 {day}일 서울에서 벤 카터(Ben Carter) 오르카AI CEO를 만났다. "
    "두 사람은 {number}번째 의제를 논의했다."
)
HIDDEN_SERVE = "--serve"


def main() -> int:
    """Serve, ask, print."""
    options = _options()
    if options.serve:
        serve(options.record)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.db"
        if options.record:
            shutil.copy(options.record, record)
        else:
            make_small(record)
        figures = measure(record, options)
    print(json.dumps(figures, indent=1) if options.json else shown(figures))
    return int(exceeded(figures))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, help="a record to serve a copy of")
    parser.add_argument("--requests", type=int, default=50, help="requests for each page (50)")
    parser.add_argument("--connections", type=int, default=32, help="connections of the load (32)")
    parser.add_argument("--seconds", type=float, default=10, help="how long the load lasts (10)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument(HIDDEN_SERVE, action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def serve(record: Path) -> None:
    """Serve in a process of its own, without limits on rates; the address goes to standard output."""
    limits = Limits(requests=PLENTY, readings=PLENTY, exports=PLENTY, logins=PLENTY)
    serve_record(Settings(record=record, port=0, limits=limits), told=lambda line: print(line, flush=True))


def make_small(record: Path) -> None:
    """A record of a few thousand invented reports."""
    with Workspace(record) as workspace:
        readings = synthetic_readings(SMALL, World(2_000))
        while batch := [Entry(one, Run("synthetic", "", "")) for one in islice(readings, 100)]:
            workspace.add_entries(batch)


def measure(record: Path, options: argparse.Namespace) -> Figures:
    """All figures of a server on a record, which it may change."""
    command = [sys.executable, __file__, HIDDEN_SERVE, "--record", str(record)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            return asyncio.run(_measured(port_of(server), options))
        finally:
            server.terminate()


async def _measured(port: int, options: argparse.Namespace) -> Figures:
    paths = await _paths(port)
    return {
        "one after another": await _alone(port, paths, options.requests),
        "load": await _load(port, paths, options.connections, options.seconds),
    }


def port_of(server: subprocess.Popen[str]) -> int:
    """The port that a server has told of."""
    lines = server.stdout or ()
    return next(int(line.split("/ ")[0].rpartition(":")[2]) for line in lines if line.startswith("open "))


async def _paths(port: int) -> dict[str, str]:
    """What to ask for, by kind, about people who met, so that pages are full; what is not there is left out."""
    async with Connection(port) as connection:
        listed = json.loads((await connection.get("/api/v1/encounters?limit=20")).body)
        encounter = max(listed["encounters"], key=lambda one: len(one["reports"]))
        one, other = [part["person"] for part in encounter["participants"]][:2]
        ids = {"encounter": encounter["id"], "one": one, "other": other}
        dossier = json.loads((await connection.get(f"/api/v1/encounters/{encounter['id']}")).body)
        ids |= {"document": dossier["documents"][0]["id"], "name": quote(dossier["people"][0]["name"])}
        asked = {name: path.format(**ids) for name, path in PATHS.items()}
        there = {name: path for name, path in asked.items() if (await connection.get(path)).status == 200}
    for name in sorted(set(asked) - set(there)):
        print(f"not there: {name} {asked[name]}", file=sys.stderr)
    return there


PATHS = {
    "page home": "/",
    "page search": "/search?q={name}",
    "page person": "/person/{one}",
    "page pair": "/pair/{one}/{other}",
    "page brief": "/brief/{one}/{other}",
    "page encounter": "/encounter/{encounter}",
    "page article": "/article/{document}",
    "page network": "/network/{one}",
    "page network of two steps": "/network/{one}?hops=2",
    "page table of a person": "/table?person={one}",
    "page timeline": "/timeline",
    "page table": "/table",
    "page map": "/map",
    "page documents": "/documents",
    "page judgements": "/judgements",
    "page review": "/review",
    "page several at once": "/review/together?kind=low_confidence",
    "page check": "/check",
    "page read": "/read",
    "api encounters": "/api/v1/encounters",
    "api encounter": "/api/v1/encounters/{encounter}",
    "api person": "/api/v1/people/{one}",
    "api people": "/api/v1/people?name={name}",
    "api pair": "/api/v1/pairs/{one}/{other}",
    "api network": "/api/v1/people/{one}/network",
    "api trips": "/api/v1/people/{one}/trips",
    "api quotes": "/api/v1/people/{one}/quotes",
    "api claims": "/api/v1/people/{one}/claims",
    "api brief": "/api/v1/pairs/{one}/{other}/brief",
    "api search": "/api/v1/search?q={name}",
    "api documents": "/api/v1/documents",
    "api document": "/api/v1/documents/{document}",
    "api diagnostics": "/api/v1/diagnostics",
}
"""What is asked for; names in braces are filled in from the record."""


async def _alone(port: int, paths: dict[str, str], requests: int) -> Figures:
    """Each page over and over on one connection, after it has been asked for a few times."""
    found: Figures = {}
    async with Connection(port) as connection:
        for name, path in paths.items():
            times = Times()
            for _ in range(WARM):
                await connection.get(path)
            for _ in range(requests):
                await _timed(connection.get, path, times)
            found[name] = times.figures()
    return found


async def _timed(ask: Callable[[str], Awaitable[object]], path: str, times: Times) -> None:
    start = time.perf_counter()
    try:
        answer = await ask(path)
    except OSError as error:
        times.fail(f"{path}: {error!r}")
        return
    times.add(time.perf_counter() - start, path, getattr(answer, "status", 0))


async def _load(port: int, paths: dict[str, str], connections: int, seconds: float) -> Figures:
    """All connections at once, each going through the pages from another one on, beside one that adds pages."""
    times, written = Times(), Times()
    end = time.perf_counter() + seconds
    readers = [_reader(port, list(paths.values()), shift, end, times) for shift in range(connections)]
    await asyncio.gather(*readers, _writer(port, end, written))
    return {
        "reading": {**times.figures(), "a second": round(times.count / seconds, 1)},
        "adding": {**written.figures(), "a second": round(written.count / seconds, 1)},
    }


async def _reader(port: int, paths: Sequence[str], shift: int, end: float, times: Times) -> None:
    async with Connection(port) as connection:
        for path in islice(cycle(paths), shift % len(paths), None):
            if time.perf_counter() > end:
                return
            await _timed(connection.get, path, times)


async def _writer(port: int, end: float, times: Times) -> None:
    async with Connection(port) as connection:
        for number in count():
            if time.perf_counter() > end:
                return
            text = ARTICLE.format(day=number % 27 + 1, number=number)
            body = json.dumps({"text": text, "published": "2026-03-28", "url": f"https://dawn.example/{number}"})

            async def post(path: str, body: str = body) -> object:
                return await connection.post(path, body)

            await _timed(post, "/api/v1/documents", times)


if __name__ == "__main__":
    sys.exit(main())
