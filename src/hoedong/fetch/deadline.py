"""The time that one page may take, from the first name looked up to the last byte, however the bytes come."""

from __future__ import annotations

import time
from collections.abc import Callable

from hoedong.errors import FetchFailed


class Deadline:
    """Runs from when it is made; a server that sends a byte now and then cannot stretch it."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._end = clock() + seconds

    def remaining(self) -> float:
        """Seconds that are left.

        Raises:
            FetchFailed: none are.
        """
        left = self._end - self._clock()
        if left <= 0:
            raise self.passed()
        return left

    def extend(self, seconds: float) -> None:
        """Do not count time that was spent waiting out of politeness."""
        self._end += seconds

    def passed(self) -> FetchFailed:
        """The error of a server that is too slow."""
        return FetchFailed("fetch.too-slow", f"it took longer than {self._seconds:g} seconds", is_temporary=True)
