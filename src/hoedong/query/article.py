"""One document with all that was read in it, each fact with what the record made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hoedong.errors import UnknownId
from hoedong.lang.folder import RulePlace, language_codes, rule_places
from hoedong.model.account import (
    DocumentRelation,
    Encounter,
    RecordedDocument,
    RelationKind,
    ResolvedReport,
    Verdict,
)
from hoedong.model.entity import OrganisationEntity, PersonEntity
from hoedong.model.reading import Reading
from hoedong.record.facts import Facts, facts_of
from hoedong.record.protocol import Store
from hoedong.record.store_view import StoreView


@dataclass(frozen=True, slots=True)
class Article:
    """A document, its latest reading, and the entities and encounters that the record made of it.

    `people`, `organisations`, `encounters` and `reports` are looked up by the ids of the reading; what an older version
    of a page told is in none of them. `versions` are the other texts of the page, in order of arrival; `relations`
    lead from this document to others. `rules` tell what the rules named in the reading say.
    """

    document: RecordedDocument
    reading: Reading
    people: Mapping[str, PersonEntity]
    organisations: Mapping[str, OrganisationEntity]
    encounters: Mapping[str, Encounter]
    reports: Mapping[str, ResolvedReport]
    verdicts: tuple[Verdict, ...]
    versions: tuple[RecordedDocument, ...]
    relations: tuple[DocumentRelation, ...]
    rules: Mapping[str, RulePlace]


def article_of(store: Store, view: StoreView, id: str) -> Article:  # noqa: A002 - the word of the model
    """One document with all that was read in it.

    Raises:
        UnknownId: there is no such document, or it was taken down.
    """
    document, number = view.document(id), store.ledger.number(id)
    stored = None if number is None else store.ledger.reading(number)
    if document is None or stored is None or number is None:
        raise UnknownId(f"no document {id!r} on record")
    reading = stored.reading
    facts = facts_of(reading, id)
    return Article(
        document,
        reading,
        _people(view, reading, facts),
        _organisations(view, reading, facts),
        _encounters(view, reading, facts),
        _reports(view, reading, facts),
        view.verdicts_on([claim.id for claim in facts.claims]),
        tuple(one for one in store.ledger.versions(document.key) if one.id != id) if document.key else (),
        _relations(store, number, id),
        rule_places(document.lang) if document.lang in language_codes() else {},
    )


def _people(view: StoreView, reading: Reading, facts: Facts) -> Mapping[str, PersonEntity]:
    found = view.people_by_id([one.id for one in facts.people])
    pairs = zip(reading.people, facts.people, strict=True)
    return {person.id: found[one.id] for person, one in pairs if one.id in found}


def _organisations(view: StoreView, reading: Reading, facts: Facts) -> Mapping[str, OrganisationEntity]:
    pairs = zip(reading.organisations, facts.organisations, strict=True)
    found = {one.id: view.organisation(appearance.id) for one, appearance in pairs}
    return {id_: one for id_, one in found.items() if one is not None}


def _encounters(view: StoreView, reading: Reading, facts: Facts) -> Mapping[str, Encounter]:
    pairs = zip(reading.encounters, facts.reports, strict=True)
    found = {report.id: view.encounter(resolved.id) for report, resolved in pairs}
    return {id_: one for id_, one in found.items() if one is not None}


def _reports(view: StoreView, reading: Reading, facts: Facts) -> Mapping[str, ResolvedReport]:
    found = {one.id: one for one in view.reports([report.id for report in facts.reports])}
    pairs = zip(reading.encounters, facts.reports, strict=True)
    return {report.id: found[resolved.id] for report, resolved in pairs if resolved.id in found}


def _relations(store: Store, number: int, id_: str) -> tuple[DocumentRelation, ...]:
    found = [
        (target, kind)
        for kind in (RelationKind.CORRECTS, RelationKind.RETRACTS, RelationKind.COPY_OF)
        for target in store.documents.targets(number, kind)
    ]
    documents = store.ledger.documents([target for target, _ in found])
    return tuple(DocumentRelation(id_, documents[target].id, kind) for target, kind in found if target in documents)
