"""Who is who among people: profiles of appearances, gathered into people with the reasons."""

from hoedong.resolve.people.blocking import blocking_keys, may_interact
from hoedong.resolve.people.clusters import cluster_people
from hoedong.resolve.people.comparison import FeatureFound, PersonComparison, compare_people
from hoedong.resolve.people.description import ProfileUse, describe_person
from hoedong.resolve.people.profile import PersonProfile, profile_of

__all__ = [
    "FeatureFound",
    "PersonComparison",
    "PersonProfile",
    "ProfileUse",
    "blocking_keys",
    "cluster_people",
    "compare_people",
    "describe_person",
    "may_interact",
    "profile_of",
]
