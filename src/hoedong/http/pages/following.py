"""Work that a browser follows while it goes on: server-sent events, and at the end the page that it would have got.

The stream is the answer to the request that asked for the work, so that nothing has to be kept for it anywhere.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

EVENTS = "text/event-stream"

Event = tuple[str, dict[str, Any]]
"""The name of an event and its data."""

Tell = Callable[[Event], None]
Work = Callable[[Tell], Response]
"""Does something, tells events while it does, and gives the answer that a browser without scripts would get."""


def wants_events(request: Request) -> bool:
    """Whether whoever asks can follow."""
    return EVENTS in request.headers.get("accept", "")


def followed(work: Work) -> Response:
    """The events of some work as they come, then its answer as one more."""
    return StreamingResponse(_events(work), media_type=EVENTS, headers={"X-Accel-Buffering": "no"})


async def _events(work: Work) -> AsyncIterator[bytes]:
    waiting: asyncio.Queue[Event | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def tell(event: Event | None) -> None:
        loop.call_soon_threadsafe(waiting.put_nowait, event)

    def do() -> None:
        try:
            tell(_last(work(tell)))
        finally:
            tell(None)

    doing = asyncio.ensure_future(run_in_threadpool(do))
    while (event := await waiting.get()) is not None:
        yield written(event)
    await doing


def _last(answer: Response) -> Event:
    """Where the browser is to go, or the page that it is to show."""
    if (location := answer.headers.get("location")) is not None:
        return "done", {"location": location}
    return "page", {"status": answer.status_code, "html": bytes(answer.body).decode()}


def written(event: Event) -> bytes:
    r"""An event on the wire.

    >>> written(("step", {"step": 1}))
    b'event: step\ndata: {"step":1}\n\n'
    """
    name, data = event
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n\n".encode()
