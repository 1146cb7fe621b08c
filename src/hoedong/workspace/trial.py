"""Reading bytes that somebody hands over, without a file to name them."""

from __future__ import annotations

from io import BytesIO

from hoedong.errors import SourceError
from hoedong.ingest.source import SourceProblem, iter_sources
from hoedong.ingest.source_item import SourceItem


class Unreadable(SourceError):
    """What was handed over cannot be read; the message says why."""


def item_of(data: bytes) -> SourceItem:
    """The one document in these bytes: a text, a saved page, or the first line of a corpus.

    Raises:
        Unreadable: they are empty, no text, or too long.
    """
    found = next(iter_sources(["-"], BytesIO(data)), None)
    if found is None or isinstance(found, SourceProblem):
        raise Unreadable(f"{found.message}; {found.hint}".rstrip("; ") if found else "it is empty")
    return found
