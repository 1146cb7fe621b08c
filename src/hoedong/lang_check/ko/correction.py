"""Runs the examples of rules/correction.toml."""

from __future__ import annotations

from hoedong.lang.ko.corrections import find_words
from hoedong.lang.ko.quote_marks import find_quoted
from hoedong.lang_check.runner import Example, difference, must_fire
from hoedong.model.span import Span
from hoedong.rules.rule_file import Rule

_PARTS = ("day", "title", "page", "url")


def run_correction_rule(rule: Rule, example: Example, matches: bool) -> str | None:
    """The rule reads the sentence, with the `day`, `title`, `page` or `url` that the example has."""
    text = example["text"]
    whole = Span(0, len(text))
    quoted = [marks.outer for marks in find_quoted(text, whole)]
    found = [match for own, match in find_words(text, whole, rule.fields["kind"]) if own.id == rule.id]
    if rule.fields["kind"] in ("correction", "retraction"):
        found = [match for match in found if not any(Span(*match.span()).overlaps(outer) for outer in quoted)]
    silent = must_fire(rule.id, found, matches=matches)
    if silent or not matches:
        return silent
    wanted = next((example[part] for part in _PARTS if part in example), None)
    read = [next(filter(None, reversed(match.groups())), None) for match in found if wanted]
    return None if wanted is None or wanted in read else difference("read", wanted, read)
