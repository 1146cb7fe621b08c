"""One record for all tests that only read, and a server on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from http_record import browsing, make_record, settings_of


@pytest.fixture(scope="session")
def shared_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that is only read."""
    path = tmp_path_factory.mktemp("shared") / "record.db"
    make_record(path)
    return path


@pytest.fixture
def record(shared_record: Path, tmp_path: Path) -> Path:
    """A record of one's own."""
    return Path(shutil.copy(shared_record, tmp_path / "record.db"))


@pytest.fixture
def client(record: Path) -> Iterator[TestClient]:
    """A browser on a record of one's own."""
    with browsing(settings_of(record)) as found:
        yield found
