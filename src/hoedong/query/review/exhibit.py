"""The words of a document that a reviewer is shown."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.model.account import Citation, RecordedDocument
from hoedong.model.mention import MentionForm
from hoedong.model.person import Person
from hoedong.model.span import Span
from hoedong.model.time import PartialDate
from hoedong.record.facts import facts_of
from hoedong.record.protocol import Store
from hoedong.record.store_view import StoreView

_AROUND = 110
"""Code points shown on each side, within the line."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Words of a document with what stands around them; `span` is where `words` stand in its text."""

    document: str
    span: Span
    before: str
    words: str
    after: str
    outlet: str | None = None
    published: PartialDate | None = None
    title: str | None = None


def exhibit_of(document: RecordedDocument, span: Span) -> Exhibit:
    """Words of a document with what stands around them in their line, cut at blanks."""
    text = document.text
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line_end = len(text) if line_end < 0 else line_end
    start, end = max(line_start, span.start - _AROUND), min(line_end, span.end + _AROUND)
    before = text[start : span.start]
    after = text[span.end : end]
    if start > line_start:
        before = "…" + before.partition(" ")[2]
    if end < line_end:
        after = after.rpartition(" ")[0] + "…"
    return Exhibit(
        document.id, span, before, document[span], after, document.outlet, document.published, document.title
    )


def exhibits_of(view: StoreView, citations: tuple[Citation, ...], most: int) -> tuple[Exhibit, ...]:
    """The first citations as exhibits; those of documents that are gone are passed over."""
    found = ((view.document(one.document), one.span) for one in sorted(citations)[:most])
    return tuple(exhibit_of(document, span) for document, span in found if document is not None)


def exhibit_of_appearance(store: Store, view: StoreView, document: str, appearance: str) -> Exhibit | None:
    """Where a document presents a person most fully; None where the reading of today no longer has the person."""
    page, number = view.document(document), store.ledger.number(document)
    stored = None if number is None else store.ledger.reading(number)
    if page is None or stored is None:
        return None
    pairs = zip(stored.reading.people, facts_of(stored.reading, document).people, strict=True)
    person = next((person for person, one in pairs if one.id == appearance), None)
    span = None if person is None else _fullest_mention(person)
    return None if span is None else exhibit_of(page, span)


def _fullest_mention(person: Person) -> Span | None:
    """The longest stretch in which the person is named, of equals the first."""
    named = [mention for mention in person.mentions if mention.form is MentionForm.NAME] or list(person.mentions)
    best = min(named, key=lambda one: (-len(one.extent), one.extent.start), default=None)
    return None if best is None else best.extent
