"""All that was understood of one document."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.model.claim import Claim
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import Document
from hoedong.model.encounter import EncounterReport
from hoedong.model.person import Organisation, Person
from hoedong.model.quotation import Quotation
from hoedong.model.tie import Tie
from hoedong.model.trip import Trip


@dataclass(frozen=True, slots=True)
class Reading:
    """The complete reading of one document: a pure function of its text and the rule set."""

    document: Document
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    encounters: tuple[EncounterReport, ...] = ()
    trips: tuple[Trip, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    claims: tuple[Claim, ...] = ()
    ties: tuple[Tie, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
