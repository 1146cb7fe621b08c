"""Serve an empty record from the installed wheel, with no Node about, and fetch each page and each file it names."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

PAGES = ("/", "/?lang=en", "/timeline", "/table", "/map", "/documents", "/judgements", "/check", "/review", "/read")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(address: str) -> bytes:
    """The body of an answer; anything but a success ends the check."""
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - our own server
        return bytes(answer.read())


def wait_for(address: str) -> None:
    """Until the server answers, 20 seconds at most."""
    for _ in range(100):
        try:
            fetch(address)
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit(f"no answer from {address}")


def check(base: str) -> int:
    """Fetch pages, the files that they name, and every file of the manifest; say how many files there were."""
    files: set[str] = set()
    for page in PAGES:
        html = fetch(base + page).decode()
        linked = re.findall(r'(?:src|href)="(/static/[^"]+)"', html)
        if not linked:
            sys.exit(f"{page} links no styles and no scripts")
        files.update(linked)
    manifest = json.loads(fetch(f"{base}/static/manifest.json"))
    files.update(f"/static/{entry['file']}" for entry in manifest.values())
    files.add("/static/THIRD_PARTY_NOTICES.txt")
    for file in sorted(files):
        fetch(base + file)
    return len(files)


def main() -> None:
    """Start the command that the wheel installed, and stop it."""
    port = free_port()
    command = str(Path(sys.executable).with_name("hoedong"))
    with tempfile.TemporaryDirectory() as folder:
        arguments = [command, "serve", "--record", f"{folder}/record.db", "--port", str(port)]
        server = subprocess.Popen(arguments, env={"PATH": "/nonexistent"})
        try:
            wait_for(f"http://127.0.0.1:{port}/")
            print(check(f"http://127.0.0.1:{port}"), "files of the pages, without Node")
        finally:
            server.terminate()
            server.wait(10)


if __name__ == "__main__":
    main()
