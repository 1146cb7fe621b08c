"""Which earlier documents a correction or retraction means."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final

from hoedong.model.account import DocumentRelation, RecordedDocument, RelationKind
from hoedong.model.correction import CorrectionKind, CorrectionNotice

ALIKE_TITLES: Final = 0.8
"""The share of the shorter title's letter pairs that the longer one has: notices shorten headlines."""
_SHORTEST_TITLE: Final = 4
_SHARED_PEOPLE: Final = 2
_DAYS_IN_PRINT: Final = 1  # the paper of the 12th stands on the net on the 11th
_MARK: Final = re.compile(r"^\s*[\[(【<][^\])】>]{1,8}[\])】>]|[\[(【<][^\])】>]{1,8}[\])】>]\s*$")
"""A short note in brackets before or after a headline: [단독], (종합2보)."""
_KINDS: Final = {
    CorrectionKind.CORRECTION: RelationKind.CORRECTS,
    CorrectionKind.RETRACTION: RelationKind.RETRACTS,
}


def corrected_documents(
    notice: CorrectionNotice,
    candidates: Iterable[RecordedDocument],
    people: Mapping[str, Collection[str]] | None = None,
) -> tuple[str, ...]:
    """The ids of the documents that a notice corrects or withdraws, sorted; none where that is not certain.

    An address decides by itself. Else the outlet must be the same, the document not later than the notice, and its
    title one that the notice quotes, or its day one that the notice names together with at least two of the notice's
    people (`people`: document → people of the record; the notice's own under its document). Several documents are
    meant only where they are versions or copies of one text.
    """
    others = sorted((one for one in candidates if one.id != notice.document), key=lambda one: one.id)
    by_address = [one for one in others if one.url is not None and _address(one.url) in map(_address, notice.urls)]
    if by_address:
        return _if_one_text(by_address)
    own = [one for one in others if _may_be_its_own(notice, one)]
    titled = _by_title(notice, own)
    if notice.titles:
        return titled
    return _if_one_text([one for one in own if _is_of_named_day(notice, one) and _shares_people(notice, one, people)])


def correction_relations(notice: CorrectionNotice, documents: Iterable[str]) -> tuple[DocumentRelation, ...]:
    """What a notice does to the documents that it means, as relations of the record."""
    return tuple(DocumentRelation(notice.document, document, _KINDS[notice.kind]) for document in documents)


def _by_title(notice: CorrectionNotice, own: Sequence[RecordedDocument]) -> tuple[str, ...]:
    """The documents of each quoted title; where the notice names days as well, those of such a day."""
    found: set[str] = set()
    for title in notice.titles:
        alike = [one for one in own if one.title is not None and titles_match(title, one.title)]
        dated = [one for one in alike if _is_of_named_day(notice, one)]
        found |= set(_if_one_text(dated or ([] if notice.dates and _all_dated(alike) else alike)))
    return tuple(sorted(found))


def _all_dated(documents: Sequence[RecordedDocument]) -> bool:
    return all(one.published is not None for one in documents)


def titles_match(quoted: str, title: str) -> bool:
    """Whether a quoted headline is that of a document, which may carry marks of its version, or be longer.

    >>> titles_match("한가람-도하나 심야 회동", "[단독] 한가람·도하나 심야 회동(종합)")
    True
    """
    one, other = _letters(quoted), _letters(title)
    if min(len(one), len(other)) < _SHORTEST_TITLE:
        return False
    pairs, others = _pairs(one), _pairs(other)
    return len(pairs & others) >= ALIKE_TITLES * min(len(pairs), len(others)) and 2 * len(one) >= len(other)


def _letters(title: str) -> str:
    return "".join(filter(str.isalnum, _MARK.sub("", title))).casefold()


def _pairs(letters: str) -> set[str]:
    return {letters[at : at + 2] for at in range(len(letters) - 1)}


def _may_be_its_own(notice: CorrectionNotice, one: RecordedDocument) -> bool:
    """Whether a document is of the notice's outlet, and no later: newsrooms put right what they wrote themselves."""
    if notice.outlet is None or one.outlet is None or _letters(notice.outlet) != _letters(one.outlet):
        return False
    if notice.published is None or one.published is None:
        return True
    return one.published.first_day() <= notice.published.last_day()


def _is_of_named_day(notice: CorrectionNotice, one: RecordedDocument) -> bool:
    if one.published is None or one.published.day is None:
        return False
    day = one.published.first_day()
    return any(0 <= (date.first_day() - day).days <= _DAYS_IN_PRINT for date in notice.dates if date.day is not None)


def _shares_people(
    notice: CorrectionNotice, one: RecordedDocument, people: Mapping[str, Collection[str]] | None
) -> bool:
    named = people or {}
    shared = set(named.get(notice.document, ())) & set(named.get(one.id, ()))
    return len(shared) >= _SHARED_PEOPLE


def _if_one_text(documents: Sequence[RecordedDocument]) -> tuple[str, ...]:
    """The ids where all documents are versions of one page, or copies of one text; none otherwise."""
    for mark in _SAME_TEXT:
        if len({mark(one) or one.id for one in documents}) == 1:
            return tuple(sorted(one.id for one in documents))
    return ()


_SAME_TEXT: Final[tuple[Callable[[RecordedDocument], str | None], ...]] = (
    lambda one: one.key,
    lambda one: one.copies,
)


def _address(url: str) -> str:
    """An address without what does not name the page."""
    bare = re.sub(r"^https?://(?:www\.|m\.)?", "", url.strip().casefold())
    return bare.split("#", 1)[0].rstrip("/.,)")
