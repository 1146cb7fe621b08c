"""The record as one reads it: what every export, question and page asks of a store, and nothing that changes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from hoedong.model.account import (
    DocumentRelation,
    Encounter,
    Journey,
    RecordedDocument,
    ResolvedQuote,
    ResolvedReport,
    Verdict,
)
from hoedong.model.entity import OrganisationEntity, PersonEntity


class RecordView(Protocol):
    """The resolved record at one moment, read only.

    Every iterator is lazy and yields in the order of ids (a verdict has the id of its claim; relations go by source,
    target and kind), whatever the order in which documents came. Two iterations of one view yield the same.
    """

    def people(self) -> Iterator[PersonEntity]:
        """Everyone in the record."""

    def organisations(self) -> Iterator[OrganisationEntity]:
        """Every organisation in the record."""

    def encounters(self) -> Iterator[Encounter]:
        """Every encounter, those that a person rejected among them."""

    def reports(self, ids: Sequence[str]) -> tuple[ResolvedReport, ...]:
        """The reports with these ids, in the order asked; ids that no report has are passed over."""

    def person(self, id: str) -> PersonEntity | None:  # noqa: A002 - the word of the model
        """The person with this id, None where there is none."""

    def documents(self) -> Iterator[RecordedDocument]:
        """The latest version of every page."""

    def document(self, id: str) -> RecordedDocument | None:  # noqa: A002
        """The document with this id, an older version too; None where there is none."""

    def relations(self) -> Iterator[DocumentRelation]:
        """How documents stand to one another."""

    def journeys(self) -> Iterator[Journey]:
        """Every trip as all documents together tell it."""

    def verdicts(self) -> Iterator[Verdict]:
        """Every claim with its verdict."""

    def quotes(self) -> Iterator[ResolvedQuote]:
        """Everything that people are quoted as saying."""
