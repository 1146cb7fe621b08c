"""One claim against the record."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.model.account import Encounter, ResolvedClaim, Verdict, VerdictKind
from hoedong.model.claim import ClaimKind
from hoedong.resolve.claims.counts import judge_count
from hoedong.resolve.claims.findings import Finding, Note, best_of, unverifiable
from hoedong.resolve.claims.firsts import judge_first
from hoedong.resolve.claims.intervals import judge_interval
from hoedong.resolve.claims.meetings import PENDING, Meeting, encounters_of, in_time, latest_dated, meetings_of


def check_claim(claim: ResolvedClaim, encounters: Sequence[Encounter], override: str | None = None) -> Verdict:
    """Hold a claim on how often, after how long or since when people met against the record.

    `encounters` are all encounters of the claim's people; others among them do no harm. Only those that took place by
    the day of the claim count. A claim is read as one on meetings in person, and, where these do not bear it out, as
    one on calls and common events too. `override` is the verdict that a person has set: it always stands.

    Raises:
        ValueError: `override` is no verdict.
    """
    found = _judged(claim, encounters)
    if override is not None:
        found = _by_person(override, found)
    deciding = tuple(one.id for one in sorted(found.meetings, key=in_time))
    return Verdict(claim, found.kind, deciding, found.note)


def _by_person(override: str, found: Finding) -> Finding:
    if override not in set(VerdictKind):
        raise ValueError(f"not a verdict: {override!r}; allowed are {', '.join(VerdictKind)}")
    return Finding(VerdictKind(override), Note.BY_PERSON.format(kind=found.kind) + f"; {found.note}", found.meetings)


def _judged(claim: ResolvedClaim, encounters: Sequence[Encounter]) -> Finding:
    if len(set(claim.people)) < 2 or not all(claim.people):
        return unverifiable(Note.NO_PEOPLE)
    every = meetings_of(claim, encounters)
    in_person = tuple(one for one in every if one.in_person)
    readings = [_reading(claim, meetings, encounters) for meetings in dict.fromkeys((in_person, every))]
    return best_of(readings)


def _reading(claim: ResolvedClaim, meetings: Sequence[Meeting], encounters: Sequence[Encounter]) -> Finding:
    if claim.kind is ClaimKind.COUNT:
        return judge_count(claim.value, meetings)
    if claim.kind is ClaimKind.FIRST:
        return judge_first(str(claim.value), meetings, claim.published)
    is_pending = _is_pending(claim, meetings, encounters)
    return judge_interval(str(claim.value), meetings, claim.published, is_pending=is_pending)


def _is_pending(claim: ResolvedClaim, meetings: Sequence[Meeting], encounters: Sequence[Encounter]) -> bool:
    """Whether a meeting that is planned or unconfirmed can come after the last that took place."""
    last = latest_dated(meetings)
    open_ones = (one for one in encounters_of(claim, encounters) if one.status in PENDING)
    return any(one.when is None or last is None or one.when.last_day() > last.last for one in open_ones)
