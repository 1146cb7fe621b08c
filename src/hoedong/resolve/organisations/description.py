"""An organisation of the record as its documents together present it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hoedong.model.entity import NameUse, OrganisationEntity
from hoedong.names.hangul import is_hangul
from hoedong.resolve.organisations.naming import read_organisation
from hoedong.resolve.organisations.profile import OrganisationProfile


@dataclass(frozen=True, slots=True)
class OrganisationUse:
    """A profile of an organisation and how many documents speak of it so."""

    profile: OrganisationProfile
    documents: int = 1


def describe_organisation(id_: str, members: Sequence[OrganisationUse]) -> OrganisationEntity:
    """The organisation that profiles make up: a known one by its usual name, another by a frequent one in Hangul."""
    counts: Counter[str] = Counter()
    for member in members:
        counts[member.profile.name] += member.documents
    names = sorted(counts, key=lambda name: (-counts[name], name))
    return OrganisationEntity(
        id=id_,
        name=_name_to_show(names),
        latin=next((name for name in names if _is_latin(name)), None),
        names=tuple(NameUse(name, counts[name]) for name in names),
        documents=sum(counts.values()),
    )


def _name_to_show(names: Sequence[str]) -> str:
    known = sorted(read.identity for read in map(read_organisation, names) if read.is_known)
    if known:
        return known[0]
    in_hangul = [name for name in names if any(is_hangul(letter) for letter in name)]
    return read_organisation((in_hangul or names)[0]).name


def _is_latin(name: str) -> bool:
    return name.isascii() and any(letter.isalpha() for letter in name)
