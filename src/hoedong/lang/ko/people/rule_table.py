"""The rules of people.toml, for explanation and tests."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from hoedong.rules.rule_file import Rule, load_rules


@cache
def people_rules() -> tuple[Rule, ...]:
    """Every rule by which a person is found, in the order of the file."""
    return load_rules(files("hoedong.lang.ko") / "rules" / "people.toml")
