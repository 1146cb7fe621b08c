"""A record of invented articles behind the server: what tests of the web start from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from hoedong.http.app import create_app
from hoedong.http.settings import Limits, Rate, Settings
from hoedong.workspace import Workspace
from hoedong.workspace.given_text import GivenText, entry_of_given

HOME = "http://127.0.0.1"
DAWN = GivenText(
    "한도윤 회장, 벤 카터와 회동\n\n한도윤 가람전자 회장은 지난 10일 서울에서 벤 카터(Ben Carter) 오르카AI CEO를 만났다.\n"
    '카터 CEO는 "가람과 오래 일하겠다"고 말했다. 두 사람은 반도체 협력 방안을 논의했다.\n',
    url="https://dawn.example/1",
    published="2026-03-11",
)
NOON = GivenText(
    "가람전자 한도윤 회장은 10일 서울에서 오르카AI 벤 카터 CEO와 회동했다.\n두 사람이 만난 것은 세 번째다.\n"
    "오세린 가람전자 사장이 배석했다.\n",
    url="https://noon.example/2",
    published="2026-03-12",
)
PLENTY = Rate(10_000, 100_000)
LIMITS = Limits(requests=PLENTY, readings=PLENTY, exports=PLENTY, logins=PLENTY, wait_seconds=5)


def ticking(start: str = "2026-03-13T09:00:00") -> Any:
    """A clock that goes on by a second each time it is looked at."""
    now = dt.datetime.fromisoformat(start).replace(tzinfo=dt.UTC)

    def look() -> dt.datetime:
        nonlocal now
        now += dt.timedelta(seconds=1)
        return now

    return look


def make_record(path: Path, *texts: GivenText) -> None:
    """A record of these texts, by default of two reports of one meeting."""
    with Workspace(path, user="tester", clock=ticking()) as workspace:
        workspace.add_entries([entry_of_given(text) for text in texts or (DAWN, NOON)])


def settings_of(path: Path, **changes: Any) -> Settings:
    """Settings of a server that is in nobody's way."""
    return replace(Settings(record=path, limits=LIMITS, clock=ticking("2026-03-14T09:00:00")), **changes)


@contextmanager
def browsing(settings: Settings, **headers: str) -> Iterator[TestClient]:
    """A client of a server of these settings."""
    with TestClient(
        create_app(settings), base_url=HOME, raise_server_exceptions=False, headers=headers, follow_redirects=False
    ) as client:
        yield client
