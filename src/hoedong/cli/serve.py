"""`hoedong serve`: the record in the browser and over HTTP."""

from __future__ import annotations

import click

from hoedong.cli.record_options import record_option
from hoedong.cli.sources import contact_option

_HOST, _PORT = "127.0.0.1", 8737


@click.command(short_help="The record in the browser and over HTTP.")
@record_option
@click.option("--host", default=_HOST, show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, metavar="N", help="0 takes a free one."
)
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="A name the server may be called by.")
@click.option(
    "--token", envvar="HOEDONG_TOKEN", show_envvar=True, metavar="TEXT", help="What one must know to come in."
)
@click.option("--user-header", metavar="NAME", help="The header in which a reverse proxy names the user.")
@click.option("--proxy", "proxies", multiple=True, metavar="ADDRESS", help="Where the proxy runs; by default here.")
@click.option("--https", "is_https", is_flag=True, help="Browsers come over TLS, by way of a proxy.")
@click.option("--allow-fetch", is_flag=True, help="Let pages be fetched from the web.")
@contact_option
@click.option("--open", "is_opened", is_flag=True, help="Open a browser.")
def serve(path: str | None, host: str, port: int, *, is_opened: bool, **others: object) -> None:
    """Show the record in the browser, and answer programs over HTTP, until Ctrl+C.

    On this machine alone nobody needs a token. Listening on another address needs one, or a reverse proxy that names
    the user; docs/how-to/serve.md tells how.

    \b
    Examples:
      hoedong serve
      hoedong serve --record spring.db --port 0 --open
      HOEDONG_TOKEN=$(openssl rand -hex 16) hoedong serve --host 0.0.0.0 --allow-host record.example
    """
    from hoedong.http.serving import serve_record  # noqa: PLC0415 - the help comes without the web
    from hoedong.http.settings import LOOPBACK_NAMES, Settings  # noqa: PLC0415

    others["proxies"] = others["proxies"] or LOOPBACK_NAMES
    settings = Settings(record=path, host=host, port=port, **others)  # type: ignore[arg-type]
    serve_record(settings, told=lambda line: click.echo(line, err=True), is_opened=is_opened)
