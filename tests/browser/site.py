"""A real server on loopback over a record of invented articles, as `hoedong serve` starts it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from browser.browsing import ROOT
from hoedong.workspace import Workspace

SAMPLES = (*sorted((ROOT / "samples/dinner").glob("*.txt")), ROOT / "samples/garam-trip.txt")
HANJA = Path(__file__).parent / "hanja.txt"
CHAIRMAN, GUEST = "가람전자 한도윤", "벤 카터"


PLANS = {
    "윤가람": "온누리",
    "서다솜": "늘봄",
    "민하늘": "한빛결",
    "채이든": "새솔",
    "류나래": "가온빛",
    "봉은결": "해든",
}
PLAN = """{name} {firm}전자 회장, 3일 벤 카터 만난다

새벽일보 입력 2026.02.01 09:00

{name} {firm}전자 회장은 오는 3일 서울에서 벤 카터(Ben Carter) 오르카AI CEO를 만날 예정이다.
"""
"""Plans of which nobody reported whether they came true: each is a question for a reviewer."""


def make_record(path: Path) -> Path:
    """Read the articles and keep them."""
    folder = path.parent / "plans"
    folder.mkdir()
    for number, (name, firm) in enumerate(PLANS.items()):
        (folder / f"{number}.txt").write_text(PLAN.format(name=name, firm=firm), encoding="utf-8")
    with Workspace(path, user="tester") as workspace:
        list(workspace.add(*map(str, SAMPLES), str(HANJA), *map(str, sorted(folder.iterdir()))))
    return path


def addresses(record: Path) -> dict[str, str]:
    """One address of every page, by the name of the page."""
    with Workspace(record, read_only=True) as workspace:
        chairman, guest = workspace.person(CHAIRMAN), workspace.person(GUEST)
        dinner = workspace.met(CHAIRMAN, GUEST)[0]
        article = workspace.show(dinner.id).reports[0].document
        hanja = workspace.search("訪美").documents
        firm = next(iter(workspace.view.organisations())).id
    return {
        "home": "/",
        "search": "/search?q=카터",
        "nothing": "/search?q=없는말",
        "person": f"/person/{chairman.id}",
        "organisation": f"/organisation/{firm}",
        "pair": f"/pair/{chairman.id}/{guest.id}",
        "brief": f"/brief/{chairman.id}/{guest.id}",
        "encounter": f"/encounter/{dinner.id}",
        "article": f"/article/{article}",
        "hanja": f"/article/{hanja[0].document.id}" if hanja else "/documents",
        "network": f"/network/{chairman.id}",
        "timeline": "/timeline",
        "table": "/table",
        "map": "/map",
        "documents": "/documents",
        "judgements": "/judgements",
        "check": "/check",
        "read": "/read",
        "review": "/review",
        "together": "/review/together?kind=overdue_plan",
        "wrong": "/timeline?since=soon",
        "as-of": "/?as_of=2030-01-01",
        "missing": "/person/nobody",
    }


@dataclass
class Site:
    """The server with its record; with a token whoever has none has to give it first."""

    record: Path
    port: int
    token: str = ""
    process: subprocess.Popen[bytes] | None = None

    @property
    def base(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Answer from now on."""
        command = [sys.executable, "-m", "hoedong", "serve", "--record", str(self.record), "--port", str(self.port)]
        command += ["--token", self.token] if self.token else []
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        self.process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        for _ in range(150):
            try:
                urlopen(f"{self.base}/api/v1/health", timeout=5).close()  # noqa: S310 - our own server
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError("the server does not answer")

    def stop(self) -> None:
        """Answer no more."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(10)
            self.process = None


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
