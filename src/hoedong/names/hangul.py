"""Hangul syllables: the letters they are made of, and which of them a Hanja can be read with."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

INITIALS = tuple("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
VOWELS = tuple("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST, _LAST = 0xAC00, 0xD7A3


def is_hangul(text: str) -> bool:
    """Whether a text is made of Hangul syllables alone."""
    return bool(text) and all(_FIRST <= ord(character) <= _LAST for character in text)


def final_of(syllable: str) -> str:
    """The final consonant of a syllable, empty without one.

    >>> final_of("황"), final_of("이")
    ('ㅇ', '')
    """
    code = ord(syllable)
    return FINALS[(code - _FIRST) % 28] if _FIRST <= code <= _LAST else ""


def letters_of(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final of a syllable; the final is empty without one.

    >>> letters_of("황"), letters_of("이")
    (('ㅎ', 'ㅘ', 'ㅇ'), ('ㅇ', 'ㅣ', ''))
    """
    code = ord(syllable) - _FIRST
    return INITIALS[code // 588], VOWELS[code % 588 // 28], FINALS[code % 28]


def syllable_of(initial: str, vowel: str, final: str = "") -> str:
    """The syllable of three letters, the opposite of `letters_of`.

    >>> syllable_of("ㅎ", "ㅘ", "ㅇ")
    '황'
    """
    return chr(_FIRST + INITIALS.index(initial) * 588 + VOWELS.index(vowel) * 28 + FINALS.index(final))


@cache
def sino_korean_syllables() -> frozenset[str]:
    """All syllables that Hanja are commonly read with."""
    text = (files("hoedong.names") / "sino_korean_syllables.txt").read_text(encoding="utf-8")
    return frozenset("".join(line for line in text.splitlines() if not line.startswith("#")))


def is_sino_korean_syllable(syllable: str) -> bool:
    """Whether some Hanja is read so: 재 and 용 are, 트 and 켈 are not."""
    return syllable in sino_korean_syllables()
