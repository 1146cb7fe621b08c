"""What every table of identities owes: appearances, their profiles, and the entities of profiles."""

from __future__ import annotations

import pytest

from hoedong.model.account import RecordedDocument
from hoedong.model.time import PartialDate
from hoedong.record.protocol import EntityRow, IdentityTable, Store

LARGE = 2**63 - 1


@pytest.fixture(params=["people", "organisations"])
def table(request: pytest.FixtureRequest, store: Store) -> IdentityTable:
    """Each of the two tables."""
    found: IdentityTable = getattr(store, request.param)
    return found


def document(store: Store, name: str) -> int:
    """The row of a new document."""
    return store.ledger.add_document(RecordedDocument(name, "…", "ko", "2024"))


def entity(table: IdentityTable, name: str, *profiles: int, documents: int = 1) -> int:
    """The row of a new entity that these profiles are."""
    number = table.new_entity()
    table.save_entity(EntityRow(number, name, f"name of {name}", None, documents, "{}"))
    for profile in profiles:
        table.assign(profile, number)
    return number


def test_profiles_are_found_by_key(table: IdentityTable) -> None:
    """A profile has one row, with no entity and no documents at first."""
    number = table.add_profile("k1", "body", [1], [2])

    assert table.profile("k1") == number
    assert table.profile("k2") is None
    (row,) = table.profiles([number])
    assert (row.number, row.key, row.body, row.entity, row.documents) == (number, "k1", "body", None, 0)
    assert (row.first, row.last, row.earliest) == (None, None, "")


def test_profiles_come_in_order_of_key(table: IdentityTable) -> None:
    """Whatever the order of rows; rows that are not there are passed over."""
    b, a = (table.add_profile(key, f"body {key}", [], []) for key in "ba")

    assert [row.key for row in table.profiles([b, a, 99999])] == ["a", "b"]
    assert table.bodies([b, a, 99999]) == {a: "body a", b: "body b"}


def test_blocks_lead_to_profiles(table: IdentityTable) -> None:
    """A profile is found under every one of its blocks, once, the largest numbers among them, and not under others'."""
    one, other = table.add_profile("a", "", [1, LARGE, -LARGE, 1], []), table.add_profile("b", "", [LARGE], [])

    assert table.in_blocks([1]) == (one,)
    assert table.in_blocks([-LARGE, 1]) == (one,)
    assert sorted(table.in_blocks([LARGE])) == [one, other]
    assert sorted(table.filed_in([1, LARGE, 2])) == [(1, one), (LARGE, one), (LARGE, other)]
    assert table.in_blocks([2]) == table.filed_in([]) == ()
    assert table.in_blocks([]) == ()
    assert set(table.filed_in([1, LARGE])) == {(1, one), (LARGE, one), (LARGE, other)}
    assert table.filed_in([2]) == table.filed_in([]) == ()


def test_blocks_can_be_replaced(table: IdentityTable) -> None:
    """A profile with new blocks is not found under its former ones."""
    number = table.add_profile("a", "", [1, 2], [])
    table.set_blocks(number, [2, 3])

    assert table.in_blocks([1]) == ()
    assert table.in_blocks([2]) == table.in_blocks([3]) == (number,)


def test_people_and_organisations_are_apart(store: Store) -> None:
    """The same key, block, name and appearance mean another thing among people than among organisations."""
    at = document(store, "d1")
    person, firm = (table.add_profile("k", "", [7], [8]) for table in (store.people, store.organisations))
    store.people.add_appearance("a1", at, person, None, "person")
    store.organisations.add_appearance("a2", at, firm, None, "firm")
    entities = [entity(store.people, "a1", person), entity(store.organisations, "a2", firm)]

    assert (store.people.profile("k"), store.organisations.profile("k")) == (person, firm)
    assert (store.people.in_blocks([7]), store.organisations.in_blocks([7])) == ((person,), (firm,))
    assert (store.people.filed_in([7]), store.organisations.filed_in([7])) == (((7, person),), ((7, firm),))
    assert (store.people.bodies([firm]), store.organisations.bodies([person])) == ({}, {})
    assert [row.number for row in store.people.find([8], 9)] == entities[:1]
    assert [row.number for row in store.organisations.all_entities()] == entities[1:]
    assert (store.people.profiles([firm]), store.organisations.profiles([person])) == ((), ())
    assert store.people.appearances_in(at) == ("person",)
    assert (store.people.entity_of("a2"), store.organisations.entity_of("a1")) == (None, None)
    assert store.people.remove_appearances(at) == (person,)
    assert store.organisations.appearances_in(at) == ("firm",)


def test_a_profile_counts_its_appearances(store: Store, table: IdentityTable) -> None:
    """How many documents, from which day to which, and which appearance is the earliest; an unknown day comes last."""
    profile = table.add_profile("k", "", [], [])
    for name, day in (("a3", None), ("a2", PartialDate(2024, 6, 2)), ("a1", PartialDate(2024, 6, 2))):
        table.add_appearance(name, document(store, name), profile, day, name)
    table.add_appearance("a0", document(store, "later"), profile, PartialDate(2024, 7), "a0")

    (row,) = table.profiles([profile])
    assert (row.documents, row.first, row.last) == (4, PartialDate(2024, 6, 2), PartialDate(2024, 7))
    assert row.earliest == "2024-06-02 a1"


def test_appearances_are_found(store: Store, table: IdentityTable) -> None:
    """By id, by document and by profile, always in order of id."""
    one, other = (table.add_profile(key, "", [], []) for key in "ab")
    at, elsewhere = document(store, "d1"), document(store, "d2")
    for name, where, profile in (("a2", at, one), ("a1", at, other), ("a3", elsewhere, one)):
        table.add_appearance(name, where, profile, None, f"body {name}")

    assert list(table.appearances(["a3", "a1", "none"]).items()) == [
        ("a1", (other, "body a1")),
        ("a3", (one, "body a3")),
    ]
    assert table.appearances_in(at) == ("body a1", "body a2")
    assert table.appearance_bodies([one]) == ((at, "body a2"), (elsewhere, "body a3"))


def test_removing_appearances_counts_anew(store: Store, table: IdentityTable) -> None:
    """What a document brought is taken back, days and all; the profiles that lost something are told."""
    profile, untouched = (table.add_profile(key, "", [], []) for key in "ab")
    early, late = document(store, "early"), document(store, "late")
    table.add_appearance("a1", early, profile, PartialDate(2024, 1, 1), "")
    table.add_appearance("a2", late, profile, PartialDate(2024, 2, 1), "")
    table.add_appearance("a3", late, untouched, None, "")

    assert table.remove_appearances(early) == (profile,)
    (row,) = table.profiles([profile])
    assert (row.documents, row.first, row.last) == (1, PartialDate(2024, 2, 1), PartialDate(2024, 2, 1))
    assert row.earliest == "2024-02-01 a2"
    assert table.remove_appearances(early) == ()


def test_the_last_appearance_can_go(store: Store, table: IdentityTable) -> None:
    """A profile without appearances has no days; it can be removed with all that leads to it."""
    at, profile = document(store, "d1"), table.add_profile("k", "", [1], [2])
    table.add_appearance("a1", at, profile, PartialDate(2024), "")
    table.remove_appearances(at)

    (row,) = table.profiles([profile])
    assert (row.documents, row.first, row.last, row.earliest) == (0, None, None, "")
    table.remove_profile(profile)
    assert (table.profile("k"), table.profiles([profile]), table.in_blocks([1]), table.find([2], 9)) == (
        None,
        (),
        (),
        (),
    )


def test_an_appearance_can_move(store: Store, table: IdentityTable) -> None:
    """Both profiles are counted anew when one takes over an appearance of the other."""
    one, other = (table.add_profile(key, "", [], []) for key in "ab")
    table.add_appearance("a1", document(store, "d1"), one, PartialDate(2024), "")
    table.move_appearance("a1", other)

    assert [(row.documents, row.earliest) for row in table.profiles([one, other])] == [(0, ""), (1, "2024 a1")]
    assert table.appearances(["a1"])["a1"][0] == other


def test_profiles_belong_to_entities(store: Store, table: IdentityTable) -> None:
    """Each appearance leads to the entity of its profile; profiles can be given to another entity."""
    one, other = (table.add_profile(key, "", [], []) for key in "ab")
    table.add_appearance("a1", document(store, "d1"), one, None, "")
    first, second = entity(table, "a1", one, other), entity(table, "a9")

    assert table.entity_of("a1") == first
    assert table.entity_of("none") is None
    assert sorted(table.profiles_of([first])) == [one, other]
    table.assign(other, second)
    assert (table.profiles_of([first]), table.profiles_of([second])) == ((one,), (other,))


def test_an_unresolved_appearance_has_no_entity(store: Store, table: IdentityTable) -> None:
    """Until its profile is joined to one."""
    table.add_appearance("a1", document(store, "d1"), table.add_profile("k", "", [], []), None, "")

    assert table.entity_of("a1") is None


def test_entities_are_kept_and_dropped(table: IdentityTable) -> None:
    """An entity comes back as it was saved last, and not at all once it was removed."""
    number = table.new_entity()
    row = EntityRow(number, "p1", "벤 카터", "Ben Carter", 3, '{"a":1}')
    table.save_entity(EntityRow(number, "p0", "…", None, 1, ""))
    table.save_entity(row)

    assert table.entities([number, 99999]) == {number: row}
    table.remove_entity(number)
    assert table.entities([number]) == {}


def test_all_entities_come_by_id(table: IdentityTable) -> None:
    """In the order of ids, not of rows."""
    for name in ("c", "a", "b"):
        entity(table, name)

    assert [row.id for row in table.all_entities()] == ["a", "b", "c"]


def test_names_lead_to_entities(table: IdentityTable) -> None:
    """Entities with any of the keys, each once, those with most documents first, then by id; never more than asked."""
    profiles = [
        table.add_profile(key, "", [], names) for key, names in (("a", [1, 2]), ("b", [2]), ("c", [2]), ("d", [3]))
    ]
    for profile, (name, documents) in zip(profiles, (("z", 1), ("x", 5), ("y", 1), ("w", 9)), strict=True):
        entity(table, name, profile, documents=documents)

    assert [row.id for row in table.find([1, 2], 9)] == ["x", "y", "z"]
    assert [row.id for row in table.find([2], 2)] == ["x", "y"]
    assert table.find([4], 9) == table.find([], 9) == ()
