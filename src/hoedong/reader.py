"""One page of news in, a complete reading out: a pure function of the text and the rule set."""

from __future__ import annotations

import hashlib
import unicodedata

from hoedong.annotate.annotator import annotate
from hoedong.extract.extractor import extract
from hoedong.ingest.plain_text import find_blocks
from hoedong.lang.registry import load_language
from hoedong.model.document import Document
from hoedong.model.reading import Reading
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
    language = load_language(lang or "ko")
    day = PartialDate.parse(published) if isinstance(published, str) else published
    publication = Publication(day, PublicationBasis.GIVEN if day else None)
    content_id = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    blocks = find_blocks(text, language.layout_rules())
    document = Document(id or content_id, text, language.code, blocks, source=source, publication=publication)
    return extract(annotate(document, language, trace), language, trace)
