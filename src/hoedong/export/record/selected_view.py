"""The selected part of the record, itself a view of a record: encounters first, then all that they bring along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.model.account import (
    DocumentRelation,
    Encounter,
    Journey,
    RecordedDocument,
    ResolvedQuote,
    ResolvedReport,
    Review,
    Verdict,
)
from hoedong.model.entity import OrganisationEntity, PersonEntity
from hoedong.model.time import DateInterval
from hoedong.record.view import RecordView


def selected(view: RecordView, selection: Selection) -> RecordView:
    """The part of the record that the selection asks for."""
    return view if selection == EVERYTHING else SelectedView(view, selection)


def believed(view: RecordView) -> Iterator[Encounter]:
    """The encounters that no person rejected."""
    return (encounter for encounter in view.encounters() if encounter.review is not Review.REJECTED)


def journey_period(journey: Journey) -> DateInterval | None:
    """The days of a journey; of one known end that day alone, None where both ends are unknown."""
    start, end = journey.start or journey.end, journey.end or journey.start
    return None if start is None or end is None else DateInterval(start, end)


class SelectedView:
    """A view of those encounters that a selection takes, with the people, documents and words that belong to them.

    It looks at the ids of everything selected before it yields the first person or document.
    """

    def __init__(self, view: RecordView, selection: Selection) -> None:
        self._view = view
        self._selection = selection

    def encounters(self) -> Iterator[Encounter]:
        """The encounters that the selection takes."""
        return filter(self._selection.takes_encounter, self._view.encounters())

    def journeys(self) -> Iterator[Journey]:
        """The journeys of the selected people that can lie in the period."""
        takes = self._selection
        return (
            journey
            for journey in self._view.journeys()
            if takes.takes_people((journey.traveller,)) and takes.takes_period(journey_period(journey))
        )

    def verdicts(self) -> Iterator[Verdict]:
        """The claims on the selected people that were published in the period."""
        takes = self._selection
        return (
            verdict
            for verdict in self._view.verdicts()
            if takes.takes_people(verdict.claim.people) and takes.takes_day(verdict.claim.published)
        )

    def quotes(self) -> Iterator[ResolvedQuote]:
        """What was said at the selected encounters; elsewhere, what the selected people said in the period."""
        return filter(self._takes_quote, self._view.quotes())

    def people(self) -> Iterator[PersonEntity]:
        """The selected people and all who occur beside them."""
        return (person for person in self._view.people() if person.id in self._people)

    def organisations(self) -> Iterator[OrganisationEntity]:
        """The organisations in which these people hold or held a post."""
        posts = {post.organisation_id for person in self.people() for post in person.positions}
        return (one for one in self._view.organisations() if one.id in posts)

    def documents(self) -> Iterator[RecordedDocument]:
        """The documents on which all this rests."""
        return (document for document in self._view.documents() if document.id in self._documents)

    def relations(self) -> Iterator[DocumentRelation]:
        """The relations among these documents."""
        return (one for one in self._view.relations() if {one.source, one.target} <= self._documents)

    def reports(self, ids: Sequence[str]) -> tuple[ResolvedReport, ...]:
        """As of the whole record."""
        return self._view.reports(ids)

    def person(self, id: str) -> PersonEntity | None:  # noqa: A002 - the word of the model
        """As of the whole record."""
        return self._view.person(id)

    def document(self, id: str) -> RecordedDocument | None:  # noqa: A002
        """As of the whole record."""
        return self._view.document(id)

    def _takes_quote(self, quote: ResolvedQuote) -> bool:
        if quote.encounter is not None:
            return quote.encounter in self._encounters
        takes = self._selection
        return takes.takes_people((quote.speaker,)) and takes.takes_day(quote.published)

    @cached_property
    def _encounters(self) -> frozenset[str]:
        return frozenset(encounter.id for encounter in self.encounters())

    @cached_property
    def _people(self) -> frozenset[str]:
        people = set(self._selection.people)
        for encounter in self.encounters():
            people.update(encounter.people)
        for verdict in self.verdicts():
            people.update(verdict.claim.people)
        people.update(journey.traveller for journey in self.journeys())
        people.update(quote.speaker for quote in self.quotes())
        return frozenset(people)

    @cached_property
    def _documents(self) -> frozenset[str]:
        documents = {verdict.claim.document for verdict in self.verdicts()}
        for encounter in self.encounters():
            documents.update(report.document for report in self.reports(encounter.reports))
        for journey in self.journeys():
            documents.update(citation.document for citation in journey.evidence)
        documents.update(quote.document for quote in self.quotes())
        return frozenset(documents)
