"""The time rules and their vocabulary, loaded once from `rules/time.toml` and `lexicon/time_*.tsv`."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from hoedong.errors import RuleFileError
from hoedong.lang.calendar import Lean
from hoedong.lang.ko.times.pattern import NUMBER, PatternError, Vocabulary, compile_pattern, openings
from hoedong.model.time import TimeKind
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.rule_file import Rule, load_rules

JOIN: Final = "join"
"""Rules of this kind read what stands between two expressions (부터, ~) and make one period of both."""
TAIL: Final = "{tail}"
"""The part of patterns that may follow every date and clock time: (화), 화요일, (현지시간)."""
NOT_A_TIME: Final = "none"
"""Rules of this kind name look-alikes (1일 3회, 제3일, 사흘째) and keep other rules off them."""

_LEANS = {"past": Lean.PAST, "future": Lean.FUTURE, "tense": None}
_COUNTS = ("publication", "mention", "either")


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One way to say a time.

    `kind` is a `TimeKind`, or None for look-alikes. `given` are fields that the words imply without a slot
    (연내 implies years = 0). `lean` is None where the tense of the sentence decides. `counts` says from where relative
    words count: the day of publication, the date last mentioned, or the latter if there is one. `unless_before` are
    continuations after which the words mean something else; `opens_clause` asks for the start of a sentence or clause;
    `unless_after_noun` drops words that count from the noun before them (출국 전날, 선거 18일 뒤).
    `recorded` is the precision at which an event dated with this rule is recorded, where the value is finer than that
    (이달 말 is read as the last ten days, and recorded as the month). `reach` is over how many sentences the date last
    mentioned is taken up; beyond, the publication is.
    """

    id: str
    kind: TimeKind | None
    patterns: tuple[re.Pattern[str], ...]
    given: Mapping[str, str]
    lean: Lean | None
    counts: str
    unless_before: tuple[str, ...]
    opens_clause: bool
    unless_after_noun: bool
    recorded: str | None
    reach: int | None
    is_passing: bool
    location: str


@dataclass(frozen=True, slots=True)
class JoinRule:
    """What may stand between two dates, or a date and a length (`with_length`), to make one period."""

    id: str
    gap: re.Pattern[str]
    close: re.Pattern[str] | None
    with_length: bool


Entry = tuple[TimeRule, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class TimeRules:
    """All time rules, by the openings of their patterns (see `pattern.openings`)."""

    by_opening: Mapping[str, tuple[Entry, ...]]
    candidates: re.Pattern[str]
    tail: re.Pattern[str]
    joins: tuple[JoinRule, ...]
    vocabulary: Vocabulary


def rule_file() -> Traversable:
    """The file with the rules."""
    return files("hoedong.lang.ko") / "rules" / "time.toml"


@cache
def vocabulary() -> Vocabulary:
    """The words behind the slots, and the named parts of patterns."""
    words: dict[str, dict[str, str]] = defaultdict(dict)
    for name in ("time_words.tsv", "time_holidays.tsv"):
        for row in load_lexicon(files("hoedong.lang.ko") / "lexicon" / name, ("slot", "word", "value")):
            words[row["slot"]][row["word"]] = row["value"]
    parts = tomllib.loads(rule_file().read_text(encoding="utf-8")).get("part", {})
    return Vocabulary(dict(words), parts)


@cache
def movable_holidays() -> Mapping[str, Mapping[int, dt.date]]:
    """The solar day of each holiday of the lunar calendar, by year."""
    days: dict[str, dict[int, dt.date]] = defaultdict(dict)
    file = files("hoedong.lang.ko") / "lexicon" / "time_movable_holidays.tsv"
    for row in load_lexicon(file, ("holiday", "year", "day")):
        days[row["holiday"]][int(row["year"])] = dt.date.fromisoformat(f"{row['year']}-{row['day']}")
    return days


@cache
def word_values() -> Mapping[str, Mapping[str, str]]:
    """Slot, word without blanks, value."""
    return {
        slot: {word.replace(" ", ""): value for word, value in words.items()}
        for slot, words in vocabulary().words.items()
    }


@cache
def time_rules() -> TimeRules:
    """The compiled rules.

    Raises:
        RuleFileError: with every mistake of the rule file.
    """
    mistakes: list[str] = []
    by_opening: dict[str, list[Entry]] = defaultdict(list)
    joins = []
    for rule in load_rules(rule_file()):
        try:
            if rule.fields.get("kind") == JOIN:
                joins.append(_join_rule(rule))
                continue
            compiled = _time_rule(rule)
        except (PatternError, KeyError, ValueError) as error:
            mistakes.append(f"{rule.location}: {error}")
            continue
        for written, pattern in zip(rule.fields["pattern"], compiled.patterns, strict=True):
            for opening in openings(written, vocabulary()):
                by_opening[opening].append((compiled, pattern))
    if mistakes:
        raise RuleFileError("\n".join(mistakes))
    frozen = {opening: tuple(entries) for opening, entries in by_opening.items()}
    tail = compile_pattern(TAIL, vocabulary())
    return TimeRules(frozen, _candidates(frozen), tail, tuple(joins), vocabulary())


@cache
def rule_by_id() -> Mapping[str, TimeRule]:
    """The time rules by their id."""
    return {rule.id: rule for entries in time_rules().by_opening.values() for rule, _ in entries}


def _time_rule(rule: Rule) -> TimeRule:
    fields = rule.fields
    kind = fields.get("kind", "date")
    counts = fields.get("counts", "publication")
    if counts not in _COUNTS:
        raise ValueError(f"counts = {counts!r}; allowed are {', '.join(_COUNTS)}")
    return TimeRule(
        rule.id,
        None if kind == NOT_A_TIME else TimeKind(kind),
        tuple(compile_pattern(pattern, vocabulary()) for pattern in fields["pattern"]),
        {key: str(value) for key, value in fields.get("given", {}).items()},
        _LEANS[fields.get("lean", "tense")],
        counts,
        tuple(fields.get("unless_before", ())),
        bool(fields.get("opens_clause", False)),
        bool(fields.get("unless_after_noun", False)),
        fields.get("recorded"),
        fields.get("reach"),
        bool(fields.get("passing")),
        rule.location,
    )


def _join_rule(rule: Rule) -> JoinRule:
    close = rule.fields.get("close")
    return JoinRule(
        rule.id,
        compile_pattern(rule.fields["gap"], vocabulary()),
        compile_pattern(close, vocabulary()) if close else None,
        bool(rule.fields.get("with_length", False)),
    )


def _candidates(openings_of_all: Mapping[str, object]) -> re.Pattern[str]:
    """Where an expression can begin: never inside a number, a Korean word, or a Latin word."""
    firsts = "".join(sorted(re.escape(first) for first in {opening[0] for opening in openings_of_all} - {NUMBER}))
    number = "(?<=[0-9])(?<![0-9A-Za-z제第$₩].)(?<![0-9][.,:/·-].)"
    return re.compile(f"[0-9{firsts}](?:{number}|(?<![0-9])(?<![가-힣A-Za-z0-9].))")
