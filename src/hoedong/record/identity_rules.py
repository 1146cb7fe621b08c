"""The rules of identity as the record applies them: `resolve.people` and `resolve.organisations` with the judgements.

Also the keys under which names are looked up: the very name, its sound, and surname with title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from hoedong.model.appearance import Appearance, OrganisationAppearance
from hoedong.model.entity import NameUse
from hoedong.names.keys import name_keys
from hoedong.names.parts import split_name
from hoedong.record.codec import decode_value, encode_value
from hoedong.record.identity_blocks import Filing, organisation_filing, person_filing
from hoedong.record.protocol import EntityRow, ProfileRow
from hoedong.record.standing import StandingJudgements
from hoedong.resolve.organisations import (
    OrganisationProfile,
    OrganisationUse,
    cluster_organisations,
    describe_organisation,
    is_same_organisation,
    organisation_profile,
)
from hoedong.resolve.people import (
    PersonProfile,
    ProfileUse,
    cluster_people,
    describe_person,
    may_interact,
    profile_of,
)
from hoedong.resolve.people.blocking import are_related
from hoedong.resolve.people.naming import is_surname
from hoedong.resolve.people.titles import read_title


def exact_key(name: str) -> str:
    """The very name, blanks and case apart."""
    return "n:" + "".join(name.split()).casefold()


def sound_key(key: str) -> str:
    """One of the keys that names of one sound share, whatever their script."""
    return f"s:{key}"


def title_key(surname: str, title: str) -> str:
    """Surname, or last part of a foreign name, with a title in whatever wording: 이 회장, 저커버그 CEO."""
    return f"t:{surname.casefold()}:{_title_name(title)}"


@lru_cache(maxsize=8192)
def _title_name(title: str) -> str:
    return read_title(title).name.casefold()


class PersonRules:
    """See `record.identity_resolution.IdentityRules`."""

    def __init__(self, judged: StandingJudgements) -> None:
        self._judged = judged

    def profile_of(self, appearance: Appearance) -> PersonProfile:
        """The profile of an appearance: one of its own where a person has judged it."""
        return profile_of(appearance, judged=appearance.id in self._judged)

    def encode(self, profile: PersonProfile) -> str:
        """A profile as text."""
        return encode_value(profile)

    def decode(self, body: str) -> PersonProfile:
        """A profile from its text."""
        return _person_profile(body)

    def encode_appearance(self, appearance: Appearance) -> str:
        """An appearance as text."""
        return encode_value(appearance)

    def decode_appearance(self, body: str) -> Appearance:
        """An appearance from its text."""
        return decode_value(Appearance, body)

    def filing(self, profile: PersonProfile) -> Filing:
        """Where the profile is filed, and where it looks for what it may interact with."""
        return _person_filing(profile).and_under(self._judged.blocks_of(profile.alone or ""))

    def names(self, profile: PersonProfile) -> tuple[str, ...]:
        """The keys by which a name can be looked up."""
        return tuple(dict.fromkeys(_lookup_keys(profile)))

    def may_interact(self, one: PersonProfile, other: PersonProfile) -> bool:
        """Whether two profiles can influence one another's clusters."""
        if self._judged.are_paired(one.alone or "", other.alone or ""):
            return True
        is_surname_alone = is_surname(one.name) or is_surname(other.name)
        if not is_surname_alone and not _are_names_related((one.name, one.latin), (other.name, other.latin)):
            return False
        return may_interact(one, other)

    def cluster(self, profiles: Sequence[PersonProfile]) -> Sequence[Sequence[PersonProfile]]:
        """The clusters of a closed set."""
        return cluster_people(profiles, self._judged.constraints)

    def describe(
        self,
        number: int,
        id: str,  # noqa: A002 - the word of the model
        members: Sequence[tuple[PersonProfile, ProfileRow]],
    ) -> EntityRow:
        """The person that a cluster is."""
        uses = [
            ProfileUse(profile, _names(profile, row.documents), row.documents, row.first, row.last)
            for profile, row in members
        ]
        person = describe_person(id, uses)
        return EntityRow(number, id, person.name, person.latin, person.documents, encode_value(person))


def _lookup_keys(profile: PersonProfile) -> Iterator[str]:
    for name in filter(None, (profile.name, profile.latin)):
        yield exact_key(name)
        yield from map(sound_key, name_keys(name))
    for surname in _surnames(profile.name):
        yield from (title_key(surname, post.title) for post in profile.posts if post.title)


def _names(profile: PersonProfile, documents: int) -> tuple[NameUse, ...]:
    return tuple(NameUse(name, documents) for name in (profile.name, profile.latin) if name)


def _surnames(name: str) -> Iterable[str]:
    """What a name is called with a title: its surname if it is a Korean one, else any part of it."""
    parts = split_name(name)
    return (parts.surname,) if parts.surname else parts.parts


@lru_cache(maxsize=131072)
def _are_names_related(one: tuple[str, str | None], other: tuple[str, str | None]) -> bool:
    """Of full names nothing but the names decides; the many profiles of one person share the answer."""
    return are_related(PersonProfile("", *one), PersonProfile("", *other))


_person_filing = lru_cache(maxsize=32768)(person_filing)
_organisation_filing = lru_cache(maxsize=16384)(organisation_filing)


@lru_cache(maxsize=65536)
def _person_profile(body: str) -> PersonProfile:
    return decode_value(PersonProfile, body)


class OrganisationRules:
    """See `record.identity_resolution.IdentityRules`."""

    def __init__(self, judged: StandingJudgements) -> None:
        self._judged = judged

    def profile_of(self, appearance: OrganisationAppearance) -> OrganisationProfile:
        """The profile of an appearance: one of its own where a person has judged it."""
        return organisation_profile(appearance, judged=appearance.id in self._judged)

    def encode(self, profile: OrganisationProfile) -> str:
        """A profile as text."""
        return encode_value(profile)

    def decode(self, body: str) -> OrganisationProfile:
        """A profile from its text."""
        return decode_value(OrganisationProfile, body)

    def encode_appearance(self, appearance: OrganisationAppearance) -> str:
        """An appearance as text."""
        return encode_value(appearance)

    def decode_appearance(self, body: str) -> OrganisationAppearance:
        """An appearance from its text."""
        return decode_value(OrganisationAppearance, body)

    def filing(self, profile: OrganisationProfile) -> Filing:
        """Where the profile is filed, and where it looks for what it may interact with."""
        return _organisation_filing(profile).and_under(self._judged.blocks_of(profile.alone or ""))

    def names(self, profile: OrganisationProfile) -> tuple[str, ...]:
        """The keys by which a name can be looked up."""
        sounds = map(sound_key, name_keys(profile.name))
        return tuple(dict.fromkeys((exact_key(profile.name), *sounds)))

    def may_interact(self, one: OrganisationProfile, other: OrganisationProfile) -> bool:
        """Whether two profiles can influence one another's clusters."""
        return is_same_organisation(one, other) or self._judged.are_paired(one.alone or "", other.alone or "")

    def cluster(self, profiles: Sequence[OrganisationProfile]) -> Sequence[Sequence[OrganisationProfile]]:
        """The clusters of a closed set."""
        return cluster_organisations(profiles, self._judged.constraints)

    def describe(
        self,
        number: int,
        id: str,  # noqa: A002 - the word of the model
        members: Sequence[tuple[OrganisationProfile, ProfileRow]],
    ) -> EntityRow:
        """The organisation that a cluster is."""
        uses = [OrganisationUse(profile, row.documents) for profile, row in members]
        organisation = describe_organisation(id, uses)
        body = encode_value(organisation)
        return EntityRow(number, id, organisation.name, organisation.latin, organisation.documents, body)
