"""Snippets of a search as a terminal and as a pipe show them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hoedong.export.search_listing import highlighted
from hoedong.model.account import RecordedDocument
from hoedong.model.answer import Snippet
from hoedong.model.span import Span


@st.composite
def snippets(draw: st.DrawFn) -> tuple[RecordedDocument, Snippet]:
    """A page and a stretch of it, with spans in text order that do not touch one another."""
    text = draw(st.text(alphabet="가나다 abc.漢", min_size=1, max_size=60))
    borders = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    inner = borders[1:-1] if len(borders) % 2 == 0 else borders[1:-2]
    highlights = tuple(Span(*pair) for pair in zip(inner[::2], inner[1::2], strict=True))
    return RecordedDocument("d1", text, "ko", "2026-03-20"), Snippet(Span(borders[0], borders[-1]), highlights)


@given(snippets())
def test_a_snippet_is_the_words_of_the_page(case: tuple[RecordedDocument, Snippet]) -> None:
    """In a terminal a snippet is exactly the page's words; in a pipe it is them with a pair of marks a highlight."""
    page, snippet = case
    marked = highlighted(page, snippet, is_bold=False).plain

    assert highlighted(page, snippet, is_bold=True).plain == page[snippet.span]
    assert marked.replace("«", "").replace("»", "") == page[snippet.span]
    assert marked.count("«") == marked.count("»") == len(snippet.highlights)


def test_what_was_found_is_bold() -> None:
    """The highlight alone is bold: 물류 of 물류 협력."""
    page = RecordedDocument("d1", "양측은 물류 협력을 논의했다.", "ko", "2026-03-20")
    text = highlighted(page, Snippet(Span(0, 12), (Span(4, 6),)), is_bold=True)

    assert [(text.plain[span.start : span.end], span.style) for span in text.spans] == [("물류", "bold")]
