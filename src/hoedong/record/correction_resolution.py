"""Keeps correction and retraction notices linked to what they correct, whichever arrives first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from hoedong.lang.registry import is_readable, load_language
from hoedong.model.account import RelationKind
from hoedong.model.appearance import Appearance
from hoedong.model.correction import CorrectionNotice
from hoedong.model.document import Document
from hoedong.model.time import PartialDate
from hoedong.record.codec import decode_value, encode_value
from hoedong.record.protocol import DocumentTable, IdentityTable, Ledger
from hoedong.resolve.corrections import corrected_documents, correction_relations

REACH = dt.timedelta(days=60)
"""How long after an article a notice about it is looked for."""

_KINDS = (RelationKind.CORRECTS, RelationKind.RETRACTS)


class CorrectionResolution:
    """One batch of changes: include and exclude documents, then settle once."""

    def __init__(self, table: DocumentTable, ledger: Ledger, people: IdentityTable) -> None:
        self._table = table
        self._ledger = ledger
        self._people = people
        self._changed: set[tuple[str, PartialDate]] = set()  # outlets and days at which documents came or went

    def include(self, number: int, document: Document) -> None:
        """Take a document in, which may be a notice or what one is about; `document.id` is the id in the record."""
        self._mark(document.outlet, document.publication.value)
        notice = find_notice(document)
        if notice is not None and notice.outlet is not None and notice.published is not None:
            day = str(notice.published.first_day())
            self._table.add_notice(number, notice.outlet, day, encode_value(notice))

    def exclude(self, number: int) -> None:
        """Take a document out."""
        document = self._ledger.documents([number])[number]
        self._mark(document.outlet, document.published)

    def _mark(self, outlet: str | None, published: PartialDate | None) -> None:
        if outlet is not None and published is not None:
            self._changed.add((outlet, published))

    def settle(self) -> set[int]:
        """Link the notices that these changes concern; the documents whose relations are others than before."""
        moved: set[int] = set()
        for number, notice in sorted(self._concerned().items()):
            moved |= self._link(number, notice)
        self._changed.clear()
        return moved

    def _concerned(self) -> Mapping[int, CorrectionNotice]:
        """The notices in reach of what came or went."""
        found: dict[int, CorrectionNotice] = {}
        for outlet, day in self._changed:
            until = day.last_day() + REACH
            for number, body in self._table.notices(outlet, str(day.first_day()), str(until)):
                found[number] = decode_value(CorrectionNotice, body)
        return found

    def _link(self, number: int, notice: CorrectionNotice) -> set[int]:
        meant = [row for id_ in self._meant(notice) if (row := self._ledger.number(id_)) is not None]
        kinds = {relation.kind for relation in correction_relations(notice, [notice.document])}
        moved: set[int] = set()
        for kind in _KINDS:
            targets = meant if kind in kinds else []
            before = self._table.targets(number, kind)
            if self._table.relate(number, targets, kind):
                moved |= {number, *targets, *before}
        return moved

    def _meant(self, notice: CorrectionNotice) -> tuple[str, ...]:
        if notice.outlet is None or notice.published is None:
            return ()
        day = notice.published.last_day()
        rows = self._table.of_outlet(notice.outlet, str(notice.published.first_day() - REACH), str(day))
        candidates = self._ledger.documents(rows)
        people = {document.id: self._names_in(number) for number, document in candidates.items()}
        return corrected_documents(notice, candidates.values(), people)

    def _names_in(self, document: int) -> Collection[str]:
        """Whom a document names, as it names them: names do not change with what else is on record."""
        return {decode_value(Appearance, body).name for body in self._people.appearances_in(document)}


def find_notice(document: Document) -> CorrectionNotice | None:
    """The correction or retraction that a page is, None for any other page."""
    return load_language(document.lang).find_correction(document) if is_readable(document.lang) else None
