"""How documents stand to one another, in SQLite: versions, copies, corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hoedong.model.account import DocumentRelation, RelationKind
from hoedong.model.time import PartialDate
from hoedong.record.protocol import CopyRow
from hoedong.record.sqlite.connection import Connection, many


class SqliteDocuments:
    """See `record.protocol.DocumentTable`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def set_current(self, document: int, published: PartialDate | None) -> None:
        """A document counts, with the day of publication that its latest reading gives."""
        self._db.run(
            "INSERT INTO document_state(document, published) VALUES(?1, ?2)"
            " ON CONFLICT DO UPDATE SET superseded_by = NULL, published = ?2",
            document,
            str(published) if published else None,
        )

    def set_superseded(self, document: int, by: str) -> None:
        """A newer version counts in its place."""
        self._db.run(
            "INSERT INTO document_state(document, superseded_by) VALUES(?1, ?2)"
            " ON CONFLICT DO UPDATE SET superseded_by = ?2, copies = ''",
            document,
            by,
        )

    def drop(self, document: int) -> None:
        """A document counts no more, and is no copy and no correction of anything."""
        for table in ("copy_signature", "copy_band", "correction_notice", "document_state"):
            self._db.run(f"DELETE FROM {table} WHERE document = ?", document)
        self._db.run("DELETE FROM document_relation WHERE source = ?1 OR target = ?1", document)

    def is_current(self, document: int) -> bool:
        """Whether a document counts."""
        return bool(
            self._db.value("SELECT 1 FROM document_state WHERE document = ? AND superseded_by IS NULL", document)
        )

    def current(self, ids_after: str = "", limit: int = 500) -> tuple[int, ...]:
        """The documents that count, by id, after an id."""
        rows = self._db.rows(
            "SELECT d.number FROM document d JOIN document_state s ON s.document = d.number"
            " WHERE d.id > ? AND s.superseded_by IS NULL ORDER BY d.id LIMIT ?",
            ids_after,
            limit,
        )
        return tuple(row[0] for row in rows)

    def states(self, documents: Sequence[int]) -> Mapping[int, tuple[str | None, str]]:
        """Of each document the version that supersedes it, and its group of copies."""
        rows = self._db.rows(
            "SELECT document, superseded_by, copies FROM document_state"
            " WHERE document IN (SELECT value FROM json_each(?))",
            many(documents),
        )
        return {row[0]: (row[1], row[2]) for row in rows}

    def add_signature(self, document: int, signature: bytes, bands: Iterable[int]) -> None:
        """Keep a document's signature and the bands by which copies are looked up."""
        self._db.run("INSERT OR REPLACE INTO copy_signature VALUES(?,?)", document, signature)
        self._db.run_all("INSERT OR IGNORE INTO copy_band VALUES(?,?)", [(band, document) for band in bands])

    def signatures(self, documents: Sequence[int]) -> tuple[CopyRow, ...]:
        """The signatures of documents."""
        rows = self._db.rows(
            "SELECT document, signature FROM copy_signature WHERE document IN (SELECT value FROM json_each(?))",
            many(documents),
        )
        return tuple(CopyRow(*row) for row in rows)

    def filed_in(self, bands: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """Band and document of every signature that has any of these bands."""
        rows = self._db.rows(
            "SELECT b.band, b.document FROM json_each(?) x CROSS JOIN copy_band b ON b.band = x.value", many(bands)
        )
        return tuple((row[0], row[1]) for row in rows)

    def in_groups(self, groups: Sequence[str]) -> tuple[int, ...]:
        """The documents of these groups of copies."""
        wanted = "SELECT document FROM document_state WHERE copies IN (SELECT value FROM json_each(?)) AND copies <> ''"
        return tuple(row[0] for row in self._db.rows(wanted, many(groups)))

    def set_group(self, document: int, group: str) -> None:
        """Put a document into a group of copies."""
        self._db.run("UPDATE document_state SET copies = ? WHERE document = ?", group, document)

    def add_notice(self, document: int, outlet: str, published: str, body: str) -> None:
        """Keep a notice of correction or retraction, with its day of publication."""
        self._db.run("INSERT OR REPLACE INTO correction_notice VALUES(?,?,?,?)", document, outlet, published, body)

    def notices(self, outlet: str, since: str, until: str) -> tuple[tuple[int, str], ...]:
        """The notices that an outlet published within these days: document and body."""
        rows = self._db.rows(
            "SELECT document, body FROM correction_notice WHERE outlet = ? AND published BETWEEN ? AND ?"
            " ORDER BY document",
            outlet,
            since,
            until,
        )
        return tuple((row[0], row[1]) for row in rows)

    def of_outlet(self, outlet: str, since: str, until: str) -> tuple[int, ...]:
        """The documents that an outlet published within these days."""
        rows = self._db.rows(
            "SELECT d.number FROM document d JOIN document_state s ON s.document = d.number"
            " WHERE d.outlet = ? AND coalesce(s.published, d.published) BETWEEN ? AND ? AND s.superseded_by IS NULL"
            " ORDER BY d.id",
            outlet,
            since,
            until,
        )
        return tuple(row[0] for row in rows)

    def relate(self, source: int, targets: Sequence[int], kind: RelationKind) -> bool:
        """Set all relations of a kind from a document; True if that changed anything."""
        if set(self.targets(source, kind)) == set(targets):
            return False
        self._db.run("DELETE FROM document_relation WHERE source = ? AND kind = ?", source, kind)
        self._db.run_all("INSERT INTO document_relation VALUES(?,?,?)", [(source, one, kind) for one in targets])
        return True

    def targets(self, source: int, kind: RelationKind) -> tuple[int, ...]:
        """To which documents a document has relations of a kind."""
        rows = self._db.rows("SELECT target FROM document_relation WHERE source = ? AND kind = ?", source, kind)
        return tuple(row[0] for row in rows)

    def relations(self) -> tuple[DocumentRelation, ...]:
        """All relations."""
        rows = self._db.rows(
            "SELECT a.id, b.id, x.kind FROM document_relation x JOIN document a ON a.number = x.source"
            " JOIN document b ON b.number = x.target ORDER BY a.id, b.id, x.kind"
        )
        return tuple(DocumentRelation(source, target, RelationKind(kind)) for source, target, kind in rows)
