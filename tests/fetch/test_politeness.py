"""How hosts are treated: asked for their rules, one page at a time, nothing twice, and left alone when they ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong import __version__
from hoedong.errors import FetchFailed, FetchRefused, UsageError
from hoedong.fetch.answer import Validators
from hoedong.fetch.limits import Limits, user_agent
from hoedong.fetch.pace import Pace
from hoedong.fetch.retry_after import retry_after_seconds
from hoedong.fetch.robots import Robots, RobotsAnswer
from hoedong.fetch.web_address import WebAddress, parse_web_address
from web_servers import NOW, Answer, Asked, Clock, fetcher_for, page, redirect, serving

POLITE = Limits(pace=2.0)


def in_turn(*answers: Answer) -> Answer:
    """Another answer each time, the last one for good."""
    left = list(answers)

    def answer(asked: Asked) -> Iterable[bytes]:
        return (left.pop(0) if len(left) > 1 else left[0])(asked)

    return answer


def test_who_asks_says_so() -> None:
    """The User-Agent names the program, its version and whom to write to, and nothing pretends to be a browser."""
    with serving({"/": page("회동")}) as server:
        fetcher_for(server).fetch(server.url("/"))
        (_, asked) = server.asked
    assert asked.headers["user-agent"] == f"hoedong/{__version__} (+desk@news.example)"
    assert set(asked.headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert user_agent() == f"hoedong/{__version__}"


@pytest.mark.parametrize("contact", ["a\r\nX: y", "기자", "a)", "a" * 300])
def test_a_contact_is_one_plain_line(contact: str) -> None:
    """Nothing can be put into the headers by way of the contact."""
    with pytest.raises(UsageError):
        user_agent(contact)


def test_robots_txt_is_kept() -> None:
    """What a host asks programs not to read is not read; its rules are asked for once."""
    robots = page("User-agent: *\nDisallow: /private\nAllow: /private/press\n", content_type="text/plain")
    with serving({"/robots.txt": robots, "/private/press": page("a"), "/private/b": page("b")}) as server:
        fetcher = fetcher_for(server)
        fetcher.fetch(server.url("/private/press"))
        with pytest.raises(FetchRefused) as error:
            fetcher.fetch(server.url("/private/b"))
        assert error.value.code == "fetch.robots"
        assert [one.path for one in server.asked] == ["/robots.txt", "/private/press"]


def test_rules_for_this_program_go_before_rules_for_all() -> None:
    """A group that names hoedong counts for it alone."""
    robots = page("User-agent: *\nDisallow: /\n\nUser-agent: hoedong\nDisallow: /no\n")
    with serving({"/robots.txt": robots, "/yes": page("a"), "/no": page("b")}) as server:
        fetcher = fetcher_for(server)
        fetcher.fetch(server.url("/yes"))
        with pytest.raises(FetchRefused):
            fetcher.fetch(server.url("/no"))


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "401 Unauthorized"])
def test_without_rules_all_may_be_read(status: str) -> None:
    """A host without a robots.txt forbids nothing."""
    with serving({"/robots.txt": page("User-agent: *\nDisallow: /", status), "/": page("회동")}) as server:
        assert fetcher_for(server).fetch(server.url("/")).data


@pytest.mark.parametrize("status", ["500 Oops", "503 Busy", "429 Too Many Requests"])
def test_where_the_rules_cannot_be_had_nothing_is_read(status: str) -> None:
    """A host that fails to give its rules is let be for ten minutes, then asked again."""
    clock = Clock()
    answers = {"/robots.txt": in_turn(page("", status), page("")), "/": page("회동")}
    with serving(answers) as server:
        fetcher = fetcher_for(server, clock=clock, limits=POLITE)
        for _ in range(2):
            with pytest.raises(FetchFailed) as error:
                fetcher.fetch(server.url("/"))
            assert error.value.code == "fetch.robots-unreachable"
        assert [one.path for one in server.asked] == ["/robots.txt"]
        clock.sleep(601)
        assert fetcher.fetch(server.url("/")).data


@given(st.binary(max_size=300))
@settings(max_examples=50)
def test_any_robots_txt_forbids_or_allows(rules: bytes) -> None:
    """Whatever stands in a robots.txt, there is an answer."""

    def read(_: WebAddress) -> RobotsAnswer:
        return RobotsAnswer(
            200, (b"User-agent: *\n%b\nCrawl-delay: %b" % (rules, rules[:9])).decode("utf-8", "replace")
        )

    with suppress(FetchRefused):
        assert Robots().gap(parse_web_address("http://news.example/a?b=c"), read) >= 0


def test_the_host_that_a_redirect_leads_to_has_rules_too() -> None:
    """A page is not read by way of another host that its own host forbids to read."""
    with serving({"/robots.txt": page("User-agent: *\nDisallow: /")}) as closed, serving() as server:
        server.answers["/"] = redirect(closed.url("/", "closed.example"))
        with pytest.raises(FetchRefused) as error:
            fetcher_for(server, closed).fetch(server.url("/"))
        assert error.value.code == "fetch.robots"
        assert closed.paths() == []


def test_an_endless_robots_txt_is_read_as_far_as_the_standard_asks() -> None:
    """The first 500 kilobytes of rules count."""
    rules = b"User-agent: *\nDisallow: /no\n" + b"# filler\n" * 200_000
    with serving({"/robots.txt": page(rules), "/no": page("a"), "/yes": page("b")}) as server:
        fetcher = fetcher_for(server)
        assert fetcher.fetch(server.url("/yes")).data
        with pytest.raises(FetchRefused):
            fetcher.fetch(server.url("/no"))


def test_pages_of_a_host_come_two_seconds_apart() -> None:
    """The second page of a host waits, that of another does not; a redirect within the host is one visit."""
    clock = Clock()
    answers = {"/a": page("a"), "/b": redirect("/a")}
    with serving(answers) as server, serving(answers) as other:
        fetcher = fetcher_for(server, other, clock=clock, limits=POLITE)
        fetcher.fetch(server.url("/a"))
        fetcher.fetch(other.url("/a", "other.example"))
        assert clock.slept == []
        fetcher.fetch(server.url("/b"))
        assert clock.slept == [2.0]


@pytest.mark.parametrize(
    ("asked", "kept"),
    [("7", 7.0), ("1", 2.0), ("86400", 60.0), ("inf", 2.0), ("nan", 2.0), ("-9", 2.0), ("soon", 2.0)],
)
def test_a_crawl_delay_is_kept_up_to_a_limit(asked: str, kept: float) -> None:
    """A host may ask for more time between pages, up to a minute."""
    clock = Clock()
    with serving({"/robots.txt": page(f"User-agent: *\nCrawl-delay: {asked}\n"), "/": page("a")}) as server:
        fetcher = fetcher_for(server, clock=clock, limits=POLITE)
        fetcher.fetch(server.url("/"))
        fetcher.fetch(server.url("/"))
        assert clock.slept == [kept]


def test_waiting_out_of_politeness_does_not_count_as_slow() -> None:
    """The time for a page runs only while its servers work."""
    clock = Clock()
    with serving({"/robots.txt": page("User-agent: *\nCrawl-delay: 50\n"), "/": page("a")}) as server:
        fetcher = fetcher_for(server, clock=clock, limits=Limits(seconds=20.0))
        fetcher.fetch(server.url("/"))
        assert fetcher.fetch(server.url("/")).data == b"a"


def test_one_who_would_wait_too_long_is_told() -> None:
    """Turns are given out one after the other; a queue that is too long turns others away."""
    clock = Clock()
    pace = Pace(5.0, clock, lambda _: None)
    assert [pace.wait("news.example", 2.0) for _ in range(3)] == [0.0, 2.0, 4.0]
    with pytest.raises(FetchFailed) as error:
        pace.wait("news.example", 2.0)
    assert error.value.retry_after == pytest.approx(6.0)


def test_a_page_that_has_not_changed_is_not_sent_again() -> None:
    """What the server gave with a page goes back with the next question, and 304 brings no bytes."""

    def answer(asked: Asked) -> Iterator[bytes]:
        is_known = asked.headers.get("if-none-match") == '"v1"' and "if-modified-since" in asked.headers
        given = (
            page("", "304 Not Modified") if is_known else page("회동", etag='"v1"', last_modified="Tue, 10 Mar 2026")
        )
        yield from given(asked)

    with serving({"/": answer}) as server:
        fetcher = fetcher_for(server)
        first = fetcher.fetch(server.url("/"))
        again = fetcher.fetch(server.url("/"), first.validators)
    assert first.validators == Validators('"v1"', "Tue, 10 Mar 2026")
    assert (first.is_unchanged, again.is_unchanged) == (False, True)
    assert again.data == b""
    assert again.validators == first.validators


def test_a_busy_host_is_left_alone_as_long_as_it_asks() -> None:
    """429 with Retry-After is told, and all pages of the host wait."""
    clock = Clock()
    busy = page("", "429 Too Many Requests", retry_after="30")
    with serving({"/a": busy, "/b": page("b")}) as server:
        fetcher = fetcher_for(server, clock=clock, limits=POLITE)
        with pytest.raises(FetchFailed) as error:
            fetcher.fetch(server.url("/a"))
        assert (error.value.code, error.value.retry_after, error.value.is_temporary) == ("fetch.status", 30.0, True)
        fetcher.fetch(server.url("/b"))
        assert clock.slept == [30.0]


def test_a_failing_page_is_tried_again_where_that_is_asked_for() -> None:
    """Three attempts with growing pauses; an error that will not pass is tried once."""
    clock = Clock()
    failing = in_turn(page("", "503 Busy"), page("", "500 Oops"), page("회동"))
    with serving({"/": failing, "/gone": page("", "404 Not Found")}) as server:
        fetcher = fetcher_for(server, clock=clock, limits=Limits(pace=0.0, attempts=3))
        assert fetcher.fetch(server.url("/")).data.decode() == "회동"
        assert clock.slept == [2.0, 4.0]
        with pytest.raises(FetchFailed):
            fetcher.fetch(server.url("/gone"))
        assert server.paths() == ["/", "/", "/", "/gone"]


def test_a_long_pause_is_left_to_the_caller() -> None:
    """Nobody sits and waits for an hour because a server says so."""
    clock = Clock()
    with serving({"/": page("", "503 Busy", retry_after="3600")}) as server:
        fetcher = fetcher_for(server, clock=clock, limits=Limits(attempts=3))
        with pytest.raises(FetchFailed) as error:
            fetcher.fetch(server.url("/"))
        assert error.value.retry_after == 3600.0
        assert clock.slept == []


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0), ("0", 0.0), ("Wed, 11 Mar 2026 09:01:00 GMT", 60.0), ("Wed, 11 Mar 2026 08:00:00 GMT", 0.0),
        ("99999999999999", 86400.0), ("-5", None), ("soon", None), ("", None), (None, None), ("١٢", None),
    ],
)  # fmt: skip
def test_retry_after_is_a_number_or_a_date(header: str | None, seconds: float | None) -> None:
    """Both forms count, none for longer than a day; anything else says nothing."""
    assert retry_after_seconds(header, NOW) == seconds


def test_what_is_sent_goes_where_it_was_written() -> None:
    """A POST brings its body and its headers, follows no redirect, and a refusal of the server is an error."""
    with serving({"/": page("", "204 No Content", content_length="0"), "/moved": redirect("/")}) as server:
        fetcher = fetcher_for(server)
        fetcher.post(server.url("/"), b'{"a":1}', "application/json", (("Idempotency-Key", "r1"),))
        with pytest.raises(FetchFailed, match="302"):
            fetcher.post(server.url("/moved"), b"", "text/plain")
        sent, moved = server.asked
    assert (sent.method, sent.body, sent.headers["idempotency-key"]) == ("POST", b'{"a":1}', "r1")
    assert moved.path == "/moved"


def test_an_answer_carries_when_it_came() -> None:
    """The moment of retrieval is in UTC, by the clock of the surroundings."""
    with serving({"/": page("회동", content_type='text/html; charset="EUC-KR"')}) as server:
        fetched = fetcher_for(server).fetch(server.url("/"))
    assert fetched.retrieved == dt.datetime(2026, 3, 11, 9, 0, tzinfo=dt.UTC)
    assert fetched.content_type.charset == "EUC-KR"
