"""Who is who: profiles gathered into people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hoedong.resolve.closed_sets import closed_sets
from hoedong.resolve.constraints import NO_CONSTRAINTS, Constraints
from hoedong.resolve.people.blocking import blocking_keys, may_interact
from hoedong.resolve.people.choice import attach_waiting, find_waiting
from hoedong.resolve.people.gathering import Gathering
from hoedong.resolve.people.profile import PersonProfile

Cluster = tuple[PersonProfile, ...]


def cluster_people(profiles: Iterable[PersonProfile], constraints: Constraints = NO_CONSTRAINTS) -> tuple[Cluster, ...]:
    """Gather profiles into people, each sorted by key, people sorted by their first key.

    Full names come first, best evidence first, and never two between which something speaks strongly. Then names that
    are only a part of a name go where exactly one person fits; else they stand alone, and they never join two people.
    A judgement that two appearances are one joins the two people whom evidence makes of them, as long as nothing speaks
    against that but what the judgement overrules.

    What comes of a profile depends only on those that it reaches by `blocking_keys`, `may_interact` and judged pairs:
    the clusters of two sets closed under these are together the clusters of their union.
    """
    known = sorted(set(profiles), key=lambda profile: profile.key)
    sets = closed_sets(known, blocking_keys, may_interact, constraints)
    clusters = (cluster for closed in sets for cluster in _cluster(closed, constraints))
    return tuple(sorted(clusters, key=lambda cluster: cluster[0].key))


def _cluster(profiles: Sequence[PersonProfile], constraints: Constraints) -> Iterable[Cluster]:
    if len(profiles) == 1:
        return [tuple(profiles)]
    gathering = Gathering(profiles, constraints)
    if gathering.judged_one:
        by_evidence = _settled(Gathering(profiles, replace(constraints, same=frozenset())))
        for one, other in gathering.judged_one:
            gathering.join_people([*by_evidence.mates_of(one), *by_evidence.mates_of(other)])
    return _settled(gathering).people()


def _settled(gathering: Gathering) -> Gathering:
    waiting = find_waiting(gathering)
    gathering.join_supported(set(range(len(gathering.profiles))) - waiting)
    attach_waiting(gathering, waiting)
    return gathering
