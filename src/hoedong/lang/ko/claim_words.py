"""The words that claim rules are written with: numbers, and words of meeting from lexicon/meeting_words.tsv."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from hoedong.rules.lexicon_file import load_lexicon

_UNITS = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_TENS = {"열": 10, "스무": 20, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50}
_NATIVE = rf"(?:{'|'.join(_TENS)})?(?:{'|'.join(_UNITS)})|{'|'.join(_TENS)}"
_NUMBER = rf"(?<![가-힣\d])(?P<number>\d{{1,3}}|{_NATIVE})"


def count_of(number: str) -> int | None:
    """The value of a number as claims write it, None for words that are none.

    >>> count_of("스물두"), count_of("8")
    (22, 8)
    """
    if number.isdecimal():
        return int(number)
    for ten, value in _TENS.items():
        if number.startswith(ten):
            return value + _UNITS.get(number[len(ten) :], 0)
    return _UNITS.get(number)


def expand(pattern: str) -> str:
    """A pattern of rules/claim.toml with its words in capitals replaced by what they stand for."""
    for word, replacement in _words().items():
        pattern = pattern.replace(word, replacement)
    return pattern


@cache
def _words() -> dict[str, str]:
    folder = files("hoedong.lang.ko") / "lexicon"
    words = load_lexicon(folder / "meeting_words.tsv", ("word", "kind"))
    events = load_lexicon(folder / "event_nouns.tsv", ("noun",))
    return {
        "NOUN": _alternatives([row["word"] for row in words if row["kind"] == "noun"]),
        "VERB": _alternatives([row["word"] for row in words if row["kind"] == "verb"]),
        "EVENT": _alternatives([row["noun"] for row in events]),
        "NUMBER": _NUMBER,
        "ORDINAL": _NUMBER,
    }


def _alternatives(words: list[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
