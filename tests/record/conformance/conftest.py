"""The stores that keep the contract of `hoedong.record.protocol`: a second database is one more line in STORES."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hoedong.record.protocol import Store
from hoedong.record.sqlite import open_record

STORES: dict[str, Callable[[Path], Store]] = {
    "SQLite in memory": lambda _: open_record(),
    "SQLite in a file": lambda folder: open_record(str(folder / "record.db")),
}
BACKUPS: dict[str, Callable[[str], Store]] = dict.fromkeys(STORES, open_record)
"""How the backup of each store is opened."""


@pytest.fixture(params=STORES)
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of the store under test."""
    name: str = request.param
    return name


@pytest.fixture
def store(kind: str, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    opened = STORES[kind](tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def reopen(kind: str) -> Callable[[str], Store]:
    """Opens a backup of the store under test."""
    return BACKUPS[kind]
