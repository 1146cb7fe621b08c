"""Runs the examples of rules/layout.toml: what a single line of a page is."""

from __future__ import annotations

from hoedong.lang.ko.layout import layout_rules
from hoedong.lang_check.runner import Example, must_fire
from hoedong.rules.layout_rules import LayoutRule
from hoedong.rules.rule_file import Rule


def run_layout_rule(rule: Rule, example: Example, matches: bool) -> str | None:
    """The rule applies to the line, or leaves it alone."""
    compiled = next(one for one in layout_rules().rules if one.id == rule.id)
    return must_fire(rule.id, _applies(compiled, example["text"]), matches=matches)


def _applies(rule: LayoutRule, line: str) -> bool:
    if rule.kind == "part":
        begins = rule.starts is not None and rule.starts.match(line) is not None
        return begins and layout_rules().role_of_parts(line) == rule.role
    if rule.kind == "prefix":
        return rule.starts is not None and rule.starts.match(line) is not None
    if rule.kind in ("outlet", "reporter"):
        return rule.starts is not None and rule.starts.search(line) is not None
    return rule.applies_to(line, layout_rules().is_prose(line))
