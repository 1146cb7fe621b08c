"""`hoedong watch` as a process of its own that may ask one server of this machine: port, then the arguments."""

from __future__ import annotations

import sys

from hoedong.cli.main import cli
from hoedong.fetch.limits import Limits
from web_servers import WebServer, fetcher_for

if __name__ == "__main__":
    port, *arguments = sys.argv[1:]
    cli(arguments, prog_name="hoedong", obj=fetcher_for(WebServer({}, int(port)), limits=Limits(pace=0.0)))
