"""The MCP server as an assistant meets it: the SDK's own client, a process of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import anyio
import pytest

import hoedong
from hoedong.workspace import Workspace
from http_record import make_record
from mcp import Client, StdioServerParameters

ENVIRONMENT = {"PYTHONPATH": str(Path(hoedong.__file__).parent.parent)}
"""The package that is under test, in processes of its own too."""
COMMAND = ["-m", "hoedong", "mcp", "--record"]
TOOLS = {"search", "who", "met", "timeline", "encounter", "brief", "trips", "claims", "read_text"}
Calls = list[tuple[str, dict[str, Any]]]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two reports of one meeting."""
    path = tmp_path_factory.mktemp("mcp") / "record.db"
    make_record(path)
    return path


def over_stdio(record: Path) -> StdioServerParameters:
    """The server as an assistant starts it."""
    return StdioServerParameters(command=sys.executable, args=[*COMMAND, str(record)], env=ENVIRONMENT)


def call(server: Any, calls: Calls) -> list[Any]:
    """Call tools one after another in one session; their results."""

    async def session() -> list[Any]:
        async with Client(server) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return anyio.run(session)


def answers(server: Any, calls: Calls) -> list[dict[str, Any]]:
    """The structured answers of calls that succeed."""
    results = call(server, calls)
    assert [str(one.content) for one in results if one.is_error] == []
    return [one.structured_content for one in results]


def test_the_tools_are_told(record: Path) -> None:
    """The server names its tools, each with a description, each read only."""

    async def list_tools() -> Any:
        async with Client(over_stdio(record)) as client:
            return (await client.list_tools()).tools, client.instructions

    tools, instructions = anyio.run(list_tools)
    assert {tool.name for tool in tools} == TOOLS
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)
    assert "never" in instructions


def words_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every piece of text with offsets in an answer."""
    if isinstance(value, dict):
        if {"document", "start", "end", "text"} <= set(value):
            yield value
        for part in value.values():
            yield from words_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from words_in(part)


def test_answers_carry_words_that_can_be_found(record: Path) -> None:
    """Each tool that states something quotes documents, and the words stand where it says."""
    met = answers(over_stdio(record), [("met", {"person": "한도윤", "other": "Ben Carter"})])[0]
    id_ = met["encounters"][0]["id"]
    calls: Calls = [
        ("encounter", {"id": id_}),
        ("timeline", {"since": "2026-03"}),
        ("search", {"words": "반도체"}),
        ("brief", {"person": "한도윤", "other": "벤 카터", "lang": "en"}),
        ("claims", {"person": "한도윤"}),
    ]
    found = [met, *answers(over_stdio(record), calls)]

    with Workspace(record, read_only=True) as workspace:
        for answer in found:
            quoted = list(words_in(answer))
            assert quoted
            for one in quoted:
                assert workspace.document(one["document"]).text[one["start"] : one["end"]] == one["text"]


def test_people_and_trips(record: Path) -> None:
    """A name in Latin letters finds the person; somebody without trips has none."""
    who, trips = answers(over_stdio(record), [("who", {"name": "Carter"}), ("trips", {"person": "오세린"})])

    assert who["candidates"][0]["person"]["name"] == "벤 카터"
    assert trips["journeys"] == []


def test_a_text_is_read_and_not_kept(record: Path) -> None:
    """A given text is read with words and offsets, and the record stays as it is."""
    before = record.read_bytes()
    text = "도재이 새빛당 대표는 14일 서울에서 서이담 총리를 만났다."
    (reading,) = answers(over_stdio(record), [("read_text", {"text": text, "published": "2026-03-15"})])

    assert reading["encounters"][0]["when"]["edtf"] == "2026-03-14"
    assert record.read_bytes() == before


def test_errors_say_what_to_do(record: Path, tmp_path: Path) -> None:
    """An unknown name, a senseless date and a missing record are errors of the tool, not of the server."""
    calls: Calls = [("met", {"person": "아무개"}), ("timeline", {"since": "soon"}), ("encounter", {"id": "e0"})]
    results = call(over_stdio(record), [*calls, ("who", {"name": "한도윤"})])

    assert [one.is_error for one in results] == [True, True, True, False]
    assert "nobody on record" in str(results[0].content)
    assert "allowed are" in str(results[1].content)
    (missing,) = call(over_stdio(tmp_path / "none.db"), [("who", {"name": "한도윤"})])
    assert missing.is_error
    assert "there is no record" in str(missing.content)


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_it_listens_on_this_machine(record: Path) -> None:
    """With --http the same tools answer over HTTP, and not under a name that is not the machine's."""
    port = free_port()
    command = [sys.executable, *COMMAND, str(record), "--http", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port)
            (who,) = answers(f"http://127.0.0.1:{port}/mcp", [("who", {"name": "Carter"})])
            assert who["candidates"]
            assert status_under(port, "evil.example") in (403, 421)
        finally:
            server.terminate()


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    for _ in range(200):
        with closing(socket.socket()) as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)


def status_under(port: int, host: str) -> int:
    """The status of a request that names another host."""
    lines = ["POST /mcp HTTP/1.1", f"Host: {host}", "Content-Type: application/json", "Content-Length: 2", "", "{}"]
    with closing(socket.create_connection(("127.0.0.1", port))) as connection:
        connection.sendall("\r\n".join(lines).encode())
        return int(connection.recv(1024).split(b" ")[1])
