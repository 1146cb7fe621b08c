"""A client of one connection: just enough HTTP/1.1 to measure a server without measuring the client."""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import dataclass
from types import TracebackType
from typing import Self


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and body, the body unpacked."""

    status: int
    body: bytes


class Connection:
    """One connection to a server on this machine; it is opened again where the server has closed it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def __aenter__(self) -> Self:
        """The connection itself."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hang up."""
        self._hang_up()

    async def get(self, path: str) -> Answer:
        """Ask for a path."""
        return await self._ask(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode())

    async def post(self, path: str, body: str) -> Answer:
        """Send JSON to a path."""
        data = body.encode()
        head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
        )
        return await self._ask(head.encode() + data)

    async def _ask(self, request: bytes) -> Answer:
        reader, writer = self._streams or await asyncio.open_connection("127.0.0.1", self._port, limit=2**24)
        self._streams = reader, writer
        try:
            writer.write(request)
            await writer.drain()
            return await self._answer(reader)
        except (OSError, asyncio.IncompleteReadError) as error:
            self._hang_up()
            raise OSError(f"the connection broke: {error!r}") from error

    async def _answer(self, reader: asyncio.StreamReader) -> Answer:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])}
        body = await _body(reader, headers)
        if headers.get("connection") == "close":
            self._hang_up()
        packed = headers.get("content-encoding") == "gzip"
        return Answer(int(head[0].split(" ")[1]), gzip.decompress(body) if packed else body)

    def _hang_up(self) -> None:
        if self._streams:
            self._streams[1].close()
        self._streams = None


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", "0")))
    parts: list[bytes] = []
    while size := int(await reader.readline(), 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readexactly(2)
    return b"".join(parts)
