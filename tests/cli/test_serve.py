"""`hoedong serve` as a process: its address, its end, its refusals; and what its help costs."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from hoedong.cli.main import cli
from hoedong.http.serving import server_address
from hoedong.http.settings import Settings

SERVE = [sys.executable, "-m", "hoedong", "serve", "--record"]


def refused(*arguments: str) -> str:
    """What is said to a command that does not start."""
    outcome = CliRunner().invoke(cli, ["serve", *arguments])
    assert outcome.exit_code == 2
    return outcome.output


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_stop(tmp_path: Path, ending: signal.Signals) -> None:
    """The server tells its record and address, answers there, and ends without a trace when it is told to."""
    command = [*SERVE, str(tmp_path / "r.db"), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            told = [server.stderr.readline() for _ in range(2)] if server.stderr else []
            port = int(told[1].split("/ ")[0].rpartition(":")[2])
            assert told[0] == f"record: {tmp_path / 'r.db'}\n"
            assert status_of(port) == 200
            server.send_signal(ending)
            server.wait(20)
            rest = server.stderr.read() if server.stderr else ""
        finally:
            server.kill()

    assert "Traceback" not in rest
    assert server.returncode in (0, -ending)


def status_of(port: int) -> int:
    """The status of a sign of life."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", "/api/v1/health")
        return connection.getresponse().status


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    """Where somebody listens already, one line says so and what to do."""
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = refused("--record", str(tmp_path / "r.db"), "--port", str(port))

    assert f"port {port} is taken" in said
    assert "Traceback" not in said


def test_an_open_door_is_refused(tmp_path: Path) -> None:
    """Listening for other machines without a token is refused, and so is an address of another machine."""
    record = str(tmp_path / "r.db")

    assert "--token" in refused("--record", record, "--host", "0.0.0.0")  # noqa: S104
    assert "cannot listen" in refused("--record", record, "--host", "192.0.2.1", "--token", "x" * 20)
    assert "token has at least" in refused("--record", record, "--token", "short")


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:80/"), ("0.0.0.0", "http://127.0.0.1:80/"), ("::1", "http://[::1]:80/")],  # noqa: S104
)
def test_the_address_can_be_opened(host: str, address: str) -> None:
    """The address that is told is one for a browser on this machine."""
    assert server_address(Settings(host=host), 80) == address


@pytest.mark.parametrize("command", ["serve", "mcp"])
def test_the_help_loads_no_web(command: str) -> None:
    """Help comes at once: neither the web server nor the SDK is imported."""
    script = (
        "import sys\nfrom hoedong.cli.main import cli\n"
        f"try: cli([{command!r}, '--help'])\nexcept SystemExit: pass\n"
        "sys.exit(bool({'fastapi', 'starlette', 'uvicorn', 'mcp', 'pydantic', 'kiwipiepy'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0
