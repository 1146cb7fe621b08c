"""Claims held against the record, as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.model.account import Verdict, VerdictKind
from hoedong.model.claim import ClaimKind
from hoedong.model.entity import PersonEntity
from hoedong.model.time import PartialDate
from hoedong.query.review import Exhibit, exhibits_of
from hoedong.workspace import Workspace

MOST_RINGS = 40
"""Meetings that a tally draws; a larger number is told in words."""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim with its verdict; `words` are the article's, None where it is gone. `note` is the record's, in English.

    `claimed` is the number claimed, 0 for claims that count nothing; `encounters` are those that decide it.
    """

    id: str
    kind: ClaimKind
    value: int | str
    people: tuple[PersonCard, ...]
    verdict: VerdictKind
    note: str
    words: Exhibit | None
    published: PartialDate | None
    outlet: str | None
    claimed: int
    encounters: tuple[str, ...]

    @property
    def tally(self) -> tuple[bool, ...]:
        """A ring for each meeting claimed: whether it is on record; empty where there is nothing to count."""
        found = len(self.encounters)
        return tuple(index < found for index in range(self.claimed)) if self.claimed <= MOST_RINGS else ()

    @property
    def missing(self) -> int:
        """How many of the meetings claimed are not on record."""
        return max(0, self.claimed - len(self.encounters))


def claim_lines(workspace: Workspace, verdicts: Iterable[Verdict]) -> tuple[ClaimLine, ...]:
    """Claims, the latest first."""
    found = sorted(verdicts, key=_latest_first)
    people = workspace.people_by_id(sorted({one for verdict in found for one in verdict.claim.people}))
    return tuple(_line(workspace, verdict, people) for verdict in found)


def _latest_first(verdict: Verdict) -> tuple[int, str]:
    published = verdict.claim.published
    return -published.last_day().toordinal() if published else 0, verdict.claim.id


def _line(workspace: Workspace, verdict: Verdict, people: Mapping[str, PersonEntity]) -> ClaimLine:
    claim = verdict.claim
    return ClaimLine(
        claim.id,
        claim.kind,
        claim.value,
        tuple(card_of(people[one]) for one in claim.people if one in people),
        verdict.kind,
        verdict.note,
        next(iter(exhibits_of(workspace.view, claim.evidence, 1)), None),
        claim.published,
        claim.outlet,
        _number(verdict),
        verdict.encounters,
    )


def _number(verdict: Verdict) -> int:
    value = verdict.claim.value
    return value if verdict.claim.kind is ClaimKind.COUNT and isinstance(value, int) else 0
