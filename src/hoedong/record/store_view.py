"""A store as one reads it: rows become values of the model, numbers of rows become ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from hoedong.lang.gazetteer import country_of, is_country
from hoedong.model.account import (
    DocumentRelation,
    Encounter,
    Journey,
    Participant,
    RecordedDocument,
    ResolvedClaim,
    ResolvedQuote,
    ResolvedReport,
    ResolvedTrip,
    Role,
    Verdict,
)
from hoedong.model.appearance import Appearance
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.entity import OrganisationEntity, PersonEntity
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.record.affiliations import Affiliations
from hoedong.record.codec import decode_value
from hoedong.record.ids import block_hash
from hoedong.record.protocol import EVERY, EncounterFilter, EncounterRow, Store
from hoedong.resolve.claims import check_claim
from hoedong.resolve.constraints import judgements_in_force
from hoedong.resolve.trips import days_around, join_trips

CHUNK = 500
"""Values that are turned at once while everything is gone through."""

ALL = EVERY
"""As many as there are."""

MOST_ON_JOURNEYS = 150
"""Encounters that are looked at where only the latest journeys are asked for."""

T = TypeVar("T")


class StoreView:
    """See `record.view.RecordView`; beside it, what questions about single people, pairs and encounters need."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # people and organisations

    def people(self) -> Iterator[PersonEntity]:
        """Everyone in the record, by id."""
        affiliations = Affiliations(self._store.organisations)
        for row in self._store.people.all_entities():
            yield affiliations.settled(decode_value(PersonEntity, row.body))

    def organisations(self) -> Iterator[OrganisationEntity]:
        """Every organisation in the record, by id."""
        for row in self._store.organisations.all_entities():
            yield decode_value(OrganisationEntity, row.body)

    def person(self, id: str) -> PersonEntity | None:  # noqa: A002 - the word of the model
        """The person with this id, or with an appearance of this id; None where there is none."""
        return self.people_by_id([id]).get(id)

    def organisation(self, id: str) -> OrganisationEntity | None:  # noqa: A002
        """The organisation with this id, or with an appearance of this id; None where there is none."""
        number = self._store.organisations.entity_of(id)
        row = self._store.organisations.entities([number]).get(number) if number is not None else None
        return decode_value(OrganisationEntity, row.body) if row else None

    def people_by_id(self, ids: Iterable[str]) -> Mapping[str, PersonEntity]:
        """People by the ids that were asked for; ids that nobody has are left out."""
        numbers = {id_: number for id_ in ids if (number := self._store.people.entity_of(id_)) is not None}
        rows = self._store.people.entities(list(numbers.values()))
        affiliations = Affiliations(self._store.organisations)
        people = {number: affiliations.settled(decode_value(PersonEntity, row.body)) for number, row in rows.items()}
        return {id_: people[number] for id_, number in numbers.items()}

    def people_named(self, keys: Sequence[str], limit: int) -> tuple[PersonEntity, ...]:
        """People whose names can be looked up by any of these keys, those with most documents first.

        There may be hundreds, so the organisations where they hold posts have no ids: see `affiliated`.
        """
        rows = self._store.people.find([block_hash(key) for key in keys], limit)
        return tuple(decode_value(PersonEntity, row.body) for row in rows)

    def affiliated(self, people: Iterable[PersonEntity]) -> list[PersonEntity]:
        """People with the ids of the organisations where they hold posts."""
        return list(map(Affiliations(self._store.organisations).settled, people))

    def organisations_named(self, keys: Sequence[str], limit: int) -> tuple[OrganisationEntity, ...]:
        """Organisations whose names can be looked up by any of these keys, those with most documents first."""
        rows = self._store.organisations.find([block_hash(key) for key in keys], limit)
        return tuple(decode_value(OrganisationEntity, row.body) for row in rows)

    def documents_of_person(self, id: str, limit: int) -> tuple[RecordedDocument, ...]:  # noqa: A002
        """The latest documents in which a person appears."""
        number = self._store.people.entity_of(id)
        found = self._store.search.documents_of(number, limit) if number is not None else ()
        documents = self._store.ledger.documents(found)
        return tuple(documents[one] for one in found)

    def appearances_of(self, id: str) -> tuple[Appearance, ...]:  # noqa: A002
        """A person as each document presents them, by day of publication and id: what judgements are about."""
        number = self._store.people.entity_of(id)
        profiles = self._store.people.profiles_of([number]) if number is not None else ()
        found = [decode_value(Appearance, body) for _, body in self._store.people.appearance_bodies(profiles)]
        return tuple(sorted(found, key=lambda one: (str(one.published or "9999"), one.id)))

    # encounters

    def encounters(self) -> Iterator[Encounter]:
        """Every encounter, by id."""
        for rows in _chunks(self._store.encounters.all_encounters()):
            yield from self._with_ids(rows)

    def encounter(self, id: str) -> Encounter | None:  # noqa: A002
        """The encounter with this id, or with a report of this id; None where there is none."""
        number = self._store.encounters.encounter_of(id)
        rows = self._store.encounters.encounters([number]) if number is not None else ()
        return next(iter(self._with_ids(rows)), None)

    def find_encounters(
        self,
        people: Sequence[str] = (),
        wanted: EncounterFilter = EncounterFilter(),  # noqa: B008 - frozen
        limit: int = ALL,
        offset: int = 0,
        *,
        newest_first: bool = True,
    ) -> tuple[Encounter, ...]:
        """Encounters at which all of these people were, in order of date, unknown dates last."""
        asked = self._filter(people, wanted)
        if asked is None:
            return ()
        return self._with_ids(self._store.encounters.find(asked, limit, offset, newest_first=newest_first))

    def count_encounters(self, people: Sequence[str] = (), wanted: EncounterFilter = EncounterFilter()) -> int:  # noqa: B008
        """At how many encounters all of these people were."""
        asked = self._filter(people, wanted)
        return 0 if asked is None else self._store.encounters.count(asked)

    def _filter(self, people: Sequence[str], wanted: EncounterFilter) -> EncounterFilter | None:
        numbers = [self._store.people.entity_of(one) for one in people]
        known = tuple(dict.fromkeys(number for number in numbers if number is not None))
        return None if None in numbers else replace(wanted, people=known)

    def _with_ids(self, rows: Sequence[EncounterRow]) -> tuple[Encounter, ...]:
        numbers = {int(person) for row in rows for person in row.encounter.people}
        ids = self._ids(numbers)
        return tuple(_with_people(row.encounter, ids) for row in rows)

    def _ids(self, numbers: Iterable[int]) -> Mapping[str, str]:
        rows = self._store.people.entities(sorted(numbers))
        return {str(number): row.id for number, row in rows.items()}

    def reports(self, ids: Sequence[str]) -> tuple[ResolvedReport, ...]:
        """The reports with these ids, in the order asked; ids that no report has are passed over."""
        numbers = self._store.encounters.report_numbers(ids)
        rows = self._store.encounters.reports(sorted(numbers.values()))
        people = self._ids({int(person) for row in rows for person in row.report.people})
        found = {row.report.id: _report_with_people(row.report, people) for row in rows}
        return tuple(found[id_] for id_ in ids if id_ in found)

    def neighbours(self, person: str, limit: int) -> tuple[tuple[PersonEntity, int], ...]:
        """With whom a person met most, and how often."""
        number = self._store.people.entity_of(person)
        pairs = self._store.encounters.neighbours(number, limit) if number is not None else ()
        rows = self._store.people.entities([other for other, _ in pairs])
        return tuple((decode_value(PersonEntity, rows[other].body), count) for other, count in pairs)

    def ties_among(self, people: Sequence[str]) -> tuple[tuple[str, str, int], ...]:
        """The pairs within a group and how often they met; ids as asked."""
        numbers = {self._store.people.entity_of(one): one for one in people}
        pairs = self._store.encounters.pairs_among([number for number in numbers if number is not None])
        return tuple((numbers[one], numbers[other], count) for one, other, count in pairs)

    def busiest_pairs(self, limit: int) -> tuple[tuple[PersonEntity, PersonEntity, int], ...]:
        """The pairs that met most."""
        pairs = self._store.encounters.busiest_pairs(limit)
        rows = self._store.people.entities([number for one, other, _ in pairs for number in (one, other)])
        people = {number: decode_value(PersonEntity, row.body) for number, row in rows.items()}
        return tuple((people[one], people[other], count) for one, other, count in pairs)

    # documents

    def documents(self) -> Iterator[RecordedDocument]:
        """The latest version of every page, by id."""
        after = ""
        while found := self.documents_after(after, CHUNK):
            yield from found
            after = found[-1].id

    def documents_after(self, id: str, limit: int) -> tuple[RecordedDocument, ...]:  # noqa: A002
        """The latest versions of the pages that come next after this id; "" begins."""
        numbers = self._store.documents.current(id, limit)
        found = self._store.ledger.documents(numbers)
        return tuple(found[number] for number in numbers)

    def document(self, id: str) -> RecordedDocument | None:  # noqa: A002
        """The document with this id, an older version too; None where there is none."""
        return self._store.ledger.document(id)

    def versions(self, document: RecordedDocument) -> tuple[RecordedDocument, ...]:
        """All versions of the page that a document is of, in order of arrival."""
        return self._store.ledger.versions(document.key) if document.key else (document,)

    def relations(self) -> Iterator[DocumentRelation]:
        """How documents stand to one another."""
        yield from self._store.documents.relations()

    # what is stated

    def quotes(self) -> Iterator[ResolvedQuote]:
        """Everything that people are quoted as saying, by id."""
        for quotes in _chunks(self._store.statements.quotes()):
            yield from self._spoken(quotes)

    def quotes_of(self, person: str, latest: int = ALL) -> tuple[ResolvedQuote, ...]:
        """What a person is quoted as saying, by id; where there is more, what was published latest."""
        number = self._store.people.entity_of(person)
        return self._spoken(self._store.statements.quotes_of(number, latest)) if number is not None else ()

    def quotes_at(self, encounter: Encounter) -> tuple[ResolvedQuote, ...]:
        """What was said at an encounter, by id."""
        return tuple(one for one in self.quotes_beside(encounter.reports) if one.encounter in encounter.reports)

    def quotes_beside(self, reports: Sequence[str]) -> tuple[ResolvedQuote, ...]:
        """What is quoted in the documents of these reports, by id."""
        return self._spoken(self._store.statements.quotes_beside(reports))

    def _spoken(self, quotes: Sequence[ResolvedQuote]) -> tuple[ResolvedQuote, ...]:
        ids = self._ids({int(quote.speaker) for quote in quotes})
        return tuple(replace(quote, speaker=ids[quote.speaker]) for quote in quotes)

    def claim(self, id: str) -> ResolvedClaim | None:  # noqa: A002
        """The claim with this id, None where there is none."""
        claim = self._store.statements.claim(id)
        return self._claimed([claim])[0] if claim else None

    def verdicts(self) -> Iterator[Verdict]:
        """Every claim with its verdict, by id of the claim."""
        for claims in _chunks(self._store.statements.claims()):
            yield from self._judged(claims)

    def verdicts_about(self, people: Sequence[str], latest: int = ALL) -> tuple[Verdict, ...]:
        """The claims about all of these people, with their verdicts, by id; where there are more, the latest."""
        return tuple(self._judged(self._shared_claims(people, latest)))

    def claims_about(self, people: Sequence[str], latest: int = ALL) -> tuple[ResolvedClaim, ...]:
        """The claims about all of these people, by id, held against nothing; where there are more, the latest."""
        return tuple(self._claimed(self._shared_claims(people, latest)))

    def _shared_claims(self, people: Sequence[str], latest: int) -> tuple[ResolvedClaim, ...]:
        numbers = [number for one in people if (number := self._store.people.entity_of(one)) is not None]
        return self._store.statements.shared_claims(numbers, latest) if numbers else ()

    def verdicts_on(self, claims: Iterable[str]) -> tuple[Verdict, ...]:
        """The verdicts on the claims with these ids, in the order asked; ids of no claim are passed over."""
        found = [claim for id_ in claims if (claim := self._store.statements.claim(id_)) is not None]
        return tuple(self._judged(found))

    def verdicts_on_any(self, people: Sequence[str], limit: int) -> tuple[Verdict, ...]:
        """The claims about any of these people, with their verdicts, by id, no more than so many."""
        numbers = [number for one in people if (number := self._store.people.entity_of(one)) is not None]
        return tuple(self._judged(list(islice(self._store.statements.claims(numbers), limit)))) if numbers else ()

    def _judged(self, claims: Sequence[ResolvedClaim]) -> Iterator[Verdict]:
        overrides = self._overrides()
        shared: dict[tuple[str, ...], tuple[Encounter, ...]] = {}  # many claims are about the same two people
        for claim in self._claimed(claims):
            if claim.people not in shared:
                found = self.find_encounters(claim.people, newest_first=False) if claim.people else ()
                shared[claim.people] = found
            yield check_claim(claim, shared[claim.people], overrides.get(claim.id))

    def _claimed(self, claims: Sequence[ResolvedClaim]) -> list[ResolvedClaim]:
        ids = self._ids({int(person) for claim in claims for person in claim.people})
        return [replace(claim, people=tuple(ids[person] for person in claim.people)) for claim in claims]

    def _overrides(self) -> Mapping[str, str]:
        """The verdicts that people set, by claim."""
        return {
            one.left: one.value or ""
            for one in self.standing_judgements()
            if one.subject is JudgementSubject.CLAIM and one.verb is JudgementVerb.SET_VALUE
        }

    def journeys(self) -> Iterator[Journey]:
        """Every trip as all documents together tell it, by id."""
        travellers = self._ids(self._store.statements.travellers())
        found = [journey for traveller in sorted(travellers.values()) for journey in self.journeys_of(traveller)]
        yield from sorted(found, key=lambda journey: journey.id)

    def journeys_of(self, person: str, latest: int = ALL) -> tuple[Journey, ...]:
        """The trips of a person, joined from all documents, or from so many accounts that were published latest."""
        number = self._store.people.entity_of(person)
        accounts = self._store.statements.trips(number, latest) if number is not None else ()
        if number is None or not accounts:
            return ()
        id_ = self._ids([number])[str(number)]
        own = [replace(account, traveller=id_) for account in accounts]
        most = MOST_ON_JOURNEYS if latest < ALL else ALL
        return join_trips(own, self._met_about(number, own, most), country_of, is_country)

    def _met_about(self, person: int, trips: Sequence[ResolvedTrip], most: int) -> tuple[Encounter, ...]:
        """The encounters of a person that can have been on these trips, the latest where there are too many."""
        begun = self._store.encounters.begun_within
        found = [
            number
            for first, last in reversed(days_around(trips))
            for number in begun(person, str(first), str(last), most)
        ]
        return self._with_ids(self._store.encounters.encounters(found[:most]))

    # judgements and diagnostics

    def judgements(self) -> tuple[Judgement, ...]:
        """Everything that people decided, in order of moment."""
        return self._store.ledger.judgements()

    def standing_judgements(self) -> tuple[Judgement, ...]:
        """What people decided and did not undo."""
        return judgements_in_force(self._store.ledger.judgements())

    def orphaned_judgements(self) -> tuple[Judgement, ...]:
        """Standing judgements about something that no reading yields any more."""
        return tuple(one for one in self.standing_judgements() if not self._stands_on_something(one))

    def _stands_on_something(self, judgement: Judgement) -> bool:
        ids = [id_ for id_ in (judgement.left, judgement.right) if id_]
        return all(self.exists(judgement.subject, id_) for id_ in ids)

    def exists(self, subject: JudgementSubject, id_: str) -> bool:
        """Whether some reading yields what a judgement is about."""
        if subject is JudgementSubject.PERSON:
            return self._store.people.entity_of(id_) is not None
        if subject is JudgementSubject.ORGANISATION:
            return self._store.organisations.entity_of(id_) is not None
        if subject is JudgementSubject.CLAIM:
            return self._store.statements.claim(id_) is not None
        return bool(self._store.encounters.report_numbers([id_]))

    def diagnostics(self, code: str | None = None, limit: int = ALL) -> tuple[tuple[str, Diagnostic], ...]:
        """What was seen and not understood, with the document, the gravest first."""
        return self._store.statements.diagnostics(code, limit)

    def diagnostic_counts(self) -> tuple[tuple[str, str, int], ...]:
        """Code, severity, and in how many places."""
        return self._store.statements.diagnostic_counts()


def _chunks(items: Iterable[T]) -> Iterator[tuple[T, ...]]:
    iterator = iter(items)
    while chunk := tuple(islice(iterator, CHUNK)):
        yield chunk


def _with_people(encounter: Encounter, ids: Mapping[str, str]) -> Encounter:
    """Ids for numbers, principals first, those whom most reports name first; no order of rows shows."""
    participants = sorted(
        (Participant(ids[one.person], one.role, one.reports) for one in encounter.participants),
        key=lambda one: (one.role is not Role.PRINCIPAL, -one.reports, one.person),
    )
    return replace(encounter, participants=tuple(participants))


def _report_with_people(report: ResolvedReport, ids: Mapping[str, str]) -> ResolvedReport:
    return replace(
        report,
        principals=tuple(ids[one] for one in report.principals),
        attendees=tuple(ids[one] for one in report.attendees),
    )
