"""No statement goes through a whole table, even without statistics: so a page costs the same in any record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from hoedong.model.encounter import Mode, Status
from hoedong.model.judgement import JudgementSubject, JudgementVerb
from hoedong.record.protocol import EncounterFilter, SearchQuery
from hoedong.record.record import Record
from hoedong.record.sqlite import SqliteStore
from hoedong.record.sqlite.connection import Connection
from hoedong.record.store_view import StoreView
from hoedong.workspace.judgement_file import new_judgement
from invented_readings import entry, met, new_record, page, reprint

PAGES = [
    entry(page("d1", met("한도윤", "오세린", quote="반갑습니다"), trip=("한도윤", "2024-06-10", "2024-06-12", "부산"))),
    entry(page("d2", met("한도윤", "벤 카터"), claim=("한도윤", "벤 카터", 2), troubled=True)),
]
WRITES = ("rows", "row", "run", "run_all", "value")


@pytest.fixture
def record() -> Iterator[Record]:
    """A record with a few pages."""
    found = new_record()
    found.add(PAGES)
    yield found
    found.store.close()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Every statement that is carried out from now on, with how many values it takes."""
    found: dict[str, int] = {}
    for name in WRITES:
        monkeypatch.setattr(Connection, name, _listening(getattr(Connection, name), found))
    return found


def _listening(method: Callable[..., Any], found: dict[str, int]) -> Callable[..., Any]:
    def listen(self: Connection, sql: str, *values: Any) -> Any:
        rows = list(values[0]) if method.__name__ == "run_all" else None
        if rows is None or rows:
            found[sql] = len(values if rows is None else rows[0])
        return method(self, sql, *(values if rows is None else [rows]))

    return listen


def walks(record: Record, said: dict[str, int]) -> list[str]:
    """Where these statements go through a table, or through all that share one of a few values."""
    assert isinstance(record.store, SqliteStore)
    raw = record.store._db._raw
    raw.execute("DROP TABLE IF EXISTS sqlite_stat1")
    found = []
    for sql, count in said.items():
        if re.match(r"(SELECT|INSERT|UPDATE|DELETE)", sql):
            plan = raw.execute(f"EXPLAIN QUERY PLAN {sql}", [None] * count).fetchall()
            found += [f"{line}: {' '.join(sql.split())}" for *_, line in plan if _walks(line)]
    return found


def _walks(line: str) -> bool:
    goes_through = line.startswith("SCAN") and "VIRTUAL TABLE" not in line and "CONSTANT ROW" not in line
    return goes_through or "(kind=?)" in line


def test_the_watch_can_bark(record: Record, said: dict[str, int]) -> None:
    """A statement that goes through a table is found."""
    assert isinstance(record.store, SqliteStore)
    record.store._db.rows("SELECT * FROM profile WHERE kind = ? AND body = ?", 1, "")

    assert len(walks(record, said)) == 1


def test_adding_a_page_walks_over_nothing(record: Record, said: dict[str, int]) -> None:
    """A new page, a reprint, a new version, the same page again."""
    new = page("d3", met("한도윤", "오세린"), met("서가온", "벤 카터"), claim=("한도윤", "오세린", 3))
    for one in (
        entry(new),
        entry(reprint(new, "d4", "나루신문")),
        entry(page("d5", met("한도윤", "오세린")), key="d3"),
        PAGES[0],
    ):
        record.add([one])

    assert len(said) > 30
    assert walks(record, said) == []


def test_judging_and_forgetting_walk_over_nothing(record: Record, said: dict[str, int]) -> None:
    """But for the judgements themselves, which are few and stay in memory."""
    (first, *_) = [one.id for one in StoreView(record.store).encounters()]
    said.clear()
    record.judge([new_judgement(JudgementSubject.ENCOUNTER, JudgementVerb.REJECT, first, user="gana", created="2024")])
    record.forget(PAGES[0].id, "licence", "gana")

    assert [line for line in walks(record, said) if "FROM judgement ORDER BY" not in line] == []


def test_questions_walk_over_nothing(record: Record, said: dict[str, int]) -> None:
    """What pages about people, pairs and encounters ask; a timeline of everybody goes along its index."""
    view = StoreView(record.store)
    people = [one.id for one in view.people()]
    meetings = list(view.encounters())
    wanted = EncounterFilter(since="2024", until="2025", statuses=(Status.HELD,), modes=(Mode.IN_PERSON,))
    said.clear()
    for newest_first in (True, False):
        view.find_encounters(people[:1], wanted, 9, newest_first=newest_first)
        view.find_encounters(people[:2], limit=9, newest_first=newest_first)
        view.find_encounters((), wanted, 9, newest_first=newest_first)
    view.reports(meetings[0].reports)
    view.quotes_at(meetings[0])
    view.ties_among(people)
    view.busiest_pairs(3)
    view.verdicts_about(people[:1])
    view.people_named(["n:한도윤"], 9)
    for one in people:
        view.person(one), view.neighbours(one, 9), view.journeys_of(one), view.quotes_of(one)
        view.count_encounters([one]), view.documents_of_person(one, 9), view.document(one)
    record.store.search.find(SearchQuery(((("morphemes", ("한도윤",)),),)), 9)

    along_the_index = ("SCAN e USING COVERING INDEX encounter_lo", "SCAN pair USING", "FROM judgement")
    assert [line for line in walks(record, said) if not any(allowed in line for allowed in along_the_index)] == []
