"""Appearances, profiles and entities of one kind in SQLite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hoedong.model.time import PartialDate
from hoedong.record.codec import read_date
from hoedong.record.protocol import EntityRow, IdentityKind, ProfileRow
from hoedong.record.sqlite.connection import Connection, Row, many

_ENTITY = "SELECT number, id, name, latin, documents, body FROM entity"
_UNKNOWN_DAY = "9999"

# `+kind`: the kind is no way to rows, half of which it leads to. Without statistics SQLite would take it.


class SqliteIdentities:
    """See `record.protocol.IdentityTable`."""

    def __init__(self, connection: Connection, kind: IdentityKind) -> None:
        self._db = connection
        self._kind = int(kind)

    def profile(self, key: str) -> int | None:
        """The row of a profile."""
        found: int | None = self._db.value("SELECT number FROM profile WHERE kind = ? AND key = ?", self._kind, key)
        return found

    def add_profile(self, key: str, body: str, blocks: Iterable[int], names: Iterable[int]) -> int:
        """Keep a new profile with its blocking keys and the keys by which its name can be looked up."""
        number = self._db.run("INSERT INTO profile(kind, key, body) VALUES(?,?,?)", self._kind, key, body)
        self.set_blocks(number, blocks)
        self._db.run_all("INSERT OR IGNORE INTO profile_name VALUES(?,?)", [(name, number) for name in names])
        return number

    def set_blocks(self, profile: int, blocks: Iterable[int]) -> None:
        """Give a profile other blocking keys."""
        self._db.run("DELETE FROM profile_block WHERE profile = ?", profile)
        self._db.run_all("INSERT OR IGNORE INTO profile_block VALUES(?,?)", [(block, profile) for block in blocks])

    def remove_profile(self, profile: int) -> None:
        """Drop a profile that no appearance has."""
        self._db.run("DELETE FROM profile_block WHERE profile = ?", profile)
        self._db.run("DELETE FROM profile_name WHERE profile = ?", profile)
        self._db.run("DELETE FROM profile WHERE number = ?", profile)

    def profiles(self, numbers: Sequence[int]) -> tuple[ProfileRow, ...]:
        """Profiles by row, in order of key; a row that another kind has taken over meanwhile is passed over."""
        rows = self._db.rows(
            "SELECT number, key, body, entity, documents, first, last, earliest FROM profile"
            " WHERE number IN (SELECT value FROM json_each(?)) AND +kind = ? ORDER BY key",
            many(numbers),
            self._kind,
        )
        return tuple(_profile(row) for row in rows)

    def profiles_of(self, entities: Sequence[int]) -> tuple[int, ...]:
        """The profiles of these entities."""
        wanted = "SELECT number FROM profile WHERE entity IN (SELECT value FROM json_each(?))"
        return tuple(row[0] for row in self._db.rows(wanted, many(entities)))

    def bodies(self, profiles: Sequence[int]) -> Mapping[int, str]:
        """The bodies of profiles."""
        rows = self._db.rows(
            "SELECT number, body FROM profile WHERE number IN (SELECT value FROM json_each(?)) AND +kind = ?",
            many(profiles),
            self._kind,
        )
        return {row[0]: row[1] for row in rows}

    def filed_in(self, blocks: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """Block and profile of everything that is filed in any of these blocks."""
        rows = self._db.rows(
            "SELECT b.block, b.profile FROM json_each(?) x CROSS JOIN profile_block b ON b.block = x.value"
            " CROSS JOIN profile p ON p.number = b.profile AND +p.kind = ?",
            many(blocks),
            self._kind,
        )
        return tuple((row[0], row[1]) for row in rows)

    def in_blocks(self, blocks: Sequence[int]) -> tuple[int, ...]:
        """The profiles that have any of these blocking keys."""
        rows = self._db.rows(
            "SELECT DISTINCT b.profile FROM json_each(?) x CROSS JOIN profile_block b ON b.block = x.value"
            " CROSS JOIN profile p ON p.number = b.profile AND +p.kind = ?",
            many(blocks),
            self._kind,
        )
        return tuple(row[0] for row in rows)

    def add_appearance(self, id: str, document: int, profile: int, published: PartialDate | None, body: str) -> int:  # noqa: A002
        """Keep an appearance under its profile."""
        day = str(published) if published else None
        number = self._db.run(
            "INSERT INTO appearance(id, document, profile, published, body) VALUES(?,?,?,?,?)",
            id,
            document,
            profile,
            day,
            body,
        )
        self._db.run(
            "UPDATE profile SET documents = documents + 1, first = min(coalesce(first, ?1), coalesce(?1, first)),"
            " last = max(coalesce(last, ?1), coalesce(?1, last)), earliest = min(coalesce(earliest, ?2), ?2)"
            " WHERE number = ?3",
            day,
            f"{day or _UNKNOWN_DAY} {id}",
            profile,
        )
        return number

    def appearances(self, ids: Sequence[str]) -> Mapping[str, tuple[int, str]]:
        """Profile and body of appearances, in order of id."""
        rows = self._db.rows(
            "SELECT a.id, a.profile, a.body FROM appearance a JOIN profile p ON p.number = a.profile"
            " WHERE a.id IN (SELECT value FROM json_each(?)) AND +p.kind = ? ORDER BY a.id",
            many(ids),
            self._kind,
        )
        return {id_: (profile, body) for id_, profile, body in rows}

    def appearances_in(self, document: int) -> tuple[str, ...]:
        """The bodies of a document's appearances, in order of id."""
        rows = self._db.rows(
            "SELECT a.body FROM appearance a JOIN profile p ON p.number = a.profile"
            " WHERE a.document = ? AND +p.kind = ? ORDER BY a.id",
            document,
            self._kind,
        )
        return tuple(row[0] for row in rows)

    def appearance_bodies(self, profiles: Sequence[int]) -> tuple[tuple[int, str], ...]:
        """The appearances of these profiles: document row and body, by id."""
        rows = self._db.rows(
            "SELECT document, body FROM appearance WHERE profile IN (SELECT value FROM json_each(?)) ORDER BY id",
            many(profiles),
        )
        return tuple((row[0], row[1]) for row in rows)

    def remove_appearances(self, document: int) -> tuple[int, ...]:
        """Drop a document's appearances; the profiles that lost one."""
        rows = self._db.rows(
            "SELECT a.number, a.profile FROM appearance a JOIN profile p ON p.number = a.profile"
            " WHERE a.document = ? AND +p.kind = ?",
            document,
            self._kind,
        )
        self._db.run_all("DELETE FROM appearance WHERE number = ?", [(number,) for number, _ in rows])
        touched = tuple(sorted({profile for _, profile in rows}))
        for profile in touched:
            self._recount(profile)
        return touched

    def move_appearance(self, id: str, profile: int) -> None:  # noqa: A002
        """Put an appearance under another profile."""
        lost = int(self._db.value("SELECT profile FROM appearance WHERE id = ?", id))
        self._db.run("UPDATE appearance SET profile = ? WHERE id = ?", profile, id)
        self._recount(lost)
        self._recount(profile)

    def _recount(self, profile: int) -> None:
        """Count a profile's appearances anew: what was taken out cannot be subtracted from a minimum."""
        self._db.run(
            "UPDATE profile SET (documents, first, last, earliest) = ("
            "  SELECT COUNT(*), MIN(published), MAX(published),"
            f"        MIN(coalesce(published, '{_UNKNOWN_DAY}') || ' ' || id)"
            "  FROM appearance WHERE profile = ?1"
            ") WHERE number = ?1",
            profile,
        )

    def entity_of(self, appearance: str) -> int | None:
        """The entity of an appearance, None where the id is of none."""
        found: int | None = self._db.value(
            "SELECT p.entity FROM appearance a JOIN profile p ON p.number = a.profile WHERE a.id = ? AND +p.kind = ?",
            appearance,
            self._kind,
        )
        return found

    def last_document(self, entity: int) -> int | None:
        """The document that came in last of those in which an entity appears, None where it appears in none."""
        found: int | None = self._db.value(
            "SELECT MAX(a.document) FROM profile p JOIN appearance a ON a.profile = p.number WHERE p.entity = ?", entity
        )
        return found

    def new_entity(self) -> int:
        """A row for an entity that is about to be saved."""
        return self._db.run("INSERT INTO entity(kind, id, name, documents, body) VALUES(?, '', '', 0, '')", self._kind)

    def assign(self, profile: int, entity: int) -> None:
        """Join a profile to an entity."""
        self._db.run("UPDATE profile SET entity = ? WHERE number = ?", entity, profile)

    def save_entity(self, row: EntityRow) -> None:
        """Keep an entity."""
        self._db.run(
            "UPDATE entity SET id = ?, name = ?, latin = ?, documents = ?, body = ? WHERE number = ?",
            row.id, row.name, row.latin, row.documents, row.body, row.number,
        )  # fmt: skip

    def remove_entity(self, entity: int) -> None:
        """Drop an entity that no profile has."""
        self._db.run("DELETE FROM entity WHERE number = ?", entity)

    def entities(self, numbers: Sequence[int]) -> Mapping[int, EntityRow]:
        """Entities by row."""
        rows = self._db.rows(f"{_ENTITY} WHERE number IN (SELECT value FROM json_each(?))", many(numbers))
        return {row[0]: EntityRow(*row) for row in rows}

    def all_entities(self) -> Iterator[EntityRow]:
        """All entities, by id."""
        for row in self._db.iterate(f"{_ENTITY} WHERE kind = ? ORDER BY id", self._kind):
            yield EntityRow(*row)

    def find(self, names: Sequence[int], limit: int) -> tuple[EntityRow, ...]:
        """Entities with a profile that can be looked up by any of these keys, those with most documents first."""
        rows = self._db.rows(
            f"{_ENTITY} WHERE number IN ("
            "  SELECT p.entity FROM profile_name n JOIN profile p ON p.number = n.profile"
            "  WHERE n.name IN (SELECT value FROM json_each(?)) AND +p.kind = ?"
            ") ORDER BY documents DESC, id LIMIT ?",
            many(names),
            self._kind,
            limit,
        )
        return tuple(EntityRow(*row) for row in rows)


def _profile(row: Row) -> ProfileRow:
    number, key, body, entity, documents, first, last, earliest = row
    return ProfileRow(number, key, body, entity, documents, _date(first), _date(last), earliest or "")


def _date(text: str | None) -> PartialDate | None:
    return read_date(text) if text else None
