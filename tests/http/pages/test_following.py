"""Work that a browser follows: events as they come, the answer at the end, an accident told as one."""

from __future__ import annotations

from threading import Event

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from hoedong.http.pages.following import Tell, Work, followed, wants_events


def browser(work: Work) -> TestClient:
    """Asks a server that does this work."""

    async def view(request: Request) -> Response:
        return followed(work) if wants_events(request) else Response(status_code=406)

    return TestClient(Starlette(routes=[Route("/", view)]))


def told(work: Work) -> str:
    """All that is told of this work."""
    return browser(work).get("/", headers={"accept": "text/event-stream, text/html;q=0.9"}).text


def test_events_come_in_order_and_the_page_last() -> None:
    """What the work tells, then the page; lines within the page break no event."""

    def work(tell: Tell) -> Response:
        tell(("step", {"step": 1}))
        tell(("step", {"step": 2}))
        return HTMLResponse("<p>\n한 줄</p>", 422)

    assert told(work) == (
        'event: step\ndata: {"step":1}\n\nevent: step\ndata: {"step":2}\n\n'
        'event: page\ndata: {"status":422,"html":"<p>\\n한 줄</p>"}\n\n'
    )


def test_an_answer_elsewhere_is_told_as_its_address() -> None:
    """A redirect leads on."""
    assert told(lambda _: RedirectResponse("/article/d1", 303)) == 'event: done\ndata: {"location":"/article/d1"}\n\n'


def test_an_accident_ends_the_stream_without_a_page() -> None:
    """What went wrong reaches the server's log, and the browser is not told that anything is done."""
    was_reached = Event()

    def work(tell: Tell) -> Response:
        tell(("step", {"step": 1}))
        was_reached.set()
        raise RuntimeError("an accident")

    with pytest.raises(RuntimeError, match="an accident"):
        told(work)
    assert was_reached.is_set()


def test_who_cannot_follow_does_not() -> None:
    """A browser without scripts asks for a page."""
    assert browser(lambda _: HTMLResponse("")).get("/", headers={"accept": "text/html,*/*;q=0.8"}).status_code == 406
