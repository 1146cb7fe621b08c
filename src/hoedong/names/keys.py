"""Keys under which a name is filed, so that another spelling or script of it is found without comparing everything."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product

from hoedong.names.aliases import canonicals_of, names_of, plain_form
from hoedong.names.hangul import letters_of
from hoedong.names.hanja import read_hanja_name
from hoedong.names.origin import is_surely_korean
from hoedong.names.parts import NameParts, split_name
from hoedong.names.romanisation import syllables_spelled
from hoedong.names.script import Script, script_of
from hoedong.names.skeleton import ring_of, skeletons_of
from hoedong.names.spelling import VOWEL_SOUNDS, sounds_of

_VOWELS = VOWEL_SOUNDS - {"U"}
_WHOLE_KEYS = 6
_LONGEST = 100
"""A longer text is no name: it is filed as it stands."""

_KOREAN_KEYS = 6
_INITIAL_CLASSES = dict(zip("ㄱㄲㅋㄷㄸㅌㅂㅃㅍㅅㅆㅈㅉㅊㄴㄹㅁㅎㅇ", "KKKTTTPPPSSCCCNNMH-", strict=True))
_VOWEL_CLASSES = {
    vowel: coarse
    for coarse, vowels in {
        "a": "ㅏ",
        "e": "ㅐㅔ",
        "o": "ㅓㅗㅜㅡ",
        "i": "ㅣ",
        "u": "ㅢ",
        "ya": "ㅑ",
        "yo": "ㅕㅛㅠ",
    }.items()
    for vowel in vowels
}


@lru_cache(maxsize=65536)
def name_keys(name: str) -> tuple[str, ...]:
    """The keys of a name, the most telling first: names that `compare_names` calls the same share at least one.

    "=…" is the name as it is written but for case, accents and spaces, "@…" a person of the alias table, "^…" the
    given name of a Korean one, "~…" the consonants of a whole name in any order of its parts, and a bare key those of
    one part, so that a surname finds whole names.

    >>> set(name_keys("Zuckerberg")) & set(name_keys("저커버그")) & set(name_keys("마크 저커버그"))
    {'SKPK'}
    """
    found: dict[str, None] = {f"={plain_form(name)}": None}
    if len(name) > _LONGEST:
        return tuple(found)
    for canonical in sorted(canonicals_of(name)):
        found[f"@{canonical}"] = None
        for other in names_of(canonical):
            found.update(dict.fromkeys(_whole_keys(split_name(_in_hangul(other)))))
    parts = split_name(_in_hangul(name))
    found.update(dict.fromkeys((*_whole_keys(parts), *_part_keys(parts))))
    return tuple(sorted(found, key=_kind_of_key))


def _kind_of_key(key: str) -> int:
    return {"=": 0, "@": 1, "^": 2, "~": 3}.get(key[0], 4)


def _in_hangul(name: str) -> str:
    """A name in Hanja by its Korean reading; any other name as it is."""
    return (read_hanja_name(name) or name) if script_of(name) is Script.HANJA else name


def _whole_keys(parts: NameParts) -> tuple[str, ...]:
    if parts.script is Script.OTHER:
        return ()
    rings = () if is_surely_korean(parts) else tuple(f"~{ring}" for ring in _rings(parts))
    return (*(f"^{key}" for key in _korean_keys(parts)), *rings)


def _rings(parts: NameParts) -> tuple[str, ...]:
    choices = islice(product(*map(skeletons_of, parts.parts)), _WHOLE_KEYS)
    return tuple(dict.fromkeys(ring_of("".join(choice)) for choice in choices))


def _part_keys(parts: NameParts) -> tuple[str, ...]:
    """The skeletons of the parts, with their particles and without; that of a syllable like Lee tells too little."""
    if is_surely_korean(parts) or parts.script is Script.OTHER:
        return ()
    words = dict.fromkeys((*parts.parts, *parts.bare))
    told = [word for word in words if len(parts.parts) == 1 or _has_syllables(word)]
    return tuple(key for word in told for key in skeletons_of(word) if key) + tuple(
        key for word in words if word not in told for key in skeletons_of(word) if len(key) > 1
    )


def _has_syllables(word: str) -> bool:
    """Whether a word has more than one syllable: Abe has, Lee has not."""
    return sum(not _VOWELS.isdisjoint(sound) for sound in sounds_of(word)) > 1


@lru_cache(maxsize=65536)
def _korean_keys(parts: NameParts) -> tuple[str, ...]:
    if parts.hangul is not None:
        return ("".join(map(_syllable_class, parts.hangul.given)),)
    found: dict[str, None] = {}
    for reading in parts.latin:
        choices = product(*(_spelling_classes(spelling) for spelling in reading.given))
        found.update(dict.fromkeys("".join(choice) for choice in choices))
    return tuple(found)


@lru_cache(maxsize=4096)
def _spelling_classes(spelling: str) -> tuple[str, ...]:
    return tuple(sorted({_syllable_class(syllable) for syllable in syllables_spelled(spelling)}))


@lru_cache(maxsize=4096)
def _syllable_class(syllable: str) -> str:
    """What all spellings of a Korean syllable have in common; ㄹ before a y sound is lost, as in 룡 and 용."""
    initial, vowel, final = letters_of(syllable)
    is_soft = initial == "ㄹ" and vowel in "ㅣㅑㅕㅖㅛㅠ"
    return ("-" if is_soft else _INITIAL_CLASSES[initial]) + _VOWEL_CLASSES.get(vowel, vowel) + final
