"""Every time rule reads its own examples and leaves its look-alikes alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from hoedong.lang.ko.sentences import split_sentences
from hoedong.lang.ko.times import find_time_expressions
from hoedong.lang.ko.times.rules import rule_file
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate, TimeExpression
from hoedong.rules.rule_file import Rule, load_rules

RULES = load_rules(rule_file())
EXAMPLES = [(rule, example) for rule in RULES for example in rule.match]
COUNTER_EXAMPLES = [(rule, example) for rule in RULES for example in rule.reject]


def read(text: str, anchor: str = "2024-06-13") -> tuple[TimeExpression, ...]:
    """The time expressions of a text, cut into sentences."""
    published = DateInterval.on(PartialDate.parse(anchor)) if anchor else None
    return find_time_expressions(text, split_sentences(text, Span(0, len(text))), published)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "id", ""))
def test_a_rule_reads_its_example(rule: Rule, example: Mapping[str, Any]) -> None:
    """The words of a match sentence are read by this rule, with this value."""
    times = {
        example["text"][slice(*time.span)]: time for time in read(example["text"], example.get("anchor", "2024-06-13"))
    }
    if rule.fields.get("kind") == "none":
        assert example["words"] not in times
        return
    assert example["words"] in times
    time = times[example["words"]]
    assert (time.value.edtf if time.value else time.duration or "none") == example["value"]
    assert time.rule == rule.id


@pytest.mark.parametrize(("rule", "example"), COUNTER_EXAMPLES, ids=lambda value: getattr(value, "id", ""))
def test_a_rule_leaves_its_counter_example(rule: Rule, example: Mapping[str, Any]) -> None:
    """Nothing in a reject sentence is read by this rule."""
    assert rule.id not in {time.rule for time in read(example["text"])}
