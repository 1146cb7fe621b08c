"""The record of the dinner: seven short invented articles, one a reprint, one a correction, one in English."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from record_commands import DINNER, run


@pytest.fixture(scope="session")
def dinner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record as `hoedong add` makes it, for reading only."""
    record = tmp_path_factory.mktemp("record") / "dinner.db"
    outcome = run("add", *DINNER, record=record)
    assert outcome.exit_code == 1, outcome.output  # the English page is kept, and told
    return record


@pytest.fixture
def own_dinner(dinner: Path, tmp_path: Path) -> Path:
    """A copy of the record that a test may change."""
    return Path(shutil.copy(dinner, tmp_path / "own.db"))
