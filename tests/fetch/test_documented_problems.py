"""The reference of problems against the code."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"\"((?:fetch|watch)\.[a-z-]+)\"")


def test_every_problem_is_documented() -> None:
    """The reference lists exactly the codes that the source gives, in alphabetical order."""
    page = (ROOT / "docs" / "reference" / "fetching-problems.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([^`]+)`", page, re.MULTILINE)
    given = {code for file in (ROOT / "src").rglob("*.py") for code in CODE.findall(file.read_text(encoding="utf-8"))}
    assert listed == sorted(given)
