"""What every table of documents owes: which of them count, which copy, and which correct one another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hoedong.model.account import DocumentRelation, RecordedDocument, RelationKind
from hoedong.model.time import PartialDate
from hoedong.record.protocol import CopyRow, Store

CORRECTS, RETRACTS = RelationKind.CORRECTS, RelationKind.RETRACTS


@pytest.fixture
def rows(store: Store) -> dict[str, int]:
    """Three documents of one outlet, published on the first three days of June."""
    document = RecordedDocument("", "…", "ko", "2024", outlet="가온일보")
    return {
        name: store.ledger.add_document(replace(document, id=name, published=PartialDate(2024, 6, day)))
        for name, day in (("d2", 2), ("d1", 1), ("d3", 3))
    }


def test_documents_count_once_they_are_set(store: Store, rows: dict[str, int]) -> None:
    """A document counts from when it is said to until a newer version does; then it can count again."""
    table, one = store.documents, rows["d1"]
    assert not table.is_current(one)
    table.set_current(one, PartialDate(2024))
    assert table.is_current(one)
    table.set_superseded(one, "d3")
    assert not table.is_current(one)
    assert table.states([one, rows["d2"]]) == {one: ("d3", "")}
    table.set_current(one, None)
    assert table.states([one]) == {one: (None, "")}


def test_a_document_is_told_with_its_state(store: Store, rows: dict[str, int]) -> None:
    """The day of the latest reading, the group of copies and the next version are part of the document."""
    store.documents.set_current(rows["d1"], PartialDate(2023, 5))
    store.documents.set_group(rows["d1"], "d1")
    found = store.ledger.document("d1")
    assert found is not None
    assert (found.published, found.copies, found.superseded_by) == (PartialDate(2023, 5), "d1", None)

    store.documents.set_superseded(rows["d1"], "d2")
    found = store.ledger.document("d1")
    assert found is not None
    assert (found.superseded_by, found.copies) == ("d2", "")


def test_what_counts_comes_by_id_in_portions(store: Store, rows: dict[str, int]) -> None:
    """After an id, as many as asked, versions left out."""
    for row in rows.values():
        store.documents.set_current(row, None)
    assert store.documents.current() == (rows["d1"], rows["d2"], rows["d3"])
    assert store.documents.current("d1", 1) == (rows["d2"],)

    store.documents.set_superseded(rows["d2"], "d3")
    assert store.documents.current("d1") == (rows["d3"],)


def test_copies_are_looked_up_by_bands(store: Store, rows: dict[str, int]) -> None:
    """Documents with a common band are mates; their signatures come back as they went in."""
    one, two, three = rows["d1"], rows["d2"], rows["d3"]
    for row, bands in ((one, [1, 2**63 - 1]), (two, [2**63 - 1, 3]), (three, [4])):
        store.documents.add_signature(row, bytes([row, 0, 255]), bands)

    assert set(store.documents.filed_in([2**63 - 1])) == {(2**63 - 1, one), (2**63 - 1, two)}
    assert store.documents.filed_in([4, 5]) == ((4, three),)
    assert set(store.documents.signatures([one, three, 99999])) == {
        CopyRow(row, bytes([row, 0, 255])) for row in (one, three)
    }


def test_groups_of_copies(store: Store, rows: dict[str, int]) -> None:
    """The members of groups; no group has no members."""
    for row in rows.values():
        store.documents.set_current(row, None)
    store.documents.set_group(rows["d1"], "d1")
    store.documents.set_group(rows["d2"], "d1")

    assert sorted(store.documents.in_groups(["d1", "d9"])) == sorted([rows["d1"], rows["d2"]])
    assert store.documents.in_groups([""]) == store.documents.in_groups([]) == ()
    store.documents.set_group(rows["d2"], "")
    assert store.documents.in_groups(["d1"]) == (rows["d1"],)


def test_notices_are_found_by_outlet_and_days(store: Store, rows: dict[str, int]) -> None:
    """Both ends included; a notice can be kept anew."""
    table = store.documents
    table.add_notice(rows["d1"], "가온일보", "2024-06-01", "old")
    table.add_notice(rows["d1"], "가온일보", "2024-06-01", "new")

    assert table.notices("가온일보", "2024-06-01", "2024-06-01") == ((rows["d1"], "new"),)
    assert table.notices("가온일보", "2024-06-02", "2024-07-01") == ()
    assert table.notices("나루신문", "2024-06-01", "2024-06-01") == ()


def test_documents_of_an_outlet(store: Store, rows: dict[str, int]) -> None:
    """Those that count, of these days, by id; the day of the latest reading goes before that of the first."""
    for row in rows.values():
        store.documents.set_current(row, None)
    assert store.documents.of_outlet("가온일보", "2024-06-01", "2024-06-02") == (rows["d1"], rows["d2"])
    assert store.documents.of_outlet("나루신문", "2024-06-01", "2024-06-02") == ()

    store.documents.set_current(rows["d3"], PartialDate(2024, 6, 1))
    store.documents.set_superseded(rows["d1"], "d2")
    assert store.documents.of_outlet("가온일보", "2024-06-01", "2024-06-02") == (rows["d2"], rows["d3"])


def test_relations_are_set_as_a_whole(store: Store, rows: dict[str, int]) -> None:
    """All targets of one kind at once; it is told whether that changed anything."""
    table, one, two, three = store.documents, rows["d1"], rows["d2"], rows["d3"]
    assert table.relate(three, [one, two], CORRECTS)
    assert not table.relate(three, [two, one], CORRECTS)
    assert table.relate(three, [one], RETRACTS)

    assert sorted(table.targets(three, CORRECTS)) == sorted([one, two])
    assert table.relations() == (
        DocumentRelation("d3", "d1", CORRECTS),
        DocumentRelation("d3", "d1", RETRACTS),
        DocumentRelation("d3", "d2", CORRECTS),
    )
    assert table.relate(three, [], CORRECTS)
    assert table.relations() == (DocumentRelation("d3", "d1", RETRACTS),)


def test_a_dropped_document_is_nothing_to_others(store: Store, rows: dict[str, int]) -> None:
    """State, signature, notice and relations in both directions go."""
    table, one, two = store.documents, rows["d1"], rows["d2"]
    for row in (one, two):
        table.set_current(row, None)
        table.add_signature(row, b"s", [1])
    table.add_notice(one, "가온일보", "2024-06-01", "…")
    table.relate(one, [two], CORRECTS)
    table.relate(two, [one], RETRACTS)
    table.drop(one)

    assert not table.is_current(one)
    assert table.filed_in([1]) == ((1, two),)
    assert table.signatures([one]) == ()
    assert table.notices("가온일보", "2024-01-01", "2024-12-31") == ()
    assert table.relations() == ()
    assert table.is_current(two)
