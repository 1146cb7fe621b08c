"""`hoedong mcp`: the record for assistants."""

from __future__ import annotations

from contextlib import suppress

import click

from hoedong.cli.record_options import record_option

_PORT = 8738


@click.command(short_help="The record for assistants, over MCP.")
@record_option
@click.option("--http", "is_http", is_flag=True, help="Listen on this machine instead of standard input.")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=_PORT, show_default=True, metavar="N", help="Where, with --http."
)
def mcp(path: str | None, *, is_http: bool, port: int) -> None:
    """Answer an assistant over the Model Context Protocol, on standard input and output.

    Its tools ask the record and read texts; none changes anything. With --http the server listens on this machine
    alone, at http://127.0.0.1:PORT/mcp.

    \b
    Examples:
      hoedong mcp --record spring.db
      hoedong mcp --http --port 8738
    """
    from hoedong.mcp.server import create_server  # noqa: PLC0415 - the help comes without the SDK

    server = create_server(path)
    with suppress(KeyboardInterrupt):  # Ctrl+C is how one stops it, not a mishap
        if is_http:
            click.echo(f"listening at http://127.0.0.1:{port}/mcp (Ctrl+C stops)", err=True)
            server.run("streamable-http", host="127.0.0.1", port=port)
        else:
            server.run("stdio")
