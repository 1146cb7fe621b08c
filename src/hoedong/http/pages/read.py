"""Reading a text on the spot: paste it or send a file, look at what is found, add it to the record."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from hoedong.errors import FetchError, HoedongError
from hoedong.fetch.answer import Fetched
from hoedong.http.pages.errors import error_page
from hoedong.http.pages.fetched_page import NOWHERE, Origin, origin_in, origin_of
from hoedong.http.pages.following import followed, wants_events
from hoedong.http.pages.reading_sheet import Sheet, sheet_of
from hoedong.http.pages.reading_steps import Step, steps_of, steps_told
from hoedong.http.pages.rendering import render
from hoedong.http.pages.view import View, status_of
from hoedong.http.pages.visit import Visit, visit_of
from hoedong.http.security.refusal import Refusal
from hoedong.model.reading import Reading
from hoedong.model.time import PartialDate, Publication
from hoedong.workspace import Workspace
from hoedong.workspace.progress import Told, nobody
from hoedong.workspace.trial import Unreadable

KEPT_IN_FORM = 400_000
"""Bytes that are handed back in the form so that they can be added; a longer text is sent once more."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was sent: the bytes, and the day of publication as the sender states it.

    `url` is an address to fetch instead of bytes, `page` what was fetched; empty and None for a text.
    """

    data: bytes = b""
    published: str = ""
    url: str = ""
    page: Fetched | None = None

    @property
    def in_form(self) -> str:
        """The bytes for a hidden field, empty where they are too many."""
        return base64.b64encode(self.data).decode() if len(self.data) <= KEPT_IN_FORM else ""


@dataclass(frozen=True, slots=True)
class Result:
    """What was read in a text that is not on record."""

    title: str | None
    outlet: str | None
    publication: Publication
    steps: tuple[Step, ...]
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class ReadPage:
    """The form, with the result of what was sent; `problem` says why it could not be read, None where it could.

    `in_form` is what was sent, for the form that adds it to the record; empty where it is too long for that. `url` is
    the address that was asked for, `origin` where the page came from.
    """

    text: str = ""
    published: str = ""
    result: Result | None = None
    problem: str | None = None
    in_form: str = ""
    url: str = ""
    origin: Origin = NOWHERE


def result_of(reading: Reading) -> Result:
    """A reading with what each step of it found."""
    page = reading.document
    return Result(page.title, page.outlet, page.publication, steps_of(reading), sheet_of(reading))


def find_form(workspace: Workspace, visit: Visit) -> ReadPage:
    """The empty form."""
    del workspace, visit
    return ReadPage()


async def read(request: Request) -> Response:
    """What was sent, read; kept where the sender says so."""
    form = await request.form()
    given = await _given(form)
    sent = _Sent(request, given, str(form.get("text") or ""), form.get("action") == "keep")
    if wants_events(request):
        return followed(lambda tell: _answer(sent, steps_told(visit_of(request).lang, tell)))
    return await run_in_threadpool(_answer, sent)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A form that was sent: what is to be read, its text as it stood in the field, and whether it is to be kept."""

    request: Request
    given: Given
    text: str
    is_to_keep: bool


async def _given(form: FormData) -> Given:
    """The file that was sent, else what came back in the form, else the text, else an address to fetch."""
    file, data, text, url = form.get("file"), form.get("data"), form.get("text"), form.get("url")
    published = str(form.get("published") or "").strip()
    if isinstance(file, UploadFile) and file.size:
        return Given(await file.read(), published)
    if isinstance(data, str) and data:
        try:
            found = base64.b64decode(data, validate=True)
        except binascii.Error:
            return Given(b"", published)
        return Given(found, published, page=origin_in(form).page(found))
    if isinstance(url, str) and url.strip() and not text:
        return Given(b"", published, url.strip())
    return Given(str(text or "").encode("utf-8", "replace"), published)


def _answer(sent: _Sent, told: Told = nobody) -> Response:
    request, given = sent.request, sent.given
    try:
        visit = visit_of(request)
        visit.require_now()
        given = _had(request, given)
        if sent.is_to_keep:
            return _kept(request, visit, given)
        return _shown(request, visit, given, sent.text, told)
    except (Unreadable, FetchError) as problem:
        page = ReadPage(sent.text, given.published, problem=str(problem), url=given.url)
        return HTMLResponse(render("read", visit, page), 422)
    except Refusal as refusal:
        return error_page(request, refusal.status_code, str(refusal.detail))
    except (HoedongError, ValueError) as error:
        return error_page(request, status_of(error), str(error))


def _had(request: Request, given: Given) -> Given:
    """What was sent, with the page of its address where it is one.

    Raises:
        Refusal: this server does not fetch.
        FetchError: the page is not had.
    """
    if not given.url:
        return given
    page: Fetched = request.app.state.fetching.fetch(given.url)
    return replace(given, data=page.data, page=page)


def _shown(request: Request, visit: Visit, given: Given, text: str, told: Told) -> Response:
    with request.app.state.workspaces.reading() as workspace:
        reading = workspace.read(given.page or given.data, published=_day(given), told=told)
    origin = origin_of(given.page) if given.page else NOWHERE
    result = result_of(reading)
    page = ReadPage(text, given.published, result, in_form=given.in_form, url=given.url, origin=origin)
    return HTMLResponse(render("read", visit, page))


def _kept(request: Request, visit: Visit, given: Given) -> Response:
    with request.app.state.workspaces.writing() as workspace:
        added = workspace.keep(given.page or given.data, published=_day(given))
    return RedirectResponse(visit.url("article", added.document), 303)


def _day(given: Given) -> PartialDate | None:
    return PartialDate.parse(given.published) if given.published else None


VIEW = View("read", "/read", find_form)


def routes() -> Sequence[BaseRoute]:
    """The form, its twin, and what takes it in."""
    return [*VIEW.routes(), Route("/read", read, methods=["POST"])]
