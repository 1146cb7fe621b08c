"""What every ledger owes: rows are added, found again, and never changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hoedong.model.account import RecordedDocument
from hoedong.model.judgement import Judgement
from hoedong.model.time import PartialDate
from hoedong.record.protocol import PageRow, Run, Store, Tombstone
from invented_readings import met, page
from told_reports import judged

DOCUMENT = RecordedDocument(
    id="d1",
    text="한도윤 회장은 오세린 대표를 만났다.\n😀 끝",
    lang="ko",
    added="2024-07-01T12:00:00.000000Z",
    key="https://news.invalid/1",
    url="https://news.invalid/1?utm_source=x",
    source="1.html",
    title="회동",
    outlet="가온일보",
    byline="서가온 기자",
    published=PartialDate(2024, 6),
)
BARE = RecordedDocument(id="d0", text="", lang="ko", added="2024-07-02T12:00:00.000000Z")
READING = page("d1", met("한도윤", "오세린", city="부산", quote="반갑습니다"), troubled=True)
OLD, NEW = Run("1+a", "1", "a"), Run("2+b", "2", "b")


def test_a_document_comes_back_as_it_went_in(store: Store) -> None:
    """Every field of a document is kept, also a date of a month, an emoji, and nothing at all."""
    number, bare = store.ledger.add_document(DOCUMENT), store.ledger.add_document(BARE)

    assert store.ledger.document("d1") == DOCUMENT
    assert store.ledger.documents([number, bare]) == {number: DOCUMENT, bare: BARE}
    assert store.ledger.count() == 2


def test_a_document_has_one_row(store: Store) -> None:
    """The row of a document is told when it is added and found by its id afterwards."""
    number = store.ledger.add_document(DOCUMENT)

    assert store.ledger.number("d1") == number
    assert store.ledger.number("d2") is None
    assert store.ledger.document("d2") is None
    assert store.ledger.documents([]) == {}


def test_versions_are_in_order_of_arrival(store: Store) -> None:
    """All documents of one key are versions of a page; those of other keys, or none, are not."""
    second = replace(DOCUMENT, id="a2", text="…", added="2024-07-03T12:00:00.000000Z")
    for document in (DOCUMENT, BARE, second):
        store.ledger.add_document(document)

    assert store.ledger.versions("https://news.invalid/1") == (DOCUMENT, second)
    assert store.ledger.versions("https://news.invalid/2") == ()


def test_pages_are_in_order_of_arrival(store: Store) -> None:
    """Pages are listed without their texts, as they came."""
    rows = [store.ledger.add_document(document) for document in (DOCUMENT, BARE)]

    assert store.ledger.pages() == (
        PageRow(rows[0], "d1", DOCUMENT.key, DOCUMENT.added, PartialDate(2024, 6)),
        PageRow(rows[1], "d0", None, BARE.added, None),
    )


def test_the_latest_reading_counts(store: Store) -> None:
    """A reading comes back whole, text and all; a later one takes its place, and the earlier is still there by date."""
    number = store.ledger.add_document(replace(DOCUMENT, text=READING.document.text))
    later = replace(READING, encounters=())
    store.ledger.add_reading(number, OLD, "2024-07-01T00:00:00.000000Z", READING, "intake")
    store.ledger.add_reading(number, NEW, "2024-07-03T00:00:00.000000Z", later, "")

    latest, earlier = store.ledger.reading(number), store.ledger.reading(number, "2024-07-02T00:00:00.000000Z")
    assert latest is not None
    assert earlier is not None
    assert (latest.document, latest.run, latest.reading, latest.intake) == ("d1", NEW.id, later, "")
    assert (earlier.run, earlier.reading, earlier.intake) == (OLD.id, READING, "intake")
    assert earlier.recorded == "2024-07-01T00:00:00.000000Z"


def test_there_is_no_reading_before_the_first(store: Store) -> None:
    """A document without a reading has none, and a reading is not there before it was recorded."""
    number = store.ledger.add_document(DOCUMENT)
    assert store.ledger.reading(number) is None

    store.ledger.add_reading(number, OLD, "2024-07-01T00:00:00.000000Z", READING, "")
    assert store.ledger.reading(number, "2024-06-30T23:59:59.999999Z") is None


def test_lone_surrogates_of_a_broken_page_are_kept(store: Store) -> None:
    """A reading whose words hold half a character does not stop the ledger."""
    number = store.ledger.add_document(BARE)
    odd = replace(READING, people=(replace(READING.people[0], name="한\ud800도윤"),))
    store.ledger.add_reading(number, OLD, "2024-07-01T00:00:00.000000Z", odd, "")

    stored = store.ledger.reading(number)
    assert stored is not None
    assert stored.reading.people == odd.people


def test_a_takedown_leaves_a_tombstone(store: Store) -> None:
    """Text, readings and the document itself go; the tombstone stays and knows the text again."""
    number = store.ledger.add_document(DOCUMENT)
    store.ledger.add_reading(number, OLD, "2024-07-01T00:00:00.000000Z", READING, "")
    tombstone = Tombstone("d1", "ab" * 32, "personal data", "gana", "2024-07-05T00:00:00.000000Z")
    store.ledger.add_tombstone(number, tombstone)

    assert store.ledger.document("d1") is None
    assert store.ledger.number("d1") is None
    assert store.ledger.reading(number) is None
    assert store.ledger.count() == 0
    assert store.ledger.tombstones() == (tombstone,)
    assert store.ledger.is_taken_down("ab" * 32)
    assert not store.ledger.is_taken_down("cd" * 32)


def test_judgements_are_appended_once(store: Store) -> None:
    """A judgement that is there already is not added again, and all come back by moment and id."""
    late, early = judged("j1", "same", "p1", "p2", created="2"), judged("j2", "reject", "e1", created="1")
    twin = judged("j0", "set_value", "e1", property="date", value="2024-06", created="2")

    assert [store.ledger.add_judgement(one) for one in (late, early, twin, late)] == [True, True, True, False]
    assert store.ledger.judgements() == (early, twin, late)
    assert store.ledger.judgement_count() == 3


@pytest.mark.parametrize("field", ["reason", "retracts"])
def test_every_field_of_a_judgement_is_kept(store: Store, field: str) -> None:
    """Reason and retraction come back as they went in."""
    judgement: Judgement = replace(judged("j1", "retract", "p1"), **{field: "한 줄\n두 줄"})
    store.ledger.add_judgement(judgement)

    assert store.ledger.judgements() == (judgement,)


def test_words_about_the_record(store: Store) -> None:
    """A word about the record is noted, replaced, and absent before."""
    assert store.ledger.meta("resolution") is None
    for value in ("1", "2"):
        store.ledger.set_meta("resolution", value)

    assert store.ledger.meta("resolution") == "2"
