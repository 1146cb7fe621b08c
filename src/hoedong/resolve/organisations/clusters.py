"""Which names are one organisation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hoedong.resolve.closed_sets import closed_sets
from hoedong.resolve.constraints import NO_CONSTRAINTS, Constraints
from hoedong.resolve.organisations.profile import OrganisationProfile, is_same_organisation, organisation_keys

Cluster = tuple[OrganisationProfile, ...]


def cluster_organisations(
    profiles: Iterable[OrganisationProfile], constraints: Constraints = NO_CONSTRAINTS
) -> tuple[Cluster, ...]:
    """Gather profiles into organisations, each sorted by key, organisations sorted by their first key.

    The clusters of two sets closed under `organisation_keys`, `is_same_organisation` and judged pairs are together the
    clusters of their union.
    """
    known = sorted(set(profiles), key=lambda profile: profile.key)
    sets = closed_sets(known, organisation_keys, is_same_organisation, constraints)
    clusters = (cluster for closed in sets for cluster in _cluster(closed, constraints))
    return tuple(sorted(clusters, key=lambda cluster: cluster[0].key))


def _cluster(profiles: Sequence[OrganisationProfile], constraints: Constraints) -> list[Cluster]:
    """The organisations of a closed set: judged pairs, then every two that are one, unless a judgement parts them."""
    clusters = [[profile] for profile in profiles]
    for joins in (_are_judged_one, _are_one):
        for left in profiles:
            for right in profiles:
                one, other = _cluster_with(clusters, left), _cluster_with(clusters, right)
                if one is not other and joins(left, right, constraints) and not _parts(one, other, constraints):
                    one.extend(other)
                    clusters.remove(other)
    return [tuple(sorted(cluster, key=lambda profile: profile.key)) for cluster in clusters]


def _cluster_with(clusters: list[list[OrganisationProfile]], profile: OrganisationProfile) -> list[OrganisationProfile]:
    return next(cluster for cluster in clusters if profile in cluster)


def _are_judged_one(left: OrganisationProfile, right: OrganisationProfile, constraints: Constraints) -> bool:
    return left.alone is not None and right.alone is not None and constraints.must_join(left.alone, right.alone)


def _are_one(left: OrganisationProfile, right: OrganisationProfile, _: Constraints) -> bool:
    return bool(set(organisation_keys(left)) & set(organisation_keys(right))) and is_same_organisation(left, right)


def _parts(one: list[OrganisationProfile], other: list[OrganisationProfile], constraints: Constraints) -> bool:
    return any(
        left.alone is not None and right.alone is not None and constraints.must_part(left.alone, right.alone)
        for left in one
        for right in other
    )
