"""What runs the examples of one rule file or one case table, and which runner belongs to which file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from hoedong.rules.rule_file import Rule

Example = Mapping[str, Any]

RuleRunner = Callable[[Rule, Example, bool], str | None]
"""Run one example of a rule (True: a `match`, False: a `reject`): what is wrong, None when it is read as it says."""

CaseRunner = Callable[[Mapping[str, str]], str | None]
"""Run one line of a case table; None when the result is the expected one, else what came out instead."""


@dataclass(frozen=True, slots=True)
class Runners:
    """The runners of a language by the names of its files without their suffixes: `time` runs `rules/time.toml`."""

    rules: Mapping[str, RuleRunner] = field(default_factory=dict)
    cases: Mapping[str, CaseRunner] = field(default_factory=dict)


def runners_of(code: str) -> Runners:
    """The runners of a language, from the module of `hoedong.lang_check` that bears its code; none without one."""
    name = f"hoedong.lang_check.{code}"
    if find_spec(name) is None:
        return Runners()
    runners = import_module(name).RUNNERS
    assert isinstance(runners, Runners)  # noqa: S101 - tells the type checker what the module promises
    return runners


def difference(name: str, expected: object, actual: object) -> str | None:
    """Say how a result differs from the expected one; None where they are equal.

    >>> difference("value", "2024-06-11", "2024-06")
    "value is '2024-06', not '2024-06-11'"
    """
    return None if expected == actual else f"{name} is {actual!r}, not {expected!r}"


def must_fire(rule: str, fired: object, *, matches: bool) -> str | None:
    """Say that a rule was silent on a `match` or fired on a `reject`; None where it did as it should."""
    if bool(fired) == matches:
        return None
    return f"{rule} does not fire" if matches else f"{rule} fires"
