"""Which reports of an encounter count, and which of two that count goes before the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from hoedong.model.encounter import Status
from hoedong.resolve.encounters.facts import ReportFacts

_OUTCOMES = (Status.HELD, Status.NOT_HELD)


class Stage(IntEnum):
    """From when a report tells of an encounter; a later stage knows more."""

    SUPERSEDED = 0  # called off, and planned again after that
    OPEN = 1  # planned or doubted
    CALLED_OFF = 2  # before its day
    OUTCOME = 3  # whether it came about


@dataclass(frozen=True, slots=True, eq=False)
class Testimony:
    """A report of an encounter and its standing among the others.

    `is_withdrawn`: its page was withdrawn, so it is history only. `is_corrected`: another page of the encounter
    corrects its page. `is_correction`: its page corrects another page of the encounter.
    """

    facts: ReportFacts
    is_withdrawn: bool
    is_corrected: bool
    is_correction: bool
    stage: Stage

    @property
    def id(self) -> str:
        """The id of the report."""
        return self.facts.report.id

    @property
    def status(self) -> Status:
        """What it says of the encounter."""
        return self.facts.report.status

    @property
    def published(self) -> float:
        """The day of publication; one that is not known comes last."""
        return float("inf") if self.facts.published is None else self.facts.published


def weigh_testimony(group: Iterable[ReportFacts]) -> tuple[Testimony, ...]:
    """The reports of an encounter with their standing, the earliest first."""
    ordered = sorted(group, key=earliness)
    withdrawn = {document for facts in ordered for document in facts.report.retracts}
    corrected = {document for facts in ordered for document in facts.report.corrects}
    last_plan = max((earliness(facts)[0] for facts in ordered if facts.report.status is Status.PLANNED), default=0.0)
    present = {facts.report.document for facts in ordered}
    return tuple(
        Testimony(
            facts,
            is_withdrawn=facts.report.is_retracted or facts.report.document in withdrawn,
            is_corrected=facts.report.document in corrected,
            is_correction=bool(present.intersection(facts.report.corrects)),
            stage=_stage(facts, last_plan),
        )
        for facts in ordered
    )


def earliness(facts: ReportFacts) -> tuple[float, str]:
    """The order of reports: by day of publication, unknown ones last, then by id."""
    return (float("inf") if facts.published is None else facts.published, facts.report.id)


def counting(testimony: Sequence[Testimony]) -> tuple[Testimony, ...]:
    """The reports that count: all whose pages were not withdrawn."""
    return tuple(one for one in testimony if not one.is_withdrawn)


def count_witnesses(testimony: Iterable[Testimony]) -> int:
    """How many independent sources there are: copies of one story are one, and so is a page with its correction."""
    heard = list(testimony)
    witness_of = {one.facts.report.document: one.facts.witness for one in heard}
    return len({_newsroom(one, witness_of) for one in heard})


def _newsroom(one: Testimony, witness_of: Mapping[str, str]) -> str:
    """The witness of a report; of one in a correction that of the page which it corrects."""
    corrected = (witness_of[document] for document in sorted(one.facts.report.corrects) if document in witness_of)
    return next(corrected, one.facts.witness)


def _stage(facts: ReportFacts, last_plan: float) -> Stage:
    if facts.report.status not in _OUTCOMES:
        return Stage.OPEN
    if facts.report.status is Status.HELD or facts.published is None or facts.report.when is None:
        return Stage.OUTCOME
    if facts.published >= facts.window.first:
        return Stage.OUTCOME
    return Stage.SUPERSEDED if facts.published < last_plan else Stage.CALLED_OFF
