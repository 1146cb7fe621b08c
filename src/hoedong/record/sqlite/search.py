"""Full text in SQLite by FTS5 over tokens of our own making."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.record.protocol import SearchHit, SearchQuery
from hoedong.record.sqlite.connection import Connection

_TOKENS = "SELECT document, morphemes, bigrams FROM search_text WHERE document = ?"


class SqliteSearch:
    """See `record.protocol.SearchIndex`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, document: int, morphemes: Sequence[str], bigrams: Sequence[str]) -> None:
        """Index a document."""
        row = (document, " ".join(morphemes), " ".join(bigrams))
        self._db.run("INSERT INTO search_text VALUES(?,?,?)", *row)
        self._db.run("INSERT INTO search_index(rowid, morphemes, bigrams) VALUES(?,?,?)", *row)

    def remove(self, document: int) -> None:
        """Take a document out, with the tokens that were put in."""
        row = self._db.row(_TOKENS, document)
        if row:
            self._db.run(
                "INSERT INTO search_index(search_index, rowid, morphemes, bigrams) VALUES('delete',?,?,?)", *row
            )
            self._db.run("DELETE FROM search_text WHERE document = ?", document)

    def terms(self, document: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The morphemes and bigrams that a document was indexed with."""
        row = self._db.row(_TOKENS, document)
        return (tuple(row[1].split()), tuple(row[2].split())) if row else ((), ())

    def find(self, query: SearchQuery, limit: int) -> tuple[SearchHit, ...]:
        """The best documents by BM25, morphemes counting more than bigrams."""
        if not query.words:
            return ()
        rows = self._db.rows(
            "SELECT rowid, bm25(search_index, 2.0, 1.0) AS score FROM search_index WHERE search_index MATCH ?"
            " ORDER BY score, rowid LIMIT ?",
            _match(query),
            limit,
        )
        return tuple(SearchHit(row[0], -row[1]) for row in rows)

    def documents_of(self, entity: int, limit: int) -> tuple[int, ...]:
        """The latest documents in which an entity appears."""
        rows = self._db.rows(
            "SELECT DISTINCT a.document, a.published FROM profile p JOIN appearance a ON a.profile = p.number"
            " WHERE p.entity = ? ORDER BY a.published DESC, a.document LIMIT ?",
            entity,
            limit,
        )
        return tuple(row[0] for row in rows)


def _match(query: SearchQuery) -> str:
    """The query in FTS5's own language; tokens are quoted, so that no word of a user is an operator."""
    return " AND ".join(f"({' OR '.join(_alternative(*one) for one in word)})" for word in query.words)


def _alternative(column: str, tokens: Sequence[str]) -> str:
    phrase = " ".join(tokens).replace('"', '""').replace("\0", " ")  # FTS5 takes a NUL for the end
    return f'{column} : "{phrase}"'
