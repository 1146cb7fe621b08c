"""Addresses of the web among the sources."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from hoedong.ingest.source import SourceItem, SourceProblem
from hoedong.record.codec import decode_value
from hoedong.record.record import Outcome
from hoedong.workspace import Workspace
from hoedong.workspace.adding import Added
from hoedong.workspace.fetching import Get, is_same_site, iter_documents, no_fetch
from hoedong.workspace.intake import Intake
from web_servers import WebServer, fetcher_for, page, redirect, serving

WORDS = "도윤서 한빛전자 대표가 20일 부산에서 기연우 산업장관을 만났다."
PLAIN = f"<p>{WORDS}</p>"


def html(body: str = PLAIN, head: str = "") -> str:
    """A page."""
    title = "<title>도윤서 대표, 기연우 장관 만나</title>"
    return f"<!doctype html><html><head>{title}{head}</head><body>{body}</body></html>"


@pytest.fixture
def server() -> Iterator[WebServer]:
    """A server without pages."""
    with serving() as found:
        yield found


@pytest.fixture
def get(server: WebServer) -> Get:
    """How its pages are fetched."""
    return fetcher_for(server).fetch


def only(url: str, get: Get) -> SourceItem:
    """The one document of an address."""
    (found,) = iter_documents([url], io.BytesIO(), get)
    assert isinstance(found, SourceItem), found
    return found


def test_files_and_addresses_come_in_order(server: WebServer, get: Get, tmp_path: Path) -> None:
    """What is named is read in its order, wherever it is."""
    (tmp_path / "a.txt").write_text("하나", encoding="utf-8")
    server.answers["/1"] = page(html("<p>둘</p>"))
    found = iter_documents([str(tmp_path / "a.txt"), server.url("/1"), "-"], io.BytesIO("셋".encode()), get)
    assert [one.text.split("\n")[-1] for one in found if isinstance(one, SourceItem)] == ["하나", "둘", "셋"]


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (html().encode("cp949"), "text/html"),
        (html().encode("cp949"), "text/html; charset=EUC-KR"),
        (html().encode("cp949"), "text/html; charset=utf-8"),
        (html().encode("cp949"), "text/html; charset=ISO-8859-1"),
        (html(head='<meta charset="euc-kr">').encode("cp949"), "text/html; charset=latin1"),
        (html(head='<meta charset="utf-8">').encode("cp949"), "text/html; charset=ks_c_5601-1987"),
        (html().encode("utf-8"), "text/html; charset=euc-kr"),
        (html().encode("utf-16"), "text/html"),
        (WORDS.encode("cp949"), "text/plain"),
        (PLAIN.encode("cp949"), "text/html"),
        (html().encode(), "application/octet-stream"),
    ],
    ids=str,
)
def test_korean_is_read_whatever_the_label(server: WebServer, get: Get, data: bytes, content_type: str) -> None:
    """EUC-KR without label, with a lying one, with that of a server that nobody set up, and UTF-8 called EUC-KR."""
    server.answers["/1"] = page(data, content_type=content_type)
    assert WORDS in only(server.url("/1"), get).text.splitlines()


def test_a_packed_page_is_unpacked(server: WebServer, get: Get) -> None:
    """Gzip is the server's matter."""
    server.answers["/1"] = page(gzip.compress(html().encode()), content_encoding="gzip")
    assert WORDS in only(server.url("/1"), get).text


def test_the_final_address_and_the_moment_are_kept(server: WebServer, get: Get, tmp_path: Path) -> None:
    """A redirected page has the address that it came from in the end; when it was had is kept beside the reading."""
    server.answers |= {"/short": redirect("/news/1"), "/news/1": page(html())}
    with Workspace(tmp_path / "record.db") as workspace:
        (added,) = workspace.add(server.url("/short"), get=get, published="2026-03-21")
        assert isinstance(added, Added)
        document = workspace.document(added.document)
        stored = workspace._store.ledger.reading(workspace._store.ledger.number(added.document) or 0)
    assert document.url == server.url("/news/1")
    assert document.source == server.url("/short")
    assert stored is not None
    assert decode_value(Intake, stored.intake).retrieved == "2026-03-11T09:00:00Z"


def test_a_page_that_changes_has_versions(server: WebServer, get: Get, tmp_path: Path) -> None:
    """The same address with the same text is unchanged, with another text a new version, marks of campaigns apart."""
    server.answers["/1"] = page(html())
    with Workspace(tmp_path / "record.db") as workspace:
        outcomes = [one.outcome for _ in range(2) for one in added(workspace, server.url("/1"), get)]
        server.answers["/1?utm_source=mail"] = page(html(f"<p>{WORDS}</p><p>두 사람은 악수했다.</p>"))
        outcomes += [one.outcome for one in added(workspace, server.url("/1?utm_source=mail"), get)]
    assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED, Outcome.NEW_VERSION]


def added(workspace: Workspace, url: str, get: Get) -> Iterator[Added]:
    """What became of the pages of an address."""
    for one in workspace.add(url, get=get, published="2026-03-21"):
        assert isinstance(one, Added), one
        yield one


@pytest.mark.parametrize(
    ("claimed", "kept"),
    [
        ("http://news.example:{port}/news/1", "http://news.example:{port}/news/1"),
        ("https://news.example/news/1", "https://news.example/news/1"),
        ("https://dawn.example/front", "http://m.news.example:{port}/1"),
        ("https://example/news/1", "http://m.news.example:{port}/1"),
        ("http://[", "http://m.news.example:{port}/1"),
    ],
)
def test_a_page_may_name_itself_within_its_site(server: WebServer, get: Get, claimed: str, kept: str) -> None:
    """A canonical address of the site counts; one of another site, whose page it would replace, does not."""
    link = f'<link rel="canonical" href="{claimed.format(port=server.port)}">'
    server.answers["/1"] = page(html(head=link))
    assert only(server.url("/1", "m.news.example"), get).url == kept.format(port=server.port)


def test_sites_are_told_apart() -> None:
    """Editions for telephones are of the site; a parent domain, or a host in an address that is none, is not."""
    assert is_same_site("https://www.news.example/", "http://m.news.example/1")
    assert not is_same_site("https://a.blogs.example/", "https://b.blogs.example/")
    assert not is_same_site("https://www.example/", "https://m.example.evil.example/")
    assert not is_same_site("about:blank", "about:blank")


@pytest.mark.parametrize(
    ("path", "code"), [("/gone", "fetch.status"), ("/picture", "fetch.type"), ("/empty", "source.empty")]
)
def test_what_is_not_had_is_a_problem_and_the_rest_goes_on(server: WebServer, get: Get, path: str, code: str) -> None:
    """One address that fails is told with its code, and the next one is read."""
    server.answers |= {"/picture": page(b"GIF8", content_type="image/gif"), "/empty": page(""), "/1": page(html())}
    problem, item = iter_documents([server.url(path), server.url("/1")], io.BytesIO(), get)
    assert isinstance(problem, SourceProblem)
    assert (problem.code, problem.location) == (code, server.url(path))
    assert isinstance(item, SourceItem)


def test_nothing_is_fetched_where_that_is_not_wanted(server: WebServer) -> None:
    """Without leave an address is a problem, and no server hears of it."""
    (problem,) = iter_documents([server.url("/1")], io.BytesIO(), no_fetch)
    assert isinstance(problem, SourceProblem)
    assert problem.code == "fetch.off"
    assert server.asked == []
