"""To whom a name belongs that is only a part of a name, or that two people bear: 부시, Clinton, 정 회장."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.resolve.people.gathering import Gathering
from hoedong.resolve.people.naming import is_surname
from hoedong.resolve.people.pair import years_apart
from hoedong.resolve.people.weights import LEAST_FIT, SUPPORT

_MARGIN = 1.0
"""How much better than the next a person must fit to be taken without further ado."""
_FAR_YEARS, _NEAR_YEARS = 10, 4
_PROMINENCE = 4
"""How many times the profiles of the next one a person must have for a bare surname to be taken for them."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A person whom a name may mean: how well it fits, how many profiles speak, and whether a post is known."""

    cluster: int
    score: float
    size: int
    holds_office: bool


def find_waiting(gathering: Gathering) -> set[int]:
    """The members that must wait until full names are settled: parts of names, and bare names that two people bear."""
    return {
        member for member in range(len(gathering.profiles)) if gathering.fuller[member] or _is_torn(gathering, member)
    }


def _is_torn(gathering: Gathering, member: int) -> bool:
    """Whether nothing but the name is known, and it fits others that cannot be one person."""
    if gathering.profiles[member].posts:
        return False
    partners = [other for other, score in gathering.scores[member].items() if score >= SUPPORT]
    mask = sum(1 << other for other in partners)
    return any(gathering.conflicts[other] & mask for other in partners)


def attach_waiting(gathering: Gathering, waiting: set[int]) -> None:
    """Let each waiting name go to the one person whom it fits; those that fit nobody are joined among themselves.

    All are decided against the people as they stood before, and those that a judgement joins are decided together, so
    that a part of a name never joins two people and no order matters.
    """
    settled = {gathering.cluster_of(member) for member in range(len(gathering.profiles)) if member not in waiting}
    groups = {gathering.cluster_of(member) for member in waiting} - settled
    fits = {group: _fitting(gathering, group, settled) for group in sorted(groups)}
    for group, candidates in fits.items():
        chosen = choose(candidates)
        if chosen is not None and not gathering.is_parted(gathering.cluster_of(group), gathering.cluster_of(chosen)):
            gathering.join(group, chosen)
    unfit = {group for group, candidates in fits.items() if not candidates}
    gathering.join_supported({member for member in waiting if gathering.cluster_of(member) in unfit})


def _fitting(gathering: Gathering, group: int, settled: set[int]) -> list[_Candidate]:
    """The people whom the members of a waiting group fit, with how well, best first."""
    found: dict[int, _Candidate] = {}
    for member in gathering.members(group):
        for cluster, others in _related(gathering, member, settled).items():
            if _is_possible(gathering, member, others):
                candidate = _candidate(gathering, member, cluster, others)
                found[cluster] = max(found.get(cluster, candidate), candidate, key=lambda one: (one.score, one.size))
    return sorted(found.values(), key=lambda candidate: (-candidate.score, -candidate.size, candidate.cluster))


def _related(gathering: Gathering, member: int, settled: set[int]) -> dict[int, list[int]]:
    """The members of settled clusters that a waiting one can have to do with, by cluster."""
    others: dict[int, list[int]] = {}
    for other in gathering.scores[member]:
        if gathering.cluster_of(other) in settled:
            others.setdefault(gathering.cluster_of(other), []).append(other)
    return others


def _candidate(gathering: Gathering, member: int, cluster: int, others: list[int]) -> _Candidate:
    score = max(_fit(gathering, member, other) for other in others)
    holds_office = any(gathering.profiles[other].posts for other in others)
    return _Candidate(cluster, score, len(others), holds_office)


def _is_possible(gathering: Gathering, member: int, others: list[int]) -> bool:
    """Whether something fits, and for a foreign surname whether no more than half of what is known speaks against."""
    scores = [gathering.scores[member][other] for other in others]
    against = sum(score < LEAST_FIT for score in scores)
    return max(scores) >= LEAST_FIT and (is_surname(gathering.profiles[member].name) or 2 * against <= len(scores))


def _fit(gathering: Gathering, member: int, other: int) -> float:
    """The score of two, with time weighed also where names are equal."""
    score = gathering.scores[member][other]
    years = years_apart(gathering.profiles[member], gathering.profiles[other])
    if years is None or other in gathering.fuller[member]:
        return score
    return score + (years <= _NEAR_YEARS) - 1.5 * (years > _FAR_YEARS)


def choose(candidates: list[_Candidate]) -> int | None:
    """The one candidate that fits, or clearly fits best, or is by far the most prominent; None without."""
    close = [candidate for candidate in candidates if candidate.score > candidates[0].score - _MARGIN]
    if len(close) > 1:
        close = [candidate for candidate in close if candidate.holds_office] or close
    close.sort(key=lambda candidate: (-candidate.size, candidate.cluster))
    if len(close) > 1 and close[0].size < _PROMINENCE * close[1].size:
        return None
    return close[0].cluster if close else None
