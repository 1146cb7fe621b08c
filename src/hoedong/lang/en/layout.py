"""The layout rules of English news pages, loaded once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from hoedong.rules.layout_rules import LayoutRules, compile_layout_rules
from hoedong.rules.rule_file import load_rules


@cache
def layout_rules() -> LayoutRules:
    """The compiled rules of `rules/layout.toml`."""
    return compile_layout_rules(load_rules(files("hoedong.lang.en") / "rules" / "layout.toml"), {})
