"""Which profiles can have to do with each other at all."""

from __future__ import annotations

from functools import lru_cache

from hoedong.names.keys import name_keys
from hoedong.resolve.organisations.naming import OrganisationTie, read_organisation
from hoedong.resolve.people.comparison import compare_people
from hoedong.resolve.people.naming import is_korean_name, is_surname, korean_surname, telling_words
from hoedong.resolve.people.pair import is_part_of, tie_of_names
from hoedong.resolve.people.posts import pair_of_posts, read_post
from hoedong.resolve.people.profile import PersonProfile
from hoedong.resolve.people.weights import LEAST_FIT, SUPPORT


def blocking_keys(profile: PersonProfile) -> tuple[str, ...]:
    """The keys under which a profile is looked up, sorted; two without a common key are never one person.

    A Korean surname alone has keys with its organisations only ("이@삼성"), and none where no organisation is stated:
    it then stands alone. So has a full Korean name besides its own keys, so that the two find each other.
    """
    keys = set() if is_surname(profile.name) else set(_keys_of_name(profile.name))
    if profile.latin is not None:
        keys.update(_keys_of_name(profile.latin))
    return tuple(sorted(keys | _surname_keys(profile)))


@lru_cache(maxsize=65536)
def _keys_of_name(name: str) -> frozenset[str]:
    """The keys of a whole name by its sound, and its words as spelled: 아베 is a part of 아베 신조."""
    words = () if is_korean_name(name) else telling_words(name)
    return frozenset((*name_keys(name), *(f"={word.casefold()}" for word in words)))


def _surname_keys(profile: PersonProfile) -> set[str]:
    surname = korean_surname(profile.name)
    return {f"{surname}@{place}" for place in _places(profile)} if surname else set()


def _places(profile: PersonProfile) -> set[str]:
    """The organisations of a profile, by group where they have one: a surname with 삼성 may be one of 삼성전자."""
    offices = (read_post(post) for post in profile.posts)
    named = (read_organisation(office.organisation) for office in offices if office.organisation)
    return {name.group or name.identity for name in named}


def may_interact(left: PersonProfile, right: PersonProfile) -> bool:
    """Whether one of two profiles can change what becomes of the other.

    Two do whose names are related, if enough speaks for their being one person; where one holds only a part of the
    other's name, if not too much speaks against it. Namesakes whom their posts tell apart have nothing to do with each
    other, however many there are, nor has the holder of one post with everybody of his surname.
    """
    if not are_related(left, right):
        return False
    is_part = is_part_of(left, right) or is_part_of(right, left)
    return compare_people(left, right).score >= (LEAST_FIT if is_part else SUPPORT)


def are_related(left: PersonProfile, right: PersonProfile) -> bool:
    """Whether two names can be one person's, in full or in part.

    A Korean surname alone goes with names that begin with it at an organisation that the two share.
    """
    if is_surname(left.name) or is_surname(right.name):
        return _share_surname_and_place(left, right)
    tie = tie_of_names(left, right)
    return tie.is_same or tie.is_partial


@lru_cache(maxsize=65536)
def _share_surname_and_place(left: PersonProfile, right: PersonProfile) -> bool:
    if korean_surname(left.name) is None or korean_surname(left.name) != korean_surname(right.name):
        return False
    ties = (pair_of_posts(one, other).tie for one in left.posts for other in right.posts)
    return any(tie not in {None, OrganisationTie.UNRELATED} for tie in ties)
