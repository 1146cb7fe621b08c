"""The record in one SQLite file: write-ahead log, full text by FTS5, every write in `BEGIN IMMEDIATE`."""

from hoedong.record.sqlite.store import SqliteStore, open_record

__all__ = ["SqliteStore", "open_record"]
