"""What every table of statements owes: claims, trips, quotations and diagnostics with resolved people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hoedong.model.account import Citation, RecordedDocument, ResolvedClaim, ResolvedQuote, ResolvedTrip
from hoedong.model.claim import ClaimKind
from hoedong.model.diagnostic import Diagnostic, Severity
from hoedong.model.span import Span
from hoedong.model.time import PartialDate
from hoedong.record.protocol import EntityRow, Store
from told_reports import told

WORDS = Citation("d1", Span(3, 9), "rule")
CLAIM = ResolvedClaim("c2", "d1", ClaimKind.COUNT, ("a", "b"), 3, (WORDS,), PartialDate(2024, 6), "가온일보")
TRIP = ResolvedTrip("t2", "d1", "a", PartialDate(2024, 6, 10), None, ("시애틀", "미국"), (WORDS,))
QUOTE = ResolvedQuote("q2", "d1", "a", "반갑습니다", WORDS, "e1", PartialDate(2024))
TROUBLES = (
    Diagnostic("time.none", "no date", Span(0, 1), Severity.INFO),
    Diagnostic("page.cut", "cut off", None, Severity.ERROR, "read it again"),
    Diagnostic("name.odd", "odd", Span(1, 2), Severity.WARNING),
)


@pytest.fixture
def at(store: Store) -> int:
    """A document in which a, b and c appear."""
    number = store.ledger.add_document(RecordedDocument("d1", "…", "ko", "2024"))
    for name in "abc":
        profile = store.people.add_profile(name, "", [], [])
        store.people.add_appearance(name, number, profile, None, "")
        entity = store.people.new_entity()
        store.people.save_entity(EntityRow(entity, name, name, None, 1, ""))
        store.people.assign(profile, entity)
    return number


def row(store: Store, name: str) -> int:
    """The entity of an appearance."""
    found = store.people.entity_of(name)
    assert found is not None
    return found


def test_claims_come_with_their_people(store: Store, at: int) -> None:
    """By id, with rows of entities in place of appearances; one person's, several people's, or all."""
    other = replace(CLAIM, id="c1", kind=ClaimKind.FIRST, people=("c",), value="since 2011")
    store.statements.add(at, [CLAIM, other], [], [], [])
    a, b, c = (str(row(store, name)) for name in "abc")
    mine, others = replace(CLAIM, people=(a, b)), replace(other, people=(c,))

    assert tuple(store.statements.claims()) == (others, mine)
    assert tuple(store.statements.claims([int(a)])) == (mine,)
    assert tuple(store.statements.claims([int(a), int(c)])) == (others, mine)
    assert (store.statements.claim("c2"), store.statements.claim("c9")) == (mine, None)


def test_a_claim_of_two_who_are_one_names_one(store: Store, at: int) -> None:
    """Two appearances of one entity are one person of a claim."""
    (profile,) = store.people.profiles_of([row(store, "b")])
    store.people.assign(profile, row(store, "a"))
    store.statements.add(at, [CLAIM], [], [], [])

    assert next(iter(store.statements.claims())).people == (str(row(store, "a")),)


def test_trips_come_by_traveller(store: Store, at: int) -> None:
    """By id; travellers are those with a trip."""
    store.statements.add(at, [], [TRIP, replace(TRIP, id="t1"), replace(TRIP, id="t3", traveller="b")], [], [])
    a, b = row(store, "a"), row(store, "b")

    assert store.statements.trips(a) == (replace(TRIP, id="t1", traveller=str(a)), replace(TRIP, traveller=str(a)))
    assert store.statements.trips(row(store, "c")) == ()
    assert sorted(store.statements.travellers()) == sorted([a, b])


def test_quotations_come_by_speaker_and_by_document(store: Store, at: int) -> None:
    """By id; of one speaker, of all, or those of the documents in which some reports stand."""
    store.encounters.add_report(at, told("e1", "a b"))
    elsewhere = replace(QUOTE, id="q1", speaker="b", encounter=None)
    store.statements.add(at, [], [], [QUOTE, elsewhere], [])
    a, b = row(store, "a"), row(store, "b")
    mine, others = replace(QUOTE, speaker=str(a)), replace(elsewhere, speaker=str(b))

    assert tuple(store.statements.quotes()) == (others, mine)
    assert store.statements.quotes_of(a) == (mine,)
    assert store.statements.quotes_beside(["e0", "e1"]) == (others, mine)
    assert store.statements.quotes_beside(["e0"]) == store.statements.quotes_beside([]) == ()


def test_claims_about_all_of_some_people(store: Store, at: int) -> None:
    """Those about one of them alone are left out; the same person twice is one."""
    alone = replace(CLAIM, id="c1", people=("a",))
    store.statements.add(at, [CLAIM, alone], [], [], [])
    a, b, c = (row(store, name) for name in "abc")

    assert [claim.id for claim in store.statements.shared_claims([a])] == ["c1", "c2"]
    assert [claim.id for claim in store.statements.shared_claims([a, b, a])] == ["c2"]
    assert store.statements.shared_claims([a, c]) == store.statements.shared_claims([]) == ()


def test_of_many_statements_the_latest_published_are_given(store: Store) -> None:
    """By id as always; those whose day of publication nobody knows are the first to be left out."""
    for number, published in enumerate([PartialDate(2024, 5), None, PartialDate(2024, 6, 3), PartialDate(2023)]):
        document = store.ledger.add_document(RecordedDocument(f"d{number}", "…", "ko", "2024"))
        profile = store.people.add_profile(f"a{number}", "", [], [])
        store.people.add_appearance(f"a{number}", document, profile, published, "")
        store.people.assign(profile, 7)
        mine = {"document": f"d{number}", "published": published}
        store.statements.add(
            document,
            [replace(CLAIM, id=f"c{number}", people=(f"a{number}",), **mine)],
            [replace(TRIP, id=f"t{number}", traveller=f"a{number}")],
            [replace(QUOTE, id=f"q{number}", speaker=f"a{number}", **mine)],
            [],
        )

    assert [one.id for one in store.statements.shared_claims([7], 2)] == ["c0", "c2"]
    assert [one.id for one in store.statements.trips(7, 3)] == ["t0", "t2", "t3"]
    assert [one.id for one in store.statements.quotes_of(7, 1)] == ["q2"]


def test_diagnostics_come_gravest_first(store: Store, at: int) -> None:
    """All or those of a code, as many as asked; and how many there are of each."""
    store.statements.add(at, [], [], [], [*TROUBLES, TROUBLES[0]])
    info, error, warning = TROUBLES

    assert store.statements.diagnostics(None, 9) == tuple(("d1", one) for one in (error, warning, info, info))
    assert store.statements.diagnostics(None, 1) == (("d1", error),)
    assert store.statements.diagnostics("name.odd", 9) == (("d1", warning),)
    assert store.statements.diagnostic_counts() == (
        ("page.cut", "error", 1), ("name.odd", "warning", 1), ("time.none", "info", 2),
    )  # fmt: skip


def test_statements_of_a_document_can_go(store: Store, at: int) -> None:
    """Everything that it stated, and nothing that another did."""
    second = store.ledger.add_document(RecordedDocument("d2", "…", "ko", "2024"))
    store.statements.add(at, [CLAIM], [TRIP], [QUOTE], TROUBLES)
    kept = replace(CLAIM, id="c1"), replace(TRIP, id="t1"), replace(QUOTE, id="q1")
    store.statements.add(second, [kept[0]], [kept[1]], [kept[2]], TROUBLES[:1])
    store.statements.remove(at)

    assert [claim.id for claim in store.statements.claims([row(store, "a")])] == ["c1"]
    assert [trip.id for trip in store.statements.trips(row(store, "a"))] == ["t1"]
    assert [quote.id for quote in store.statements.quotes()] == ["q1"]
    assert store.statements.diagnostics(None, 9) == (("d2", TROUBLES[0]),)
