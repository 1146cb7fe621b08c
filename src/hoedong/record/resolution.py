"""One batch of changes to the record, resolved as a whole: copies, corrections, then people, then encounters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hoedong.model.judgement import Judgement, JudgementSubject
from hoedong.model.reading import Reading
from hoedong.record.copy_resolution import CopyResolution
from hoedong.record.correction_resolution import CorrectionResolution
from hoedong.record.encounter_resolution import EncounterResolution
from hoedong.record.facts import facts_of
from hoedong.record.identity_resolution import IdentityResolution
from hoedong.record.identity_rules import OrganisationRules, PersonRules
from hoedong.record.protocol import Store
from hoedong.record.standing import StandingJudgements

RESOLUTION_VERSION = "3"
"""Raised with every change of how readings are resolved: a record derived by another version wants a rebuild."""

_ABOUT_ENCOUNTERS = (JudgementSubject.ENCOUNTER, JudgementSubject.REPORT)


class Resolution:
    """Include and exclude documents, take judgements in, then settle once, all inside one transaction."""

    def __init__(self, store: Store, judgements: Sequence[Judgement]) -> None:
        self._store = store
        people, organisations, encounters = (
            StandingJudgements(judgements, subjects)
            for subjects in ((JudgementSubject.PERSON,), (JudgementSubject.ORGANISATION,), _ABOUT_ENCOUNTERS)
        )
        self._copies = CopyResolution(store.documents, store.ledger)
        self._corrections = CorrectionResolution(store.documents, store.ledger, store.people)
        self._people = IdentityResolution(store.people, PersonRules(people))
        self._organisations = IdentityResolution(store.organisations, OrganisationRules(organisations))
        self._encounters = EncounterResolution(store.encounters, encounters)

    def include(self, number: int, document: str, reading: Reading) -> None:
        """Take the facts of a document in."""
        facts, page = facts_of(reading, document), replace(reading.document, id=document)
        self._store.documents.set_current(number, facts.published)
        self._copies.include(number, page)
        self._corrections.include(number, page)
        for person in facts.people:
            self._people.include(person, number)
        for organisation in facts.organisations:
            self._organisations.include(organisation, number)
        for report in facts.reports:
            self._encounters.include(report, number)
        self._store.statements.add(number, facts.claims, facts.trips, facts.quotes, facts.diagnostics)

    def exclude(self, number: int) -> None:
        """Take the facts of a document out, as if it had never been read."""
        self._encounters.exclude(number)
        self._store.statements.remove(number)
        self._people.exclude(number)
        self._organisations.exclude(number)
        self._corrections.exclude(number)
        self._copies.exclude(number)
        self._store.documents.drop(number)

    def rejudge(self, judgements: Sequence[Judgement]) -> None:
        """Look again at what these judgements name: new ones, and those that new ones retract."""
        named = {
            subject: sorted(
                {id_ for one in judgements if one.subject is subject for id_ in (one.left, one.right) if id_}
            )
            for subject in JudgementSubject
        }
        self._people.rejudge(named[JudgementSubject.PERSON])
        self._encounters.change_appearances(named[JudgementSubject.PERSON])
        self._organisations.rejudge(named[JudgementSubject.ORGANISATION])
        self._encounters.rejudge([id_ for subject in _ABOUT_ENCOUNTERS for id_ in named[subject]])

    def settle(self) -> None:
        """Resolve everything that these changes can have touched."""
        documents = self._copies.settle() | self._corrections.settle()
        people = self._people.settle()
        self._organisations.settle()
        self._encounters.change_documents(sorted(documents))
        self._encounters.change_people(sorted(people))
        self._encounters.settle()
