"""Names of hosts to addresses, within the time that there is."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from threading import Thread

from hoedong.errors import FetchFailed
from hoedong.fetch.deadline import Deadline

Resolve = Callable[[str], tuple[str, ...]]
"""The addresses of a host.

Raises:
    OSError: it has none.
"""


def system_addresses(host: str) -> tuple[str, ...]:
    """The addresses that this machine knows a host by, each once, in the order in which they are to be tried."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def addresses_of(host: str, resolve: Resolve, deadline: Deadline) -> tuple[str, ...]:
    """Look a host up, in a thread of its own: the system waits for a slow server of names as long as it likes.

    Raises:
        FetchFailed: there is no such host, or looking it up takes too long.
    """
    if _is_address(host):
        return (host,)
    answers: SimpleQueue[tuple[str, ...] | OSError | UnicodeError] = SimpleQueue()
    Thread(target=_look_up, args=(host, resolve, answers), daemon=True).start()
    try:
        found = answers.get(timeout=deadline.remaining())
    except Empty:
        raise deadline.passed() from None
    if isinstance(found, Exception) or not found:
        raise FetchFailed("fetch.no-host", f"there is no host {host}", is_temporary=True)
    return found


def _look_up(host: str, resolve: Resolve, answers: SimpleQueue[tuple[str, ...] | OSError | UnicodeError]) -> None:
    try:
        answers.put(resolve(host))
    except (OSError, UnicodeError) as error:
        answers.put(error)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
