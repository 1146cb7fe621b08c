"""How often a client may do something: a bucket of tokens that fills at a steady rate."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from hoedong.http.security.refusal import Refusal
from hoedong.http.settings import Rate

MOST_CLIENTS = 10_000
"""Clients whose buckets are remembered; the one that was seen least recently is forgotten first."""


class Buckets:
    """A bucket for every client, held in memory."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._lock = Lock()
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def seconds_to_wait(self, client: str) -> float:
        """Take a token of a client: 0 where there was one, else the seconds until there is."""
        with self._lock:
            now = self._clock()
            tokens, seen = self._buckets.pop(client, (float(self._rate.burst), now))
            tokens = min(float(self._rate.burst), tokens + (now - seen) * self._rate.per_second)
            missing = max(0.0, 1 - tokens)
            self._buckets[client] = (tokens if missing else tokens - 1, now)
            if len(self._buckets) > MOST_CLIENTS:
                self._buckets.popitem(last=False)
        return missing / self._rate.per_second

    def require(self, client: str, what: str) -> None:
        """Take a token of a client.

        Raises:
            Refusal: there was none.
        """
        seconds = self.seconds_to_wait(client)
        if seconds:
            raise Refusal(429, f"too many {what}; try again later", {"Retry-After": str(math.ceil(seconds))})
