"""What runs the examples of one rule file or one case table, and which runner belongs to which file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hoedong.rules.rule_file import Rule

Example = Mapping[str, Any]

RuleRunner = Callable[[Rule, Example, bool], str | None]
"""Run one example of a rule (True: a `match`, False: a `reject`): what is wrong, None when it is read as it says."""

CaseRunner = Callable[[Mapping[str, str]], str | None]
"""Run one line of a case table; None when the result is the expected one, else what came out instead."""

RULE_RUNNERS: dict[tuple[str, str], RuleRunner] = {}
"""Runners by language and name of the rule file without its suffix: ("ko", "time")."""

CASE_RUNNERS: dict[tuple[str, str], CaseRunner] = {}
"""Runners by language and name of the case table without its suffix: ("ko", "times")."""


def difference(name: str, expected: object, actual: object) -> str | None:
    """Say how a result differs from the expected one; None where they are equal.

    >>> difference("value", "2024-06-11", "2024-06")
    "value is '2024-06', not '2024-06-11'"
    """
    return None if expected == actual else f"{name} is {actual!r}, not {expected!r}"
