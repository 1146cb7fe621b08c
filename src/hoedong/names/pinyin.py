"""Chinese names: pinyin as the Korean rules for loanwords write it, Xi Jinping is 시진핑."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from hoedong.names.hangul import letters_of, syllable_of
from hoedong.names.table import table_rows

_SIBILANTS = frozenset(("zh", "ch", "sh", "r", "z", "c", "s"))
_PALATALS = frozenset(("j", "q", "x"))
_WITHOUT_GLIDE = dict(zip("ㅑㅖㅛㅠㅒㅕ", "ㅏㅔㅗㅜㅐㅓ", strict=True))
_LONGEST, _LONGEST_WORD = 6, 18
_BARE = {"우이": "웨이", "운": "원"}


@cache
def _syllables() -> Mapping[str, str]:
    """Every syllable of pinyin with its Hangul."""
    initials = {row["pinyin"]: row["hangul"] for row in table_rows("pinyin") if row["part"] == "initial"}
    finals = [row for row in table_rows("pinyin") if row["part"] == "final"]
    table = {row["bare"]: _BARE.get(row["hangul"], row["hangul"]) for row in finals if row["bare"]}
    for initial, consonant in initials.items():
        for row in finals:
            if not _go_together(initial, row["pinyin"]):
                continue
            spelling = initial + _final_after(initial, row["pinyin"])
            table.setdefault(spelling, _joined(initial, consonant, row["pinyin"], row["hangul"]))
    return table


def _go_together(initial: str, final: str) -> bool:
    """Whether Mandarin has an initial with a final: jia and ka, never ja or kia."""
    if initial in _PALATALS:
        return final[0] in "iv"
    if final[0] == "v":
        return initial in "nl"
    return final[0] != "i" or (final == "i" and initial in _SIBILANTS) or initial in "bpmdtnl"


def _final_after(initial: str, final: str) -> str:
    return final.replace("v", "u") if final.startswith("v") and initial in _PALATALS else final


def _joined(initial: str, consonant: str, final: str, hangul: str) -> str:
    """The first syllable of a final with the consonant of an initial: j and iang are 장."""
    _, vowel, tail = letters_of(hangul[0])
    if final == "i" and initial in _SIBILANTS:
        vowel = "ㅡ"
    elif consonant in "ㅈㅉㅊ":
        vowel = _WITHOUT_GLIDE.get(vowel, vowel)
    return syllable_of(consonant, vowel, tail) + hangul[1:]


@lru_cache(maxsize=16384)
def pinyin_in_hangul(word: str) -> frozenset[str]:
    """All that a word in pinyin can be in Hangul, empty where it is none.

    >>> pinyin_in_hangul("jinping"), pinyin_in_hangul("smith")
    (frozenset({'진핑'}), frozenset())
    """
    return frozenset(_readings(word.replace("ü", "v"))) if len(word) <= _LONGEST_WORD else frozenset()


def _readings(word: str) -> Iterator[str]:
    if not word:
        yield ""
    for length in range(1, min(_LONGEST, len(word)) + 1):
        syllable = _syllables().get(word[:length])
        if syllable is not None:
            yield from (syllable + rest for rest in _readings(word[length:]))


@cache
def _hangul_syllables() -> frozenset[str]:
    return frozenset(_syllables().values())


@lru_cache(maxsize=16384)
def is_pinyin_in_hangul(word: str) -> bool:
    """Whether a word in Hangul can be Chinese by the rules: 진핑 can, 재용 cannot."""
    if len(word) > _LONGEST_WORD:
        return False
    return not word or any(
        word[:length] in _hangul_syllables() and is_pinyin_in_hangul(word[length:])
        for length in range(1, min(3, len(word)) + 1)
    )
