"""The words that a citation points at, with what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hoedong.model.account import Citation
from hoedong.record.view import RecordView

_AROUND = 32
"""Code points before and after: enough to find words again in a page whose offsets have moved."""
_KEPT = 256


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a page: `exact` is the page's text between the offsets, `prefix` and `suffix` stand beside it."""

    exact: str
    prefix: str
    suffix: str


class Pages:
    """The pages of the record by id; the last few are kept at hand, since one page carries many facts."""

    def __init__(self, view: RecordView) -> None:
        self._document = lru_cache(maxsize=_KEPT)(view.document)

    def excerpt(self, citation: Citation) -> Excerpt | None:
        """The cited words; None where the record no longer has the page."""
        page = self._document(citation.document)
        if page is None:
            return None
        start, end = citation.span
        return Excerpt(page.text[start:end], page.text[max(0, start - _AROUND) : start], page.text[end : end + _AROUND])

    def exact(self, citation: Citation) -> str | None:
        """The cited words alone."""
        excerpt = self.excerpt(citation)
        return None if excerpt is None else excerpt.exact
