"""robots.txt: what a host asks programs not to read (RFC 9309), remembered for a day."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from protego import Protego

from hoedong.errors import FetchFailed, FetchRefused
from hoedong.fetch.limits import PROJECT
from hoedong.fetch.web_address import WebAddress

KEPT_SECONDS = 24 * 3600.0
KEPT_UNREACHABLE_SECONDS = 600.0
"""A host whose rules cannot be had is asked for them again after ten minutes."""
LARGEST_ROBOTS = 512_000
"""Bytes of a robots.txt that are looked at; RFC 9309 asks for 500 kibibytes at least."""
MOST_ORIGINS = 2_000

ReadRobots = Callable[[WebAddress], "RobotsAnswer"]
"""Asks for a robots.txt, redirects followed."""


@dataclass(frozen=True, slots=True)
class RobotsAnswer:
    """What came back: a status and the text, cut off where it is too long."""

    status: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """Rules of an origin, or why they could not be had, which forbids all for a while."""

    rules: Protego | FetchFailed
    until: float


class Robots:
    """Rules of the origins that were asked lately."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._known: dict[str, _Known] = {}

    def gap(self, address: WebAddress, read: ReadRobots) -> float:
        """The Crawl-delay that a host asks for, 0 where it asks for none.

        Raises:
            FetchRefused: the address is not for programs.
            FetchFailed: the rules cannot be had, so that nothing of the host may be read for now.
        """
        found = self._rules(address, read)
        if isinstance(found, FetchFailed):
            raise FetchFailed(found.code, str(found), is_temporary=found.is_temporary, retry_after=found.retry_after)
        if not found.can_fetch(str(address), PROJECT):
            raise FetchRefused("fetch.robots", f"robots.txt of {address.host} asks programs not to read {address}")
        return float(found.crawl_delay(PROJECT) or 0.0)

    def _rules(self, address: WebAddress, read: ReadRobots) -> Protego | FetchFailed:
        now = self._clock()
        with self._lock:
            known = self._known.get(address.origin)
        if known is None or known.until <= now:
            known = self._asked(address, read, now)
            with self._lock:
                self._forget(now)
                self._known[address.origin] = known
        return known.rules

    def _asked(self, address: WebAddress, read: ReadRobots, now: float) -> _Known:
        try:
            answer = read(address.beside("/robots.txt"))
        except FetchFailed as error:
            return _Known(error, now + KEPT_UNREACHABLE_SECONDS)
        except FetchRefused as error:
            if error.code in ("fetch.address", "fetch.port"):
                raise
            return _Known(Protego.parse(""), now + KEPT_SECONDS)
        if answer.status >= 500 or answer.status == 429:
            return _Known(_kept_back(address, answer.status), now + KEPT_UNREACHABLE_SECONDS)
        return _Known(Protego.parse(answer.text), now + KEPT_SECONDS)

    def _forget(self, now: float) -> None:
        if len(self._known) >= MOST_ORIGINS:
            kept = sorted(self._known.items(), key=lambda one: one[1].until)[MOST_ORIGINS // 2 :]
            self._known = {origin: rules for origin, rules in kept if rules.until > now}


def _kept_back(address: WebAddress, status: int) -> FetchFailed:
    message = f"robots.txt of {address.host} answers with status {status}, so its pages are let be for now"
    return FetchFailed("fetch.robots-unreachable", message, is_temporary=True)
