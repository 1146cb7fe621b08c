"""Under which blocks the profiles of identity are filed, and under which they look for others.

Keys by the sound of a name are coarse, because they bridge scripts: 강도성 and 나서준 both lie under the consonants N
and S, with Jiang Daocheng and Nixon. A record of hundreds of thousands of people would hold every new one against
thousands. So a name is filed by its shape, and looks only among the shapes in which the same person can be written:

- Two names of Korean shape, both in Hangul, keep every syllable, but for the initial-sound law: they meet under these.
- A Korean surname at an organisation (이@삼성) leads from and to a surname alone: two full names need no such bridge.
- What is written with a surname and two syllables of Hanja is not written with a given name before it elsewhere.
- Of two names of equally many words in one script neither is a part of the other. They agree in the sound of the whole,
  of two words each in the sound of both, or one has another form of the given name: Bill and William.
- The sound of a given name alone leads nowhere, for it names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from hoedong.names.hangul import is_hangul, is_sino_korean_syllable
from hoedong.names.hanja import soften
from hoedong.names.keys import name_keys
from hoedong.names.nicknames import full_forms
from hoedong.names.parts import split_name
from hoedong.names.skeleton import skeletons_of
from hoedong.names.surnames import southern_form
from hoedong.record.ids import block_hash
from hoedong.resolve.organisations import OrganisationProfile, organisation_keys
from hoedong.resolve.organisations.naming import read_organisation
from hoedong.resolve.people import PersonProfile, blocking_keys
from hoedong.resolve.people.naming import is_korean_name, is_surname, telling_words

_KOREAN, _FOREIGN, _LATIN = "korean", "foreign", "latin"
"""Shapes of names: Korean in Hangul alone; any other in Hangul; one in Latin letters, or in one word with a gloss."""

_MEETS = {_KOREAN: (_LATIN,), _FOREIGN: (_FOREIGN, _LATIN), _LATIN: (_KOREAN, _FOREIGN, _LATIN)}
"""Which shapes are held against one another by sound."""

_MANY = 3
"""Names of so many words, or with an initial, can be a longer form of one another."""

_LENGTHS = {1: (2, _MANY), 2: (1, _MANY), _MANY: (1, 2, _MANY)}
"""To a name of so many words those in the same script of which it can be a part, or the whole."""

_PAIR, _PAIRS_OF_SOUNDS = 2, 12
"""Each word of two has a few ways to sound: so many of their combinations are filed."""

_ANY_LENGTH = (1, 2, _MANY)
"""Across scripts given names can sound too unlike for the whole to agree: 샤를 미셸 and Charles Michel."""


@dataclass(frozen=True, slots=True)
class Filing:
    """Two profiles can only interact where one is filed under a block that the other looks under; then both do.

    Blocks are hashed, since a record that is being built holds very many.
    """

    filed: tuple[int, ...]
    sought: tuple[int, ...]

    @classmethod
    def of(cls, shared: Iterable[str], filed: Iterable[str] = (), sought: Iterable[str] = ()) -> Filing:
        """Filed and looked for under `shared`, filed under `filed` and looked for under `sought` besides."""
        both = frozenset(map(block_hash, shared))
        return cls(tuple(sorted(both | {*map(block_hash, filed)})), tuple(sorted(both | {*map(block_hash, sought)})))

    def and_under(self, blocks: Iterable[str]) -> Filing:
        """The same, and filed and looked for under these blocks as well."""
        more = tuple(map(block_hash, blocks))
        return Filing((*self.filed, *more), (*self.sought, *more)) if more else self


def person_filing(profile: PersonProfile) -> Filing:
    """The blocks of a person by the shape of the name."""
    names = [name for name in (profile.name, profile.latin) if name and not is_surname(name)]
    keys = [key for key in blocking_keys(profile) if not _is_of_sound(key) and not _is_of_word(key, names)]
    shared = {key for key in keys if not _is_of_place(key)}
    shared.update(block for name in names for block in (*_korean_blocks(name), *_nickname_blocks(name)))
    filed_at, sought_at = _at_places([key for key in keys if _is_of_place(key)], is_alone=is_surname(profile.name))
    shape = _shape(profile)
    filed = [f"{shape}{block}" for name in names for block in _filed_sounds(name)]
    filed += [word for name in names for word in _spelled_words(name, (_length(name),))]
    sought = [
        f"{other}{block}"
        for other in _MEETS[shape]
        for name in names
        for block in _sought_sounds(name, is_of_one_shape=other == shape)
    ]
    sought += [word for name in names for word in _spelled_words(name, _LENGTHS[_length(name)])]
    return Filing.of(shared, (*filed, *filed_at), (*sought, *sought_at))


def _is_of_word(key: str, names: Iterable[str]) -> bool:
    """Whether a key is the spelling of a word of a name, and not of the whole."""
    return key[0] == "=" and all(key not in name_keys(name) for name in names)


def _spelled_words(name: str, lengths: Iterable[int]) -> Iterator[str]:
    """The words as spelled, of a name with each of these lengths: 아베 is a part of 아베 신조."""
    words = () if is_korean_name(name) else telling_words(name)
    yield from (f"{length}={word.casefold()}" for length in lengths for word in words)


def _at_places(keys: Iterable[str], *, is_alone: bool) -> tuple[list[str], list[str]]:
    """Where a surname at an organisation is filed, and where it looks: a surname alone everywhere, others for these."""
    alone, full = [f"alone {key}" for key in keys], [f"full {key}" for key in keys]
    return (alone, [*alone, *full]) if is_alone else (full, alone)


def organisation_filing(profile: OrganisationProfile) -> Filing:
    """The blocks of an organisation: sounds are held against one another across scripts only."""
    keys = organisation_keys(profile)
    sounds = [key for key in keys if key.startswith("~")]
    own, opposite = ("latin", "other") if read_organisation(profile.name).name.isascii() else ("other", "latin")
    shared = (key for key in keys if not key.startswith("~"))
    return Filing.of(shared, (own + key for key in sounds), (opposite + key for key in sounds))


def _shape(profile: PersonProfile) -> str:
    words = profile.name.split()
    if not is_hangul("".join(words)) or (profile.latin and len(words) == 1):
        return _LATIN
    return _KOREAN if is_of_korean_shape(profile.name) else _FOREIGN


def is_of_korean_shape(name: str) -> bool:
    """Whether a name is one word of Hangul: a surname and two syllables that Hanja are read with.

    >>> is_of_korean_shape("이재용"), is_of_korean_shape("시진핑"), is_of_korean_shape("벤 카터")
    (True, False, False)
    """
    parts = split_name(name)
    if parts.hangul is None or len(parts.parts) != 1 or len(parts.hangul.given) != 2:
        return False
    return all(map(is_sino_korean_syllable, parts.hangul.given))


def _length(name: str) -> int:
    words = name.replace(".", " ").split()
    has_initial = len(words) > 1 and any(len(word) == 1 and word.isascii() for word in words)
    return _MANY if has_initial else min(len(words), _MANY)


def _filed_sounds(name: str) -> Iterator[str]:
    """The sound of the whole, apart for names of two plain words, and of its telling words with its length."""
    pairs = _pairs_of_sounds(name)
    yield from (f"2{key}" if pairs and key[0] == "~" else key for key in _whole_sounds(name))
    yield from pairs
    yield from (f"{_length(name)}{key}" for key in _telling_sounds(name))


def _sought_sounds(name: str, *, is_of_one_shape: bool) -> Iterator[str]:
    """The sound of the whole, and of its telling words with each length of which a name can be held against this one.

    Two names of two plain words and of one shape agree word by word.
    """
    pairs = _pairs_of_sounds(name) if is_of_one_shape else ()
    for key in _whole_sounds(name):
        yield key
        if not pairs:
            yield f"2{key}"
    yield from pairs
    lengths = _LENGTHS[_length(name)] if is_of_one_shape else _ANY_LENGTH
    yield from (f"{length}{key}" for key in _telling_sounds(name) for length in lengths)


def _whole_sounds(name: str) -> list[str]:
    return [key for key in name_keys(name) if key[0] in "^~"]


def _telling_sounds(name: str) -> list[str]:
    idle = {key for word in name.split() for key in _bare_keys(word)}
    idle -= {key for word in telling_words(name) for key in _bare_keys(word)}
    return [key for key in name_keys(name) if key[0] not in "^~" and _is_of_sound(key) and key not in idle]


@lru_cache(maxsize=65536)
def _pairs_of_sounds(name: str) -> tuple[str, ...]:
    """The consonants of both words in their alphabetical order; none but of two words without particle or initial."""
    parts = split_name(name)
    if len(parts.parts) != _PAIR or parts.bare != parts.parts or parts.initials:
        return ()
    one, other = map(skeletons_of, parts.parts)
    found = dict.fromkeys(f"{min(pair)}&{max(pair)}" for pair in islice(product(one, other), _PAIRS_OF_SOUNDS))
    return tuple(found)


def _korean_blocks(name: str) -> Iterator[str]:
    """A Korean name in one word of Hangul as the South has it: 리룡남 and 이용남 are one."""
    parts = split_name(name)
    if parts.hangul and len(parts.parts) == 1:
        yield f"^{southern_form(parts.hangul.surname)}{''.join(map(soften, parts.hangul.given))}"


def _nickname_blocks(name: str) -> Iterator[str]:
    """Every full name that one word stands for with the sound of every other word: Bill Marlowe is william+MLP."""
    words = name.casefold().split()
    for given in words if len(words) > 1 else ():
        for full in (given, *full_forms(given)):
            yield from (f"{full}+{key}" for word in words if word != given for key in _bare_keys(word))


def _is_of_place(key: str) -> bool:
    """Whether a blocking key is a Korean surname at an organisation: 이@삼성, and not @이재용 of the alias table."""
    return "@" in key[1:] and key[0] not in "=^~@"


def _is_of_sound(key: str) -> bool:
    """Whether a blocking key is one by sound: `^…`, `~…` or bare consonants; not a spelling, an alias, 이@삼성."""
    return key[0] in "^~" or (key.isascii() and key[0] not in "=@")


def _bare_keys(word: str) -> list[str]:
    return [key for key in name_keys(word) if key[0] not in "^~=@"]
