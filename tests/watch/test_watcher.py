"""Rounds of a watch over servers of this machine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from hoedong.watch.plan import Kind, Watched
from hoedong.workspace import Workspace
from watched_site import COPY, HELD, MEETING, OTHERS, PLAN, Kept, Outlet, Tower, article, feed, source
from web_servers import Asked, WebServer, page, serving


@pytest.fixture
def server() -> Iterator[WebServer]:
    """A server."""
    with serving() as found:
        yield found


@pytest.fixture
def outlet(server: WebServer) -> Outlet:
    """An outlet without articles."""
    found = Outlet(server)
    server.answers["/rss"] = page(feed())
    return found


@pytest.fixture
def desk() -> Kept:
    """Where news go."""
    return Kept()


@pytest.fixture
def tower(tmp_path: Path, server: WebServer, outlet: Outlet, desk: Kept) -> Tower:
    """A watch over the outlet's feed for one person."""
    del outlet
    return Tower(tmp_path, server, [source(server, "/rss")], ways=[desk])


def test_news_of_the_watched_are_told_once(tower: Tower, outlet: Outlet, desk: Kept) -> None:
    """An encounter of a watched person is told, one of others is not; a reprint and a restart tell nothing again."""
    outlet.publish(1, OTHERS)
    outlet.publish(2, MEETING)
    done = tower.round()
    assert (done.visited, done.added, done.news, done.problems) == (1, 2, 1, [])
    (title,) = desk.titles()
    assert title.startswith("new ● 2026-03-20 Fri ")
    assert {"기연우 산업장관", "도윤서 한빛전자 대표"} == set(title.partition("Fri ")[2].split(" ↔ "))
    outlet.publish(3, COPY)
    tower.pass_minutes(31)
    assert tower.round().news == 0
    tower.pass_minutes(31)
    assert tower.round().news == 0
    assert len(desk.values) == 1
    assert len(tower.documents()) == 3


def test_what_is_told_holds_the_evidence(tower: Tower, outlet: Outlet, desk: Kept) -> None:
    """News carry the encounter, its reports with their words and offsets, people, documents, and a text for people."""
    url = outlet.publish(1, MEETING, title="도윤서·기연우 회동")
    tower.round()
    (value,) = desk.values
    (report,) = value["reports"]
    (evidence, *_) = report["evidence"]
    assert (value["schema"], value["change"], value["watched"]) == ("hoedong.watch/1", "new", ["도윤서"])
    assert value["documents"][0]["url"] == url
    assert evidence["text"] in MEETING
    assert value["found"] == "2026-03-21T03:00:00Z"
    assert {"도윤서", "기연우"} <= {person["name"] for person in value["people"]}
    assert url in value["text"]
    assert MEETING.split(". ")[0] in value["text"]


def test_a_change_of_status_is_news(tower: Tower, outlet: Outlet, desk: Kept) -> None:
    """A planned encounter is told, and told again once it is held."""
    outlet.publish(1, PLAN)
    tower.round()
    outlet.publish(2, HELD, day="2026-03-26T09:00:00+09:00")
    tower.pass_minutes(31)
    tower.round()
    assert [one["change"] for one in desk.values] == ["new", "changed"]
    assert [one["encounter"]["status"] for one in desk.values] == ["planned", "held"]


def test_two_encounters_of_one_page_are_two_news(tower: Tower, outlet: Outlet, desk: Kept) -> None:
    """The same two people on two days are told twice, though one page reports both."""
    outlet.publish(1, f"{MEETING} 도윤서 대표는 지난 10일에도 서울에서 기연우 장관을 만났다.")
    tower.round()
    assert sorted(one["encounter"]["when"] for one in desk.values) == ["2026-03-10", "2026-03-20"]


def test_a_pair_is_told_only_together(tower: Tower, outlet: Outlet, desk: Kept) -> None:
    """Of a pair only encounters of both are news."""
    tower.watched = [Watched(("도윤서", "소피아 렌델"))]
    outlet.publish(1, MEETING)
    outlet.publish(2, PLAN)
    tower.round()
    assert [one["watched"] for one in desk.values] == [["도윤서 ↔ 소피아 렌델"]]
    assert desk.values[0]["encounter"]["status"] == "planned"


def test_what_was_on_record_before_is_no_news(tower: Tower, outlet: Outlet, desk: Kept, tmp_path: Path) -> None:
    """Somebody who is watched from now on is told of from now on, also where they come into the file later."""
    (tmp_path / "a.txt").write_text(MEETING, encoding="utf-8")
    with Workspace(tmp_path / "record.db") as workspace:
        list(workspace.add(str(tmp_path / "a.txt"), published="2026-03-21"))
    outlet.publish(1, OTHERS)
    tower.round()
    tower.watched = [Watched(("도윤서",)), Watched(("채우림",))]
    tower.pass_minutes(31)
    assert tower.round().news == 0
    outlet.publish(2, PLAN)
    tower.pass_minutes(31)
    tower.round()
    assert [one["watched"] for one in desk.values] == [["도윤서"]]


def test_nothing_is_asked_for_twice(tower: Tower, outlet: Outlet, server: WebServer) -> None:
    """A page that was read is not asked for again, and a list that has not changed is not sent again."""
    outlet.publish(1, OTHERS)
    listing = server.answers["/rss"]

    def answer(asked: Asked) -> Iterator[bytes]:
        yield from page("", "304 Not Modified")(asked) if "if-none-match" in asked.headers else tagged(asked)

    def tagged(asked: Asked) -> Iterator[bytes]:
        head, body = listing(asked)
        yield head.replace(b"\r\n\r\n", b'\r\nETag: "1"\r\n\r\n')
        yield body

    server.answers["/rss"] = answer
    for _ in range(3):
        assert tower.round().problems == []
        tower.pass_minutes(31)
    assert server.paths() == ["/rss", "/news/1", "/rss", "/rss"]


def test_a_source_is_visited_when_it_is_due(tower: Tower, server: WebServer) -> None:
    """Between two visits lies the time that the file says, over restarts too."""
    tower.round()
    tower.pass_minutes(29)
    assert tower.round().visited == 0
    with tower.watcher() as watcher:
        assert watcher.seconds_to_next() == pytest.approx(60.0)
    tower.pass_minutes(1)
    assert tower.round().visited == 1
    assert server.paths() == ["/rss", "/rss"]


def test_the_first_visit_takes_the_newest_and_lets_the_rest_be(tower: Tower, outlet: Outlet, server: WebServer) -> None:
    """Of a long list the newest pages are read, oldest first; what is older is no backlog."""
    tower.sources = [source(server, "/rss", most=2)]
    for number in range(1, 6):
        outlet.publish(number, OTHERS)
    tower.round()
    tower.pass_minutes(31)
    tower.round()
    assert server.paths() == ["/rss", "/news/4", "/news/5", "/rss"]
    for number in range(6, 10):
        outlet.publish(number, OTHERS)
    for _ in range(2):
        tower.pass_minutes(31)
        tower.round()
    assert server.paths()[4:] == ["/rss", "/news/8", "/news/9", "/rss", "/news/6", "/news/7"]


def test_a_page_that_fails_for_the_moment_is_tried_at_three_visits(
    tower: Tower, outlet: Outlet, server: WebServer
) -> None:
    """A failing page is told each time and given up; one that is gone is asked for once."""
    outlet.publish(1, OTHERS)
    outlet.publish(2, OTHERS)
    server.answers["/news/1"] = page("", "500 Oops")
    del server.answers["/news/2"]
    problems = []
    for _ in range(4):
        problems.append(len(tower.round().problems))
        tower.pass_minutes(31)
    assert problems == [2, 1, 1, 0]
    assert [path for path in server.paths() if path != "/rss"] == ["/news/1", "/news/2", "/news/1", "/news/1"]


def test_one_bad_source_stops_no_other(tower: Tower, outlet: Outlet, server: WebServer) -> None:
    """What is wrong with a source is told and kept, it is left alone for longer each time, and the others go on."""
    tower.sources = [source(server, "/bad"), source(server, "/rss")]
    outlet.publish(1, OTHERS)
    visits = []
    for _ in range(8):
        done = tower.round()
        visits.append([problem.location for problem in done.problems])
        tower.pass_minutes(31)
    assert visits == [["bad"], [], ["bad"], [], [], [], ["bad"], []]
    assert len(tower.documents()) == 1
    trouble = tower.memory().of(server.url("/bad")).trouble
    assert trouble is not None
    assert (trouble.code, trouble.visits) == ("fetch.status", 3)
    server.answers["/bad"] = page(feed())
    tower.pass_minutes(24 * 60)
    assert tower.round().problems == []
    assert tower.memory().of(server.url("/bad")).trouble is None


def test_a_busy_server_is_left_alone_as_long_as_it_asks(tower: Tower, server: WebServer) -> None:
    """Retry-After counts where it is longer than one's own pause."""
    server.answers["/rss"] = page("", "429 Too Many Requests", retry_after="7200")
    assert tower.round().problems[0].code == "fetch.status"
    tower.pass_minutes(119)
    assert tower.round().visited == 0
    tower.pass_minutes(2)
    assert tower.round().visited == 1


MALFORMED = {
    "cut": feed("{url}/news/1").partition("</item>")[0],
    "no declaration": feed("{url}/news/1").partition("?>")[2],
    "bad entity": feed("{url}/news/1").replace("기사", "기사 &nbsp; & 사진"),
    "html": "<html><body>점검 중입니다</body></html>",
    "empty": "",
    "blanks": " \n ",
    "json": '{"items": []}',
    "binary": "\x00\x01\x02" * 100,
    "control": feed("{url}/news/1").replace("기사", "기\x0b사"),
    "unclosed": feed("{url}/news/1").replace("</channel>", ""),
    "declares another encoding": feed("{url}/news/1").replace("utf-8", "euc-kr"),
    "bomb": '<!DOCTYPE a [<!ENTITY b "' + "c" * 1000 + '"><!ENTITY d "' + "&b;" * 1000 + '">]><rss>&d;&d;&d;</rss>',
    "entity of this machine": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><rss><channel><title>&b;</title></channel></rss>',
    "links elsewhere": feed("file:///etc/passwd", "http://127.0.0.1/", "http://[::1]/", "javascript:x"),
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_feed_stops_nothing(tower: Tower, outlet: Outlet, server: WebServer, text: str) -> None:
    """Whatever a feed is, the round goes on to the next source, and what can be made out is read."""
    tower.sources = [source(server, "/odd"), source(server, "/rss")]
    server.answers["/odd"] = page(text.replace("{url}", server.url("").rstrip("/")))
    outlet.publish(2, OTHERS)
    tower.round()
    assert server.url("/news/2") in tower.documents()
    assert all(one.startswith(server.url("/news/")) for one in tower.documents())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (feed() + " " * 2_100_000, "fetch.too-large"),
        ("<rss version='2.0'><channel><item><title>기사</title></item></channel></rss>", "watch.no-links"),
        ("<html><body>점검 중입니다</body></html>", "feed.malformed"),
    ],
    ids=["too long", "no links", "no feed"],
)
def test_a_feed_that_gives_nothing_says_why(tower: Tower, server: WebServer, text: str, code: str) -> None:
    """A feed that is too long, links to nothing or is none is told with its reason."""
    server.answers["/rss"] = page(text)
    assert [problem.code for problem in tower.round().problems] == [code]


def test_a_sitemap_is_read_newest_first(tower: Tower, server: WebServer) -> None:
    """An index leads to its sitemaps; a page whose lastmod moves is read again and is a new version."""

    def sitemap(day: str) -> str:
        pages = ((1, "2026-03-01"), (2, day))
        entries = "".join(f"<url><loc>{server.url(f'/news/{n}')}</loc><lastmod>{d}</lastmod></url>" for n, d in pages)
        return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'

    index = f"<sitemapindex><sitemap><loc>{server.url('/map')}</loc></sitemap></sitemapindex>"
    server.answers |= {"/index": page(index), "/map": page(sitemap("2026-03-20"))}
    server.answers |= {"/news/1": page(article(OTHERS)), "/news/2": page(article(MEETING))}
    tower.sources = [source(server, "/index", Kind.SITEMAP, "/news/2")]
    assert tower.round().added == 1
    server.answers |= {"/map": page(sitemap("2026-03-21")), "/news/2": page(article(f"{MEETING} 둘은 악수했다."))}
    tower.pass_minutes(31)
    assert tower.round().added == 1
    assert tower.documents() == [server.url("/news/2")]


def test_a_page_of_links_is_a_list(tower: Tower, server: WebServer) -> None:
    """Of a front page the links that hold a given part are read, relative ones too, each once."""
    links = (
        '<a href="news/1#top">가</a><a href="/news/1">나</a><a href="/shop/2">다</a><a href="mailto:a@b.example">라</a>'
    )
    server.answers |= {"/": page(f"<html><body>{links}</body></html>"), "/news/1": page(article(OTHERS))}
    tower.sources = [source(server, "/", Kind.PAGE, "/news/")]
    assert tower.round().added == 1
    assert server.paths() == ["/", "/news/1"]


def test_a_page_by_itself_is_read_again_when_it_changes(tower: Tower, server: WebServer, desk: Kept) -> None:
    """A page without links is what is read; each change is a new version, and news are told once."""
    server.answers["/agenda"] = page(article(MEETING))
    tower.sources = [source(server, "/agenda", Kind.PAGE)]
    added = []
    for text in (MEETING, f"{MEETING} 둘은 악수했다."):
        server.answers["/agenda"] = page(article(text))
        for _ in range(2):
            added.append(tower.round().added)
            tower.pass_minutes(31)
    assert added == [1, 0, 1, 0]
    assert len(desk.values) == 1


def test_the_day_of_a_list_dates_a_page_that_has_none(
    tower: Tower, outlet: Outlet, desk: Kept, server: WebServer
) -> None:
    """A page that does not say when it was published has the day on which its feed says it was."""
    outlet.publish(1, MEETING)
    server.answers["/news/1"] = page(f"<html><body><p>{MEETING}</p></body></html>")
    tower.round()
    assert desk.values[0]["encounter"]["when"] == "2026-03-20"


def test_two_people_of_one_name_are_both_watched_and_told(tower: Tower, outlet: Outlet, desk: Kept) -> None:
    """A name that several have is told as a problem; nothing of either is missed."""
    tower.watched = [Watched(("백이솔",))]
    outlet.publish(1, "백이솔 나루은행 이사가 20일 서울에서 도윤서 한빛전자 대표를 만났다.")
    outlet.publish(2, "백이솔 해솔그룹 전무가 19일 부산에서 기연우 산업장관을 만났다.")
    done = tower.round()
    assert [problem.code for problem in done.problems] == ["watch.ambiguous"]
    assert len(desk.values) == 2


def test_news_wait_for_a_way_that_is_closed(tower: Tower, outlet: Outlet, desk: Kept) -> None:
    """What cannot be delivered one way is delivered the others, waits, and goes out in order later, once."""
    closed = Kept("closed")
    closed.fails = True
    tower.ways = [closed, desk]
    outlet.publish(1, MEETING)
    assert [problem.code for problem in tower.round().problems] == ["watch.undelivered"]
    outlet.publish(2, PLAN)
    tower.pass_minutes(31)
    assert [problem.code for problem in tower.round().problems] == ["watch.undelivered"]
    closed.fails = False
    tower.pass_minutes(31)
    assert tower.round().problems == []
    assert closed.titles() == desk.titles()
    assert len(desk.values) == 2


def test_a_kill_loses_and_repeats_nothing(tower: Tower, outlet: Outlet, desk: Kept, server: WebServer) -> None:
    """Killed while the second page is on its way, the watch takes up where it was: each page once, news once."""
    outlet.publish(1, MEETING)
    outlet.publish(2, PLAN)
    outlet.publish(3, OTHERS)
    second = server.answers["/news/2"]

    def killed(_: Asked) -> Iterator[bytes]:
        raise_in_client.append(True)
        yield from second(_)

    raise_in_client: list[bool] = []
    server.answers["/news/2"] = killed
    with tower.watcher() as watcher:
        fetch = watcher._watch.web.fetch

        def fetch_or_die(url: str, *rest: object) -> object:
            found = fetch(url, *rest)  # type: ignore[arg-type]
            if raise_in_client:
                raise KeyboardInterrupt
            return found

        watcher._watch.web.fetch = fetch_or_die  # type: ignore[method-assign]
        with pytest.raises(KeyboardInterrupt):
            watcher.round()
    server.answers["/news/2"] = second
    tower.round()
    assert sorted(server.paths()) == ["/news/1", "/news/2", "/news/2", "/news/3", "/rss", "/rss"]
    assert len(desk.values) == 2
    assert len(tower.documents()) == 3


def test_the_end_comes_between_two_pages(tower: Tower, outlet: Outlet, server: WebServer) -> None:
    """Somebody who wants the watch to end waits for one page at most; the next one reads the rest."""
    for number in (1, 2, 3):
        outlet.publish(number, OTHERS)
    with tower.watcher() as watcher:
        object.__setattr__(watcher._watch, "is_over", lambda: "/news/1" in server.paths())
        watcher._visitor._is_over = watcher._watch.is_over
        watcher.round()
    assert server.paths() == ["/rss", "/news/1"]
    tower.pass_minutes(31)
    tower.round()
    assert server.paths() == ["/rss", "/news/1", "/rss", "/news/2", "/news/3"]
    assert tower.moment > dt.datetime(2026, 3, 21, tzinfo=dt.UTC)
