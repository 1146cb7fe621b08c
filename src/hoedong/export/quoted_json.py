"""Answers of the record for programs elsewhere: as `record_json`, every citation with the words around it.

A program that keeps a citation can find its words again in a page whose offsets have moved: `exact`, `prefix` and
`suffix` are those of the W3C Web Annotation model, `start` and `end` are code points of the document's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hoedong.export.record.pages import Pages
from hoedong.export.record.plain import Json, Plain
from hoedong.export.record_json import RecordJson, answer, diagnostics_json, document_json
from hoedong.model.account import Citation, RecordedDocument
from hoedong.model.answer import Found, SearchResult, Snippet
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.span import Span
from hoedong.record.view import RecordView

AROUND = 32
"""Code points before and after the words."""


class QuotedJson(RecordJson):
    """Turns answers into plain dictionaries, with the words around every citation."""

    def __init__(self, view: RecordView) -> None:
        super().__init__(view)
        self._plain = _QuotingPlain(Pages(view))

    def value(self, value: object) -> object:
        """Any noun, or several."""
        return self._plain.value(value)

    def search(self, result: SearchResult) -> Json:
        """People that the question names, and documents with snippets."""
        return answer(people=self._plain.value(result.people), documents=list(map(_found, result.documents)))

    def diagnostics(
        self, found: Iterable[tuple[str, Diagnostic]], documents: Mapping[str, RecordedDocument], *, has_more: bool
    ) -> Json:
        """Places that were not understood; `more` says that the limit left some out."""
        listed = list(found)
        plain = diagnostics_json(listed, documents)
        places = zip(plain["diagnostics"], listed, strict=True)
        quoted = [{**one, **_around(documents.get(id_), diagnostic.span)} for one, (id_, diagnostic) in places]
        return {**plain, "diagnostics": quoted, "more": has_more}


class _QuotingPlain(Plain):
    def _citation(self, citation: Citation) -> Json:
        words = self._pages.excerpt(citation)
        around = {
            "exact": words and words.exact,
            "prefix": words and words.prefix,
            "suffix": words and words.suffix,
        }
        return {**super()._citation(citation), **around}


def quoted(page: RecordedDocument, span: Span) -> Json:
    """Words of a document with where they stand and what stands around them."""
    return {
        "document": page.id,
        "start": span.start,
        "end": span.end,
        "text": page[span],
        **_around(page, span),
    }


def _around(page: RecordedDocument | None, span: Span | None) -> Json:
    if page is None or span is None:
        return {"exact": None, "prefix": None, "suffix": None}
    before = page.text[max(0, span.start - AROUND) : span.start]
    return {"exact": page[span], "prefix": before, "suffix": page.text[span.end : span.end + AROUND]}


def _found(found: Found) -> Json:
    return {
        "document": document_json(found.document),
        "score": found.score,
        "snippets": [_snippet(found.document, snippet) for snippet in found.snippets],
    }


def _snippet(page: RecordedDocument, snippet: Snippet) -> Json:
    return {**quoted(page, snippet.span), "highlights": [quoted(page, span) for span in snippet.highlights]}
