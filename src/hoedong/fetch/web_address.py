"""An address on the web, taken apart and made fit to be sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

from hoedong.errors import FetchRefused

LONGEST_ADDRESS = 4000
"""Characters; more is no address that anybody links to."""

_PORTS = {"http": 80, "https": 443}
_KEPT = "/%:=&?~#+!$,;'@()*[]"
"""What stands in paths and queries for itself; anything else is written as %XX."""

_OPENS_AN_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|\d+)\.?", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether a text names a page of the web rather than a file."""
    return _OPENS_AN_ADDRESS.match(text) is not None


@dataclass(frozen=True, slots=True)
class WebAddress:
    """Where to connect to, and what to ask for there. `host` is a name in ASCII or an address without brackets."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: https://news.example."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    def __str__(self) -> str:
        """The whole address, without a fragment."""
        return self.origin + self.target

    def beside(self, location: str) -> WebAddress:
        """Where a redirect leads.

        Raises:
            FetchRefused: it is no address on the web.
        """
        return parse_web_address(urljoin(str(self), location))


def parse_web_address(text: str) -> WebAddress:
    """Take an address apart.

    Raises:
        FetchRefused: it is no address of http or https, or one that is written to deceive.
    """
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _refused(text, f"it is no address ({error})") from None
    if parts.scheme.lower() not in _PORTS:
        raise _refused(text, "only http and https addresses are asked")
    if len(text) > LONGEST_ADDRESS:
        raise _refused(text, f"it is longer than {LONGEST_ADDRESS:,} characters")
    if "@" in parts.netloc:
        raise _refused(text, "it holds a user name or a password")
    target = _escaped(parts.path or "/") + (f"?{_escaped(parts.query)}" if parts.query else "")
    scheme = parts.scheme.lower()
    return WebAddress(scheme, _plain_host(host, text), _PORTS[scheme] if port is None else port, target)


def _escaped(part: str) -> str:
    return quote(part, safe=_KEPT, errors="replace")


def _plain_host(host: str, text: str) -> str:
    """The host in ASCII; a number must be an address as everybody writes it, not 2130706433, 0x7f.1 or 127.1."""
    if ":" in host:
        return _plain_ipv6(host, text)
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise _refused(text, "its host is no name") from None
    if not re.fullmatch(r"[a-z0-9._-]+", name):
        raise _refused(text, "its host is no name")
    if _NUMBER.fullmatch(name.rstrip(".").rpartition(".")[2] + "."):
        try:
            return str(IPv4Address(name))
        except AddressValueError:
            raise _refused(text, "its host is a number that is no plain address") from None
    return name


def _plain_ipv6(host: str, text: str) -> str:
    try:
        address = IPv6Address(host)
    except AddressValueError:
        raise _refused(text, "its host is no address") from None
    if address.scope_id:
        raise _refused(text, "its host is an address of one link")
    return str(address)


def _refused(text: str, why: str) -> FetchRefused:
    shown = text if len(text) < 200 else f"{text[:200]}…"
    return FetchRefused("fetch.not-an-address", f"{shown!r} is not asked: {why}")
