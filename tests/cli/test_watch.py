"""`hoedong watch`, and addresses given to read and add."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from click.testing import CliRunner, Result

from hoedong.cli.main import cli
from record_commands import answered, refused, run
from watched_site import MEETING, OTHERS, PLAN, Outlet, article
from web_servers import Asked, WebServer, fetcher_for, page, serving

TESTS = Path(__file__).parents[1]


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    """An outlet with two articles."""
    with serving() as server:
        found = Outlet(server)
        found.publish(1, OTHERS)
        found.publish(2, MEETING)
        yield found


def plan(folder: Path, server: WebServer, more: str = "") -> Path:
    """A file of sources."""
    path = folder / "sources.toml"
    source = f'[[source]]\nname = "새벽일보"\nfeed = "{server.url("/rss")}"\n'
    path.write_text(f'people = ["도윤서"]\n{source}{more}', encoding="utf-8")
    return path


def fetching(server: WebServer, *arguments: object, record: Path) -> Result:
    """Run a command that may ask a server of this machine."""
    words = [str(argument) for argument in arguments]
    return CliRunner().invoke(
        cli, words, prog_name="hoedong", env={"HOEDONG_RECORD": str(record)}, obj=fetcher_for(server)
    )


def process(server: WebServer, *arguments: object, record: Path) -> subprocess.Popen[str]:
    """The same as a process."""
    script = TESTS / "watch" / "watch_process.py"
    paths = os.pathsep.join([str(TESTS), *sys.path])
    return subprocess.Popen(
        [sys.executable, str(script), str(server.port), *map(str, arguments)],
        env={**os.environ, "HOEDONG_RECORD": str(record), "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_one_round_tells_news_and_ends(outlet: Outlet, tmp_path: Path) -> None:
    """--once prints a line for each piece of news and what was done; signals then mean what they did."""
    file, record = plan(tmp_path, outlet.server), tmp_path / "press.db"
    handlers = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    first = fetching(outlet.server, "watch", file, "--once", record=record)
    second = fetching(outlet.server, "watch", file, "--once", record=record)
    assert first.exit_code == 0, first.output
    assert first.stdout.startswith("new      ● 2026-03-20 Fri ")
    assert first.stderr == f"record: {record}\n1 source, 2 new pages, 1 news\n"
    assert (second.exit_code, second.stdout, second.stderr) == (0, "", f"record: {record}\n")
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == handlers


def test_json_is_a_line_each(outlet: Outlet, tmp_path: Path) -> None:
    """--json prints news as JSON lines, and the file of the plan gets the same."""
    file = plan(tmp_path, outlet.server, '[report]\njsonl = "news.jsonl"\n')
    told = fetching(outlet.server, "watch", file, "--once", "--json", record=tmp_path / "press.db")
    assert json.loads(told.stdout)["schema"] == "hoedong.watch/1"
    assert (tmp_path / "news.jsonl").read_text(encoding="utf-8") == told.stdout


def test_what_went_wrong_is_told_and_makes_the_exit_code(outlet: Outlet, tmp_path: Path) -> None:
    """A source that fails stands on standard error with its name; the rest is done; exit code 1."""
    more = '[[source]]\nname = "강변뉴스"\nfeed = "http://127.0.0.1/rss"\n'
    file = plan(tmp_path, outlet.server, more)
    done = fetching(outlet.server, "watch", file, "--once", record=tmp_path / "press.db")
    assert done.exit_code == 1
    assert "강변뉴스: 127.0.0.1 leads to this machine, which is not asked\n" in done.stderr
    assert done.stdout.count("\n") == 1


def test_the_status_tells_of_each_source(outlet: Outlet, tmp_path: Path) -> None:
    """--status prints when each source is due and what is wrong with it, asks for nothing and makes no record."""
    other = '[[source]]\nname = "강변뉴스"\nfeed = "http://127.0.0.1/"\n'
    file, record = plan(tmp_path, outlet.server, other), tmp_path / "press.db"
    before = fetching(outlet.server, "watch", file, "--status", record=record)
    assert before.stdout == "새벽일보: never visited\n강변뉴스: never visited\n"
    assert not record.exists()
    fetching(outlet.server, "watch", file, "--once", record=record)
    asked = len(outlet.server.asked)
    good, bad = fetching(outlet.server, "watch", file, "--status", record=record).stdout.splitlines()
    assert good.startswith("새벽일보: 1 visit, 2 pages seen; due 20")
    assert bad.startswith("강변뉴스: 1 visit, 0 pages seen; due 20")
    assert bad.endswith("127.0.0.1 leads to this machine, which is not asked (fetch.address, 1 visit)")
    told = json.loads(fetching(outlet.server, "watch", file, "--status", "--json", record=record).stdout)
    assert [one["trouble"] and one["trouble"]["code"] for one in told["sources"]] == [None, "fetch.address"]
    assert len(outlet.server.asked) == asked


def test_a_wrong_file_is_refused(tmp_path: Path) -> None:
    """All mistakes of a file stand with their lines; exit code 2, and no record is made."""
    file = tmp_path / "sources.toml"
    file.write_text('people = 5\n[[source]]\nfeed = "x"\ncolour = 1\n', encoding="utf-8")
    message = refused("watch", file, "--once", record=tmp_path / "press.db")
    assert [line.split(" ")[0] for line in message.splitlines()] == [f"{file}:{line}:" for line in (1, 3, 4)]
    assert refused("watch", tmp_path / "missing.toml")


def test_a_killed_watch_takes_up_where_it_was(outlet: Outlet, tmp_path: Path) -> None:
    """SIGKILL while a page is on its way: the next run reads the rest, and every piece of news is in the file once."""
    outlet.publish(3, PLAN)
    reached, release = Event(), Event()
    third = outlet.server.answers["/news/3"]

    def held(asked: Asked) -> Iterator[bytes]:
        reached.set()
        release.wait(30)
        yield from third(asked)

    outlet.server.answers["/news/3"] = held
    file, record = plan(tmp_path, outlet.server, '[report]\njsonl = "news.jsonl"\n'), tmp_path / "press.db"
    watch = process(outlet.server, "watch", file, record=record)
    try:
        assert reached.wait(60)
    finally:
        watch.kill()
        watch.communicate()
        release.set()
    done = fetching(outlet.server, "watch", file, "--once", record=record)
    assert done.exit_code == 0, done.output
    told = [json.loads(line) for line in (tmp_path / "news.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sorted(one["encounter"]["when"] for one in told) == ["2026-03-20", "2026-03-25"]
    assert outlet.server.paths() == ["/rss", "/news/1", "/news/2", "/news/3", "/rss", "/news/3"]
    assert len(answered("documents", record=record)["pages"]) == 3


def test_a_watch_ends_when_it_is_told_to(outlet: Outlet, tmp_path: Path) -> None:
    """SIGTERM ends the watch with exit code 0; meanwhile no other one is let in."""
    file, record = plan(tmp_path, outlet.server), tmp_path / "press.db"
    watch = process(outlet.server, "watch", file, record=record)
    try:
        assert watch.stdout is not None
        assert watch.stdout.readline().startswith("new ")
        assert "another watch" in refused("watch", file, "--once", record=record)
        time.sleep(0.2)
        watch.send_signal(signal.SIGTERM)
        _, errors = watch.communicate(timeout=20)
    finally:
        watch.kill()
    assert watch.returncode == 0, errors


def test_an_address_is_read_and_added(outlet: Outlet, tmp_path: Path) -> None:
    """Reading prints what a page of the web says and keeps nothing; adding keeps it under its address."""
    url, record = outlet.server.url("/news/2"), tmp_path / "press.db"
    read = fetching(outlet.server, "read", url, "--format", "jsonl", record=record)
    assert json.loads(read.stdout)["encounters"][0]["when"]["edtf"] == "2026-03-20"
    assert not record.exists()
    assert fetching(outlet.server, "add", url, record=record).exit_code == 0
    ((page_,),) = [one["versions"] for one in answered("documents", record=record)["pages"]]
    assert page_["url"] == url


def test_an_address_that_is_not_had_is_a_finding(outlet: Outlet, tmp_path: Path) -> None:
    """It stands on standard error with its reason, the others are added; exit code 1."""
    outlet.server.answers["/news/9"] = page(article(OTHERS))
    urls = [outlet.server.url("/gone"), outlet.server.url("/news/9")]
    done = fetching(outlet.server, "add", *urls, record=tmp_path / "press.db")
    assert done.exit_code == 1
    assert f"{urls[0]}: {urls[0]} answers with status 404\n" in done.stderr
    assert done.stdout.endswith("1 document: 1 added; 1 problem\n")


@pytest.mark.parametrize("command", ["read", "add"])
def test_nothing_is_fetched_with_no_fetch(outlet: Outlet, tmp_path: Path, command: str) -> None:
    """--no-fetch makes an address a finding, and no server hears of it."""
    url = outlet.server.url("/news/2")
    done = fetching(outlet.server, command, "--no-fetch", url, record=tmp_path / "press.db")
    assert done.exit_code == 1
    assert f"{url}: addresses of the web are not fetched here" in done.stderr
    assert outlet.server.asked == []


def test_this_machine_is_not_asked(outlet: Outlet, tmp_path: Path) -> None:
    """Without a fetcher of one's own no command reaches a server on this machine."""
    done = run("read", f"http://127.0.0.1:{outlet.server.port}/news/2", record=tmp_path / "press.db")
    assert done.exit_code == 1
    assert "port" in done.stderr
    assert outlet.server.asked == []
