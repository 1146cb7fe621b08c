"""Profiles of organisations: all appearances under one name are one node."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from hoedong.model.appearance import OrganisationAppearance
from hoedong.names.keys import name_keys
from hoedong.resolve.organisations.naming import OrganisationTie, read_organisation, tie_between


@dataclass(frozen=True, slots=True)
class OrganisationProfile:
    """An organisation under one name. The key is derived from the rest and alone decides equality.

    `name` is as documents write it. `alone` is the id of the one appearance that the profile stands for when it stands
    for one alone, because a judgement names it or because its name names no one organisation (노조); else None.
    """

    key: str
    name: str = field(compare=False)
    alone: str | None = field(default=None, compare=False)


def organisation_profile(appearance: OrganisationAppearance, judged: bool = False) -> OrganisationProfile:
    """The profile of an appearance; a node of its own if a human judgement names it."""
    name = " ".join(appearance.name.split())
    alone = appearance.id if judged or read_organisation(name).is_generic else None
    key = hashlib.sha256(repr((name, alone)).encode()).hexdigest()[:16]
    return OrganisationProfile(key, name, alone)


def organisation_keys(profile: OrganisationProfile) -> tuple[str, ...]:
    """The keys under which an organisation is looked up, sorted; a name such as 노조 has none and stands alone.

    Besides its identity, a firm that no table knows has the keys of its sound, the same in Hangul and Latin letters.
    """
    read = read_organisation(profile.name)
    if read.is_generic:
        return ()
    sounds = set() if read.is_known else {f"~{key}" for key in name_keys(read.name)}
    glosses = {f"={spelling}" for spelling in read.spellings} if read.gloss or not read.is_known else set()
    return tuple(sorted({f"={read.identity}"} | sounds | glosses))


def is_same_organisation(left: OrganisationProfile, right: OrganisationProfile) -> bool:
    """Whether two names name one organisation, now or before: Facebook and 메타, never 삼성 and 삼성전자.

    It is also what `may_interact` is for people.
    """
    return tie_between(left.name, right.name) in {OrganisationTie.SAME, OrganisationTie.RENAMED}
