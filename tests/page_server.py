"""The pages on a bare server: what they need of the real one, and nothing of its security."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from hoedong.http.fetching import Fetching
from hoedong.http.pages.routes import routes
from hoedong.http.settings import Settings
from hoedong.model.time import PartialDate
from hoedong.workspace import Workspace
from invented_pages import NOW

CSRF = "token-of-the-test"


@dataclass(frozen=True)
class BareWorkspaces:
    """One record, opened anew for each request."""

    record: Path

    @contextmanager
    def reading(self, as_of: PartialDate | None = None, reported_by: PartialDate | None = None) -> Iterator[Workspace]:
        """A workspace that only reads, of now or of another day."""
        with Workspace(self.record, read_only=True, clock=lambda: NOW) as workspace:
            if as_of is None and reported_by is None:
                yield workspace
            else:
                with workspace.at(as_of, reported_by) as then:
                    yield then

    @contextmanager
    def writing(self) -> Iterator[Workspace]:
        """A workspace that writes."""
        with Workspace(self.record, user="gana", clock=lambda: NOW) as workspace:
            yield workspace


class _State:
    """Puts language and token on every request."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            request = Request(scope)
            request.state.lang = "en" if request.query_params.get("lang") == "en" else "ko"
            request.state.csrf_token = CSRF
            request.state.user = None
        await self._app(scope, receive, send)


def page_server(record: Path, fetching: Fetching | None = None) -> Starlette:
    """A server of the pages over one record, which fetches where it is told how."""
    app = Starlette(routes=routes())
    app.add_middleware(_State)
    app.state.workspaces = BareWorkspaces(record)
    app.state.settings = SimpleNamespace(allow_fetch=fetching is not None)
    app.state.fetching = fetching or Fetching(Settings())
    return app
