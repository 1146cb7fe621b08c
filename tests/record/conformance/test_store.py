"""What every store owes as a whole: transactions, views, the emptying of what is derived."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from hoedong.errors import RecordError
from hoedong.model.account import RecordedDocument
from hoedong.record import protocol
from hoedong.record.protocol import Store
from hoedong.record.record import Record
from invented_readings import entry, exported, met, page, terms, ticking
from told_reports import judged

TABLES = (
    protocol.Ledger, protocol.IdentityTable, protocol.EncounterTable, protocol.StatementTable, protocol.DocumentTable,
    protocol.SearchIndex, protocol.Store,
)  # fmt: skip
DOCUMENT = RecordedDocument("d1", "…", "ko", "2024")


class Stop(Exception):
    """Breaks a transaction off."""


def filled(store: Store) -> Record:
    """A record with two pages in the store."""
    record = Record(store, ticking(), terms)
    record.add(
        [entry(page("d1", met("한도윤", "벤 카터"))), entry(page("d2", met("한도윤", "벤 카터"), troubled=True))]
    )
    return record


def test_a_transaction_is_kept_whole(store: Store) -> None:
    """What is written inside is there afterwards; an inner transaction is part of the outer one."""
    with store.writing():
        store.ledger.add_document(DOCUMENT)
        with store.writing():
            store.ledger.set_meta("a", "b")

    assert (store.ledger.count(), store.ledger.meta("a")) == (1, "b")


def test_a_broken_transaction_leaves_nothing(store: Store) -> None:
    """Neither of the outer nor of the inner part, in any table."""
    with suppress(Stop), store.writing():
        number = store.ledger.add_document(DOCUMENT)
        store.search.add(number, ["회장"], [])
        with store.writing():
            store.ledger.add_judgement(judged("j1", "same", "a", "b"))
        raise Stop

    assert (store.ledger.count(), store.ledger.judgement_count()) == (0, 0)
    assert store.search.terms(number) == ((), ())
    with store.writing():
        store.ledger.add_document(DOCUMENT)


def test_looking_can_be_nested_and_left(store: Store) -> None:
    """A consistent view can be taken inside another one, and writing goes on afterwards."""
    with store.looking(), store.looking():
        assert store.ledger.count() == 0
    store.ledger.set_meta("a", "b")

    assert store.ledger.meta("a") == "b"


def test_clearing_leaves_the_ledger(store: Store) -> None:
    """Documents, readings and judgements stay; nothing derived does; a rebuild brings the same back."""
    record = filled(store)
    store.ledger.add_judgement(judged("j1", "same", "a", "b"))
    before = exported(store)
    store.clear_derived()

    assert exported(store) == ""
    assert (store.ledger.count(), store.ledger.judgement_count()) == (2, 1)
    record.rebuild()
    assert exported(store) == before


def test_a_sound_store_has_nothing_broken(store: Store) -> None:
    """The store's own check, before and after it brings what it knows of itself up to date."""
    filled(store)
    store.optimise()

    assert store.check() == ()
    assert store.size() >= 0
    assert store.location


def test_a_backup_is_the_whole_record(store: Store, reopen: Callable[[str], Store], tmp_path: Path) -> None:
    """A copy, opened, is the same record; no file is overwritten."""
    filled(store)
    path = str(tmp_path / "copy.db")
    store.backup(path)
    copy = reopen(path)

    assert exported(copy) == exported(store)
    copy.close()
    with pytest.raises(RecordError):
        store.backup(path)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_this_suite_asks_for_every_method(table: type) -> None:
    """No method of the contract is left untested by name."""
    suite = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    methods = [
        name for name, value in inspect.getmembers(table) if inspect.isfunction(value) and not name.startswith("_")
    ]

    assert [name for name in methods if not re.search(rf"\.{name}\(", suite) and name != "close"] == []
