"""Certificates: made for the host, by somebody who is trusted, or there is no connection."""

from __future__ import annotations

import ssl

import pytest
import trustme

from hoedong.errors import FetchFailed
from web_servers import fetcher_for, page, serving


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Somebody who makes certificates."""
    return trustme.CA()


def server_side(authority: trustme.CA, name: str) -> ssl.SSLContext:
    """A server with a certificate for a name."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def client_side(authority: trustme.CA) -> ssl.SSLContext:
    """Somebody who trusts the authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def test_a_good_certificate_is_taken(authority: trustme.CA) -> None:
    """A certificate for the host by a trusted authority makes a connection, checked by the name that was asked for."""
    with serving({"/": page("회동")}, server_side(authority, "news.example")) as server:
        fetched = fetcher_for(server, tls=client_side(authority)).fetch(server.url("/", scheme="https"))
        assert fetched.data.decode() == "회동"


def test_a_certificate_of_somebody_else_is_refused(authority: trustme.CA) -> None:
    """A certificate for another host is no certificate."""
    with serving({"/": page("회동")}, server_side(authority, "other.example")) as server:
        with pytest.raises(FetchFailed) as error:
            fetcher_for(server, tls=client_side(authority)).fetch(server.url("/", scheme="https"))
        assert error.value.code == "fetch.tls"
        assert server.asked == []


def test_a_self_made_certificate_is_refused(authority: trustme.CA) -> None:
    """What the system does not trust is not trusted."""
    with serving({"/": page("회동")}, server_side(authority, "news.example")) as server:
        with pytest.raises(FetchFailed, match="no safe connection"):
            fetcher_for(server).fetch(server.url("/", scheme="https"))
        assert server.asked == []


def test_plain_http_behind_https_is_refused(authority: trustme.CA) -> None:
    """A server without TLS is not asked without it."""
    with serving({"/": page("회동")}) as server, pytest.raises(FetchFailed):
        fetcher_for(server, tls=client_side(authority)).fetch(server.url("/", scheme="https"))
