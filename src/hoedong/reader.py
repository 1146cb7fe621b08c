"""One page of news in, a complete reading out: a pure function of the text and the rule set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hoedong.annotate.annotator import complete, outline
from hoedong.errors import UnknownLanguage
from hoedong.extract.extractor import extract
from hoedong.extract.gate import gated, may_bring_together, may_tell
from hoedong.ingest.document import make_document
from hoedong.ingest.html_metadata import PageMetadata, guessed_day, metadata_day
from hoedong.ingest.publication_date import find_publication
from hoedong.lang.protocol import Language
from hoedong.lang.registry import is_readable, load_language, readable_codes
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import BlockRole, Document
from hoedong.model.reading import Reading
from hoedong.model.time import PartialDate
from hoedong.rules.trace import NO_TRACE, Trace

_NO_METADATA = PageMetadata()


def read_document(  # noqa: PLR0913 - each is a thing that a caller may know of a page
    raw: str,
    *,
    id: str | None = None,  # noqa: A002 - the word of the document's own field
    source: str | None = None,
    lang: str | None = None,
    published: PartialDate | str | None = None,
    url: str | None = None,
    page: PageMetadata = _NO_METADATA,
    roles: Sequence[BlockRole | None] = (),
    diagnostics: Sequence[Diagnostic] = (),
    trace: Trace = NO_TRACE,
    gate: bool = False,
) -> Reading:
    """Read one page.

    A page in a language that cannot be read gives its document and the diagnostic `document.unsupported-language`.

    Args:
        raw: the text as it came in.
        id: names the document; None derives an id from its content.
        source: path or URL, kept as given.
        lang: ISO 639-1 code; None lets the text tell.
        published: the day of publication where the caller knows it.
        url: the address of the page, which may hold a date.
        page: what the metadata of an HTML page says.
        roles: what the markup says each line is for, see `ingest.plain_text.find_blocks`.
        diagnostics: what was noticed while the source was decoded.
        trace: told every decision, for `hoedong explain`.
        gate: leave a page at its text where it can tell of no encounter, with the diagnostic `document.gated`.

    Raises:
        UnknownLanguage: `lang` names no language folder.
        ValueError: `published` is no date.
    """
    given = PartialDate.parse(published) if isinstance(published, str) else published
    if lang is not None and not is_readable(lang):
        raise UnknownLanguage(f"language {lang!r} cannot be read; there is: {', '.join(readable_codes())}")
    document, remarks = make_document(
        raw,
        id=id,
        source=source,
        lang=lang,
        title=page.title,
        outlet=page.outlet,
        byline=page.author,
        roles=roles,
    )
    trace.reached("decoded", len(document.text), len(document.text))
    trace.reached("blocks", len(document.blocks), len(document.blocks))
    noticed = (*diagnostics, *remarks)
    if not is_readable(document.lang):
        return Reading(document, diagnostics=noticed)
    language = load_language(document.lang)
    publication = find_publication(
        document.text, document.blocks, language, given, metadata_day(page), url, guessed_day(page)
    )
    reading = _read(replace(document, publication=publication), language, noticed, trace, gate=gate)
    trace.reached("encounters", len(reading.encounters), len(reading.encounters))
    return reading


def _read(
    document: Document, language: Language, noticed: Sequence[Diagnostic], trace: Trace, *, gate: bool
) -> Reading:
    """Read a page whose text, layout and day are known; with the gate, only as far as it can tell of an encounter."""
    if gate and not may_tell(document, language):
        return gated(document, noticed)
    known = outline(document, language, trace)
    if gate and not may_bring_together(known, language):
        return gated(document, noticed)
    return extract(complete(known, language, trace), language, trace, noticed)
