"""What a search found: documents with snippets, the words looked for in bold, or in «» where there is no bold type."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from hoedong.export.entry_grid import Row, add_rows, entry_grid, padded, remark
from hoedong.export.record_wording import counted, day_words, introduced, outlet_words
from hoedong.model.account import RecordedDocument
from hoedong.model.answer import Found, SearchResult, Snippet
from hoedong.model.span import Span


def search_list(result: SearchResult, *, is_bold: bool) -> RenderableType:
    """Documents, the best first; `is_bold` says that the terminal can show bold type."""
    return Group(*_parts(result, is_bold=is_bold))


def _parts(result: SearchResult, *, is_bold: bool) -> Iterator[RenderableType]:
    for person in result.people:
        yield remark(f"in the question: {introduced(person)}, {person.id}")
    if result.people:
        yield Text()
    for found in result.documents:
        yield _found(found, is_bold=is_bold)
    yield remark(counted(len(result.documents), "document") if result.documents else "no document on record")


def _found(found: Found, *, is_bold: bool) -> RenderableType:
    page, grid = found.document, entry_grid()
    grid.add_row("", Text(day_words(page.published), style="bold"), Text(page.title or page.id, style="bold"))
    add_rows(grid, _snippets(found, is_bold=is_bold))
    add_rows(grid, [("document", Text(f"{page.id}, {outlet_words(page)}", style="dim"))])
    return padded(grid)


def _snippets(found: Found, *, is_bold: bool) -> Iterator[Row]:
    for snippet in found.snippets:
        yield "", highlighted(found.document, snippet, is_bold=is_bold)


def highlighted(page: RecordedDocument, snippet: Snippet, *, is_bold: bool) -> Text:
    """The words of a snippet; what was looked for stands out."""
    text, at = Text(), snippet.span.start
    before, after = ("", "") if is_bold else ("«", "»")
    for span in snippet.highlights:
        text.append(page[Span(at, span.start)])
        text.append(f"{before}{page[span]}{after}", style="bold")
        at = span.end
    return text.append(page[Span(at, snippet.span.end)])
