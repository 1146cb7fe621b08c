"""Hangul syllables: their finals, and which of them a Hanja can be read with."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
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
    return _FINALS[(code - _FIRST) % 28] if _FIRST <= code <= _LAST else ""


@cache
def _sino_korean() -> frozenset[str]:
    text = (files("hoedong.names") / "sino_korean_syllables.txt").read_text(encoding="utf-8")
    return frozenset("".join(line for line in text.splitlines() if not line.startswith("#")))


def is_sino_korean_syllable(syllable: str) -> bool:
    """Whether some Hanja is read so: 재 and 용 are, 트 and 켈 are not."""
    return syllable in _sino_korean()
