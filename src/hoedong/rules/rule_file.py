"""Rule files: TOML with one `[[rule]]` table a rule, each with its own example sentences."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from hoedong.errors import RuleFileError

_RULE_HEADER = re.compile(r"^\s*\[\[\s*rule\s*\]\]")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a language folder.

    `fields` holds the keys of its own kind of rule (everything but id, gloss, match and reject). `match` and `reject`
    are its example sentences, run as tests. `location` is `file:line` for traces and error messages.
    """

    id: str
    gloss: str
    location: str
    fields: Mapping[str, Any]
    match: tuple[Mapping[str, Any], ...]
    reject: tuple[Mapping[str, Any], ...]


def load_rules(file: Traversable) -> tuple[Rule, ...]:
    """Read one rule file; the order of rules is the order in the file.

    Raises:
        RuleFileError: with every mistake of the file, one `file:line: …` a line.
    """
    text = file.read_text(encoding="utf-8")
    try:
        tables = tomllib.loads(text).get("rule", [])
    except tomllib.TOMLDecodeError as error:
        raise RuleFileError(f"{file.name}: {error}") from error
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _RULE_HEADER.match(line)]
    rules, mistakes = [], []
    for table, line in zip(tables, lines, strict=True):
        location = f"{file.name}:{line}"
        mistakes += [f"{location}: {mistake}" for mistake in _mistakes(table)]
        rules.append(_rule(table, location))
    mistakes += _repeated_ids(rules)
    if mistakes:
        raise RuleFileError("\n".join(mistakes))
    return tuple(rules)


def _rule(table: Mapping[str, Any], location: str) -> Rule:
    own = {key: value for key, value in table.items() if key not in ("id", "gloss", "match", "reject")}
    return Rule(
        str(table.get("id", "")),
        str(table.get("gloss", "")),
        location,
        own,
        tuple(table.get("match", ())),
        tuple(table.get("reject", ())),
    )


def _mistakes(table: Mapping[str, Any]) -> list[str]:
    mistakes = [
        f"{key!r} is missing; every rule has an id and a gloss" for key in ("id", "gloss") if not table.get(key)
    ]
    for key in ("match", "reject"):
        examples = table.get(key)
        if not examples:
            mistakes.append(f"no [[rule.{key}]]; every rule carries at least one match and one reject sentence")
        elif any("text" not in example for example in examples):
            mistakes.append(f"a [[rule.{key}]] has no text")
    return mistakes


def _repeated_ids(rules: list[Rule]) -> list[str]:
    first: dict[str, str] = {}
    mistakes = []
    for rule in rules:
        if rule.id in first:
            mistakes.append(f"{rule.location}: id {rule.id!r} is taken by {first[rule.id]}; ids are never reused")
        first.setdefault(rule.id, rule.location)
    return mistakes
