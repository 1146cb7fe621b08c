"""What one reading adds to the record: its people, reports, claims, trips and quotations under ids that content gives.

People are still those of the document: `principals`, `people`, `traveller` and `speaker` hold ids of appearances.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hoedong.model.account import Citation, ResolvedClaim, ResolvedQuote, ResolvedReport, ResolvedTrip
from hoedong.model.appearance import Appearance, OrganisationAppearance, Post
from hoedong.model.claim import Claim
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.encounter import EncounterReport
from hoedong.model.evidence import Evidence
from hoedong.model.person import Organisation, Person
from hoedong.model.quotation import Quotation
from hoedong.model.reading import Reading
from hoedong.model.span import Span
from hoedong.model.time import PartialDate
from hoedong.model.trip import Trip
from hoedong.record.ids import content_id, numbered


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that one document contributes."""

    document: str
    published: PartialDate | None
    people: tuple[Appearance, ...]
    organisations: tuple[OrganisationAppearance, ...]
    reports: tuple[ResolvedReport, ...]
    claims: tuple[ResolvedClaim, ...]
    trips: tuple[ResolvedTrip, ...]
    quotes: tuple[ResolvedQuote, ...]
    diagnostics: tuple[Diagnostic, ...]


def facts_of(reading: Reading, document: str) -> Facts:
    """The facts of a reading, for the document of this id in the record."""
    return _Projection(reading, document).facts()


class _Projection:
    """Turns local ids and spans of one reading into content-derived ids and words."""

    def __init__(self, reading: Reading, document: str) -> None:
        self.reading = reading
        self.document = document
        self.page = reading.document
        self.published = self.page.publication.value
        people = numbered(content_id("p", document, person.name) for person in reading.people)
        self.people: Mapping[str, str] = {person.id: id_ for person, id_ in zip(reading.people, people, strict=True)}
        self.report_ids = self._report_ids()

    def facts(self) -> Facts:
        reading = self.reading
        return Facts(
            document=self.document,
            published=self.published,
            people=tuple(self._appearance(person) for person in reading.people),
            organisations=self._organisations(reading.organisations),
            reports=tuple(self._report(order, report) for order, report in enumerate(reading.encounters)),
            claims=self._claims(reading.claims),
            trips=self._trips(reading.trips),
            quotes=self._quotes(reading.quotes),
            diagnostics=reading.diagnostics,
        )

    def _words(self, spans: Sequence[Span]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.page[span] for span in spans))

    def _citations(self, evidence: Sequence[Evidence]) -> tuple[Citation, ...]:
        return tuple(Citation(self.document, item.span, item.rule) for item in evidence)

    def _appearance(self, person: Person) -> Appearance:
        posts = {Post(post.organisation, post.title, post.status) for post in person.positions}
        return Appearance(
            id=self.people[person.id],
            document=self.document,
            name=person.name,
            latin=person.latin,
            forms=tuple(sorted({self.page[mention.span] for mention in person.mentions})),
            posts=tuple(sorted(posts, key=_post_order)),
            published=self.published,
        )

    def _organisations(self, organisations: Sequence[Organisation]) -> tuple[OrganisationAppearance, ...]:
        ids = numbered(content_id("o", self.document, one.name) for one in organisations)
        return tuple(
            OrganisationAppearance(
                id=id_,
                document=self.document,
                name=one.name,
                forms=tuple(sorted({self.page[mention.span] for mention in one.mentions})),
                published=self.published,
            )
            for id_, one in zip(ids, organisations, strict=True)
        )

    def _report_ids(self) -> Mapping[str, str]:
        """A report is named by who met and by the first words that say so."""
        reports = self.reading.encounters
        ids = numbered(
            content_id("e", self.document, *sorted(self._people(report.principals)), *_first_span(report.evidence))
            for report in reports
        )
        return {report.id: id_ for report, id_ in zip(reports, ids, strict=True)}

    def _people(self, local: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.people[one] for one in local if one in self.people)

    def _report(self, order: int, report: EncounterReport) -> ResolvedReport:
        where = report.where
        return ResolvedReport(
            id=self.report_ids[report.id],
            document=self.document,
            ordinal=order,
            status=report.status,
            mode=report.mode,
            principals=self._people(report.principals),
            attendees=self._people(report.attendees),
            parties=self._words(report.parties),
            when=report.when.value,
            place=self.page[where.spans[0]] if where.spans else None,
            city=where.city,
            country=where.country,
            topics=self._words(report.topics),
            evidence=self._citations(report.evidence),
            confidence=report.confidence,
            published=self.published,
            outlet=self.page.outlet,
        )

    def _claims(self, claims: Sequence[Claim]) -> tuple[ResolvedClaim, ...]:
        ids = numbered(content_id("c", self.document, claim.kind, *_first_span(claim.evidence)) for claim in claims)
        return tuple(
            ResolvedClaim(
                id=id_,
                document=self.document,
                kind=claim.kind,
                people=self._people(claim.people),
                value=claim.value,
                evidence=self._citations(claim.evidence),
                published=self.published,
                outlet=self.page.outlet,
            )
            for id_, claim in zip(ids, claims, strict=True)
        )

    def _trips(self, trips: Sequence[Trip]) -> tuple[ResolvedTrip, ...]:
        known = [trip for trip in trips if trip.traveller in self.people]
        ids = numbered(
            content_id("t", self.document, self.people[trip.traveller], *_first_span(trip.evidence)) for trip in known
        )
        return tuple(
            ResolvedTrip(
                id=id_,
                document=self.document,
                traveller=self.people[trip.traveller],
                start=trip.start,
                end=trip.end,
                places=self._words(trip.places),
                evidence=self._citations(trip.evidence),
                published=self.published,
                outlet=self.page.outlet,
            )
            for id_, trip in zip(ids, known, strict=True)
        )

    def _quotes(self, quotes: Sequence[Quotation]) -> tuple[ResolvedQuote, ...]:
        known = [(quote, quote.speaker) for quote in quotes if quote.speaker in self.people]
        ids = numbered(content_id("q", self.document, *quote.content) for quote, _ in known)
        return tuple(
            ResolvedQuote(
                id=id_,
                document=self.document,
                speaker=self.people[speaker or ""],
                text=self.page[quote.content],
                citation=Citation(self.document, quote.content, quote.rule),
                encounter=self.report_ids.get(quote.encounter or ""),
                published=self.published,
                outlet=self.page.outlet,
            )
            for id_, (quote, speaker) in zip(ids, known, strict=True)
        )


def _first_span(evidence: Sequence[Evidence]) -> tuple[int, ...]:
    first = min((item.span for item in evidence), default=None)
    return (first.start, first.end) if first else ()


def _post_order(post: Post) -> tuple[str, str, str]:
    return post.organisation or "", post.title or "", post.status
