from __future__ import annotations

from pathlib import Path

import pytest

from hoedong.http.pages import waiting
from hoedong.http.pages.rendering import environment
from hoedong.http.warming import start_warming
from hoedong.http.workspaces import Workspaces
from http_record import settings_of


def test_the_first_request_finds_everything_ready(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates are compiled and the queue of questions is made before anybody has asked."""
    monkeypatch.setattr(waiting, "_SHELF", waiting.QueueShelf())
    environment.cache_clear()
    workspaces = Workspaces(settings_of(record))
    start_warming(workspaces).join()
    assert environment("ko").cache is not None
    assert len(environment("ko").cache) > 10
    with workspaces.reading() as workspace:
        assert waiting._SHELF.last_known(workspace) is not None
    workspaces.close()


def test_a_record_that_cannot_be_read_is_no_accident(record: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever is not ready is noted in the log, and the server goes on."""
    workspaces = Workspaces(settings_of(record))
    workspaces.close()
    record.unlink()
    start_warming(workspaces).join()
    assert "not everything is ready" in caplog.text
