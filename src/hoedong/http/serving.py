"""The server as a process: one port, one record, until it is told to stop."""

from __future__ import annotations

import errno
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from hoedong.errors import UsageError
from hoedong.http.app import create_app
from hoedong.http.settings import Settings, is_wildcard
from hoedong.http.warming import start_warming

GRACE_SECONDS = 5
"""How long requests that are being answered may go on after the server was told to stop."""
MOST_CONNECTIONS = 500
BACKLOG = 256


def serve_record(settings: Settings, told: Callable[[str], object], *, is_opened: bool = False) -> None:
    """Serve until a signal ends it; `told` hears the record and the address.

    Raises:
        UsageError: the port is taken, the address is not of this machine, or it would be open to everybody.
        RecordError: the record cannot be opened.
    """
    app = create_app(settings)
    listening = _listen(settings)
    address = server_address(settings, listening.getsockname()[1])
    told(f"record: {app.state.workspaces.location}")
    told(f"open {address} (Ctrl+C stops)")
    if is_opened:
        webbrowser.open(address)
    start_warming(app.state.workspaces)
    with suppress(KeyboardInterrupt):  # Ctrl+C is how one stops it, not a mishap
        _server(app).run(sockets=[listening])


def _server(app: object) -> uvicorn.Server:
    config = uvicorn.Config(
        app,  # type: ignore[arg-type]
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    return uvicorn.Server(config)


def server_address(settings: Settings, port: int) -> str:
    """What to open in a browser on this machine."""
    host = "127.0.0.1" if is_wildcard(settings.host) else settings.host.strip("[]")
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _listen(settings: Settings) -> socket.socket:
    host = settings.host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Naming the protocol matters: asyncio sends small pieces at once (TCP_NODELAY) only where it sees that it is TCP.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, settings.port))
        listening.listen(BACKLOG)  # before the address is told, so that whoever hears of it can come
    except OSError as error:
        listening.close()
        raise UsageError(_reason(error, settings)) from error
    return listening


def _reason(error: OSError, settings: Settings) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return f"port {settings.port} is taken; stop what listens there, or give another --port (0: a free one)"
        case errno.EACCES:
            return f"port {settings.port} needs special rights; give a --port above 1023"
        case _:
            return f"cannot listen on {settings.host}: {error.strerror or error}; give an address of this machine"
