"""Which addresses of the internet may be asked: public ones alone, and none that hides another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from hoedong.errors import FetchRefused
from hoedong.rules.lexicon_file import load_lexicon

_PUBLIC_IPV6 = IPv6Network("2000::/3")
WEB_PORTS = frozenset((80, 443))

Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address and a port that may be asked although the rules forbid it, such as a server of one's own."""

    address: str
    port: int


@dataclass(frozen=True, slots=True)
class AddressRules:
    """Whom one may connect to: public addresses on the ports of the web, and what is named beside.

    `exceptions` are endpoints that are allowed all the same. With `allows_private` every address and every port is
    allowed; that is for addresses that the user of the machine writes down, never for those that a page names.
    """

    exceptions: frozenset[Endpoint] = frozenset()
    allows_private: bool = False

    def require_port(self, port: int) -> None:
        """Refuse a port before any name is looked up.

        Raises:
            FetchRefused: nothing on this port may be asked.
        """
        if port not in WEB_PORTS and not self.allows_private and all(one.port != port for one in self.exceptions):
            raise _wrong_port(port)

    def require_allowed(self, addresses: Sequence[str], port: int, host: str) -> None:
        """Refuse a name of which any address may not be asked.

        Raises:
            FetchRefused: an address is not public; the message says what it is, but not which.
        """
        for address in addresses:
            if self.allows_private or Endpoint(address, port) in self.exceptions:
                continue
            if what := why_refused(ip_address(address)):
                raise FetchRefused("fetch.address", f"{host} leads to {what}, which is not asked")
            if port not in WEB_PORTS:
                raise _wrong_port(port)


def _wrong_port(port: int) -> FetchRefused:
    return FetchRefused("fetch.port", f"port {port} is none of the web; only 80 and 443 are asked")


def why_refused(address: Address) -> str | None:
    """What an address is that may not be asked, None where it may: "a private network"."""
    if isinstance(address, IPv6Address) and address.scope_id:
        return "of one link"
    for network, what in _refused_networks():
        if address.version == network.version and address in network:
            return what
    if isinstance(address, IPv6Address) and address not in _PUBLIC_IPV6:
        return "no public address"
    return None


@cache
def _refused_networks() -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    table = load_lexicon(files("hoedong.fetch") / "refused_networks.tsv", ("network", "what", "source"))
    return tuple((ip_network(row["network"]), row["what"]) for row in table)
