"""An outlet on a server of this machine, with articles on invented people, and a watch over it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import format_datetime
from pathlib import Path

from hoedong.watch.delivery import Way
from hoedong.watch.memory import Memory, memory_path
from hoedong.watch.plan import Kind, Plan, Source, Watched
from hoedong.watch.telling import Told
from hoedong.watch.watcher import Round, Watch, Watcher
from hoedong.workspace import Workspace
from web_servers import Clock, WebServer, fetcher_for, page

START = dt.datetime(2026, 3, 21, 3, 0, tzinfo=dt.UTC)

MEETING = "도윤서 한빛전자 대표가 20일 부산에서 기연우 산업장관을 만났다. 두 사람은 반도체 인력 양성 방안을 논의했다."
COPY = f"{MEETING} 강변뉴스가 전했다."
PLAN = "도윤서 한빛전자 대표가 오는 25일 서울에서 소피아 렌델 베타웨이브 CEO를 만날 예정이다."
HELD = "도윤서 한빛전자 대표가 25일 서울에서 소피아 렌델 베타웨이브 CEO를 만났다."
OTHERS = "채우림 해솔그룹 회장이 20일 보스턴에서 대니얼 크로포드 메리디안 CEO를 만났다."


def article(text: str, title: str = "", day: str = "2026-03-21T09:00:00+09:00") -> str:
    """A page with an article that says when it was published."""
    head = f'<meta property="article:published_time" content="{day}"><title>{title or text[:20]}</title>'
    return f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body><p>{text}</p></body></html>"


def feed(*urls: str, moment: dt.datetime = START) -> str:
    """A feed that lists these addresses, newest first."""
    items = "".join(
        f"<item><title>기사</title><link>{url}</link><pubDate>{format_datetime(moment)}</pubDate></item>"
        for url in urls
    )
    channel = f"<channel><title>새벽일보</title>{items}</channel>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0">{channel}</rss>'


@dataclass
class Outlet:
    """A server with articles and a feed of them."""

    server: WebServer
    urls: list[str] = field(default_factory=list)

    def publish(self, number: int, text: str, **stated: str) -> str:
        """Put an article on the server and on top of its feed."""
        url = self.server.url(f"/news/{number}")
        self.server.answers[f"/news/{number}"] = page(article(text, **stated))
        self.urls = [url, *(one for one in self.urls if one != url)]
        self.server.answers["/rss"] = page(feed(*self.urls), content_type="application/rss+xml")
        return url


class Kept:
    """A way of delivery that keeps what it is given, and fails as long as it shall."""

    def __init__(self, name: str = "kept") -> None:
        self.name = name
        self.values: list[Told] = []
        self.fails = False

    def deliver(self, value: Told) -> None:
        """Keep it."""
        if self.fails:
            raise OSError("the desk is closed")
        self.values.append(value)

    def titles(self) -> list[str]:
        """Change and title of each."""
        return [f"{one['change']} {one['title']}" for one in self.values]


@dataclass
class Tower:
    """A watch in a folder that can be taken down and put up again; time passes only when a test says so."""

    folder: Path
    server: WebServer
    sources: Sequence[Source]
    watched: Sequence[Watched] = (Watched(("도윤서",)),)
    ways: Sequence[Way] = ()
    moment: dt.datetime = START
    clock: Clock = field(default_factory=Clock)

    def pass_minutes(self, minutes: float) -> None:
        """Let time pass."""
        self.moment += dt.timedelta(minutes=minutes)
        self.clock.moment += minutes * 60

    @contextmanager
    def watcher(self) -> Iterator[Watcher]:
        """The watch with what it remembers on disk, as a new process has it."""
        with Workspace(self.folder / "record.db", clock=lambda: self.moment) as workspace:
            memory = Memory(memory_path(workspace.location))
            web = fetcher_for(self.server, clock=self.clock)
            plan = Plan(tuple(self.sources), tuple(self.watched))
            yield Watcher(Watch(workspace, plan, memory, web, self.ways, now=lambda: self.moment))

    def round(self) -> Round:
        """One round by a new process."""
        with self.watcher() as watcher:
            return watcher.round()

    def memory(self) -> Memory:
        """What is on disk."""
        return Memory(memory_path(str(self.folder / "record.db")))

    def documents(self) -> list[str]:
        """The addresses of all pages on record."""
        with Workspace(self.folder / "record.db", read_only=True) as workspace:
            return sorted(one.url or "" for one in workspace.documents())


def source(server: WebServer, path: str, kind: Kind = Kind.FEED, *links: str, most: int = 20) -> Source:
    """A source that is visited every half hour."""
    return Source(path.strip("/") or "front", kind, server.url(path), 1800.0, links, most)
