"""One process writes while others read: nobody waits for long, nobody sees anything half done."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from pathlib import Path

import pytest

from hoedong.errors import RecordLocked
from hoedong.record.record import Entry
from hoedong.record.sqlite import connection as sqlite_connection
from hoedong.record.sqlite import open_record
from hoedong.workspace import Workspace
from invented_readings import entry, met, page

SECONDS = 10.0
READERS = 4
PAIRS = 3
"""Encounters of every page: a reader who sees some of them sees all."""


def pages() -> Iterator[Entry]:
    """Pages without end, each with three encounters of two people of its own."""
    for number in count():
        firm = f"{number}호상사"
        people = f"한도윤@{firm} 회장", f"오세린@{firm} 사장"
        yield entry(page(f"d{number}", *(met(*people, on=f"2024-06-{day:02d}") for day in range(1, 1 + PAIRS))))


@dataclass(frozen=True)
class Seen:
    """What one process did."""

    rounds: int
    documents: int
    longest: float


def write(path: str) -> Seen:
    """Add pages for some seconds."""
    end, done = time.monotonic() + SECONDS, 0
    with Workspace(path) as workspace:
        for one in pages():
            workspace.add_entries([one])
            done += 1
            if time.monotonic() > end:
                break
    return Seen(done, done, 0.0)


def read(path: str) -> Seen:
    """Look at the record again and again for some seconds, and at each look make sure that all of it fits."""
    end, rounds, documents, longest = time.monotonic() + SECONDS, 0, 0, 0.0
    with Workspace(path, read_only=True) as workspace:
        while time.monotonic() < end:
            start = time.monotonic()
            documents = max(documents, look(workspace, documents))
            longest = max(longest, time.monotonic() - start)
            rounds += 1
    return Seen(rounds, documents, longest)


def look(workspace: Workspace, before: int) -> int:
    """One consistent look: as many encounters as the documents tell of, each with its reports, people and text."""
    store, view = workspace._store, workspace.view
    with store.looking():
        documents = store.ledger.count()
        assert documents >= before
        assert view.count_encounters() == PAIRS * documents
        latest = view.find_encounters(limit=PAIRS)
        for one in latest:
            assert len(view.reports(one.reports)) == len(one.reports)
            assert len(view.people_by_id(one.people)) == 2
        for report in view.reports([id_ for one in latest for id_ in one.reports]):
            document = view.document(report.document)
            assert document is not None
            assert document[report.evidence[0].span].startswith("한도윤")
    return documents


def test_readers_see_whole_documents_while_one_writes(tmp_path: Path) -> None:
    """Four readers and a writer for ten seconds: no error, no half document, and readers see the record grow."""
    path = str(tmp_path / "record.db")
    open_record(path).close()
    with get_context("fork").Pool(READERS + 1) as pool:
        writing = pool.apply_async(write, (path,))
        reading = [pool.apply_async(read, (path,)) for _ in range(READERS)]
        seen, wrote = [one.get(SECONDS * 6) for one in reading], writing.get(SECONDS * 6)

    assert wrote.documents > 20
    assert all(one.rounds > 20 and one.documents > 10 for one in seen)
    with Workspace(path, read_only=True) as workspace:
        assert look(workspace, wrote.documents) == wrote.documents


def test_a_second_writer_is_told_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another one writes for too long, the message says so; nothing is lost on either side."""
    monkeypatch.setattr(sqlite_connection, "WAIT_SECONDS", 0.2)
    path, (first, second) = str(tmp_path / "record.db"), [next(pages())] * 2
    with Workspace(path) as one, Workspace(path) as other:
        with one._store.writing():
            one._record.add([first])
            with pytest.raises(RecordLocked, match="being written by another process"):
                other.add_entries([second])
        assert [added.outcome for added in other.add_entries([second])] == ["unchanged"]


def test_a_reader_does_not_see_what_comes_after_it_began_to_look(tmp_path: Path) -> None:
    """Within one look the record stands still; the next look sees what was written meanwhile."""
    path, source = str(tmp_path / "record.db"), pages()
    with Workspace(path) as writer:
        writer.add_entries([next(source)])
        with Workspace(path, read_only=True) as reader:
            with reader._store.looking():
                assert reader.view.count_encounters() == PAIRS
                writer.add_entries([next(source)])
                assert reader.view.count_encounters() == PAIRS
            assert reader.view.count_encounters() == 2 * PAIRS
