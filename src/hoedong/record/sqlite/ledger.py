"""The ledger in SQLite."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hoedong.model.account import RecordedDocument
from hoedong.model.judgement import Judgement
from hoedong.model.reading import Reading
from hoedong.model.time import PartialDate
from hoedong.record.codec import decode_value, encode_value
from hoedong.record.protocol import PageRow, Run, StoredReading, Tombstone
from hoedong.record.sqlite.connection import Connection, Row, many

_COLUMNS = (
    "d.number, d.id, d.text, d.lang, d.added, d.key, d.url, d.source, d.title, d.outlet, d.byline,"
    " coalesce(s.published, d.published), coalesce(s.copies, ''), s.superseded_by"
)
_DOCUMENTS = f"SELECT {_COLUMNS} FROM document d LEFT JOIN document_state s ON s.document = d.number"


class SqliteLedger:
    """See `record.protocol.Ledger`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add_document(self, document: RecordedDocument) -> int:
        """Keep one version of a page."""
        return self._db.run(
            "INSERT INTO document(id, key, url, source, title, outlet, byline, lang, published, added, text)"
            " VALUES(?,?,?,?,?,?,?,?,?,?,?)",
            document.id, document.key, document.url, document.source, document.title, document.outlet,
            document.byline, document.lang, document.published and str(document.published), document.added,
            document.text,
        )  # fmt: skip

    def number(self, document: str) -> int | None:
        """The row of a document, None where it is not kept."""
        found: int | None = self._db.value("SELECT number FROM document WHERE id = ?", document)
        return found

    def document(self, document: str) -> RecordedDocument | None:
        """A document with its text, any version."""
        row = self._db.row(f"{_DOCUMENTS} WHERE d.id = ?", document)
        return _document(row) if row else None

    def documents(self, numbers: Sequence[int]) -> Mapping[int, RecordedDocument]:
        """Documents by row."""
        wanted = f"{_DOCUMENTS} WHERE d.number IN (SELECT value FROM json_each(?))"
        return {row[0]: _document(row) for row in self._db.rows(wanted, many(numbers))}

    def versions(self, key: str) -> tuple[RecordedDocument, ...]:
        """All versions of a page, in order of arrival."""
        return tuple(_document(row) for row in self._db.rows(f"{_DOCUMENTS} WHERE d.key = ? ORDER BY d.number", key))

    def pages(self) -> tuple[PageRow, ...]:
        """All documents without their texts, versions included, in order of arrival."""
        rows = self._db.rows(
            "SELECT d.number, d.id, d.key, d.added, coalesce(s.published, d.published) FROM document d"
            " LEFT JOIN document_state s ON s.document = d.number ORDER BY d.number"
        )
        return tuple(
            PageRow(number, id_, key, added, PartialDate.parse(published) if published else None)
            for number, id_, key, added, published in rows
        )

    def count(self) -> int:
        """How many documents there are, versions included."""
        return int(self._db.value("SELECT COUNT(*) FROM document"))

    def add_reading(self, number: int, run: Run, recorded: str, reading: Reading, intake: str) -> None:
        """Keep a reading; its text stands with the document already."""
        self._db.run("INSERT OR IGNORE INTO run(id, engine, rules) VALUES(?,?,?)", run.id, run.engine, run.rules)
        bare = replace(reading, document=replace(reading.document, text=""))
        body = zlib.compress(encode_value(bare).encode("utf-8", "surrogatepass"), 6)
        self._db.run(
            "INSERT INTO reading(document, run, recorded, intake, body) VALUES(?,?,?,?,?)",
            number,
            run.id,
            recorded,
            intake,
            body,
        )

    def reading(self, number: int, until: str | None = None) -> StoredReading | None:
        """The latest reading of a document, or the latest that was recorded up to a moment."""
        row = self._db.row(
            "SELECT d.id, d.text, r.run, r.recorded, r.intake, r.body FROM reading r"
            " JOIN document d ON d.number = r.document"
            " WHERE r.document = ? AND r.recorded <= ? ORDER BY r.number DESC LIMIT 1",
            number,
            until or "9999",
        )
        if row is None:
            return None
        document, text, run, recorded, intake, body = row
        bare = decode_value(Reading, zlib.decompress(body).decode("utf-8", "surrogatepass"))
        reading = replace(bare, document=replace(bare.document, text=text))
        return StoredReading(document, run, recorded, reading, intake)

    def add_tombstone(self, number: int, tombstone: Tombstone) -> None:
        """Take a document's text and readings out, and keep the tombstone."""
        self._db.run("DELETE FROM reading WHERE document = ?", number)
        self._db.run("DELETE FROM document_state WHERE document = ?", number)
        self._db.run("DELETE FROM document WHERE number = ?", number)
        self._db.run(
            "INSERT OR REPLACE INTO tombstone(document, digest, reason, user, created) VALUES(?,?,?,?,?)",
            tombstone.document, tombstone.digest, tombstone.reason, tombstone.user, tombstone.created,
        )  # fmt: skip

    def tombstones(self) -> tuple[Tombstone, ...]:
        """All takedowns, by document."""
        rows = self._db.rows("SELECT document, digest, reason, user, created FROM tombstone ORDER BY document")
        return tuple(Tombstone(*row) for row in rows)

    def is_taken_down(self, digest: str) -> bool:
        """Whether a text of this SHA-256 was taken down."""
        return bool(self._db.value("SELECT 1 FROM tombstone WHERE digest = ?", digest))

    def add_judgement(self, judgement: Judgement) -> bool:
        """Append a judgement; False if it is there already."""
        if self._db.value("SELECT 1 FROM judgement WHERE id = ?", judgement.id):
            return False
        self._db.run(
            'INSERT INTO judgement(id, subject, verb, "left", "right", user, created, body) VALUES(?,?,?,?,?,?,?,?)',
            judgement.id, judgement.subject, judgement.verb, judgement.left, judgement.right, judgement.user,
            judgement.created, encode_value(judgement),
        )  # fmt: skip
        return True

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, by moment and id."""
        rows = self._db.rows("SELECT body FROM judgement ORDER BY created, id")
        return tuple(decode_value(Judgement, row[0]) for row in rows)

    def judgement_count(self) -> int:
        """How many judgements there are."""
        return int(self._db.value("SELECT coalesce(max(number), 0) FROM judgement"))  # none ever goes

    def meta(self, key: str) -> str | None:
        """A word about the record itself."""
        found: str | None = self._db.value("SELECT value FROM meta WHERE key = ?", key)
        return found

    def set_meta(self, key: str, value: str) -> None:
        """Note a word about the record itself."""
        self._db.run("INSERT OR REPLACE INTO meta(key, value) VALUES(?,?)", key, value)


def _document(row: Row) -> RecordedDocument:
    _, id_, text, lang, added, key, url, source, title, outlet, byline, published, copies, superseded_by = row
    return RecordedDocument(
        id=id_,
        text=text,
        lang=lang,
        added=added,
        key=key,
        url=url,
        source=source,
        title=title,
        outlet=outlet,
        byline=byline,
        published=PartialDate.parse(published) if published else None,
        copies=copies,
        superseded_by=superseded_by,
    )
