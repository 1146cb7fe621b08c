"""Whether a word in Latin letters and one in Hangul can be the same name, by how they begin."""

from __future__ import annotations

import unicodedata

_INITIALS = (
    "ㄱ",
    "ㄱ",
    "ㄴ",
    "ㄷ",
    "ㄷ",
    "ㄹ",
    "ㅁ",
    "ㅂ",
    "ㅂ",
    "ㅅ",
    "ㅅ",
    "ㅇ",
    "ㅈ",
    "ㅈ",
    "ㅈ",
    "ㄱ",
    "ㄷ",
    "ㅂ",
    "ㅎ",
)
_LETTERS = {
    "ㄱ": "kcgqxj", "ㄴ": "n", "ㄷ": "tdc", "ㄹ": "lr", "ㅁ": "m", "ㅂ": "pbfv", "ㅅ": "sczxt", "ㅇ": "aeiouywhljr",
    "ㅈ": "jzcgtqxy", "ㅎ": "hfjgkx",
}  # fmt: skip


def begins_alike(hangul: str, latin: str) -> bool:
    """Whether both can begin with the same sound.

    >>> begins_alike("저커버그", "Zuckerberg"), begins_alike("야노시", "Béla")
    (True, False)
    """
    code = ord(hangul[0]) - 0xAC00
    if not 0 <= code < 11172:
        return False
    letter = unicodedata.normalize("NFD", latin.lower())[0]
    return letter in _LETTERS[_INITIALS[code // 588]] or letter in "đøł"
