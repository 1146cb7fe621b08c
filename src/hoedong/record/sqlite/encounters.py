"""Reports, encounters, participations and pairs in SQLite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from hoedong.model.account import Encounter, RelationKind, ResolvedReport, Review
from hoedong.record.codec import decode_value, encode_value
from hoedong.record.protocol import EVERY, EncounterFilter, EncounterRow, ReportRow
from hoedong.record.sqlite.connection import Connection, Row, many

MOST_DECODED = 4096
"""Encounters that are kept as values, some 6 kB each."""

_ENCOUNTER = "SELECT e.number, e.body FROM encounter e"


class SqliteEncounters:
    """See `record.protocol.EncounterTable`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    # reports

    def add_report(self, document: int, report: ResolvedReport) -> int:
        """Keep a report whose people are appearances."""
        number = self._db.run(
            "INSERT INTO report(id, document, body) VALUES(?,?,?)", report.id, document, encode_value(report)
        )
        self._db.run(
            "INSERT OR IGNORE INTO report_person SELECT ?, number FROM appearance"
            " WHERE id IN (SELECT value FROM json_each(?))",
            number,
            many(report.people),
        )
        return number

    def remove_reports(self, document: int) -> tuple[int, ...]:
        """Drop a document's reports; the encounters that lost one."""
        rows = self._db.rows("SELECT number, encounter FROM report WHERE document = ?", document)
        numbers = [(number,) for number, _ in rows]
        self._db.run_all("DELETE FROM report_person WHERE report = ?", numbers)
        self._db.run_all("DELETE FROM report_block WHERE report = ?", numbers)
        self._db.run_all("DELETE FROM report WHERE number = ?", numbers)
        return tuple(sorted({encounter for _, encounter in rows if encounter is not None}))

    def reports_of_profiles(self, profiles: Sequence[int]) -> tuple[int, ...]:
        """The reports with an appearance under any of these profiles."""
        return self._numbers(
            "SELECT DISTINCT r.report FROM report_person r JOIN appearance a ON a.number = r.appearance"
            " WHERE a.profile IN (SELECT value FROM json_each(?))",
            profiles,
        )

    def reports_of_appearances(self, ids: Sequence[str]) -> tuple[int, ...]:
        """The reports that name any of these appearances."""
        rows = self._db.rows(
            "SELECT DISTINCT r.report FROM appearance a JOIN report_person r ON r.appearance = a.number"
            " WHERE a.id IN (SELECT value FROM json_each(?))",
            many(ids),
        )
        return tuple(row[0] for row in rows)

    def reports_of_documents(self, documents: Sequence[int]) -> tuple[int, ...]:
        """The reports of these documents."""
        return self._numbers("SELECT number FROM report WHERE document IN (SELECT value FROM json_each(?))", documents)

    def reports_of_encounters(self, encounters: Sequence[int]) -> tuple[int, ...]:
        """The reports of these encounters."""
        return self._numbers(
            "SELECT number FROM report WHERE encounter IN (SELECT value FROM json_each(?))", encounters
        )

    def _numbers(self, sql: str, wanted: Sequence[int]) -> tuple[int, ...]:
        return tuple(row[0] for row in self._db.rows(sql, many(wanted)))

    def report_numbers(self, ids: Sequence[str]) -> Mapping[str, int]:
        """The rows of reports by id."""
        rows = self._db.rows("SELECT id, number FROM report WHERE id IN (SELECT value FROM json_each(?))", many(ids))
        return {row[0]: row[1] for row in rows}

    def reports(self, numbers: Sequence[int]) -> tuple[ReportRow, ...]:
        """Reports with their people, copies and corrections resolved, in order of id."""
        rows = self._db.rows(
            "SELECT r.number, r.encounter, r.body, r.document, coalesce(s.copies, '') FROM report r"
            " LEFT JOIN document_state s ON s.document = r.document"
            " WHERE r.number IN (SELECT value FROM json_each(?)) ORDER BY r.id",
            many(numbers),
        )
        documents = {row[3] for row in rows}
        people, targets, retracted = self._people_of(numbers), self._targets_of(documents), self._retracted(documents)
        return tuple(_report(row, people, targets, retracted) for row in rows)

    def _retracted(self, documents: Iterable[int]) -> frozenset[int]:
        """Those documents that another one withdraws."""
        rows = self._db.rows(
            "SELECT target FROM document_relation WHERE kind = ? AND target IN (SELECT value FROM json_each(?))",
            RelationKind.RETRACTS,
            many(documents),
        )
        return frozenset(row[0] for row in rows)

    def _people_of(self, reports: Sequence[int]) -> Mapping[str, str]:
        """The entity of every appearance in these reports."""
        rows = self._db.rows(
            "SELECT a.id, p.entity FROM report_person r JOIN appearance a ON a.number = r.appearance"
            " JOIN profile p ON p.number = a.profile WHERE r.report IN (SELECT value FROM json_each(?))",
            many(reports),
        )
        return {id_: str(entity) for id_, entity in rows}

    def _targets_of(self, documents: Iterable[int]) -> Mapping[tuple[int, str], tuple[str, ...]]:
        """What documents correct or retract, by document and kind of relation."""
        rows = self._db.rows(
            "SELECT x.source, x.kind, d.id FROM document_relation x JOIN document d ON d.number = x.target"
            " WHERE x.source IN (SELECT value FROM json_each(?)) ORDER BY d.id",
            many(documents),
        )
        found: dict[tuple[int, str], tuple[str, ...]] = {}
        for source, kind, target in rows:
            found[source, kind] = (*found.get((source, kind), ()), target)
        return found

    def set_blocks(self, report: int, blocks: Iterable[int]) -> None:
        """Give a report its blocking keys."""
        self._db.run("DELETE FROM report_block WHERE report = ?", report)
        self._db.run_all("INSERT OR IGNORE INTO report_block VALUES(?,?)", [(block, report) for block in blocks])

    def filed_in(self, blocks: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """Block and report of everything that is filed in any of these blocks."""
        rows = self._db.rows(
            "SELECT b.block, b.report FROM json_each(?) x CROSS JOIN report_block b ON b.block = x.value", many(blocks)
        )
        return tuple((row[0], row[1]) for row in rows)

    def block_mates(self, reports: Sequence[int]) -> tuple[int, ...]:
        """The reports that share a block with any of these, these included."""
        rows = self._db.rows(
            "SELECT DISTINCT b.report FROM report_block a JOIN report_block b ON b.block = a.block"
            " WHERE a.report IN (SELECT value FROM json_each(?))",
            many(reports),
        )
        return tuple({row[0] for row in rows} | set(reports))

    # encounters

    def encounters(self, numbers: Sequence[int]) -> tuple[EncounterRow, ...]:
        """Encounters by row, in order of id."""
        wanted = f"{_ENCOUNTER} WHERE e.number IN (SELECT value FROM json_each(?)) ORDER BY e.id"
        return tuple(_encounter(row) for row in self._db.rows(wanted, many(numbers)))

    def encounter_of(self, report: str) -> int | None:
        """The encounter of a report, None where the id is of none."""
        found: int | None = self._db.value("SELECT encounter FROM report WHERE id = ?", report)
        return found

    def last_document(self, encounter: int) -> int | None:
        """The document that came in last of those that report an encounter, None where none does."""
        found: int | None = self._db.value("SELECT MAX(document) FROM report WHERE encounter = ?", encounter)
        return found

    def release(self, reports: Sequence[int]) -> None:
        """Take reports out of any encounter."""
        if reports:
            self._db.run(
                "UPDATE report SET encounter = NULL WHERE number IN (SELECT value FROM json_each(?))", many(reports)
            )

    def save_encounter(self, number: int | None, encounter: Encounter, reports: Sequence[int]) -> int:
        """Keep an encounter with its reports, participations and pairs."""
        body = encode_value(encounter)
        if number is None or self._db.value("SELECT body FROM encounter WHERE number = ?", number) != body:
            number = self._write(number, encounter, body)
        self._db.run(
            "UPDATE report SET encounter = ?1 WHERE number IN (SELECT value FROM json_each(?2))"
            " AND encounter IS NOT ?1",
            number,
            many(reports),
        )
        return number

    def _write(self, number: int | None, encounter: Encounter, body: str) -> int:
        if number is not None:
            self._take_apart(number)
        when = encounter.when
        lo, hi = (str(when.first_day()), str(when.last_day())) if when else ("", "")
        number = self._db.run(
            "INSERT OR REPLACE INTO encounter VALUES(?,?,?,?,?,?,?,?,?,?,?)",
            number, encounter.id, encounter.status, encounter.mode, lo, hi, encounter.sources,
            int(bool(encounter.disagreements)), encounter.confidence, encounter.review, body,
        )  # fmt: skip
        self._db.run_all(
            "INSERT OR IGNORE INTO participation VALUES(?,?,?,?)",
            [(int(one.person), lo, number, one.role) for one in encounter.participants],
        )
        if encounter.review is not Review.REJECTED:
            self._count_pairs(encounter.people, 1)
        return number

    def remove_encounter(self, number: int) -> None:
        """Drop an encounter that no report has."""
        self._take_apart(number)
        self._db.run("DELETE FROM encounter WHERE number = ?", number)

    def _take_apart(self, number: int) -> None:
        """Take an encounter's participations and pairs out."""
        rows = self._db.rows("SELECT person, lo FROM participation WHERE encounter = ?", number)
        if self._db.value("SELECT review FROM encounter WHERE number = ?", number) != Review.REJECTED:
            self._count_pairs([str(person) for person, _ in rows], -1)
        self._db.run_all(
            "DELETE FROM participation WHERE person = ? AND lo = ? AND encounter = ?",
            [(person, lo, number) for person, lo in rows],
        )

    def _count_pairs(self, people: Sequence[str], change: int) -> None:
        known = sorted({int(person) for person in people})
        both = [pair for one, other in combinations(known, 2) for pair in ((one, other), (other, one))]
        self._db.run_all(
            "INSERT INTO pair VALUES(?,?,?) ON CONFLICT DO UPDATE SET encounters = encounters + excluded.encounters",
            [(one, other, change) for one, other in both],
        )
        if change < 0:
            self._db.run_all("DELETE FROM pair WHERE person = ? AND other = ? AND encounters <= 0", both)

    # questions

    def find(
        self, wanted: EncounterFilter, limit: int, offset: int = 0, *, newest_first: bool = True
    ) -> tuple[EncounterRow, ...]:
        """Encounters in order of date, unknown dates last."""
        source, values, lo = _source(wanted)
        if newest_first:
            sql = f"{source} ORDER BY {lo} DESC, e.id"
        else:
            sql = (
                f"SELECT * FROM ({source} AND {lo} <> '' ORDER BY {lo}, e.id)"
                f" UNION ALL SELECT * FROM ({source} AND {lo} = '' ORDER BY e.id)"
            )
            values = values * 2
        chosen = [row[0] for row in self._db.rows(f"{sql} LIMIT ? OFFSET ?", *values, limit, offset)]
        found = {row.number: row for row in self.encounters(chosen)}  # apart, so that no body is read to be skipped
        return tuple(found[number] for number in chosen)

    def count(self, wanted: EncounterFilter) -> int:
        """How many encounters there are."""
        source, values, _ = _source(wanted)
        return int(self._db.value(f"SELECT COUNT(*) FROM ({source})", *values))

    def begun_within(self, person: int, first: str, last: str, latest: int = EVERY) -> tuple[int, ...]:
        """The encounters of a person whose date begins within these days; where there are more, the latest."""
        rows = self._db.rows(
            "SELECT encounter FROM participation WHERE person = ? AND lo BETWEEN ? AND ?"
            " ORDER BY lo DESC, encounter LIMIT ?",
            person,
            first,
            last,
            latest,
        )
        return tuple(row[0] for row in rows)

    def all_encounters(self) -> Iterator[EncounterRow]:
        """All encounters, by id."""
        for row in self._db.iterate(f"{_ENCOUNTER} ORDER BY e.id"):
            yield _encounter(row)

    def neighbours(self, person: int, limit: int) -> tuple[tuple[int, int], ...]:
        """With whom a person met most, most first."""
        rows = self._db.rows(
            "SELECT other, encounters FROM pair WHERE person = ? ORDER BY encounters DESC, other LIMIT ?", person, limit
        )
        return tuple((row[0], row[1]) for row in rows)

    def pairs_among(self, people: Sequence[int]) -> tuple[tuple[int, int, int], ...]:
        """The pairs within a group and how often they met."""
        group = many(people)
        rows = self._db.rows(
            "SELECT a.value, p.other, p.encounters FROM json_each(?1) a JOIN json_each(?1) b"
            " CROSS JOIN pair p ON p.person = a.value AND p.other = b.value"
            " WHERE a.value < b.value ORDER BY p.encounters DESC, 1, 2",
            group,
        )
        return tuple((row[0], row[1], row[2]) for row in rows)

    def busiest_pairs(self, limit: int) -> tuple[tuple[int, int, int], ...]:
        """The pairs that met most."""
        rows = self._db.rows(
            "SELECT person, other, encounters FROM pair WHERE person < other ORDER BY encounters DESC LIMIT ?", limit
        )
        return tuple((row[0], row[1], row[2]) for row in rows)


def _source(wanted: EncounterFilter) -> tuple[str, list[object], str]:
    """The rows asked for, the values of the query, and the column that orders them."""
    values: list[object] = list(wanted.people)
    if wanted.people:
        first, *others = (f"p{index}" for index, _ in enumerate(wanted.people))
        joins = "".join(
            f" JOIN participation {other} ON {other}.encounter = {first}.encounter AND {other}.person = ?"
            for other in others
        )
        source = f"SELECT e.number FROM participation {first}{joins} CROSS JOIN encounter e"
        source += f" ON e.number = {first}.encounter WHERE {first}.person = ?"
        values = [*wanted.people[1:], wanted.people[0]]
        lo = f"{first}.lo"
    else:
        source, lo = "SELECT e.number FROM encounter e WHERE 1", "e.lo"
    if not wanted.with_rejected:
        source += " AND e.review <> 'rejected'"
    for condition, value in _conditions(wanted, lo):
        source += f" AND {condition}"
        values.append(value)
    return source, values, lo


def _conditions(wanted: EncounterFilter, lo: str) -> Iterator[tuple[str, object]]:
    if wanted.since:
        yield "e.hi >= ?", wanted.since
    if wanted.begun:
        yield f"{lo} >= ?", wanted.begun
    if wanted.until:
        yield f"{lo} <> '' AND {lo} <= ?", wanted.until
    if wanted.statuses:
        yield "e.status IN (SELECT value FROM json_each(?))", many(wanted.statuses)
    if wanted.modes:
        yield "e.mode IN (SELECT value FROM json_each(?))", many(wanted.modes)


def _report(
    row: Row,
    people: Mapping[str, str],
    targets: Mapping[tuple[int, str], tuple[str, ...]],
    retracted: frozenset[int],
) -> ReportRow:
    number, encounter, body, document, copies = row
    report = decode_value(ResolvedReport, body)
    principals = _resolved(report.principals, people)
    attendees = tuple(one for one in _resolved(report.attendees, people) if one not in principals)
    resolved = replace(
        report,
        principals=principals,
        attendees=attendees,
        witness=copies or report.document,
        corrects=targets.get((document, RelationKind.CORRECTS), ()),
        retracts=targets.get((document, RelationKind.RETRACTS), ()),
        is_retracted=document in retracted,
    )
    return ReportRow(number, encounter, resolved)


def _resolved(appearances: Sequence[str], people: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(people[one] for one in appearances if one in people))


def _encounter(row: Row) -> EncounterRow:
    return EncounterRow(row[0], _decoded(row[1]))


@lru_cache(maxsize=MOST_DECODED)
def _decoded(body: str) -> Encounter:
    """An encounter from its text, which tells all of it; those of well-known people are asked for over and over."""
    return decode_value(Encounter, body)
