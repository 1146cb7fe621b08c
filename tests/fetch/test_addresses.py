"""Which addresses may be asked."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.errors import FetchRefused
from hoedong.fetch.addresses import AddressRules, Endpoint, why_refused

PRIVATE = [
    "0.0.0.1", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "168.63.129.16", "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "239.255.255.250",
    "240.0.0.1", "255.255.255.255", "::", "::1", "::7f00:1", "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1",
    "2001:db8::1", "4000::1",
]  # fmt: skip
PUBLIC = ["1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_refused(address: str) -> None:
    """Private, loopback, link-local, multicast and reserved addresses are refused on every port."""
    with pytest.raises(FetchRefused, match="which is not asked"):
        AddressRules().require_allowed(["1.1.1.1", address], 80, "news.example")


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_asked(address: str) -> None:
    """Public addresses are asked, also those beside a refused network."""
    AddressRules().require_allowed([address], 443, "news.example")


@given(st.ip_addresses(v=4))
def test_no_ipv4_address_hides_in_an_ipv6_address(inner: IPv4Address) -> None:
    """Mapped, compatible, translated (NAT64), 6to4 and Teredo addresses are refused, whatever they hide."""
    number = int(inner)
    disguises = [
        IPv6Address((0xFFFF << 32) | number),
        IPv6Address(number),
        IPv6Address((0xFFFF << 48) | number),
        IPv6Address((0x64FF9B << 96) | number),
        IPv6Address((0x2002 << 112) | (number << 80)),
        IPv6Address((0x20010000 << 96) | (number ^ 0xFFFFFFFF)),
    ]
    assert all(why_refused(one) for one in disguises)


@given(st.ip_addresses())
def test_no_address_that_python_calls_private_is_asked(address: IPv4Address | IPv6Address) -> None:
    """The table is at least as strict as the standard library."""
    if not address.is_global or address.is_multicast or address.is_reserved:
        assert why_refused(address) is not None


def test_an_address_of_one_link_is_refused() -> None:
    """A scope makes an address one of the machine's own links."""
    assert why_refused(ip_address("2606:4700::1111%eth0")) is not None


@pytest.mark.parametrize("port", [22, 25, 6379, 8080])
def test_other_ports_are_refused(port: int) -> None:
    """Only the ports of the web are asked."""
    with pytest.raises(FetchRefused, match="port"):
        AddressRules().require_port(port)
    with pytest.raises(FetchRefused, match="port"):
        AddressRules(frozenset((Endpoint("127.0.0.1", port),))).require_allowed(["1.1.1.1"], port, "news.example")


def test_an_exception_is_one_address_and_one_port() -> None:
    """What is named beside the rules opens itself, not another port or address of the machine."""
    rules = AddressRules(frozenset((Endpoint("127.0.0.1", 8000),)))
    rules.require_port(8000)
    rules.require_allowed(["127.0.0.1"], 8000, "news.example")
    for address, port in (("127.0.0.1", 80), ("127.0.0.2", 8000)):
        with pytest.raises(FetchRefused):
            rules.require_allowed([address], port, "news.example")
