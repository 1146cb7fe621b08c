"""A record of invented articles, and a browser that asks for its pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from invented_pages import make_record
from page_server import page_server


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record, read once; tests that change it take a copy."""
    return make_record(tmp_path_factory.mktemp("record"))


@pytest.fixture(scope="session")
def browser(record: Path) -> TestClient:
    """Asks for pages and changes nothing."""
    return TestClient(page_server(record), follow_redirects=False)


@pytest.fixture
def own_record(record: Path, tmp_path: Path) -> Path:
    """A copy of the record that a test may change."""
    for file in record.parent.glob("record.db*"):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path / record.name


@pytest.fixture
def own_browser(own_record: Path) -> TestClient:
    """A browser on a record of its own."""
    return TestClient(page_server(own_record), follow_redirects=False)


@pytest.fixture
def empty_browser(tmp_path: Path) -> TestClient:
    """A browser on a record that holds nothing."""
    from hoedong.workspace import Workspace

    Workspace(tmp_path / "empty.db").close()
    return TestClient(page_server(tmp_path / "empty.db"), follow_redirects=False)
