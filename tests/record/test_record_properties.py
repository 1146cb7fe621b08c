"""What holds of any record: it is a function of the set of pages and judgements, whatever way they came in."""

from __future__ import annotations

import json
from itertools import chain

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from hoedong.record.record import Entry, Outcome, Record
from invented_corpora import corpora, ids_of, judgements
from invented_readings import entry, exported, met, new_record, page, record_of

MANY = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def text(record: Record) -> str:
    """The record as bytes to compare."""
    return exported(record.store)


@MANY
@given(st.data(), corpora(with_versions=True))
def test_a_live_record_is_a_rebuilt_one(data: st.DataObject, entries: list[Entry]) -> None:
    """Rebuilding changes nothing, with versions, judgements and takedowns; rebuilding twice neither."""
    record = record_of(entries, data.draw(st.lists(st.integers(1, 3), max_size=3)))
    record.judge(data.draw(judgements(record)))
    if data.draw(st.booleans()):
        record.forget(data.draw(st.sampled_from(entries)).id, "personal data", "gana")
    live = text(record)

    record.rebuild()
    assert text(record) == live
    record.rebuild()
    assert text(record) == live


@MANY
@given(st.data(), corpora())
def test_no_order_and_no_batches_show(data: st.DataObject, entries: list[Entry]) -> None:
    """Pages give one record in any order, at once, one by one, or in batches of any size."""
    expected = text(record_of(entries))
    shuffled = data.draw(st.permutations(entries))
    sizes = data.draw(st.lists(st.integers(1, 3), max_size=len(entries)))

    assert text(record_of(shuffled)) == expected
    assert text(record_of(shuffled, sizes)) == expected
    assert text(record_of(entries, [1] * len(entries))) == expected


@MANY
@given(st.data(), corpora())
def test_it_does_not_matter_when_judgements_come(data: st.DataObject, entries: list[Entry]) -> None:
    """Before, between or after the pages that they are about, and in any order."""
    after = record_of(entries)
    judged = data.draw(judgements(after))
    after.judge(judged)
    expected = text(after)
    before, between = new_record(), new_record()
    before.judge(data.draw(st.permutations(judged)))
    before.add(entries)
    half = len(entries) // 2
    for group, one in ((entries[half:], judged[::2]), (entries[:half], judged[1::2])):
        between.add(group)
        between.judge(one)

    assert text(before) == expected
    assert text(between) == expected


@MANY
@given(corpora(with_versions=True))
def test_adding_again_changes_nothing(entries: list[Entry]) -> None:
    """The same pages are recognised; nothing is written twice."""
    record = record_of(entries)
    before = text(record)
    readings = record.store.ledger.count()
    outcomes = record.add(entries)

    assert set(outcomes) <= {Outcome.UNCHANGED}
    assert text(record) == before
    assert record.store.ledger.count() == readings


@MANY
@given(st.data(), corpora())
def test_forgetting_is_never_having_read(data: st.DataObject, entries: list[Entry]) -> None:
    """What a page contributed goes, everything else stays as if the page had never been there."""
    gone = data.draw(st.sampled_from(entries))
    record = record_of(entries)
    record.forget(gone.id, "personal data", "gana")

    assert text(record) == text(record_of([one for one in entries if one is not gone]))
    assert record.add([gone]) == (Outcome.TAKEN_DOWN,)


@MANY
@given(st.data(), corpora())
def test_a_page_has_the_same_ids_anywhere(data: st.DataObject, entries: list[Entry]) -> None:
    """Appearances and reports of a page bear the same ids whatever else is on record."""
    chosen = data.draw(st.sampled_from(entries))
    alone, among = record_of([chosen]), record_of(entries)

    for mine, all_ in zip(ids_of(alone), ids_of(among), strict=True):
        assert set(mine) <= set(all_)


@MANY
@given(st.data(), corpora())
def test_judgements_outlive_other_pages(data: st.DataObject, entries: list[Entry]) -> None:
    """Re-reading and forgetting other pages loses no judgement and detaches none from what it is about."""
    assume(len(entries) > 1)
    record = record_of(entries)
    judged = record.judge(data.draw(judgements(record)))
    other = data.draw(st.sampled_from(entries))
    named = {id_ for one in judged for id_ in (one.left, one.right)}
    assume(named.isdisjoint(chain(*ids_of(record_of([other])))))
    record.forget(other.id, "personal data", "gana")

    assert record.store.ledger.judgements() == tuple(sorted(judged, key=lambda one: (one.created, one.id)))
    kept = record_of([one for one in entries if one is not other])
    kept.judge(judged)
    assert text(record) == text(kept)


def test_the_comparison_can_fail() -> None:
    """Two records of other pages are other bytes: the properties above compare something."""
    one, other = (record_of([entry(page("d1", met("한도윤", who)))]) for who in ("오세린", "서가온"))

    assert text(one) != text(other)
    assert {json.loads(line)["type"] for line in text(one).splitlines()} == {
        "document", "encounter", "organisation", "person", "report",
    }  # fmt: skip
