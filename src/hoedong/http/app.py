"""The server as one ASGI application: pages, API and files behind everything that keeps them safe."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount

from hoedong.errors import HoedongError
from hoedong.fetch.fetcher import Fetcher
from hoedong.http.answering import Answering
from hoedong.http.api.application import PREFIX, create_api
from hoedong.http.fetching import Fetching
from hoedong.http.pages.routes import routes as pages
from hoedong.http.security.access import Access
from hoedong.http.security.body_limit import BodyLimit
from hoedong.http.security.border import Border
from hoedong.http.security.cookies import Cookies
from hoedong.http.security.costs import RateLimits, largest_body
from hoedong.http.security.csrf import Csrf
from hoedong.http.security.headers import SecurityHeaders
from hoedong.http.security.hosts import HostCheck
from hoedong.http.security.language import Language
from hoedong.http.security.login import Login
from hoedong.http.security.revalidation import Revalidation
from hoedong.http.security.signing import Signer
from hoedong.http.settings import Settings
from hoedong.http.static_files import Assets
from hoedong.http.workspaces import Workspaces

SMALLEST_ZIPPED = 1024
"""Bytes of an answer from which on it is compressed."""


def create_app(settings: Settings, fetcher: Fetcher | None = None) -> Starlette:
    """The application; it opens the record at once, and closes it when the server stops.

    `fetcher` asks for pages of the web in place of the usual one, if the settings allow any to be asked for.

    Raises:
        UsageError: it would be open to other machines without a token or a proxy.
        RecordError: the record cannot be opened.
    """
    settings.require_safe()
    workspaces, answering, api = Workspaces(settings), Answering(settings), create_api()
    fetching = Fetching(settings, fetcher)
    signer, cookies = Signer(settings.token), Cookies(is_https=settings.is_https)
    app = Starlette(
        routes=_routes(api, Login(settings, signer, cookies)),
        middleware=_middleware(settings, answering, signer, cookies),
        exception_handlers=_error_handlers(answering),
        lifespan=_closing(workspaces),
    )
    for part in (app, api):
        part.state.settings = settings
        part.state.workspaces = workspaces
        part.state.fetching = fetching
    return app


def _routes(api: FastAPI, login: Login) -> Sequence[BaseRoute]:
    return [Mount(PREFIX, api), Mount("/static", Assets()), *login.routes(), *pages()]


def _error_handlers(answering: Answering) -> Mapping[type[Exception], Callable[[Request, Exception], Any]]:
    async def answer(request: Request, error: Exception) -> Response:
        return answering(request, error)

    return {HTTPException: answer, HoedongError: answer}


def _closing(workspaces: Workspaces) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        workspaces.close()

    return lifespan


def _middleware(settings: Settings, answering: Answering, signer: Signer, cookies: Cookies) -> Sequence[Middleware]:
    """What a request passes on its way in, in this order, and an answer on its way out."""
    return [
        Middleware(SecurityHeaders),
        Middleware(GZipMiddleware, minimum_size=SMALLEST_ZIPPED, compresslevel=5),
        Middleware(Revalidation),
        Middleware(Border, answering),
        Middleware(HostCheck, settings.allowed_hosts),
        Middleware(Language, settings.languages, cookies),
        Middleware(RateLimits, settings),
        Middleware(BodyLimit, lambda scope: largest_body(scope, settings)),
        Middleware(Access, settings, signer),
        Middleware(Csrf, signer, cookies, f"{PREFIX}/"),
    ]
