"""The record for many requests at once."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from hoedong.errors import RecordError, RecordLocked, TooMuchToReplay
from hoedong.http.workspaces import Workspaces
from hoedong.model.time import PartialDate
from hoedong.workspace.given_text import GivenText, entry_of_given
from http_record import LIMITS, settings_of

LATER = GivenText(
    "도재이 새빛당 대표는 14일 서울에서 서이담 총리를 만났다.", url="https://dawn.example/3", published="2026-03-15"
)


@pytest.fixture
def workspaces(record: Path) -> Workspaces:
    """The workspaces of a record of one's own."""
    return Workspaces(settings_of(record))


def test_readers_cannot_write(workspaces: Workspaces) -> None:
    """A workspace that is lent for questions refuses to change anything."""
    with workspaces.reading() as workspace, pytest.raises(RecordError, match="reading only"):
        workspace.add_entries([entry_of_given(LATER)])


def test_a_reader_sees_one_moment(workspaces: Workspaces) -> None:
    """What is added while a question is being answered shows in the next question only."""
    with workspaces.reading() as workspace:
        before = workspace.document_count()
        with workspaces.writing() as writer:
            writer.add_entries([entry_of_given(LATER)])
        assert workspace.document_count() == before
    with workspaces.reading() as workspace:
        assert workspace.document_count() == before + 1


def test_another_process_may_add(workspaces: Workspaces, tmp_path: Path) -> None:
    """`hoedong add` beside the server works, and the server shows what it added."""
    page = tmp_path / "later.txt"
    page.write_text(LATER.text, encoding="utf-8")
    command = [sys.executable, "-m", "hoedong", "add", "--record", workspaces.location, str(page)]
    outcome = subprocess.run(command, capture_output=True, check=False)

    assert outcome.returncode == 0, outcome.stderr.decode()
    with workspaces.reading() as workspace:
        assert workspace.document_count() == 3


def test_many_threads_share_few_readers(workspaces: Workspaces) -> None:
    """More questions than readers wait for their turn, and all are answered."""

    def ask(_: int) -> int:
        with workspaces.reading() as workspace:
            return len(workspace.timeline())

    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(ask, range(64))) == {1}


def test_waiting_has_an_end(record: Path) -> None:
    """Who waits too long for a reader or for the writer is told so."""
    limits = replace(LIMITS, readers=1, wait_seconds=0.05)
    workspaces = Workspaces(settings_of(record, limits=limits))

    with workspaces.reading(), pytest.raises(RecordLocked), workspaces.reading():
        pass
    with workspaces.writing(), pytest.raises(RecordLocked), ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: workspaces.writing().__enter__()).result()


def test_another_day_has_a_bound(record: Path) -> None:
    """A record above the bound is not derived as of another day; one below it is."""
    day = PartialDate.parse("2026-03-11")
    workspaces = Workspaces(settings_of(record))
    with workspaces.reading(reported_by=day) as workspace:
        assert workspace.document_count() == 1

    small = Workspaces(settings_of(record, limits=replace(LIMITS, replayed=1)))
    with pytest.raises(TooMuchToReplay), small.reading(reported_by=day):
        pass


def test_a_missing_record_is_made(tmp_path: Path) -> None:
    """A server on a path where nothing is starts with an empty record."""
    with Workspaces(settings_of(tmp_path / "new.db")).reading() as workspace:
        assert workspace.document_count() == 0
