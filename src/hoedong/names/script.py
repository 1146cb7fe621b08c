"""The script a name is written in, and the form of it that comparison starts from."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

_HANGUL = re.compile(r"[가-힣]")
_HANJA = re.compile(r"[\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_FOREIGN = re.compile(r"[^\W\d_]")
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ß": "ss"})
"""Letters whose mark Unicode does not take apart."""


class Script(StrEnum):
    """The script of a name; mixed where a name has letters of two."""

    HANGUL = "hangul"
    HANJA = "hanja"
    LATIN = "latin"
    MIXED = "mixed"
    OTHER = "other"


_PATTERNS = ((Script.HANGUL, _HANGUL), (Script.HANJA, _HANJA), (Script.LATIN, _LATIN))


@lru_cache(maxsize=65536)
def script_of(name: str) -> Script:
    """The script of the letters of a name.

    >>> script_of("이재용").value, script_of("李在鎔").value, script_of("조지 W. 부시").value
    ('hangul', 'hanja', 'mixed')
    """
    if name.isascii():
        return Script.LATIN if any(map(str.isalpha, name)) else Script.OTHER
    seen = [script for script, pattern in _PATTERNS if pattern.search(name)]
    if not seen or _has_other_letters(name):
        return Script.OTHER
    return seen[0] if len(seen) == 1 else Script.MIXED


def _has_other_letters(name: str) -> bool:
    return any(not any(pattern.match(letter) for _, pattern in _PATTERNS) for letter in _FOREIGN.findall(name))


def without_marks(text: str) -> str:
    """Latin letters without their accents, in small letters: "Raúl" is "raul"."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFD", text.lower().translate(_STROKES))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", plain)
