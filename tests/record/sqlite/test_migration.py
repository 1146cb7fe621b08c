"""Records of older and newer formats, and files that are no records."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hoedong.errors import NotARecord, RecordError, RecordStale, RecordTooNew
from hoedong.model.account import RecordedDocument
from hoedong.record.protocol import SearchQuery
from hoedong.record.record import Record
from hoedong.record.sqlite import SqliteStore, open_record
from hoedong.record.sqlite.connection import Connection
from hoedong.record.sqlite.ledger import SqliteLedger
from hoedong.record.sqlite.migration import APPLICATION, migrations
from hoedong.record.store_view import StoreView
from invented_readings import RUN, entry, exported, met, page, record_of, terms, ticking
from told_reports import judged

PAGES = [entry(page(f"d{number}", met("한도윤", "오세린", on=f"2024-06-{10 + number}"))) for number in range(3)]
FORMATS = range(1, len(migrations()))


def record_of_format(path: Path, version: int) -> None:
    """A record as an older program has left it: its ledger filled, nothing derived."""
    connection = Connection(str(path))
    with connection.writing():
        for script in migrations()[:version]:
            connection.script(script)
        connection.run(f"PRAGMA user_version={version}")
        connection.run(f"PRAGMA application_id={APPLICATION}")
        fill(SqliteLedger(connection))
    connection.close()


def fill(ledger: SqliteLedger) -> None:
    """Documents, readings and a judgement."""
    for one in PAGES:
        text = one.reading.document
        number = ledger.add_document(
            RecordedDocument(
                one.id, text.text, "ko", "2024-07-01T00:00:00.000000Z", key=one.key, title=text.title,
                outlet=text.outlet, published=text.publication.value,
            )
        )  # fmt: skip
        ledger.add_reading(number, RUN, "2024-07-01T00:00:00.000000Z", one.reading, "")
    ledger.add_judgement(judged("j1", "unsure", "a", "b", subject="person"))


@pytest.mark.parametrize("version", FORMATS)
def test_an_older_record_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    """It opens, its ledger whole; after a rebuild it is the record that one of today would be, full text included."""
    path = tmp_path / "record.db"
    record_of_format(path, version)
    store = open_record(str(path))
    record = Record(store, ticking(), terms)
    assert (store.ledger.count(), store.ledger.judgement_count()) == (3, 1)
    assert record.is_stale()
    with pytest.raises(RecordStale, match="hoedong rebuild"):
        record.add(PAGES)

    record.rebuild()
    assert exported(store) == exported(record_of(PAGES).store)
    assert len(store.search.find(SearchQuery(((("morphemes", ("오세린",)),),)), 9)) == 3
    assert store.check() == ()
    store.close()


@pytest.mark.parametrize("version", FORMATS)
def test_an_older_record_is_backed_up_first(tmp_path: Path, version: int) -> None:
    """The file as it was stands beside the new one, and is not touched by opening it again."""
    path = tmp_path / "record.db"
    record_of_format(path, version)
    for _ in range(2):
        open_record(str(path)).close()
    (backup,) = tmp_path.glob("*.before-*")

    assert backup.name == f"record.db.before-{len(migrations())}"
    with sqlite3.connect(backup) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (version,)
        assert raw.execute("SELECT COUNT(*) FROM document").fetchone() == (3,)
    raw.close()


def test_an_older_record_is_not_changed_by_reading(tmp_path: Path) -> None:
    """Who may only read is told to open it for writing once."""
    path = tmp_path / "record.db"
    record_of_format(path, 1)

    with pytest.raises(RecordError, match="open it once for writing"):
        open_record(str(path), read_only=True)
    assert not list(tmp_path.glob("*.before-*"))


def test_a_new_record_needs_no_backup(tmp_path: Path) -> None:
    """A record that is made now, or opened again, leaves nothing beside it."""
    for _ in range(2):
        open_record(str(tmp_path / "record.db")).close()

    assert [file.name for file in tmp_path.iterdir()] == ["record.db"]


def test_a_newer_record_is_refused(tmp_path: Path) -> None:
    """A format that this program does not know is left alone, with a word on what to do."""
    path = tmp_path / "record.db"
    open_record(str(path)).close()
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version=999")
    raw.close()

    with pytest.raises(RecordTooNew, match=r"record\.db.*999.*install the newer version"):
        open_record(str(path))


def foreign(path: Path) -> None:
    """A database of something else."""
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE bookmark(url TEXT)")
    raw.close()


NO_RECORDS = {
    "a text": lambda path: path.write_text("한도윤 회장은 오세린 대표를 만났다.\n" * 100, encoding="utf-8"),
    "a short text": lambda path: path.write_text("x", encoding="utf-8"),
    "a foreign database": foreign,
    "a picture": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
}


@pytest.mark.parametrize("what", NO_RECORDS)
def test_what_is_no_record_is_refused(tmp_path: Path, what: str) -> None:
    """The message names the file, and the file stays as it is, to the byte."""
    path = tmp_path / "file.db"
    NO_RECORDS[what](path)
    before = path.read_bytes()

    for read_only in (False, True):
        with pytest.raises(NotARecord, match=r"file\.db.*choose another file"):
            open_record(str(path), read_only=read_only)
    assert path.read_bytes() == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A record is a file."""
    with pytest.raises(RecordError, match="is a folder"):
        open_record(str(tmp_path))


def test_a_missing_record_cannot_be_read(tmp_path: Path) -> None:
    """Opening for reading makes nothing."""
    with pytest.raises(RecordError, match="no record at"):
        open_record(str(tmp_path / "none.db"), read_only=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("share", [0.02, 0.1, 0.5, 0.9])
def test_a_truncated_record_is_noticed(tmp_path: Path, share: float) -> None:
    """Opening, reading or checking tells that the file is damaged, in words that name it."""
    path = tmp_path / "record.db"
    record = Record(open_record(str(path)), ticking(), terms)
    record.add(PAGES)
    assert isinstance(record.store, SqliteStore)
    record.store._db.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    record.store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])

    try:
        store = open_record(str(path), read_only=True)
        broken = store.check() + tuple(document.id for document in StoreView(store).documents() if not document.text)
    except RecordError as error:
        broken = (str(error),)
    assert broken
    assert all("record.db" in one or "Tree" in one or "page" in one.lower() for one in broken)
