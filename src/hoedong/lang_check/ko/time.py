"""Runs the examples of rules/time.toml and cases/times.tsv: which words are read as which time."""

from __future__ import annotations

from collections.abc import Mapping

from hoedong.lang.ko.sentences import split_sentences
from hoedong.lang.ko.times import find_time_expressions
from hoedong.lang_check.runner import Example, difference, must_fire
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate, TimeExpression
from hoedong.rules.rule_file import Rule

ANCHOR = "2024-06-13"
"""The day of publication of an example that names no `anchor`; a Thursday."""


def run_time_rule(rule: Rule, example: Example, matches: bool) -> str | None:
    """Its `words` are read by this rule with this `value`; of a reject sentence the rule reads nothing."""
    text = example["text"]
    times = _times(text, str(example.get("anchor", ANCHOR)))
    if not matches:
        return must_fire(rule.id, rule.id in {time.rule for time in times}, matches=False)
    time = next((time for time in times if text[slice(*time.span)] == example["words"]), None)
    if rule.fields.get("kind") == "none":
        return None if time is None else f"{example['words']} is read by {time.rule}"
    if time is None:
        return f"{example['words']} is not read; read are {[text[slice(*time.span)] for time in times]}"
    value = time.value.edtf if time.value else time.duration or "none"
    return difference("value", example["value"], value) or difference("rule", rule.id, time.rule)


def run_time_case(case: Mapping[str, str]) -> str | None:
    """The dates of the text, in order, are those of `value`, with a blank between."""
    values = [time.value.edtf for time in _times(case["text"], case["anchor"]) if time.value]
    return difference(f"the dates of {case['text']!r}", case["value"], " ".join(values))


def _times(text: str, anchor: str) -> tuple[TimeExpression, ...]:
    published = DateInterval.on(PartialDate.parse(anchor)) if anchor else None
    return find_time_expressions(text, split_sentences(text, Span(0, len(text))), published)
