"""Reading bytes or a fetched page that somebody hands over, without a file to name them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from hoedong.errors import SourceError, UnsupportedSource
from hoedong.ingest.source import SourceProblem, iter_sources
from hoedong.ingest.source_item import SourceItem
from hoedong.workspace.fetching import fetched_item

if TYPE_CHECKING:
    from hoedong.fetch.answer import Fetched


class Unreadable(SourceError):
    """What was handed over cannot be read; the message says why."""


def item_of(data: bytes | Fetched) -> SourceItem:
    """The one document in these bytes, or in a page that was fetched, whatever their format.

    Raises:
        Unreadable: they are empty, no document, too long, or hold several documents.
    """
    if not isinstance(data, bytes):
        return _item_of_page(data)
    items = iter_sources(["-"], BytesIO(data))
    found = next(items, None)
    if found is None or isinstance(found, SourceProblem):
        raise Unreadable(f"{found.message}; {found.hint}".rstrip("; ") if found else "it is empty")
    if any(isinstance(other, SourceItem) for other in items):
        raise Unreadable("it holds several documents; add the file with `hoedong add`")
    return found


def _item_of_page(page: Fetched) -> SourceItem:
    try:
        return fetched_item(page)
    except UnsupportedSource as error:
        raise Unreadable(str(error)) from None
