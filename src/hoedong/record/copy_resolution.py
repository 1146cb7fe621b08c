"""Keeps groups of copies in step with the documents that come and go: a wire story and its reprints are one witness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hoedong.model.document import Document
from hoedong.record.closure import Neighbourhood, closed_sets
from hoedong.record.ids import block_hash
from hoedong.record.protocol import CopyRow, DocumentTable, Ledger
from hoedong.resolve.copies import ARE_COPIES, body_text, copy_bands, copy_signature, similarity


class CopyResolution:
    """One batch of changes: include and exclude documents, then settle once."""

    def __init__(self, table: DocumentTable, ledger: Ledger) -> None:
        self._table = table
        self._ledger = ledger
        self._changed: set[int] = set()

    def include(self, number: int, document: Document) -> None:
        """Take a document in; one without a body copies nothing."""
        body = body_text(document)
        if body:
            signature = copy_signature(body)
            self._table.add_signature(number, signature, map(block_hash, copy_bands(signature)))
            self._changed.add(number)

    def exclude(self, number: int) -> None:
        """Take a document out; those that were its copies are looked at again."""
        group = self._table.states([number]).get(number, (None, ""))[1]
        self._changed.update(self._table.in_groups([group]) if group else ())
        self._changed.discard(number)

    def settle(self) -> set[int]:
        """Group what changed; the documents that are in another group than before."""
        near = Neighbourhood(self._table.band_mates, self._load, _bands, _bands, _are_copies)
        moved: set[int] = set()
        for closed in closed_sets(self._changed, near):
            moved |= self._settle_group(sorted(closed))
        self._changed.clear()
        return moved

    def _load(self, numbers: Sequence[int]) -> Mapping[int, CopyRow]:
        return {row.document: row for row in self._table.signatures(numbers)}

    def _settle_group(self, numbers: Sequence[int]) -> set[int]:
        """A group bears the smallest id among its documents; a document by itself is in none."""
        group = min(one.id for one in self._ledger.documents(numbers).values()) if len(numbers) > 1 else ""
        states = self._table.states(numbers)
        moved = {number for number in numbers if number in states and states[number][1] != group}
        for number in moved:
            self._table.set_group(number, group)
        return moved


def _bands(row: CopyRow) -> tuple[str, ...]:
    return copy_bands(row.signature)


def _are_copies(one: CopyRow, other: CopyRow) -> bool:
    return similarity(one.signature, other.signature) >= ARE_COPIES
