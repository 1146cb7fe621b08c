"""To whom a name belongs that is only a part of a name, or that two people bear: 부시, Clinton, 정 회장."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.resolve.people.gathering import Gathering
from hoedong.resolve.people.naming import is_surname
from hoedong.resolve.people.pair import years_apart
from hoedong.resolve.people.weights import CONFLICT, SUPPORT

_MARGIN = 1.0
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

    All are decided against the people as they stood before, so that a part of a name never joins two people and no
    order matters.
    """
    settled = {gathering.cluster_of(member) for member in range(len(gathering.profiles)) if member not in waiting}
    free = sorted(member for member in waiting if gathering.cluster_of(member) not in settled)
    fits = {member: _fitting(gathering, member, settled) for member in free}
    for member, candidates in fits.items():
        chosen = choose(candidates)
        if chosen is not None and not gathering.is_parted(gathering.cluster_of(member), gathering.cluster_of(chosen)):
            gathering.join(member, chosen)
    gathering.join_supported({member for member, candidates in fits.items() if not candidates})


def _fitting(gathering: Gathering, member: int, settled: set[int]) -> list[_Candidate]:
    """The people whom a waiting name fits, with how well, best first."""
    others: dict[int, list[int]] = {}
    for other in gathering.scores[member]:
        cluster = gathering.cluster_of(other)
        if cluster in settled:
            others.setdefault(cluster, []).append(other)
    found = [
        _candidate(gathering, member, cluster, members)
        for cluster, members in others.items()
        if _is_possible(gathering, member, members)
    ]
    return sorted(found, key=lambda candidate: (-candidate.score, -candidate.size, candidate.cluster))


def _candidate(gathering: Gathering, member: int, cluster: int, others: list[int]) -> _Candidate:
    score = max(_fit(gathering, member, other) for other in others)
    holds_office = any(gathering.profiles[other].posts for other in others)
    return _Candidate(cluster, score, len(others), holds_office)


def _is_possible(gathering: Gathering, member: int, others: list[int]) -> bool:
    """Whether something fits, and for a foreign surname whether no more than half of what is known speaks against."""
    scores = [gathering.scores[member][other] for other in others]
    against = sum(score < CONFLICT - 1.5 for score in scores)
    return max(scores) >= CONFLICT - 1.5 and (is_surname(gathering.profiles[member].name) or 2 * against <= len(scores))


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
