"""Servers on this machine whose answers a test writes byte by byte, and a fetcher that may ask them."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from hoedong.fetch.addresses import AddressRules, Endpoint
from hoedong.fetch.fetcher import Fetcher, Surroundings
from hoedong.fetch.limits import Limits

LOOPBACK = "127.0.0.1"
INNER = "inner.example"
"""A name of a machine in a private network."""
NOW = dt.datetime(2026, 3, 11, 9, 0, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came in; names of headers are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""


Answer = Callable[[Asked], Iterable[bytes]]
"""The bytes of an answer, head and all, piece by piece."""


def page(body: str | bytes = "", status: str = "200 OK", **headers: str) -> Answer:
    """A plain answer; `content_type="text/plain"` becomes a header."""
    data = body.encode() if isinstance(body, str) else body
    stated = {"content_type": "text/html; charset=utf-8", "content_length": str(len(data)), **headers}
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in stated.items())]
    return lambda _: ["\r\n".join([*lines, "", ""]).encode(), data]


def redirect(location: str, status: str = "302 Found") -> Answer:
    """An answer that sends one elsewhere."""
    return page("", status, location=location)


@dataclass
class WebServer:
    """What a server answers under each path; any other is a 404. `asked` is what came in."""

    answers: dict[str, Answer]
    port: int = 0
    asked: list[Asked] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "news.example", scheme: str = "http") -> str:
        """An address of this server."""
        return f"{scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, in order, robots.txt apart."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]


@contextmanager
def serving(answers: dict[str, Answer] | None = None, tls: ssl.SSLContext | None = None) -> Iterator[WebServer]:
    """A server while the block lasts; every connection has a thread of its own."""
    listening = socket.create_server((LOOPBACK, 0))
    server = WebServer(answers or {}, listening.getsockname()[1])
    over = threading.Event()
    threading.Thread(target=_accept, args=(listening, server, tls, over), daemon=True).start()
    try:
        yield server
    finally:
        over.set()
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()


def _accept(listening: socket.socket, server: WebServer, tls: ssl.SSLContext | None, over: threading.Event) -> None:
    while not over.is_set():
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        threading.Thread(target=_converse, args=(connection, server, tls), daemon=True).start()


def _converse(connection: socket.socket, server: WebServer, tls: ssl.SSLContext | None) -> None:
    """Answer one request; whoever hangs up early, or greets a plain server in TLS, is let go."""
    connection.settimeout(10)
    with suppress(OSError, ValueError), connection:
        secured = tls.wrap_socket(connection, server_side=True) if tls else connection
        with secured:
            asked = _read(secured)
            server.asked.append(asked)
            for piece in server.answers.get(asked.path, page("", "404 Not Found"))(asked):
                secured.sendall(piece)


def _read(connection: socket.socket) -> Asked:
    received = b""
    while b"\r\n\r\n" not in received and (chunk := connection.recv(65536)):
        received += chunk
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", "0")) and (chunk := connection.recv(65536)):
        body += chunk
    method, path, _ = first.split(" ")
    return Asked(method, path, headers, body)


class Clock:
    """A clock that moves only when somebody sleeps; `slept` is how long, each time."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.moment = 1000.0

    def __call__(self) -> float:
        """Seconds."""
        return self.moment

    def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.slept.append(seconds)
        self.moment += seconds


def fetcher_for(
    *servers: WebServer, limits: Limits | None = None, tls: ssl.SSLContext | None = None, clock: Clock | None = None
) -> Fetcher:
    """A fetcher that may ask these servers under any name that ends in .example; it waits for nobody.

    With a `clock` it waits by that one.
    """
    around = Surroundings(resolve=_resolve, tls=tls, now=lambda: NOW)
    if clock is not None:
        around = Surroundings(resolve=_resolve, tls=tls, now=lambda: NOW, clock=clock, sleep=clock.sleep)
    exceptions = frozenset(Endpoint(LOOPBACK, server.port) for server in servers)
    return Fetcher(
        contact="desk@news.example",
        limits=limits or Limits(pace=0.0, seconds=5.0),
        rules=AddressRules(exceptions),
        surroundings=around,
    )


def _resolve(host: str) -> tuple[str, ...]:
    if host == INNER:
        return ("10.0.0.1",)
    if host.endswith(".example"):
        return (LOOPBACK,)
    raise OSError(f"no host {host}")
