"""What the letters of a word alone tell of its being a name: the half of the model that needs no neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from hoedong.lang.ko.people.lexicons import mapping, words
from hoedong.lang.ko.people.organisations import organisation_score
from hoedong.lang.ko.people.shapes import foreign_name_score, stem_score, surname_of
from hoedong.lang.ko.people.stems import agrees
from hoedong.lang.ko.people.titles import read_title
from hoedong.lang.ko.people.words import ends_phrase, is_particle, particle_ends
from hoedong.names.hangul import is_hangul

_CACHE = 50_000
_SHORTEST, _LONGEST = 2, 6
_ORGANISATION = 0.7
_PLAIN = 2.7
_ADDRESS = "씨"
_LISTS = (
    ("not_names", "word"),
    ("titles", "title"),
    ("known_firms", "name"),
    ("countries_as_organisations", "name"),
    ("korean_places", "name"),
    ("country_names", "name"),
)


@lru_cache(_CACHE)
def likely_stems(word: str) -> tuple[str, ...]:
    """The beginnings of a word that may be a name of one word, longest first: 도브리닌 in 도브리닌은.

    >>> likely_stems("정부는")
    ()
    """
    ends = [end for end in particle_ends(word) if end == len(word) or agrees(word[:end], word[end:])]
    address = word.rfind(_ADDRESS, _SHORTEST)
    if address > 0 and is_particle(word[address + 1 :]):
        ends = [address]
    return tuple(word[:end] for end in sorted(ends, reverse=True) if _is_likely_stem(word[:end]))


@lru_cache(_CACHE)
def _is_likely_stem(stem: str) -> bool:
    if not _SHORTEST <= len(stem) <= _LONGEST or not is_hangul(stem) or _is_other_word(stem):
        return False
    return stem_score(stem) > 0 or foreign_name_score(stem) > 0


@lru_cache(_CACHE)
def is_likely_first(word: str) -> bool:
    """Whether a word without particle may stand before the last word of a name: 루벤 in 루벤 로델."""
    return len(word) <= _LONGEST and is_hangul(word) and not _is_other_word(word)


@lru_cache(_CACHE)
def _is_other_word(stem: str) -> bool:
    """Whether a dictionary reads the word as something else: a title, a place, a firm, a word of everyday.

    A plain Korean name may end like an organisation (원, 구) or a verb.
    """
    if any(stem in words(name, column) for name, column in _LISTS):
        return True
    if stem_score(stem) >= _PLAIN:
        return False
    return ends_phrase(stem) or read_title(stem) is not None or organisation_score(stem) >= _ORGANISATION


@cache
def weights() -> Mapping[str, float]:
    """The fitted weight of each feature."""
    return {feature: float(weight) for feature, weight in mapping("likely_names", "feature", "weight").items()}


@lru_cache(_CACHE)
def weigh_shape(before: tuple[str, ...], stem: str) -> float:
    """How much the letters of the words of a name speak for it."""
    known = weights()
    return sum(known.get(feature, 0.0) for feature in all_shape_features(before, stem))


@lru_cache(_CACHE)
def all_shape_features(before: tuple[str, ...], stem: str) -> tuple[str, ...]:
    """What the letters of the last word of a name tell, and those of the first where it has several."""
    count = len(before) + 1
    if not before:
        return (*shape_features(stem), f"words {count}")
    first = before[0]
    return (
        *shape_features(stem),
        f"words {count}",
        f"words {count}, first foreign {_step(foreign_name_score(first))}",
        *(f"first {feature}" for feature in shape_features(first)),
    )


def kind_of(stem: str) -> str:
    """Whether a word looks Korean, foreign, like either or like neither."""
    foreign = foreign_name_score(stem)
    if stem_score(stem) > 0:
        return "korean" if foreign <= 1 else "either"
    return "foreign" if foreign > 0 else "plain"


@lru_cache(_CACHE)
def shape_features(stem: str) -> tuple[str, ...]:
    """Length, surname, how Korean and how foreign it looks, and its syllables by their place."""
    kind, korean = kind_of(stem), stem_score(stem)
    surname = surname_of(stem)
    frequency = mapping("surnames", "surname", "frequency")[surname] if surname else "none"
    return (
        f"shape {kind}, {len(stem)} syllables",
        f"shape Korean {_step(korean)}, surname {frequency or 'common'}" if korean > 0 else "shape not Korean",
        f"shape foreign {_step(foreign_name_score(stem))}",
        f"{kind} begins {stem[0]}",
        f"{kind} ends {stem[-1]}",
        *sorted({f"{kind} holds {syllable}" for syllable in stem[1:-1]}),
        *_doubts(stem),
    )


def _doubts(stem: str) -> Iterator[str]:
    everyday = words("not_names", "word")
    if any(stem[:at] in everyday for at in range(2, len(stem))):
        yield "shape begins with an everyday word"
    if any(stem[at:] in everyday for at in range(1, len(stem) - 1)):
        yield "shape ends with an everyday word"
    if organisation_score(stem) >= _ORGANISATION:
        yield "shape of an organisation"
    if ends_phrase(stem):
        yield "shape ends like a verb"
    if stem in words("foreign_given_names", "name"):
        yield "shape known given name"


def _step(score: float) -> str:
    return f"{int(score * 2) / 2:.1f}"
