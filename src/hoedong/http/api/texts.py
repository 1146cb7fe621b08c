"""Texts that a client sends, or names by their address: read, or read and kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Annotated, Any, Self

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from starlette.responses import Response

from hoedong.export.reading_json import reading_to_json
from hoedong.export.record_json import answer
from hoedong.http.api.asking import JsonRoute, reply
from hoedong.http.api.documented import answers, other_answers
from hoedong.http.api.documents import READING
from hoedong.http.api.examples import example
from hoedong.http.fetching import Fetching
from hoedong.http.security.refusal import Refusal
from hoedong.record.record import Outcome
from hoedong.workspace.given_text import GivenPage, GivenText, Handed, entry_of_given, read_given

router = APIRouter(route_class=JsonRoute, tags=["texts"])

_ONE_AT_A_TIME = BoundedSemaphore(1)
"""Reading takes a whole core; questions are answered beside it."""
_WAIT_SECONDS = 60
_STATUSES = {Outcome.ADDED: 201, Outcome.NEW_VERSION: 201, Outcome.UNCHANGED: 200, Outcome.REREAD: 200}

_KEPT: dict[str, Any] = {
    "document": {"type": "string"},
    "outcome": {"type": "string", "enum": [str(one) for one in _STATUSES]},
    "reading": {"type": "object"},
}
_ADDED = {
    **answers(example("added"), problems=(409, 413, 415, 502), **_KEPT),
    **answers(example("added"), status=201, problems=(409, 413, 415, 502), **_KEPT),
}
_READ = other_answers(READING, problems=(413, 415, 502))

Short = Annotated[str, StringConstraints(min_length=1, max_length=2000, pattern=r"^[^\x00-\x1f\x7f]+$")]


class TextToRead(BaseModel):
    """A text, or the markup of a page, with what is known of it; what is left out the text shall say.

    Without a text the page at the `url` is fetched, where the server may do that.
    """

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [example("text")]})

    text: Annotated[str, StringConstraints(min_length=1)] | None = Field(
        None, description="The text of the page, or its HTML."
    )
    url: Short | None = Field(None, description="The address of the page; with a text nothing is fetched from there.")
    id: Short | None = Field(None, description="A name for the document; by default its content gives it one.")
    lang: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] | None = Field(None, description="ISO 639-1.")
    published: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = Field(
        None, description="The day of publication."
    )

    @model_validator(mode="after")
    def _require_something(self) -> Self:
        if self.text is None and self.url is None:
            raise ValueError("a text is missing, or the url of a page to fetch")
        return self

    def handed(self, fetching: Fetching) -> Handed:
        """The text as it is read, or the page that is fetched for it.

        Raises:
            Refusal: this server does not fetch.
            FetchError: the page is not had.
        """
        if self.text is None:
            return GivenPage(fetching.fetch(self.url or ""), self.id, self.lang, self.published)
        return GivenText(self.text, self.url, self.id, self.lang, self.published)


@router.post("/readings", responses=_READ)
def read(request: Request, text: TextToRead) -> Response:
    """Read a text and keep nothing; the answer is what was understood, schema hoedong.reading/1."""
    handed = text.handed(request.app.state.fetching)
    with _reading():
        return reply(reading_to_json(read_given(handed)))


@router.post("/documents", responses=_ADDED)
def add(request: Request, text: TextToRead) -> Response:
    """Read a text and keep it in the record; 201 where it is new there, 200 where it was there already."""
    handed = text.handed(request.app.state.fetching)
    with _reading():
        entry = entry_of_given(handed)
    with request.app.state.workspaces.writing() as workspace:
        added = workspace.add_entries([entry])[0]
    if added.outcome is Outcome.TAKEN_DOWN:
        raise Refusal(409, "this document was taken down and is not taken in again")
    value = answer(document=added.document, outcome=str(added.outcome), reading=reading_to_json(entry.reading))
    headers = {"Location": f"{request.url.path}/{added.document}"}
    return reply(value, headers, _STATUSES[added.outcome])


@contextmanager
def _reading() -> Iterator[None]:
    """One's turn to read.

    Raises:
        Refusal: others have been reading for too long, or what was stated of the text makes no sense.
    """
    if not _ONE_AT_A_TIME.acquire(timeout=_WAIT_SECONDS):
        raise Refusal(503, "other texts are being read; try again", {"Retry-After": "10"})
    try:
        yield
    except ValueError as error:
        raise Refusal(422, str(error)) from None
    finally:
        _ONE_AT_A_TIME.release()
