"""The MCP server: its tools, each a question to the record or a text to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from hoedong import __version__
from hoedong.errors import HoedongError
from hoedong.export.quoted_json import QuotedJson
from hoedong.export.reading_json import reading_to_json
from hoedong.mcp.answers import brief_answer, candidates_answer, encounters_answer
from hoedong.workspace import Workspace
from hoedong.workspace.filters import Filters
from hoedong.workspace.given_text import GivenText, read_given

Json = dict[str, Any]
Name = Annotated[str, Field(min_length=1, max_length=500, description="Name in any script, title too, or id.")]
Other = Annotated[str | None, Field(max_length=500, description="A second person: only what concerns both.")]
Since = Annotated[str | None, Field(max_length=40, description="EDTF: from then on, such as 2026 or 2026-03.")]
Until = Annotated[str | None, Field(max_length=40, description="EDTF: up to then.")]
States = Annotated[
    list[Literal["held", "planned", "unconfirmed", "not_held"]] | None, Field(description="Only these; all by default.")
]
Limit = Annotated[int, Field(ge=1, le=100)]

_READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


class RecordTools:
    """The tools on one record; each call opens it for reading, beside whoever writes to it."""

    def __init__(self, record: str | Path | None) -> None:
        self._record = record

    @contextmanager
    def _opened(self) -> Iterator[Workspace]:
        with told(), Workspace(self._record, read_only=True) as workspace, workspace.looking():
            yield workspace

    def search(self, words: Annotated[str, Field(min_length=1, max_length=500)], limit: Limit = 10) -> Json:
        """Find documents by words in any form and by people in them; words in double quotation marks stay together."""
        with self._opened() as workspace:
            return QuotedJson(workspace.view).search(workspace.search(words, limit))

    def who(self, name: Name, limit: Limit = 10) -> Json:
        """Tell who may be meant by a name, the likeliest first, with posts and ids."""
        with self._opened() as workspace:
            return candidates_answer(workspace, workspace.who(name), limit)

    def met(
        self,
        person: Name,
        other: Other = None,
        since: Since = None,
        until: Until = None,
        status: States = None,
        limit: Limit = 20,
    ) -> Json:
        """Tell whom a person met, or when two met, the latest first, with the words of the reports."""
        with self._opened() as workspace:
            found = workspace.met(person, other, Filters(since, until, tuple(status or ())), limit + 1)
            return encounters_answer(workspace, found, limit)

    def timeline(
        self,
        person: Annotated[str | None, Field(max_length=500, description="By default everybody.")] = None,
        since: Since = None,
        until: Until = None,
        status: States = None,
        limit: Limit = 20,
    ) -> Json:
        """List encounters, the earliest first, of everybody or of one person, with the words of the reports."""
        with self._opened() as workspace:
            found = workspace.timeline(person, Filters(since, until, tuple(status or ())), limit + 1)
            return encounters_answer(workspace, found, limit)

    def encounter(self, id: Annotated[str, Field(min_length=1, max_length=100)]) -> Json:  # noqa: A002
        """Show one encounter with every report, value, disagreement, quote and word of evidence."""
        with self._opened() as workspace:
            return QuotedJson(workspace.view).dossier(workspace.show(id))

    def brief(self, person: Name, other: Other = None, lang: Literal["ko", "en"] = "ko") -> Json:
        """Write what to read before a meeting with a person, or of two, with footnotes to the words of documents."""
        with self._opened() as workspace:
            return brief_answer(workspace.brief(person, other, lang=lang))

    def trips(self, person: Name) -> Json:
        """Tell where a person travelled, stop by stop, joined from all documents; gaps are shown as gaps."""
        with self._opened() as workspace:
            found = workspace.trips(person)
            return QuotedJson(workspace.view).journeys(found, workspace.people_by_id(one.traveller for one in found))

    def claims(self, person: Name, other: Other = None) -> Json:
        """Hold claims about a person, such as "the third meeting", against the record."""
        with self._opened() as workspace:
            found = workspace.claims(person, other)
            people = workspace.people_by_id({id_ for one in found for id_ in one.claim.people})
            return QuotedJson(workspace.view).verdicts(found, people)

    def read_text(
        self,
        text: Annotated[str, Field(min_length=1, max_length=500_000, description="The text of a page, or its HTML.")],
        published: Annotated[str | None, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] = None,
    ) -> Json:
        """Read a given text: who met whom in it, with words and offsets. Nothing is kept."""
        with told():
            return reading_to_json(read_given(GivenText(text, published=published)))

    def all(self) -> tuple[Callable[..., Json], ...]:
        """Every tool."""
        return (
            self.search, self.who, self.met, self.timeline, self.encounter,
            self.brief, self.trips, self.claims, self.read_text,
        )  # fmt: skip


@contextmanager
def told() -> Iterator[None]:
    """Errors of ours, which say what to do, become answers of the tool.

    Raises:
        ToolError: with the message of the error.
    """
    try:
        yield
    except (HoedongError, ValueError) as error:
        raise ToolError(str(error)) from error


def create_server(record: str | Path | None = None) -> MCPServer:
    """The server on a record, None for the usual one."""
    server: MCPServer = MCPServer(
        "hoedong",
        version=__version__,
        instructions=files("hoedong.mcp").joinpath("instructions.md").read_text(encoding="utf-8"),
        log_level="WARNING",
    )
    for tool in RecordTools(record).all():
        server.add_tool(tool, annotations=_READ_ONLY)
    return server
