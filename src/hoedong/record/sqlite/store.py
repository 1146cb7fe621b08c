"""The tables together, and what is done to the file as a whole."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path

from hoedong.errors import NotARecord, RecordError
from hoedong.record.protocol import IdentityKind
from hoedong.record.sqlite.connection import Connection
from hoedong.record.sqlite.documents import SqliteDocuments
from hoedong.record.sqlite.encounters import SqliteEncounters
from hoedong.record.sqlite.identities import SqliteIdentities
from hoedong.record.sqlite.ledger import SqliteLedger
from hoedong.record.sqlite.migration import is_old, migrate, require_known
from hoedong.record.sqlite.search import SqliteSearch
from hoedong.record.sqlite.statements import SqliteStatements

IN_MEMORY = ":memory:"
"""The location of a record that is kept nowhere."""

_HEADER = b"SQLite format 3\0"

_DERIVED = (
    "report_block", "report_person", "report", "participation", "pair", "encounter",
    "claim_person", "claim", "trip", "quote", "diagnostic",
    "profile_block", "profile_name", "profile", "appearance", "entity",
    "copy_band", "copy_signature", "correction_notice", "document_relation", "document_state",
)  # fmt: skip


class SqliteStore:
    """See `record.protocol.Store`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    @property
    def location(self) -> str:
        """The path of the file."""
        return self._db.location

    @cached_property
    def ledger(self) -> SqliteLedger:
        """What was read and judged."""
        return SqliteLedger(self._db)

    @cached_property
    def people(self) -> SqliteIdentities:
        """Who is who."""
        return SqliteIdentities(self._db, IdentityKind.PERSON)

    @cached_property
    def organisations(self) -> SqliteIdentities:
        """Which organisation is which."""
        return SqliteIdentities(self._db, IdentityKind.ORGANISATION)

    @cached_property
    def encounters(self) -> SqliteEncounters:
        """Reports and encounters."""
        return SqliteEncounters(self._db)

    @cached_property
    def statements(self) -> SqliteStatements:
        """Claims, trips, quotations, diagnostics."""
        return SqliteStatements(self._db)

    @cached_property
    def documents(self) -> SqliteDocuments:
        """Versions, copies, corrections."""
        return SqliteDocuments(self._db)

    @cached_property
    def search(self) -> SqliteSearch:
        """Full text."""
        return SqliteSearch(self._db)

    def writing(self) -> AbstractContextManager[None]:
        """One transaction; an inner one is part of the outer."""
        return self._db.writing()

    def looking(self) -> AbstractContextManager[None]:
        """One consistent view of the record."""
        return self._db.looking()

    def clear_derived(self) -> None:
        """Empty everything but the ledger and the full text, whose tokens depend on texts alone."""
        with self.writing():
            for table in _DERIVED:
                self._db.run(f"DELETE FROM {table}")

    def optimise(self) -> None:
        """Let SQLite gather the statistics that its query planner wants, and fold the write-ahead log in."""
        self._db.run("PRAGMA optimize")
        self._db.run("PRAGMA wal_checkpoint(PASSIVE)")

    def check(self) -> tuple[str, ...]:
        """What SQLite's own checks find; empty when nothing is broken."""
        broken = [row[0] for row in self._db.rows("PRAGMA quick_check") if row[0] != "ok"]
        dangling = [
            f"a row of {row[0]} points at no row of {row[2]}" for row in self._db.rows("PRAGMA foreign_key_check")
        ]
        return tuple(broken + dangling)

    def backup(self, path: str) -> None:
        """Write a copy of the whole record, in one piece, to a file that does not exist yet."""
        if Path(path).exists():
            raise RecordError(f"{path} exists; choose a name that is free")
        self._db.run("VACUUM INTO ?", path)

    def size(self) -> int:
        """Bytes of the file and of its write-ahead log."""
        names = (self.location, f"{self.location}-wal")
        return sum(os.path.getsize(name) for name in names if os.path.exists(name))  # noqa: PTH110, PTH202

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def open_record(location: str = IN_MEMORY, *, read_only: bool = False) -> SqliteStore:
    """Open a record, making it where it does not exist and bringing an older one up to date after a backup.

    Raises:
        RecordTooNew: a newer version of the program made it.
        NotARecord: the file is something else, or damaged.
        RecordLocked: another process is writing to it.
    """
    if location != IN_MEMORY:
        _require_usable(location, read_only=read_only)
    connection = Connection(location, read_only=read_only)
    try:
        _bring_up_to_date(connection)
    except BaseException:
        connection.close()
        raise
    return SqliteStore(connection)


def _bring_up_to_date(connection: Connection) -> None:
    require_known(connection)
    connection.keep_write_ahead_log()
    if is_old(connection):
        if connection.read_only:
            message = f"{connection.location} is of an older format; open it once for writing, which backs it up"
            raise RecordError(message)
        migrate(connection)


def _is_something_else(path: Path) -> bool:
    """Whether a file is no database at all; SQLite would write over one that is shorter than a page."""
    with path.open("rb") as file:
        head = file.read(len(_HEADER))
    return head not in (b"", _HEADER)


def _require_usable(location: str, *, read_only: bool) -> None:
    path = Path(location)
    if path.is_dir():
        raise RecordError(f"{location} is a folder; name a file for the record")
    if read_only and not path.exists():
        raise RecordError(f"there is no record at {location}; `hoedong add` makes one")
    if path.exists() and _is_something_else(path):
        raise NotARecord(f"{location} is no record of hoedong; choose another file")
    if not read_only:
        path.parent.mkdir(parents=True, exist_ok=True)
