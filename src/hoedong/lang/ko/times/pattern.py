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
    "hour": r"2[0-4]|[01]?\d",
    "minute": r"[0-5]?\d",
    "aside": r"[^()（）\n]{0,30}",
}
"""Slots that are written in digits (and `aside`: whatever else stands in a bracket)."""

_SAME_FIELD = {"late-day": "day", "spelled-day": "day", "spelled-month": "month", "spelled-year": "year"}
"""Slots that state the same field in another writing."""

_BLANK = r"[ \t\u00a0\u3000]{0,2}"
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
    return group.split("__")[0].replace("_", "-")


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


def opening(pattern: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The characters that a match of the pattern can begin with."""
    return _Opening(_expanded(pattern, vocabulary), vocabulary).read()[0]


class _Opening:
    """Reads a pattern from left to right for its first characters."""

    def __init__(self, pattern: str, vocabulary: Vocabulary) -> None:
        self._pattern, self._vocabulary, self._at = pattern, vocabulary, 0

    def read(self) -> tuple[frozenset[str], bool]:
        """The first characters of what follows up to the closing bracket, and whether it can be empty."""
        first: frozenset[str] = frozenset()
        empty = False
        while True:
            characters, nullable = self._sequence()
            first, empty = first | characters, empty or nullable
            if not self._pattern.startswith("|", self._at):
                self._at += 1
                return first, empty
            self._at += 1

    def _sequence(self) -> tuple[frozenset[str], bool]:
        first: frozenset[str] = frozenset()
        nullable = True
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|]>":
            characters, can_be_empty = self._item()
            if nullable:
                first |= characters
            nullable = nullable and can_be_empty
        return first, nullable

    def _item(self) -> tuple[frozenset[str], bool]:
        character = self._pattern[self._at]
        if slot := _SLOT.match(self._pattern, self._at):
            self._at = slot.end()
            return self._slot_opening(base_slot(slot[1])), slot[1] == "aside"
        self._at += 1
        if character in "[<":
            characters, empty = self.read()
            return characters, empty or character == "["
        return (frozenset(), True) if character == " " else (frozenset(character), False)

    def _slot_opening(self, slot: str) -> frozenset[str]:
        digits = "0123456789" if slot in DIGITS and slot != "aside" else ""
        return frozenset(digits) | {word[0] for word in self._vocabulary.words.get(slot, ())}
