"""Claims, trips, quotations and diagnostics in SQLite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hoedong.model.account import ResolvedClaim, ResolvedQuote, ResolvedTrip
from hoedong.model.diagnostic import Diagnostic
from hoedong.record.codec import decode_value, encode_value
from hoedong.record.protocol import EVERY
from hoedong.record.sqlite.connection import Connection, Row, many

_QUOTE = (
    "SELECT q.body, p.entity FROM quote q JOIN appearance a ON a.number = q.appearance"
    " JOIN profile p ON p.number = a.profile"
)
_GRAVEST_FIRST = "CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END"


class SqliteStatements:
    """See `record.protocol.StatementTable`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(
        self,
        document: int,
        claims: Sequence[ResolvedClaim],
        trips: Sequence[ResolvedTrip],
        quotes: Sequence[ResolvedQuote],
        diagnostics: Sequence[Diagnostic],
    ) -> None:
        """Keep what a document states; people are appearances."""
        for claim in claims:
            self._add_claim(document, claim)
        self._db.run_all(
            "INSERT INTO trip(id, document, appearance, body) SELECT ?, ?, number, ? FROM appearance WHERE id = ?",
            [(trip.id, document, encode_value(trip), trip.traveller) for trip in trips],
        )
        self._db.run_all(
            "INSERT INTO quote(id, document, appearance, body) SELECT ?, ?, number, ? FROM appearance WHERE id = ?",
            [(quote.id, document, encode_value(quote), quote.speaker) for quote in quotes],
        )
        self._db.run_all(
            "INSERT INTO diagnostic(document, code, severity, body) VALUES(?,?,?,?)",
            [(document, one.code, one.severity, encode_value(one)) for one in diagnostics],
        )

    def _add_claim(self, document: int, claim: ResolvedClaim) -> None:
        number = self._db.run(
            "INSERT INTO claim(id, document, body) VALUES(?,?,?)", claim.id, document, encode_value(claim)
        )
        self._db.run(
            "INSERT OR IGNORE INTO claim_person SELECT number, ? FROM appearance"
            " WHERE id IN (SELECT value FROM json_each(?))",
            number,
            many(claim.people),
        )

    def remove(self, document: int) -> None:
        """Drop what a document states."""
        self._db.run("DELETE FROM claim_person WHERE claim IN (SELECT number FROM claim WHERE document = ?)", document)
        for table in ("claim", "trip", "quote", "diagnostic"):
            self._db.run(f"DELETE FROM {table} WHERE document = ?", document)

    def claims(self, people: Sequence[int] = ()) -> Iterator[ResolvedClaim]:
        """The claims about any of these people, or all, by id."""
        if people:
            rows = self._db.rows(
                "SELECT DISTINCT c.number, c.body, c.id FROM profile p JOIN appearance a ON a.profile = p.number"
                " JOIN claim_person x ON x.appearance = a.number JOIN claim c ON c.number = x.claim"
                " WHERE p.entity IN (SELECT value FROM json_each(?)) ORDER BY c.id",
                many(people),
            )
        else:
            rows = self._db.rows("SELECT number, body, id FROM claim ORDER BY id")
        yield from self._resolved_claims(rows)

    def shared_claims(self, people: Sequence[int], latest: int = EVERY) -> tuple[ResolvedClaim, ...]:
        """The claims about all of these people, by id; where there are more, those published latest."""
        rows = self._db.rows(
            "SELECT c.number, c.body, c.id FROM profile p JOIN appearance a ON a.profile = p.number"
            " JOIN claim_person x ON x.appearance = a.number JOIN claim c ON c.number = x.claim"
            " WHERE p.entity IN (SELECT value FROM json_each(?))"
            " GROUP BY c.number HAVING COUNT(DISTINCT p.entity) = ? ORDER BY max(a.published) DESC, c.id LIMIT ?",
            many(people),
            len(set(people)),
            latest,
        )
        return tuple(sorted(self._resolved_claims(rows), key=lambda claim: claim.id))

    def claim(self, id: str) -> ResolvedClaim | None:  # noqa: A002
        """One claim."""
        return next(self._resolved_claims(self._db.rows("SELECT number, body, id FROM claim WHERE id = ?", id)), None)

    def _resolved_claims(self, rows: Sequence[Row]) -> Iterator[ResolvedClaim]:
        people = self._people_of([row[0] for row in rows])
        for _, body, _ in rows:
            claim = decode_value(ResolvedClaim, body)
            known = (people[one] for one in claim.people if one in people)
            yield replace(claim, people=tuple(dict.fromkeys(known)))

    def _people_of(self, claims: Sequence[int]) -> Mapping[str, str]:
        rows = self._db.rows(
            "SELECT a.id, p.entity FROM claim_person x JOIN appearance a ON a.number = x.appearance"
            " JOIN profile p ON p.number = a.profile WHERE x.claim IN (SELECT value FROM json_each(?))",
            many(claims),
        )
        return {id_: str(entity) for id_, entity in rows}

    def trips(self, traveller: int, latest: int = EVERY) -> tuple[ResolvedTrip, ...]:
        """The trips of a person, by id; where there are more, those published latest."""
        rows = self._db.rows(
            "SELECT t.body FROM profile p JOIN appearance a ON a.profile = p.number"
            " JOIN trip t ON t.appearance = a.number WHERE p.entity = ? ORDER BY a.published DESC, t.id LIMIT ?",
            traveller,
            latest,
        )
        trips = (replace(decode_value(ResolvedTrip, row[0]), traveller=str(traveller)) for row in rows)
        return tuple(sorted(trips, key=lambda trip: trip.id))

    def travellers(self) -> tuple[int, ...]:
        """Everyone with a trip."""
        rows = self._db.rows(
            "SELECT DISTINCT p.entity FROM trip t JOIN appearance a ON a.number = t.appearance"
            " JOIN profile p ON p.number = a.profile"
        )
        return tuple(row[0] for row in rows)

    def quotes(self) -> Iterator[ResolvedQuote]:
        """All quotations, by id."""
        yield from map(_quote, self._db.iterate(f"{_QUOTE} ORDER BY q.id"))

    def quotes_of(self, speaker: int, latest: int = EVERY) -> tuple[ResolvedQuote, ...]:
        """The quotations of a person, by id; where there are more, those published latest."""
        sql = f"{_QUOTE} WHERE p.entity = ? ORDER BY a.published DESC, q.id LIMIT ?"
        return tuple(sorted(map(_quote, self._db.rows(sql, speaker, latest)), key=lambda quote: quote.id))

    def quotes_beside(self, reports: Sequence[str]) -> tuple[ResolvedQuote, ...]:
        """What is quoted in the documents of these reports, by id."""
        rows = self._db.rows(
            f"{_QUOTE} WHERE q.document IN (SELECT document FROM report WHERE id IN (SELECT value FROM json_each(?)))"
            " ORDER BY q.id",
            many(reports),
        )
        return tuple(map(_quote, rows))

    def diagnostics(self, code: str | None, limit: int) -> tuple[tuple[str, Diagnostic], ...]:
        """Diagnostics with their documents, the gravest first."""
        rows = self._db.rows(
            "SELECT d.id, x.body FROM diagnostic x JOIN document d ON d.number = x.document"
            f" WHERE ?1 IS NULL OR x.code = ?1 ORDER BY {_GRAVEST_FIRST}, d.id, x.number LIMIT ?2",
            code,
            limit,
        )
        return tuple((document, decode_value(Diagnostic, body)) for document, body in rows)

    def diagnostic_counts(self) -> tuple[tuple[str, str, int], ...]:
        """Code, severity, and in how many places; a code has one severity, so that the index alone is counted."""
        rows = self._db.rows(
            "SELECT code,"
            " (SELECT severity FROM diagnostic s WHERE s.code = d.code ORDER BY s.number LIMIT 1) AS severity, COUNT(*)"
            f" FROM diagnostic d GROUP BY code ORDER BY {_GRAVEST_FIRST}, code"
        )
        return tuple((row[0], row[1], row[2]) for row in rows)


def _quote(row: Row) -> ResolvedQuote:
    body, entity = row
    return replace(decode_value(ResolvedQuote, body), speaker=str(entity))
