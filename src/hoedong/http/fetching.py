"""Pages of the web that somebody asks the server for: only where it may, and a few at a time."""

from __future__ import annotations

from threading import BoundedSemaphore

from hoedong.fetch.answer import Fetched
from hoedong.fetch.fetcher import Fetcher
from hoedong.fetch.limits import Limits
from hoedong.http.security.refusal import Refusal
from hoedong.http.settings import Settings

AT_ONCE = 4
"""Pages that are on their way at a time, so that slow servers elsewhere do not take all threads of this one."""
LONGEST_WAIT = 10.0
"""Seconds that somebody waits for their turn at a host."""


class Fetching:
    """Fetches for everybody who comes in, with one pace for all of them."""

    def __init__(self, settings: Settings, fetcher: Fetcher | None = None) -> None:
        self._is_allowed = settings.allow_fetch
        self._fetcher = fetcher or Fetcher(contact=settings.contact, limits=Limits(longest_wait=LONGEST_WAIT))
        self._turns = BoundedSemaphore(AT_ONCE)

    def fetch(self, url: str) -> Fetched:
        """A page.

        Raises:
            Refusal: this server does not fetch, or has enough on its way.
            FetchError: the page is not had.
        """
        if not self._is_allowed:
            raise Refusal(403, "this server does not fetch pages; send the text")
        if not self._turns.acquire(blocking=False):
            raise Refusal(503, "other pages are being fetched; try again", {"Retry-After": "10"})
        try:
            return self._fetcher.fetch(url)
        finally:
            self._turns.release()
