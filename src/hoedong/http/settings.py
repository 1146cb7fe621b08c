"""What a server is told when it starts: which record, where to listen, who may come in, how much at once."""

from __future__ import annotations

import datetime as dt
import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from hoedong.errors import UsageError

Clock = Callable[[], dt.datetime]
LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")
DEFAULT_PORT = 8737
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a client may do something: so many a second in the long run, `burst` at once."""

    per_second: float
    burst: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one client may ask for.

    `body` bounds a request in bytes, `upload` one that sends a file or a text to read. `requests` bounds all requests
    of a client, `readings` those that have a text read or a page fetched, `exports` those that write out the record or
    derive it as of another day, `logins` attempts at the token. `replayed` is the most documents of a record that is
    derived as of another day; `readers` how many questions are answered at once.
    """

    body: int = MEGABYTE
    upload: int = 10 * MEGABYTE
    requests: Rate = Rate(100, 1000)
    readings: Rate = Rate(1, 30)
    exports: Rate = Rate(0.5, 20)
    logins: Rate = Rate(0.2, 10)
    replayed: int = 2_000
    readers: int = 4
    wait_seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What a server needs to know.

    `record` is the path of the record, None for the usual one. `hosts` are names beside those of the machine itself
    under which the server may be called. `token` is the password of everybody who may come in; None asks for none,
    which only a loopback address allows. `user_header` is a header in which a reverse proxy names the user that it has
    let in; it counts only in requests from `proxies`. `is_https` says that browsers come over TLS. With `allow_fetch`
    the server may fetch pages from the web, and names `contact` to those who run them. `languages` of the pages, the
    first where the browser asks for no other.
    `clock` dates judgements and briefs.
    """

    record: str | Path | None = None
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    hosts: tuple[str, ...] = ()
    token: str | None = None
    user_header: str | None = None
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    is_https: bool = False
    allow_fetch: bool = False
    contact: str | None = None
    languages: tuple[str, ...] = ("ko", "en")
    clock: Clock = lambda: dt.datetime.now(dt.UTC)
    limits: Limits = field(default_factory=Limits)

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The names, without ports, under which the server answers."""
        own = () if is_wildcard(self.host) else (self.host,)
        return frozenset(name.lower().strip("[]") for name in (*LOOPBACK_NAMES, *own, *self.hosts))

    def require_safe(self) -> None:
        """Refuse to be reachable from elsewhere without knowing who comes in.

        Raises:
            UsageError: the address is no loopback address, and there is neither a token nor a header of a proxy.
        """
        if not (is_loopback(self.host) or self.token or self.user_header):
            raise UsageError(
                f"{self.host} can be reached from other machines; give a --token, or a --user-header of a reverse "
                "proxy, or listen on 127.0.0.1"
            )
        if self.token is not None and len(self.token) < SHORTEST_TOKEN:
            raise UsageError(f"a token has at least {SHORTEST_TOKEN} characters; `openssl rand -hex 16` makes one")


SHORTEST_TOKEN = 16
"""Characters of a token: fewer could be guessed."""


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine alone."""
    name = host.strip("[]")
    if name.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def is_wildcard(host: str) -> bool:
    """Whether an address means all addresses of the machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_unspecified
    except ValueError:
        return not host
