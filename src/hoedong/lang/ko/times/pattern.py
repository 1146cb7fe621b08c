"""The small pattern language of `rules/time.toml`, compiled to linear regular expressions.

| written | means |
|---|---|
| `년`, `(`, `~` | itself |
| a blank | white space that may be left out (at most two blanks) |
| `{month}` | a slot: digits (`DIGITS`) or words of `lexicon/time_words.tsv` |
| `{length}` | a named part of patterns, from the table `[part]` at the head of the rule file |
| `[ … ]` | may be left out |
| `<a|b>` | one of these |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

DIGITS = {
    "year": r"[12]\d{3}",
    "yy": r"\d\d",
    "month": r"1[0-2]|0?[1-9]",
    "day": r"3[01]|[12]\d|0?[1-9]",
    "decade": r"(?:[12]\d)?\d0",
    "count": r"\d{1,4}",
    "late-day": r"1[1-9]|2\d|3[01]",
    "padded-month": r"0[1-9]|1[0-2]",
    "padded-day": r"0[1-9]",
    "hour": r"2[0-4]|[01]?\d",
    "minute": r"[0-5]?\d",
    "aside": r"[^()（）\n]{0,30}",
}
"""Slots that are written in digits (and `aside`: whatever else stands in a bracket)."""

_SAME_FIELD = {
    "late-day": "day",
    "padded-day": "day",
    "padded-month": "month",
    "spelled-day": "day",
    "hanja-day": "day",
    "ordinal": "nth",
    "spelled-month": "month",
    "hanja-month": "month",
    "spelled-year": "year",
}
"""Slots that state the same field in another writing."""

_BLANKS = " \t\u00a0\u3000"
_BLANK = f"[{_BLANKS}]{{0,2}}"
_DIGIT = frozenset("0123456789")
_NUMBER = re.compile(f"[0-9]{{1,8}}{_BLANK}")
_SPECIAL = {" ": _BLANK, "[": "(?:", "]": ")?", "<": "(?:", ">": ")", "|": "|"}
_SLOT = re.compile(r"\{([a-z0-9-]+)\}")


class PatternError(ValueError):
    """A pattern names a slot that does not exist, or its brackets do not close."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What stands behind the slots: words with their values, and named parts of patterns."""

    words: Mapping[str, Mapping[str, str]]
    parts: Mapping[str, str]


def compile_pattern(pattern: str, vocabulary: Vocabulary) -> re.Pattern[str]:
    """Compile one pattern; `slot_of` tells the slot of each group.

    Raises:
        PatternError: an unknown slot, or brackets that do not close.
    """
    try:
        return re.compile(_regex(_expanded(pattern, vocabulary), vocabulary))
    except re.error as error:
        raise PatternError(f"pattern {pattern!r}: {error}") from error


def base_slot(slot: str) -> str:
    """The slot without the number that tells two of a kind apart: `day2` is a `day`."""
    return slot.rstrip("0123456789")


def _expanded(pattern: str, vocabulary: Vocabulary) -> str:
    for _ in range(4):
        pattern = _SLOT.sub(lambda slot: vocabulary.parts.get(slot[1], slot[0]), pattern)
    return pattern


def field_of(slot: str) -> str:
    """The field that a slot states: `spelled-day` (이십일) states the `day`."""
    return _SAME_FIELD.get(slot, slot)


def slot_of(group: str) -> str:
    """The slot behind the name of a group."""
    return group.split("__", maxsplit=1)[0].replace("_", "-")


def _regex(pattern: str, vocabulary: Vocabulary) -> str:
    out, at = [], 0
    for number, slot in enumerate(_SLOT.finditer(pattern)):
        out.append(_literal(pattern[at : slot.start()]))
        out.append(f"(?P<{slot[1].replace('-', '_')}__{number}>{_alternatives(slot[1], vocabulary)})")
        at = slot.end()
    return "".join(out) + _literal(pattern[at:])


def _literal(text: str) -> str:
    return "".join(_SPECIAL.get(character) or re.escape(character) for character in text)


def _alternatives(slot: str, vocabulary: Vocabulary) -> str:
    base = base_slot(slot)
    words = sorted(vocabulary.words.get(base, ()), key=len, reverse=True)
    if base not in DIGITS and not words:
        known = ", ".join(sorted({*DIGITS, *vocabulary.words, *vocabulary.parts}))
        raise PatternError(f"slot {{{slot}}} does not exist; there are {known}")
    spelled = "|".join(_literal(word) for word in words)
    return "|".join(part for part in (DIGITS.get(base, ""), spelled) if part)


NUMBER = "0"
"""A number of any length, in an opening."""


def openings(pattern: str, vocabulary: Vocabulary) -> frozenset[str]:
    """How a match of the pattern can begin: a number and what follows it, or two characters; `?` is any second one.

    >>> sorted(openings("<이달|지난> 말", Vocabulary({}, {}))), sorted(openings("{month} 월", Vocabulary({}, {})))
    (['이달', '지난'], ['0월'])
    """
    read = _Opening(_expanded(pattern, vocabulary), vocabulary).read()
    return frozenset(opening.ljust(2, "?") for opening in read if opening)


def opening_at(text: str, at: int) -> str:
    """The opening that a text has at a place.

    >>> opening_at("2024 년", 0), opening_at("지난 11일", 0)
    ('0년', '지난')
    """
    first, second = text[at], text[at + 1 : at + 2]
    if first in _DIGIT and (number := _NUMBER.match(text, at)):
        return NUMBER + text[number.end() : number.end() + 1]
    return first + (NUMBER if second in _DIGIT else second)


class _Opening:
    """Reads a pattern from left to right for the first two characters of its matches."""

    def __init__(self, pattern: str, vocabulary: Vocabulary) -> None:
        self._pattern, self._vocabulary, self._at = pattern, vocabulary, 0

    def read(self) -> frozenset[str]:
        """How the text up to the closing bracket can begin; the empty string where it can be left out."""
        found: frozenset[str] = frozenset()
        while True:
            found |= self._sequence()
            self._at += 1
            if not self._pattern.startswith("|", self._at - 1):
                return found

    def _sequence(self) -> frozenset[str]:
        found = frozenset({""})
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|]>":
            following = self._item()
            found = frozenset(_continued(first, second) for first in found for second in following)
        return found

    def _item(self) -> frozenset[str]:
        character = self._pattern[self._at]
        if slot := _SLOT.match(self._pattern, self._at):
            self._at = slot.end()
            return self._slot_openings(base_slot(slot[1]))
        self._at += 1
        if character in "[<":
            return self.read() | ({""} if character == "[" else frozenset())
        if character == " ":
            return frozenset({"", *_BLANKS})
        return frozenset({NUMBER if character in _DIGIT else character})

    def _slot_openings(self, slot: str) -> frozenset[str]:
        if slot == "aside":
            return frozenset({"", "??"})
        digits = frozenset({NUMBER} if slot in DIGITS else ())
        words = self._vocabulary.words.get(slot, ())
        return digits.union(*(_Opening(word, self._vocabulary).read() for word in words))


def _continued(first: str, second: str) -> str:
    """Two openings one after the other; a blank or a digit after a number belongs to the number."""
    if first == NUMBER:
        second = second.lstrip(_BLANKS + NUMBER)
    return (first + second)[:2]
