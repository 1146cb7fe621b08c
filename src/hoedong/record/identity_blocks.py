"""Under which blocks the profiles of identity are filed, and under which they look for others.

Keys by the sound of a name are coarse, because they bridge scripts: 강도성 and 나서준 both lie under the consonants N and
S, with Jiang Daocheng and Nixon. Two names that are both Korean in shape and script need no bridge: what makes them one
keeps the surname and the sound of each syllable. So they meet under a finer key, and the coarse ones only lead from
them to names of other shapes and back. Nor does the sound of a given name lead anywhere by itself, for it names nobody:
all Johns would be held against one another. Without this the cost of a new person grows with the record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hoedong.names.hangul import is_sino_korean_syllable
from hoedong.names.keys import name_keys
from hoedong.names.parts import split_name
from hoedong.names.surnames import southern_form
from hoedong.resolve.organisations import OrganisationProfile, organisation_keys
from hoedong.resolve.people import PersonProfile, blocking_keys
from hoedong.resolve.people.naming import telling_words

_KOREAN, _OTHER = "korean|", "other|"
"""Sides of the bridge: each is filed under its own, and looks under the other."""


@dataclass(frozen=True, slots=True)
class Filing:
    """Two profiles can only interact where one is filed under a block that the other looks under; then both do."""

    filed: tuple[str, ...]
    sought: tuple[str, ...]

    @classmethod
    def under(cls, blocks: Iterable[str]) -> Filing:
        """Filed and looked for under the same blocks."""
        same = tuple(blocks)
        return cls(same, same)

    def and_under(self, blocks: Iterable[str]) -> Filing:
        """The same, and filed and looked for under these blocks as well."""
        more = tuple(blocks)
        return Filing((*self.filed, *more), (*self.sought, *more))


def person_filing(profile: PersonProfile) -> Filing:
    """The blocks of a person: a name of Korean shape in Hangul alone meets its like under surname and sounds."""
    keys = blocking_keys(profile)
    exact = Filing.under(key for key in keys if not _is_of_sound(key))
    idle = _sounds_of_given_names(profile)
    sounds = [key for key in keys if _is_of_sound(key) and key not in idle]
    surname = None if profile.latin else _korean_surname(profile.name)
    if surname is None:
        return _bridged(exact.and_under(_OTHER + key for key in sounds), sounds, _OTHER, _KOREAN)
    own = (f"{surname}{key}" for key in sounds if key.startswith("^"))
    return _bridged(exact.and_under(own), sounds, _KOREAN, _OTHER)


def organisation_filing(profile: OrganisationProfile) -> Filing:
    """The blocks of an organisation: sounds are held against one another across scripts only."""
    keys = organisation_keys(profile)
    sounds = [key for key in keys if key.startswith("~")]
    sides = (_OTHER, _KOREAN) if profile.name.isascii() else (_KOREAN, _OTHER)
    return _bridged(Filing.under(key for key in keys if not key.startswith("~")), sounds, *sides)


def _bridged(exact: Filing, sounds: Iterable[str], own: str, opposite: str) -> Filing:
    pairs = [(own + key, opposite + key) for key in sounds]
    return Filing((*exact.filed, *(mine for mine, _ in pairs)), (*exact.sought, *(theirs for _, theirs in pairs)))


def _is_of_sound(key: str) -> bool:
    """Whether a blocking key is one by sound: `^…`, `~…` or bare consonants; not a spelling, an alias, 이@삼성."""
    return key[0] in "^~" or (key.isascii() and key[0] not in "=@")


def _sounds_of_given_names(profile: PersonProfile) -> frozenset[str]:
    """The keys that only the given names of a foreigner have: those of Andrew of Andrew Marlowe."""
    names = [name for name in (profile.name, profile.latin) if name]
    told = {key for name in names for word in telling_words(name) for key in _bare_keys(word)}
    return frozenset(key for name in names for word in name.split() for key in _bare_keys(word)) - told


def _bare_keys(word: str) -> Iterable[str]:
    return (key for key in name_keys(word) if key[0] not in "^~=@")


def _korean_surname(name: str) -> str | None:
    """The surname, in its Southern form, of a name whose given name is two syllables that Hanja are read with."""
    parts = split_name(name)
    found = parts.hangul
    if found is None or len(parts.parts) != 1 or len(found.given) != 2:
        return None
    is_sino_korean = all(map(is_sino_korean_syllable, found.given))
    return southern_form(found.surname) if is_sino_korean else None
