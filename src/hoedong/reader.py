"""One page of news in, a complete reading out: a pure function of the text and the rule set."""

from __future__ import annotations

import hashlib
import unicodedata

from hoedong.lang.ko.sentences import split_sentences
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.reading import Reading
from hoedong.model.span import Span
from hoedong.model.time import PartialDate, Publication, PublicationBasis
from hoedong.rules.trace import NO_TRACE, Trace


def read_document(
    raw: str,
    *,
    id: str | None = None,  # noqa: A002 - the word of the document's own field
    source: str | None = None,
    lang: str | None = None,
    published: PartialDate | str | None = None,
    url: str | None = None,
    trace: Trace = NO_TRACE,
) -> Reading:
    """Read one page."""
    text = unicodedata.normalize("NFC", raw.replace("\r\n", "\n"))
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockRole.PARAGRAPH, Span(start, start + len(line))))
            for sentence in split_sentences(text, blocks[-1].span):
                trace.missed("sentence", "placeholder", sentence, url or "")
        start += len(line) + 1
    day = PartialDate.parse(published) if isinstance(published, str) else published
    publication = Publication(day, PublicationBasis.GIVEN if day else None)
    content_id = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Reading(
        Document(id or content_id, text, lang or "ko", tuple(blocks), source=source, publication=publication)
    )
