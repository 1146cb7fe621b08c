"""Rows of a table (CSV, spreadsheet, Parquet, a JSON list) to documents, whatever file they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from hoedong.ingest.corpus import unless_repeated
from hoedong.ingest.formats.columns import NoSuchColumn, known_columns, named_headers, plain_header
from hoedong.ingest.formats.composed import Part, compose, partial
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.formats.web_address import web_address
from hoedong.ingest.html_metadata import PageMetadata
from hoedong.ingest.language_guess import guess_language
from hoedong.ingest.source_item import SourceItem, SourceProblem
from hoedong.ingest.times import in_seoul, iso_time
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import BlockRole
from hoedong.model.time import PartialDate

BIGKINDS = frozenset(("뉴스식별자", "특성추출(가중치순상위50개)"))
"""Headers that only exports of BigKinds have."""
_OPENING = 300
"""Characters below which a body of BigKinds is the opening of an article: it gives about 200 of each."""
Key = TypeVar("Key")


def places_of(material: Material, headers: Mapping[str, Key]) -> dict[str, Key]:
    """Where the fields of a document stand in a table.

    Raises:
        Refused: no column is known to hold the text, or one that the user names is not there.
    """
    try:
        places = known_columns(headers, material.columns)
    except NoSuchColumn as error:
        raise material.refused("table.no-column", str(error)) from error
    if "text" not in places:
        there = ", ".join(str(header) for header in headers if header)
        hint = f"name it with --columns text=…; there are: {there or 'none'}"
        raise material.refused("table.no-text", "no column is known to hold the text", hint)
    return places


def holds_text(headers: Sequence[str], columns: Mapping[str, str]) -> bool:
    """Whether a line of cells is the header of a table of articles: two columns at least, one of them the text."""
    try:
        return len(headers) > 1 and "text" in known_columns(named_headers(headers), columns)
    except NoSuchColumn:
        return False


def documents_of(
    material: Material, headers: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]
) -> Iterator[Found]:
    """The documents of numbered rows of cells.

    Raises:
        Refused: as of `places_of`.
    """
    places = places_of(material, named_headers(headers))
    of_bigkinds = bool(BIGKINDS & {plain_header(header) for header in headers})
    line_of_id: dict[str, int] = {}
    for number, cells in rows:
        values = {field: cells[place].strip() for field, place in places.items() if place < len(cells)}
        if any(cell.strip() for cell in cells):
            found = document_of(material.name, number, values, of_bigkinds=of_bigkinds)
            yield unless_repeated(found, f"{material.name}:{number}", number, line_of_id)


def document_of(name: str, number: int, values: Mapping[str, str], *, of_bigkinds: bool = False) -> Found:
    """The document of one row; the title stands before the text as its headline."""
    text, title = values.get("text", ""), values.get("title", "")
    if not text:
        return SourceProblem("table.no-text", f"{name}:{number}", "the cell of the text is empty")
    parts: list[Part] = [(title, BlockRole.HEADLINE), (text, None)]
    page = _page(values, text)
    cut = of_bigkinds and len(text) < _OPENING
    remarks = (partial("BigKinds gives the opening of an article"),) if cut else ()
    item = compose(name, parts, page=page, id=values.get("id") or None, line=number, diagnostics=remarks)
    return item if isinstance(item, SourceProblem) else _dated(item, values)


def _page(values: Mapping[str, str], text: str) -> PageMetadata:
    time = iso_time(values.get("published"))
    return PageMetadata(
        title=values.get("title") or None,
        outlet=values.get("outlet") or None,
        author=values.get("author") or None,
        published=in_seoul(time) if guess_language(text) == "ko" else time,
        url=web_address(values.get("url")),
    )


def _dated(item: SourceItem, values: Mapping[str, str]) -> SourceItem:
    """The item with its language, and with a day of publication of which only the month or year is given."""
    written = values.get("published", "")
    month = _month(written) if written and item.page.published is None else None
    remarks = item.diagnostics
    if written and item.page.published is None and month is None:
        remarks = (*remarks, Diagnostic("document.bad-date", f"the table's day of publication is none: {written[:40]}"))
    return replace(item, lang=values.get("lang") or None, published=month, diagnostics=remarks)


def _month(written: str) -> str | None:
    try:
        return str(PartialDate.parse(written))
    except ValueError:
        return None
