"""One request and its answer, over a connection of its own."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore2

from hoedong.errors import FetchFailed
from hoedong.fetch.addresses import AddressRules
from hoedong.fetch.connection import CheckedNetwork
from hoedong.fetch.deadline import Deadline
from hoedong.fetch.inflating import ACCEPTED, read_limited, read_start, too_large
from hoedong.fetch.names import Resolve
from hoedong.fetch.web_address import WebAddress

Headers = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a server. With a `body` it is a POST."""

    address: WebAddress
    headers: Headers = ()
    body: bytes | None = None


class Answer:
    """The head of an answer; its body comes when it is asked for, or never."""

    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response
        self.status = response.status
        self.headers: Mapping[str, str] = {
            name.decode("latin-1").lower(): value.decode("latin-1").strip() for name, value in response.headers
        }

    def body(self, limit: int) -> bytes:
        """The whole body, unpacked.

        Raises:
            FetchRefused: it holds more than `limit` bytes.
            FetchFailed: it breaks off, or is not packed as it says.
        """
        stated = self.headers.get("content-length", "")
        if stated.isascii() and stated.isdigit() and int(stated[:20]) > limit:
            raise too_large(limit)
        with _told_as_ours():
            return read_limited(self._response.iter_stream(), self._encoding, limit)

    def start(self, most: int) -> bytes:
        """The first bytes of the body; errors as of `body`, but for its size."""
        with _told_as_ours():
            return read_start(self._response.iter_stream(), self._encoding, most)

    @property
    def _encoding(self) -> str:
        return self.headers.get("content-encoding", "")


class Exchanges:
    """Sends requests, each over a new connection that leads only where the rules allow."""

    def __init__(self, rules: AddressRules, resolve: Resolve, tls: ssl.SSLContext | None, user_agent: str) -> None:
        self.rules = rules
        self._resolve = resolve
        self._tls = tls
        self._user_agent = user_agent

    @contextmanager
    def answer(self, request: Request, deadline: Deadline) -> Iterator[Answer]:
        """The answer to a request, for as long as the block lasts.

        Raises:
            FetchRefused: the address may not be asked.
            FetchFailed: the server cannot be reached, or speaks no HTTP.
        """
        self.rules.require_port(request.address.port)
        network = CheckedNetwork(self.rules, self._resolve, deadline)
        with httpcore2.ConnectionPool(ssl_context=self._context(), network_backend=network) as pool:
            with _told_as_ours():
                response = pool.handle_request(self._raw(request))
            try:
                yield Answer(response)
            finally:
                response.close()

    def _context(self) -> ssl.SSLContext:
        """How certificates are checked: as the system does, made once since it takes a while."""
        self._tls = self._tls or httpcore2.default_ssl_context()
        return self._tls

    def _raw(self, request: Request) -> httpcore2.Request:
        address = request.address
        host = address.origin.partition("://")[2]
        headers = [
            ("Host", host),
            ("User-Agent", self._user_agent),
            ("Accept", "*/*"),
            ("Accept-Encoding", ACCEPTED),
            ("Connection", "close"),
            *request.headers,
        ]
        if request.body is not None:
            headers.append(("Content-Length", str(len(request.body))))
        url = httpcore2.URL(
            scheme=address.scheme.encode(),
            host=address.host.encode(),
            port=address.port,
            target=address.target.encode(),
        )
        method = "GET" if request.body is None else "POST"
        return httpcore2.Request(method, url, headers=headers, content=request.body)


@contextmanager
def _told_as_ours() -> Iterator[None]:
    """What the HTTP client calls an error, as one of ours."""
    try:
        yield
    except (httpcore2.RemoteProtocolError, httpcore2.LocalProtocolError) as error:
        raise FetchFailed("fetch.no-http", f"the answer is not as HTTP has it ({error})", is_temporary=True) from error
    except (httpcore2.NetworkError, httpcore2.TimeoutException) as error:
        raise FetchFailed("fetch.broken-off", f"the connection broke ({error})", is_temporary=True) from error
