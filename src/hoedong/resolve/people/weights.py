"""Every feature of two profiles with its weight, and what a sum of weights decides."""

from __future__ import annotations

from collections.abc import Callable

from hoedong.resolve.people import name_features as names
from hoedong.resolve.people import post_features as posts
from hoedong.resolve.people.pair import Pair

Feature = Callable[[Pair], str | None]
"""A feature gives one line of explanation where it holds, None where it does not."""

WEIGHTS: tuple[tuple[Feature, float], ...] = (
    (names.same_foreign_name, 6.0),
    (names.alias, 5.0),
    (names.same_frequent_name, 4.0),
    (names.like_foreign_name, 4.0),
    (names.same_korean_name, 3.0),
    (names.roughly_like_foreign_name, 1.0),
    (names.like_korean_name, 1.0),
    (names.same_single_name, 1.0),
    (names.respelled_korean_name, -1.0),
    (names.like_single_name, 0.0),
    (names.other_name, -20.0),
    (names.other_liquid, -3.5),
    (names.other_form_of_address, -6.0),
    (names.given_name_alone, -4.0),
    (names.part_in_other_script, -1.0),
    (names.uncertain_part, -2.0),
    (names.made_like_korean, -3.0),
    (names.other_title_of_surname, -8.0),
    (posts.same_organisation, 3.0),
    (posts.kindred_organisation, 2.0),
    (posts.same_post, 1.0),
    (posts.same_country, 1.0),
    (posts.same_field, 1.0),
    (posts.near_in_time, 1.0),
    (posts.other_field, -4.0),
    (posts.other_company, -4.0),
    (posts.other_country, -7.0),
    (posts.far_in_time, -1.5),
    (posts.beyond_a_lifetime, -5.0),
)
"""Every feature with its weight. A sum of `SUPPORT` joins two profiles, one below `CONFLICT` forbids it."""

SUPPORT = 2.0
CONFLICT = 0.0
LEAST_FIT = -1.5
"""What a part of a name may have against it: other years, or other letters, but not both."""
