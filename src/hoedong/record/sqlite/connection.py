"""One connection to the file: pragmas, transactions, and SQLite's errors in our words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hoedong.errors import NotARecord, RecordError, RecordLocked

WAIT_SECONDS = 30.0
"""How long a writer waits for another one."""

_PRAGMAS = (
    "PRAGMA synchronous=FULL",  # what is acknowledged survives a loss of power
    "PRAGMA foreign_keys=OFF",  # rows are taken out in the order of their tables; checked by `check`
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-65536",  # 64 MiB: bounds the memory of a query
    "PRAGMA mmap_size=268435456",
)

Row = tuple[Any, ...]


class Connection:
    """Runs statements on one SQLite file. `?` stands for a value; lists go in as JSON, see `many`."""

    def __init__(self, location: str, *, read_only: bool = False) -> None:
        self.location = location
        self.read_only = read_only
        self._raw = _connect(location, read_only=read_only)
        self._depth = 0

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a query."""
        with _in_our_words(self.location):
            return self._raw.execute(sql, values).fetchall()

    def iterate(self, sql: str, *values: object) -> Iterator[Row]:
        """The rows of a query one by one."""
        with _in_our_words(self.location):
            yield from self._raw.execute(sql, values)

    def row(self, sql: str, *values: object) -> Row | None:
        """The first row of a query, None without one."""
        with _in_our_words(self.location):
            found: Row | None = self._raw.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, *values: object) -> Any:
        """The first cell of the first row, None without one."""
        found = self.row(sql, *values)
        return found[0] if found else None

    def run(self, sql: str, *values: object) -> int:
        """Carry out one statement; the number of the row that it inserted."""
        with _in_our_words(self.location):
            return self._raw.execute(sql, values).lastrowid or 0

    def run_all(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Carry out one statement for every row of values."""
        with _in_our_words(self.location):
            self._raw.executemany(sql, rows)

    def script(self, sql: str) -> None:
        """Carry out a whole script inside the open transaction."""
        with _in_our_words(self.location):
            for statement in _statements(sql):
                self._raw.execute(statement)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction; an inner one is part of the outer."""
        if self.read_only:
            raise RecordError(f"the record {self.location} is opened for reading only")
        with self._transaction("BEGIN IMMEDIATE", "COMMIT"):
            yield

    @contextmanager
    def looking(self) -> Iterator[None]:
        """One consistent view of the record."""
        with self._transaction("BEGIN", "ROLLBACK"):
            yield

    @contextmanager
    def _transaction(self, begin: str, end: str) -> Iterator[None]:
        if self._depth:
            yield
            return
        with _in_our_words(self.location):
            self._raw.execute(begin)
        self._depth += 1
        try:
            yield
        except BaseException:
            self._raw.rollback()
            raise
        else:
            with _in_our_words(self.location):
                self._raw.execute(end)
        finally:
            self._depth -= 1

    def keep_write_ahead_log(self) -> None:
        """Let readers go on while something is written; noted in the file, so not before one knows whose it is."""
        if not self.read_only:
            self.run("PRAGMA journal_mode=WAL")

    def close(self) -> None:
        """Let go of the file."""
        self._raw.close()


def many(values: Iterable[object]) -> str:
    """Values for `IN (SELECT value FROM json_each(?))`, however many there are."""
    return json.dumps(list(values), ensure_ascii=False)


def _connect(location: str, *, read_only: bool) -> sqlite3.Connection:
    with _in_our_words(location):
        address = f"{Path(location).absolute().as_uri()}?mode=ro" if read_only else location
        raw = sqlite3.connect(
            address,
            timeout=WAIT_SECONDS,
            isolation_level=None,
            uri=read_only,
            check_same_thread=False,
            cached_statements=256,
        )
        for pragma in _PRAGMAS:
            raw.execute(pragma)
        return raw


def _statements(sql: str) -> Iterator[str]:
    """The statements of a script; triggers with their inner `;` stay whole."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending


@contextmanager
def _in_our_words(location: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            message = f"{location} is being written by another process; try again when it has finished"
            raise RecordLocked(message) from error
        raise RecordError(f"{location}: {error}") from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError):
            raise RecordError(f"{location}: {error}") from error
        message = (
            f"{location} is no record of hoedong, or it is damaged ({error}); restore a backup, or choose another file"
        )
        raise NotARecord(message) from error
