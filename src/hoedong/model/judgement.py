"""What a person decided about the record: appended, never changed, never overruled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class JudgementSubject(StrEnum):
    """What a judgement is about; `left` and `right` are ids of appearances or of reports, which content gives."""

    PERSON = "person"  # left, right: appearances
    ORGANISATION = "organisation"  # left, right: appearances of organisations
    ENCOUNTER = "encounter"  # left, right: reports; of accept, reject and set_value: any report of the encounter
    REPORT = "report"  # left: the one report
    CLAIM = "claim"  # left: the claim


class JudgementVerb(StrEnum):
    """What was decided."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    ACCEPT = "accept"
    REJECT = "reject"
    SET_VALUE = "set_value"
    RETRACT = "retract"  # undoes the judgement named in `retracts`


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision by one person.

    `property` and `value` are set for `set_value` alone: date (EDTF), place, city, country, status, mode; of a claim,
    verdict. `created` is ISO 8601 in UTC. `id` is derived from all other fields, or from the user and the ticket that
    came with the judgement, so that what is sent twice is kept once.
    """

    id: str
    subject: JudgementSubject
    verb: JudgementVerb
    left: str
    right: str | None
    user: str
    created: str
    property: str | None = None
    value: str | None = None
    reason: str | None = None
    retracts: str | None = None
