"""PDF press releases: the words of the pages, their broken lines joined to paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hoedong.ingest.formats.composed import compose
from hoedong.ingest.formats.extras import need
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.formats.reflow import Line, PrintedPage, by_columns, reflowed
from hoedong.ingest.source_item import LONGEST_TEXT, SourceProblem

MOST_PAGES = 2_000
_MAGIC = b"%PDF-"
_MAGIC_WITHIN = 1024
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\S+")
_UNSEEN = str.maketrans(dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)))
"""Marks that PDFium puts for characters without a meaning and for hyphens at line ends."""


def is_pdf(material: Material) -> bool:
    """Whether a PDF header stands within the first 1,024 bytes, as the standard allows."""
    return _MAGIC in material.head[:_MAGIC_WITHIN]


def read_pdf(material: Material) -> Iterator[Found]:
    """The one document of a PDF file. No script in it is run, no form filled, nothing fetched.

    Raises:
        Refused: it has a password, is broken or too long, or the extra is missing.
    """
    pdfium = need(material, "pypdfium2", "pdf")
    try:
        document = pdfium.PdfDocument(material.whole())
    except pdfium.PdfiumError as error:
        raise material.refused("source.broken", f"the PDF cannot be opened ({error})") from error
    try:
        lines = reflowed(_pages(material, document))
    finally:
        document.close()
    if not lines:
        hint = "recognise its words first (OCR)"
        yield SourceProblem("source.no-text", material.name, "the PDF holds no words; it may be a scan", hint)
    else:
        yield compose(material.name, [(line, None) for line in lines])


def _pages(material: Material, document: Any) -> list[PrintedPage]:
    if len(document) > MOST_PAGES:
        raise material.refused("source.too-long", f"it has {len(document):,} pages, more than {MOST_PAGES:,}")
    pages, length = [], 0
    for number in range(len(document)):
        page = _printed(document[number])
        pages.append(page)
        length += sum(len(line.words) for line in page.lines)
        if length > LONGEST_TEXT:
            raise material.refused("source.too-long", f"it holds more than {LONGEST_TEXT:,} characters")
    return pages


def _printed(page: Any) -> PrintedPage:
    text = page.get_textpage()
    try:
        words = str(text.get_text_range())
        if len(words) != text.count_chars():
            return by_columns(words.translate(_UNSEEN).splitlines())
        return PrintedPage(tuple(_lines(text, words)), page.get_width())
    finally:
        text.close()
        page.close()


def _lines(text: Any, words: str) -> Iterator[Line]:
    """The lines with their places on the paper; `words` has the characters of `text` in the same order."""
    for match in _LINE.finditer(words):
        line = match.group().translate(_UNSEEN)
        first = _WORD.search(words, match.start(), match.end())
        if first is None or not line.strip():
            continue
        last = match.start() + len(match.group().rstrip())
        left, right = text.get_charbox(first.start())[0], text.get_charbox(last - 1)[2]
        yield Line(line, left, right, text.get_charbox(first.end() - 1)[2] - left)
