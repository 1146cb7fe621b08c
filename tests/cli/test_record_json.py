"""The JSON of the record is what its reference says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from record_commands import CHAIRMAN, DINNER, DIRECTOR, GUEST, answered, document, printed, the_dinner

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "record-json.md").read_text(encoding="utf-8")
DOCUMENTED = {
    command: re.findall(r"`(\w+)`", keys)
    for command, keys in re.findall(r"^\| `([^`]+)` \| ((?:`\w+`(?:, )?)+) \|", PAGE, re.MULTILINE)
}


def arguments(command: str, record: Path, folder: Path) -> list[object]:
    """What a documented command is called with."""
    return {
        "add": [DINNER[0]],
        "watch --status": [Path(__file__).parents[2] / "docs" / "how-to" / "sources.toml"],
        "met": [GUEST],
        "show": [the_dinner(record)["id"]],
        "brief": [GUEST],
        "trips": [GUEST],
        "quotes": [GUEST],
        "claims": [GUEST],
        "search": ["반도체"],
        "network": [GUEST],
        "who": [GUEST],
        "organisations": ["가람전자"],
        "why": [CHAIRMAN, DIRECTOR],
        "check --code": ["encounter.one-side"],
        "backup": [folder / "copy.db"],
        "forget": [document("1-plan.txt", record), "--reason", "x", "--yes"],
        "export": ["jsonl", folder / "record.jsonl"],
        "judge accept": [the_dinner(record)["id"]],
        "judgements export": [folder / "judgements.jsonl"],
    }.get(command, [])


@pytest.mark.parametrize("command", DOCUMENTED)
def test_keys_are_those_of_the_reference(own_dinner: Path, tmp_path: Path, command: str) -> None:
    """Each command prints exactly the keys that its line names, in that order."""
    answer = answered(*command.split(), *arguments(command, own_dinner, tmp_path), record=own_dinner)

    assert list(answer) == ["schema", *DOCUMENTED[command]]


def test_every_command_that_has_json_is_documented() -> None:
    """The reference has a line for every command on a record, but for those that it says are alike."""
    help_pages = (Path(__file__).parents[2] / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## hoedong (.+?)\n(.*?)(?=^## |\Z)", help_pages, re.MULTILINE | re.DOTALL)
    with_json = {name for name, text in sections if "--json " in text}
    alike = {f"judge {verb}" for verb in ("same", "different", "unsure", "reject", "set", "undo")}

    documented = {command.removesuffix(" --code").removesuffix(" --status") for command in DOCUMENTED}
    assert with_json - alike - {"judgements orphans", "judgements import"} == documented


def test_nothing_but_plain_values(own_dinner: Path) -> None:
    """What a page of the record holds survives being read and written again."""

    def plain(value: Any) -> bool:
        if isinstance(value, dict):
            return all(isinstance(key, str) and plain(inner) for key, inner in value.items())
        return all(map(plain, value)) if isinstance(value, list) else isinstance(value, str | int | float | bool | None)

    text = printed("show", the_dinner(own_dinner)["id"], "--json", record=own_dinner)
    assert plain(json.loads(text))
    assert json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n" == text
