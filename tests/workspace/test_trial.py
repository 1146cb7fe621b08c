"""Bytes that somebody hands over: one document, whatever its format."""

from __future__ import annotations

import pytest

from archive_files import zipped
from format_files import BODY, FIRST
from hoedong.workspace.trial import Unreadable, item_of
from office_files import hwpx


@pytest.mark.parametrize("data", [BODY.encode(), hwpx([FIRST]), zipped({"1.txt": BODY.encode()})])
def test_a_document_of_any_format_is_taken(data: bytes) -> None:
    """A text, a Hangul document and an archive of one file are one document each."""
    assert FIRST in item_of(data).text


def test_several_documents_are_refused() -> None:
    """Of several documents none is dropped in silence."""
    with pytest.raises(Unreadable, match="several documents"):
        item_of(zipped({"1.txt": BODY.encode(), "2.txt": BODY.encode()}))


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", zipped({})])
def test_what_holds_no_document_is_refused_with_the_reason(data: bytes) -> None:
    """Nothing, a picture and an empty archive are told as what they are."""
    with pytest.raises(Unreadable, match=r"empty|picture|no documents"):
        item_of(data)
