"""Connections that lead only where they may, and that end when their time is over.

A name is looked up once; its addresses are checked, and the connection is made to what was checked. Whatever the name
is pointed at a moment later (DNS rebinding) is never asked.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import httpcore2

from hoedong.errors import FetchFailed
from hoedong.fetch.addresses import AddressRules
from hoedong.fetch.deadline import Deadline
from hoedong.fetch.names import Resolve, addresses_of


class CheckedNetwork(httpcore2.NetworkBackend):
    """How the HTTP client reaches the network: no proxy, no environment, no other address than the checked ones."""

    def __init__(self, rules: AddressRules, resolve: Resolve, deadline: Deadline) -> None:
        self._rules = rules
        self._resolve = resolve
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of a host that answers.

        Raises:
            FetchRefused: an address of the host may not be asked.
            FetchFailed: no address answers.
        """
        del timeout, local_address, socket_options
        addresses = addresses_of(host, self._resolve, self._deadline)
        self._rules.require_allowed(addresses, port, host)
        return TimedStream(self._first_to_answer(addresses, host, port), host, self._deadline)

    def _first_to_answer(self, addresses: tuple[str, ...], host: str, port: int) -> socket.socket:
        reason: OSError | None = None
        for address in addresses:
            try:
                found = socket.create_connection((address, port), timeout=self._deadline.remaining())
            except OSError as error:
                reason = error
            else:
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return found
        self._deadline.remaining()  # where time ran out, that is what is told
        raise FetchFailed("fetch.no-answer", f"{host} does not answer ({reason})", is_temporary=True) from reason


class TimedStream(httpcore2.NetworkStream):
    """One connection; every step of it has only what is left of the time for the whole."""

    def __init__(self, connected: socket.socket, host: str, deadline: Deadline) -> None:
        self._socket = connected
        self._host = host
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes; none at the end."""
        del timeout
        self._socket.settimeout(self._deadline.remaining())
        try:
            return self._socket.recv(max_bytes)
        except TimeoutError:
            raise self._deadline.passed() from None
        except OSError as error:
            raise self._broken(error) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all bytes."""
        del timeout
        left = memoryview(buffer)
        try:
            while left:
                self._socket.settimeout(self._deadline.remaining())
                left = left[self._socket.send(left) :]
        except TimeoutError:
            raise self._deadline.passed() from None
        except OSError as error:
            raise self._broken(error) from error

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Continue under TLS; the certificate must be that of the host that was asked for.

        Raises:
            FetchFailed: it is not, or nobody known vouches for it.
        """
        del timeout
        self._socket.settimeout(self._deadline.remaining())
        try:
            self._socket = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname)
        except TimeoutError:
            self.close()
            raise self._deadline.passed() from None
        except (OSError, ValueError) as error:
            self.close()
            raise _untrusted(self._host, error) from error
        return self

    def close(self) -> None:
        """End the connection."""
        with suppress(OSError):
            self._socket.close()

    def get_extra_info(self, info: str) -> Any:
        """What the HTTP client wants to know of the connection."""
        return self._socket if info == "ssl_object" and isinstance(self._socket, ssl.SSLSocket) else None

    def _broken(self, error: OSError) -> FetchFailed:
        return FetchFailed("fetch.broken-off", f"the connection to {self._host} broke ({error})", is_temporary=True)


def _untrusted(host: str, error: Exception) -> FetchFailed:
    reason = getattr(error, "verify_message", None) or getattr(error, "reason", None) or error
    return FetchFailed("fetch.tls", f"no safe connection to {host}: {reason}")
