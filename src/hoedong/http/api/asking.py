"""What every question may carry: as of which day, which encounters, which part of a list; and how it is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Query, Request
from fastapi.routing import APIRoute
from starlette.responses import Response

from hoedong.export.quoted_json import QuotedJson
from hoedong.export.reading_json import dump_json
from hoedong.http.security.refusal import Refusal
from hoedong.http.workspaces import Workspaces
from hoedong.model.edtf import parse_edtf
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import PartialDate
from hoedong.workspace import Workspace
from hoedong.workspace.filters import Filters

Json = dict[str, Any]
T = TypeVar("T")

MOST = 200
"""Entries of one answer."""
FURTHEST = 1_000_000
"""Entries that an offset may pass over."""
LONGEST = 500
"""Characters of a name or of words to search for."""

_DAY = r"^\d{4}(-\d{2}(-\d{2})?)?$"
AsOf = Annotated[str | None, Query(pattern=_DAY, description="As of what had been added and judged by this day.")]
ReportedBy = Annotated[str | None, Query(pattern=_DAY, description="As of what had been published by this day.")]
Edtf = Annotated[str | None, Query(max_length=40, description="EDTF: 2026, 2026-03, 2026-03-1X, 2026-03-11.")]
Words = Annotated[str, Query(min_length=1, max_length=LONGEST)]


class JsonRoute(APIRoute):
    """A route that takes JSON and nothing else, which no form of another site can send."""

    def get_route_handler(self) -> Callable[[Request], Any]:
        """The view behind a look at the content type."""
        view = super().get_route_handler()

        async def checked(request: Request) -> Response:
            kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
            if request.method == "POST" and kind != "application/json":
                raise Refusal(415, "send JSON, with Content-Type: application/json")
            answered: Response = await view(request)
            return answered

        return checked


@dataclass(frozen=True, slots=True)
class Question:
    """A request, and the day as of which it asks."""

    request: Request
    as_of: PartialDate | None
    reported_by: PartialDate | None

    @contextmanager
    def opened(self) -> Iterator[Workspace]:
        """The record to ask."""
        workspaces: Workspaces = self.request.app.state.workspaces
        with workspaces.reading(self.as_of, self.reported_by) as workspace:
            yield workspace


def _question(request: Request, as_of: AsOf = None, reported_by: ReportedBy = None) -> Question:
    return Question(request, understood(_date, as_of), understood(_date, reported_by))


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def understood(read: Callable[[str | None], T], text: str | None) -> T:
    """A value that a client wrote.

    Raises:
        Refusal: it does not say what it should.
    """
    try:
        return read(text)
    except ValueError as error:
        raise Refusal(422, str(error)) from None


def _filters(
    since: Edtf = None,
    until: Edtf = None,
    status: Annotated[list[Status], Query()] = [],  # noqa: B006 - FastAPI copies it
    mode: Annotated[list[Mode], Query()] = [],  # noqa: B006
) -> Filters:
    for text in (since, until):
        understood(lambda one: parse_edtf(one) if one else None, text)
    return Filters(since or None, until or None, tuple(map(str, status)), tuple(map(str, mode)))


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a list is asked for."""

    request: Request
    limit: int
    offset: int

    @property
    def one_more(self) -> int:
        """How many to look for, to know whether there are more."""
        return self.limit + 1

    def of(self, everything: Sequence[T]) -> Sequence[T]:
        """The part, and one more where there is one, of a list that is there as a whole."""
        return everything[self.offset : self.offset + self.one_more]

    def links(self, *, has_more: bool) -> dict[str, str]:
        """A Link header to the parts before and after."""
        links = {}
        if has_more:
            links["next"] = self.offset + self.limit
        if self.offset:
            links["prev"] = max(0, self.offset - self.limit)
        return link_header({rel: {"offset": offset} for rel, offset in links.items()}, self.request)


def _part(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
    offset: Annotated[int, Query(ge=0, le=FURTHEST)] = 0,
) -> Part:
    return Part(request, limit, offset)


def link_header(links: dict[str, dict[str, Any]], request: Request) -> dict[str, str]:
    """A Link header to the same address with other parameters; nothing where there are no links."""
    path = [f'<{_target(request, changed)}>; rel="{rel}"' for rel, changed in links.items()]
    return {"Link": ", ".join(path)} if path else {}


def _target(request: Request, changed: dict[str, Any]) -> str:
    url = request.url.include_query_params(**changed)
    return f"{url.path}?{url.query}"


Asked = Annotated[Question, Depends(_question)]
Filtered = Annotated[Filters, Depends(_filters)]
Listed = Annotated[Part, Depends(_part)]


def reply(value: Json, headers: dict[str, str] | None = None, status: int = 200) -> Response:
    """An answer as JSON, Hangul as it is."""
    return Response(dump_json(value), status, headers, "application/json")


def json_of(workspace: Workspace) -> QuotedJson:
    """What turns the answers of a workspace into JSON."""
    return QuotedJson(workspace.view)
