"""One's turn at a host: a while between two pages."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from hoedong.errors import FetchFailed

MOST_HOSTS = 10_000
"""Hosts that are remembered; those whose turn has long come are forgotten first."""


class Pace:
    """Gives out turns; several threads may ask for one."""

    def __init__(
        self,
        longest_wait: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._longest_wait = longest_wait
        self._clock = clock
        self._sleep = sleep
        self._lock = Lock()
        self._next: dict[str, float] = {}

    def wait(self, host: str, gap: float) -> float:
        """Wait for one's turn at a host, and keep it from others for `gap` seconds; how long one waited.

        Raises:
            FetchFailed: it would take too long.
        """
        with self._lock:
            now = self._clock()
            turn = max(now, self._next.get(host, now))
            if turn - now > self._longest_wait:
                raise self._too_long(host, turn - now)
            self._forget(now)
            self._next[host] = turn + gap
        if turn > now:
            self._sleep(turn - now)
        return turn - now

    def hold_off(self, host: str, seconds: float) -> None:
        """Leave a host alone for a while, as it asked."""
        with self._lock:
            self._next[host] = max(self._next.get(host, 0.0), self._clock() + seconds)

    def _too_long(self, host: str, seconds: float) -> FetchFailed:
        message = f"{host} wants to be left alone for {seconds:.0f} more seconds"
        return FetchFailed("fetch.held-off", message, is_temporary=True, retry_after=seconds)

    def _forget(self, now: float) -> None:
        if len(self._next) >= MOST_HOSTS:
            self._next = {host: turn for host, turn in self._next.items() if turn > now}
