"""Fetching: a page of the web, politely and safely, or one clear reason why not."""

from __future__ import annotations

import datetime as dt
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass

from hoedong.errors import FetchFailed, FetchRefused
from hoedong.fetch.addresses import AddressRules
from hoedong.fetch.answer import NO_VALIDATORS, Fetched, Validators
from hoedong.fetch.content_type import parse_content_type
from hoedong.fetch.deadline import Deadline
from hoedong.fetch.exchange import Answer, Exchanges, Request
from hoedong.fetch.limits import Limits, user_agent
from hoedong.fetch.names import Resolve, system_addresses
from hoedong.fetch.pace import Pace
from hoedong.fetch.retry_after import retry_after_seconds
from hoedong.fetch.robots import LARGEST_ROBOTS, Robots, RobotsAnswer
from hoedong.fetch.web_address import WebAddress, parse_web_address

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_BUSY = frozenset((429, 503))
_NOT_MODIFIED = 304
_FIRST_PAUSE = 2.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What fetching takes from the machine: names, certificates, clocks. Tests put their own servers here.

    `tls` is None for the certificates that the system trusts.
    """

    resolve: Resolve = system_addresses
    tls: ssl.SSLContext | None = None
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep


class Fetcher:
    """Asks for pages; several threads may use one, and share its pace and what it knows of robots.txt.

    >>> Fetcher(contact="desk@news.example").fetch("https://news.example/1")  # doctest: +SKIP
    """

    def __init__(
        self,
        *,
        contact: str | None = None,
        limits: Limits | None = None,
        rules: AddressRules | None = None,
        surroundings: Surroundings | None = None,
    ) -> None:
        """Nothing is asked yet; `contact` is for those who run the servers that will be."""
        self.limits = limits or Limits()
        self._around = around = surroundings or Surroundings()
        self._exchanges = Exchanges(rules or AddressRules(), around.resolve, around.tls, user_agent(contact))
        self._pace = Pace(self.limits.longest_wait, around.clock, around.sleep)
        self._robots = Robots(around.clock)

    def fetch(self, url: str, validators: Validators = NO_VALIDATORS) -> Fetched:
        """A page; with `validators` of an earlier answer, only if it is another one by now.

        Raises:
            FetchRefused: it is against the rules, those of its host among them.
            FetchFailed: its server does not answer as it should.
        """
        address = parse_web_address(url)
        for attempt in range(1, self.limits.attempts + 1):
            try:
                return self._visit(url, address, validators)
            except FetchFailed as error:
                pause = error.retry_after or _FIRST_PAUSE * 2 ** (attempt - 1)
                if not error.is_temporary or attempt == self.limits.attempts or pause > self.limits.longest_pace:
                    raise
                self._around.sleep(pause)
        raise AssertionError("at least one attempt is made")

    def post(self, url: str, body: bytes, content_type: str, headers: tuple[tuple[str, str], ...] = ()) -> None:
        """Send something; a redirect is an error, since what is sent goes where the user wrote and nowhere else.

        Raises:
            FetchRefused: the address may not be asked.
            FetchFailed: the server does not take it.
        """
        request = Request(parse_web_address(url), (("Content-Type", content_type), *headers), body)
        with self._exchanges.answer(request, self._deadline()) as answer:
            if not 200 <= answer.status < 300:
                raise self._bad_status(request.address, answer)

    def _deadline(self) -> Deadline:
        return Deadline(self.limits.seconds, self._around.clock)

    def _visit(self, url: str, address: WebAddress, validators: Validators) -> Fetched:
        """Follow redirects to a page; each host on the way is asked for its rules, and waited for once."""
        deadline, waited = self._deadline(), set[str]()
        for _ in range(self.limits.redirects + 1):
            gap = self._robots.gap(address, lambda robots: self._read_robots(robots, deadline))
            if address.host not in waited:
                deadline.extend(self._pace.wait(address.host, self._gap(gap)))
                waited.add(address.host)
            with self._exchanges.answer(Request(address, validators.headers()), deadline) as answer:
                if (there := _redirect(answer, address)) is None:
                    return self._fetched(url, address, answer, validators)
            address = there
        raise FetchRefused("fetch.redirects", f"{url} leads from page to page more than {self.limits.redirects} times")

    def _gap(self, crawl_delay: float) -> float:
        return min(max(crawl_delay, self.limits.pace), max(self.limits.longest_pace, self.limits.pace))

    def _fetched(self, url: str, address: WebAddress, answer: Answer, validators: Validators) -> Fetched:
        moment = self._around.now()
        if answer.status == _NOT_MODIFIED and validators != NO_VALIDATORS:
            return Fetched(url, str(address), b"", moment, validators=validators, is_unchanged=True)
        if answer.status != 200:
            raise self._bad_status(address, answer)
        kind = parse_content_type(answer.headers.get("content-type"))
        kind.require_readable()
        data = answer.body(self.limits.body)
        given = Validators(answer.headers.get("etag"), answer.headers.get("last-modified"))
        return Fetched(url, str(address), data, moment, kind, given)

    def _bad_status(self, address: WebAddress, answer: Answer) -> FetchFailed:
        """The error of an answer that brings no page; a host that is busy is left alone as long as it asks for."""
        is_temporary = answer.status >= 500 or answer.status in (408, 425, 429)
        wait = retry_after_seconds(answer.headers.get("retry-after"), self._around.now()) if is_temporary else None
        if answer.status in _BUSY and wait:
            self._pace.hold_off(address.host, wait)
        message = f"{address} answers with status {answer.status}"
        return FetchFailed("fetch.status", message, is_temporary=is_temporary, retry_after=wait)

    def _read_robots(self, address: WebAddress, deadline: Deadline) -> RobotsAnswer:
        for _ in range(self.limits.redirects + 1):
            with self._exchanges.answer(Request(address), deadline) as answer:
                if (there := _redirect(answer, address)) is None:
                    text = answer.start(LARGEST_ROBOTS) if answer.status == 200 else b""
                    return RobotsAnswer(answer.status, text.decode("utf-8", "replace"))
            address = there
        return RobotsAnswer(404)


def _redirect(answer: Answer, address: WebAddress) -> WebAddress | None:
    """Where an answer sends one, None where it is the answer itself."""
    location = answer.headers.get("location")
    return address.beside(_in_ascii(location)) if answer.status in _REDIRECTS and location else None


def _in_ascii(location: str) -> str:
    """A location whose other bytes are escaped one by one: many servers send Korean as it is, in their own encoding."""
    return "".join(letter if letter < "\x80" else f"%{ord(letter):02X}" for letter in location)
