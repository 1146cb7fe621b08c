"""Which names name one organisation, and how organisations stand to each other."""

from hoedong.resolve.organisations.clusters import cluster_organisations
from hoedong.resolve.organisations.comparison import (
    OrganisationComparison,
    OrganisationFeature,
    compare_organisations,
)
from hoedong.resolve.organisations.description import OrganisationUse, describe_organisation
from hoedong.resolve.organisations.naming import OrganisationTie, read_organisation, tie_between
from hoedong.resolve.organisations.profile import (
    OrganisationProfile,
    is_same_organisation,
    organisation_keys,
    organisation_profile,
)

__all__ = [
    "OrganisationComparison",
    "OrganisationFeature",
    "OrganisationProfile",
    "OrganisationTie",
    "OrganisationUse",
    "cluster_organisations",
    "compare_organisations",
    "describe_organisation",
    "is_same_organisation",
    "organisation_keys",
    "organisation_profile",
    "read_organisation",
    "tie_between",
]
