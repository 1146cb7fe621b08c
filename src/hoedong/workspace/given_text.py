"""A text that somebody hands over, pasted, posted or fetched, rather than a file: read it, or read it and keep it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from hoedong.errors import UnsupportedSource
from hoedong.ingest.source import SourceItem, item_of_text
from hoedong.model.reading import Reading
from hoedong.model.time import PartialDate
from hoedong.record.record import Entry
from hoedong.workspace.adding import entry_of
from hoedong.workspace.fetching import fetched_item
from hoedong.workspace.intake import Given, read_item

if TYPE_CHECKING:
    from hoedong.fetch.answer import Fetched

UNNAMED = "(text)"
"""The source of a text of which nothing else is known."""


class Handed(Protocol):
    """Something to read that names no file of this machine."""

    def given(self) -> Given:
        """What is stated of it, as the reader takes it.

        Raises:
            ValueError: the day of publication is no date.
        """

    def item(self) -> SourceItem:
        """It as an item to read.

        Raises:
            SourceError: there is nothing in it to read, or too much.
        """


@dataclass(frozen=True, slots=True)
class GivenText:
    """A text, or the markup of a page, with what is known of it; None where the text shall say."""

    text: str
    url: str | None = None
    id: str | None = None
    lang: str | None = None
    published: str | None = None

    def given(self) -> Given:
        """What is stated, as the reader takes it.

        Raises:
            ValueError: the day of publication is no date.
        """
        return Given(self.id, self.lang, PartialDate.parse(self.published) if self.published else None)

    def item(self) -> SourceItem:
        """The text as an item to read; it never names a file of this machine.

        Raises:
            SourceError: there is nothing in it to read, or too much.
        """
        found = item_of_text(self.text, self.url or self.id or UNNAMED)
        if not isinstance(found, SourceItem):
            raise UnsupportedSource(str(found))
        return replace(found, url=self.url or found.url, file=None)


@dataclass(frozen=True, slots=True)
class GivenPage:
    """A page that was fetched because somebody asked for it, with what is known of it."""

    page: Fetched
    id: str | None = None
    lang: str | None = None
    published: str | None = None

    def given(self) -> Given:
        """What is stated, as the reader takes it; errors as of `Handed`."""
        return Given(self.id, self.lang, PartialDate.parse(self.published) if self.published else None)

    def item(self) -> SourceItem:
        """The page as an item to read; errors as of `Handed`."""
        return fetched_item(self.page)


def read_given(text: Handed) -> Reading:
    """Read a text and keep nothing.

    Raises:
        SourceError: there is nothing in it to read.
        UnknownLanguage: its language is stated, and cannot be read.
        ValueError: the day of publication is no date.
    """
    return read_item(text.item(), text.given())


def entry_of_given(text: Handed) -> Entry:
    """Read a text as `Workspace.add_entries` keeps it; errors as of `read_given`."""
    return entry_of(text.item(), text.given())
