"""Reading bytes that somebody hands over, without a file to name them."""

from __future__ import annotations

from io import BytesIO

from hoedong.errors import SourceError
from hoedong.ingest.source import SourceProblem, iter_sources
from hoedong.ingest.source_item import SourceItem


class Unreadable(SourceError):
    """What was handed over cannot be read; the message says why."""


def item_of(data: bytes) -> SourceItem:
    """The one document in these bytes, whatever their format.

    Raises:
        Unreadable: they are empty, no document, too long, or hold several documents.
    """
    items = iter_sources(["-"], BytesIO(data))
    found = next(items, None)
    if found is None or isinstance(found, SourceProblem):
        raise Unreadable(f"{found.message}; {found.hint}".rstrip("; ") if found else "it is empty")
    if any(isinstance(other, SourceItem) for other in items):
        raise Unreadable("it holds several documents; add the file with `hoedong add`")
    return found
