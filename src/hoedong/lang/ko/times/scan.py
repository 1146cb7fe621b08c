"""Finding time expressions: at each place where one can begin, the longest pattern of any rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hoedong.lang.ko.times.pattern import base_slot, field_of, opening_at, slot_of
from hoedong.lang.ko.times.rules import Entry, TimeRule, time_rules, word_values
from hoedong.model.span import Span
from hoedong.model.time import TimeKind

_BLANKS = re.compile(r"\s+")
_PARTICLE_ENDS = frozenset("은는이가을를에의도서고며로와과만나지데면게터")
_CLAUSE_OPENERS = ".?!…,\"“”‘’'「『(·:;\n"


@dataclass(frozen=True, slots=True)
class Match:
    """Words that a rule reads, with the fields they state (`month` = `6`, `months` = `-1`, `month-part` = `1-10`)."""

    span: Span
    rule: TimeRule
    fields: Mapping[str, str]


def scan(text: str, span: Span) -> Iterator[Match]:
    """The time expressions of a sentence in text order, without look-alikes.

    >>> text = "지난 11일(현지시간) 만났다."
    >>> [text[slice(*match.span)] for match in scan(text, Span(0, len(text)))]
    ['지난 11일(현지시간)']
    """
    by_opening, end = time_rules().by_opening, span.start
    for candidate in time_rules().candidates.finditer(text, span.start, span.end):
        at = candidate.start()
        entries = by_opening.get(opening_at(text, at)) if at >= end else None
        match = _longest(text, at, span, entries) if entries else None
        if match is None:
            continue
        end = match.span.end
        counts_from_noun = match.rule.unless_after_noun and _follows_noun(text, at, span.start)
        if match.rule.kind is not None and not counts_from_noun:
            yield match


def _longest(text: str, at: int, within: Span, entries: tuple[Entry, ...]) -> Match | None:
    rules = time_rules()
    best: tuple[TimeRule, re.Match[str]] | None = None
    for rule, pattern in entries:
        found = pattern.match(text, at, within.end)
        if found is None or (best and found.end() <= best[1].end()):
            continue
        if _fits(rule, text, found, within):
            best = rule, found
    if best is None:
        return None
    rule, found = best
    if rule.kind not in (TimeKind.DATE, TimeKind.CLOCK):
        return Match(Span(at, found.end()), rule, _fields(rule.given, found))
    tail = rules.tail.match(text, found.end(), within.end)
    if tail is None or tail.end() == found.end():
        return Match(Span(at, found.end()), rule, _fields(rule.given, found))
    return Match(Span(at, tail.end()), rule, _fields(_fields(rule.given, found), tail))


def _fits(rule: TimeRule, text: str, found: re.Match[str], within: Span) -> bool:
    if rule.unless_before and text.startswith(rule.unless_before, found.end()):
        return False
    if text[found.end() - 1].isdigit() and text[found.end() : found.end() + 1].isdigit():
        return False
    return not rule.opens_clause or _opens_clause(text, found.start(), within.start)


def _opens_clause(text: str, at: int, sentence_start: int) -> bool:
    before = text[sentence_start:at].rstrip()[-1:] if at - sentence_start < 4 else text[at - 4 : at].rstrip()[-1:]
    return not before or before in _CLAUSE_OPENERS


def _follows_noun(text: str, at: int, sentence_start: int) -> bool:
    """Whether the word before ends in a bare noun (출국 전날), as far as its last syllable tells."""
    before = text[max(sentence_start, at - 12) : at].rstrip()
    if not before or not "가" <= before[-1] <= "힣":
        return False
    return (
        before[-1] not in _PARTICLE_ENDS
        and before.rsplit(maxsplit=1)[-1] not in time_rules().vocabulary.words["adverb"]
    )


def _fields(given: Mapping[str, str], found: re.Match[str]) -> Mapping[str, str]:
    fields = dict(given)
    for group, words in found.groupdict().items():
        if words is not None:
            field, values = _field(group)
            fields[field] = values.get(_BLANKS.sub("", words), words) if values else words
    return fields


@cache
def _field(group: str) -> tuple[str, Mapping[str, str]]:
    """The field that a group states, and the values of its words."""
    slot = slot_of(group)
    return field_of(slot), word_values().get(base_slot(slot), {})
