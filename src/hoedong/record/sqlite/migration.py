"""Numbered migrations: a new record gets all of them, an older one is backed up and brought up to date."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from hoedong.errors import NotARecord, RecordTooNew
from hoedong.record.sqlite.connection import Connection

APPLICATION = 0x686F6564
"""`hoed` in ASCII: marks the file as ours (PRAGMA application_id)."""


@cache
def migrations() -> tuple[str, ...]:
    """The scripts in order; the version of a record is how many of them it has had."""
    folder = files("hoedong.record.sqlite") / "migrations"
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".sql"))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


def version_of(connection: Connection) -> int:
    """How many migrations the record has had; 0 for a new file."""
    return int(connection.value("PRAGMA user_version"))


def require_known(connection: Connection) -> None:
    """Refuse what this program cannot read.

    Raises:
        RecordTooNew: a newer version of the program made the record.
        NotARecord: the file is a database of something else.
    """
    version, application = version_of(connection), connection.value("PRAGMA application_id")
    is_empty = connection.value("SELECT COUNT(*) FROM sqlite_master") == 0
    if application != APPLICATION and not is_empty:
        raise NotARecord(f"{connection.location} is a database, but no record of hoedong; choose another file")
    if version > len(migrations()):
        message = f"{connection.location} was made by a newer hoedong (format {version}, this one knows up to"
        raise RecordTooNew(f"{message} {len(migrations())}); install the newer version")


def is_old(connection: Connection) -> bool:
    """Whether migrations are missing."""
    return version_of(connection) < len(migrations())


def migrate(connection: Connection) -> int:
    """Bring a record up to date, after a backup beside it where it holds anything; the version that it had.

    The backup is `FILE.before-N`, N being the format that the record is brought to.
    """
    before, target = version_of(connection), len(migrations())
    if before:
        _back_up(connection, f"{connection.location}.before-{target}")
    with connection.writing():
        for script in migrations()[version_of(connection) :]:  # another process may have been faster
            connection.script(script)
        connection.run(f"PRAGMA user_version={target}")
        connection.run(f"PRAGMA application_id={APPLICATION}")
    return before


def _back_up(connection: Connection, path: str) -> None:
    if not Path(path).exists():
        connection.run("VACUUM INTO ?", path)
