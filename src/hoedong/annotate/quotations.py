"""Direct quotations of a document, by the rules of its language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from hoedong.model.analysis import Sentence
from hoedong.model.document import Document
from hoedong.model.mention import PersonMention
from hoedong.model.quotation import Quotation
from hoedong.rules.trace import NO_TRACE, Trace


class QuotationFinder(Protocol):
    """How a language finds its quotations."""

    def __call__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[PersonMention],
        trace: Trace = ...,
    ) -> tuple[Quotation, ...]:
        """The quotations of a document in text order."""


def annotate_quotations(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[PersonMention],
    find: QuotationFinder,
    trace: Trace = NO_TRACE,
) -> tuple[Quotation, ...]:
    """Find who said what in quotation marks: each stretch of words once a speaker, in text order.

    Words that nobody could be named for are left out, as are those with nothing but marks and spaces inside.
    """
    found = find(document, sentences, sorted(mentions, key=lambda mention: mention.span), trace)
    said = {(q.content, q.speaker): q for q in found if q.speaker and document[q.content].strip()}
    return tuple(sorted(said.values(), key=lambda quotation: quotation.content))
