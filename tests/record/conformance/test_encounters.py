"""What every table of encounters owes: reports with resolved people, encounters, and questions about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from hoedong.model.account import Encounter, Participant, RecordedDocument, RelationKind, Review, Role
from hoedong.model.time import PartialDate
from hoedong.record.protocol import EncounterFilter, EntityRow, Store
from recorded import encounter as encounter_on
from told_reports import told


class People:
    """Appearances, profiles and entities in a store; names are letters, `row` tells the entity of one."""

    def __init__(self, store: Store, names: str) -> None:
        self.store = store
        self.document = store.ledger.add_document(RecordedDocument("d1", "…", "ko", "2024"))
        self.profile = {name: store.people.add_profile(name, "", [], []) for name in names}
        self.row = {name: self._entity(name) for name in names}

    def _entity(self, name: str) -> int:
        self.store.people.add_appearance(name, self.document, self.profile[name], None, "")
        number = self.store.people.new_entity()
        self.store.people.save_entity(EntityRow(number, name, name, None, 1, ""))
        self.store.people.assign(self.profile[name], number)
        return number

    def text(self, names: str) -> tuple[str, ...]:
        """The rows of people as a report or an encounter holds them."""
        return tuple(str(self.row[name]) for name in names)

    def met(self, name: str, who: str, when: str | None = "2024-06-11", **changes: object) -> Encounter:
        """An encounter of these people."""
        found = replace(encounter_on(when, people=self.text(who), name=name), **changes)  # type: ignore[arg-type]
        self.store.encounters.save_encounter(None, found, [])
        return found


@pytest.fixture
def people(store: Store) -> People:
    """Four people, of one document."""
    return People(store, "abcd")


def ids(found: Sequence[object]) -> list[str]:
    """The ids of rows of encounters, as they came."""
    return [row.encounter.id for row in found]  # type: ignore[attr-defined]


def test_people_of_reports_are_resolved(store: Store, people: People) -> None:
    """A report is kept with appearances and comes back with the rows of their entities, nobody twice, in its order."""
    store.people.assign(people.profile["c"], people.row["a"])  # c and a are one
    number = store.encounters.add_report(people.document, told("e1", "b a c", with_="c d", when="2024-06"))

    (row,) = store.encounters.reports([number])
    assert (row.number, row.encounter) == (number, None)
    assert row.report.principals == people.text("ba")
    assert row.report.attendees == people.text("d")
    assert row.report.when == told("e", "", when="2024-06").when


def test_reports_follow_their_people(store: Store, people: People) -> None:
    """When a profile is given to another entity, reports are about that one from then on."""
    number = store.encounters.add_report(people.document, told("e1", "a b"))
    store.people.assign(people.profile["a"], people.row["d"])

    assert store.encounters.reports([number])[0].report.principals == people.text("db")


def test_the_witness_of_a_report_is_its_group_of_copies(store: Store, people: People) -> None:
    """A report testifies for its document, or for all documents that copy one another."""
    store.documents.set_current(people.document, None)
    number = store.encounters.add_report(people.document, told("d1#1", "a b"))
    assert store.encounters.reports([number])[0].report.witness == "d1"

    store.documents.set_group(people.document, "d0")
    assert store.encounters.reports([number])[0].report.witness == "d0"


def test_reports_know_what_their_document_corrects(store: Store, people: People) -> None:
    """Documents that it corrects and retracts, by id; and whether another one retracts it."""
    others = [store.ledger.add_document(RecordedDocument(name, "…", "ko", "2024")) for name in ("d3", "d2")]
    store.documents.relate(people.document, others, RelationKind.CORRECTS)
    store.documents.relate(others[0], [people.document], RelationKind.RETRACTS)
    store.documents.relate(people.document, [others[0]], RelationKind.RETRACTS)
    numbers = [store.encounters.add_report(at, told(f"e{at}", "a b")) for at in (people.document, others[0])]

    mine, other = (row.report for row in store.encounters.reports(numbers))
    assert (mine.corrects, mine.retracts, mine.is_retracted) == (("d2", "d3"), ("d3",), True)
    assert (other.corrects, other.retracts, other.is_retracted) == ((), ("d1",), True)


def test_reports_are_found(store: Store, people: People) -> None:
    """By profile, by document and by id; reports come in order of id."""
    second = store.ledger.add_document(RecordedDocument("d2", "…", "ko", "2024"))
    one = store.encounters.add_report(people.document, told("e2", "a b"))
    other = store.encounters.add_report(second, told("e1", "b", with_="c"))

    table = store.encounters
    assert table.reports_of_profiles([people.profile["a"]]) == (one,)
    assert sorted(table.reports_of_profiles([people.profile["b"], people.profile["c"]])) == [one, other]
    assert table.reports_of_documents([second]) == (other,)
    assert table.reports_of_appearances(["a", "x"]) == (one,)
    assert sorted(table.reports_of_appearances(["b"])) == [one, other]
    assert table.report_numbers(["e1", "e2", "e3"]) == {"e1": other, "e2": one}
    assert [row.report.id for row in table.reports([one, other, 99999])] == ["e1", "e2"]


def test_blocks_lead_to_reports(store: Store, people: People) -> None:
    """Reports of a common block are mates, and stay so until they get other blocks."""
    table = store.encounters
    one, other, third = (table.add_report(people.document, told(name, "a b")) for name in ("e1", "e2", "e3"))
    for number, blocks in ((one, [1, 2, 2]), (other, [2, -(2**63)]), (third, [-(2**63)])):
        table.set_blocks(number, blocks)

    assert sorted(table.block_mates([one])) == [one, other]
    assert sorted(table.block_mates([other])) == [one, other, third]
    assert sorted(table.filed_in([1, 2, 3])) == [(1, one), (2, one), (2, other)]
    table.set_blocks(other, [9])
    assert table.block_mates([one]) == (one,)


def test_removed_reports_leave_nothing(store: Store, people: People) -> None:
    """A document's reports go with their people and blocks; the encounters that lost one are told."""
    table = store.encounters
    gone, kept = (
        table.add_report(people.document if name == "e1" else people.document + 9, told(name, "a b"))
        for name in ("e1", "e2")
    )
    for number in (gone, kept):
        table.set_blocks(number, [1])
    encounter = table.save_encounter(None, encounter_on("2024", people=people.text("ab"), name="e1"), [gone, kept])

    assert table.remove_reports(people.document) == (encounter,)
    assert table.reports([gone]) == ()
    assert table.block_mates([kept]) == (kept,)
    assert table.reports_of_profiles([people.profile["a"]]) == (kept,)
    assert table.remove_reports(people.document) == ()


def test_encounters_hold_reports(store: Store, people: People) -> None:
    """An encounter comes back as saved, is found by its reports, and is saved over by row."""
    table, first = store.encounters, people.text("ab")
    one, other = (table.add_report(people.document, told(name, "a b")) for name in ("e1", "e2"))
    meeting = encounter_on("2024-06-11", people=first, name="e1")
    number = table.save_encounter(None, meeting, [one, other])

    assert [row.encounter for row in table.encounters([number, 99999])] == [meeting]
    assert (table.encounter_of("e2"), table.encounter_of("e9")) == (number, None)
    assert sorted(table.reports_of_encounters([number])) == [one, other]
    assert [row.encounter for row in table.reports([one, other])] == [number, number]
    assert table.save_encounter(number, replace(meeting, sources=2), [one]) == number
    assert table.encounters([number])[0].encounter.sources == 2


def test_the_document_that_came_in_last(store: Store, people: People) -> None:
    """Of those that report an encounter, and of those in which a person appears; none of what is nowhere."""
    second = store.ledger.add_document(RecordedDocument("d2", "…", "ko", "2024"))
    reports = [
        store.encounters.add_report(at, told(name, "a b")) for at, name in ((people.document, "e1"), (second, "e2"))
    ]
    number = store.encounters.save_encounter(None, encounter_on("2024", people=people.text("ab"), name="e1"), reports)
    store.people.add_appearance("a2", second, people.profile["a"], None, "")

    assert (store.encounters.last_document(number), store.encounters.last_document(999)) == (second, None)
    assert [store.people.last_document(people.row[name]) for name in "ab"] == [second, people.document]
    assert store.people.last_document(999) is None


def test_reports_can_be_released(store: Store, people: People) -> None:
    """A released report is of no encounter; an encounter without reports can go, and takes its pairs along."""
    report = store.encounters.add_report(people.document, told("e1", "a b"))
    number = store.encounters.save_encounter(None, encounter_on("2024", people=people.text("ab"), name="e1"), [report])
    store.encounters.release([report])
    assert store.encounters.encounter_of("e1") is None
    store.encounters.release([])

    store.encounters.remove_encounter(number)
    assert store.encounters.encounters([number]) == ()
    assert store.encounters.find(EncounterFilter((people.row["a"],)), 9) == ()
    assert store.encounters.neighbours(people.row["a"], 9) == ()


def test_encounters_of_people(store: Store, people: People) -> None:
    """At which all of these people were, as principals or attendees."""
    people.met("e1", "ab")
    people.met("e2", "bc", "2024-06-12")
    attended = tuple(Participant(one, Role.ATTENDEE, 1) for one in people.text("b"))
    people.met(
        "e3", "c", "2024-06-13", participants=(*encounter_on("2024", people=people.text("c")).participants, *attended)
    )

    def of(names: str) -> list[str]:
        return ids(store.encounters.find(EncounterFilter(tuple(people.row[name] for name in names)), 9))

    assert (of("a"), of("b"), of("bc"), of("cb"), of("ac"), of("abc")) == (
        ["e1"],
        ["e3", "e2", "e1"],
        ["e3", "e2"],
        ["e3", "e2"],
        [],
        [],
    )


def test_encounters_go_by_date(store: Store, people: People) -> None:
    """Newest or oldest first, by the first possible day; the unknown ones last in both; those of one day by id."""
    for name, when in (("e5", None), ("e4", "2024-06-11"), ("e3", "2024-06"), ("e2", "2024-06-11"), ("e1", "2023")):
        people.met(name, "ab", when)

    for people_ in ((), (people.row["a"],), (people.row["a"], people.row["b"])):
        wanted = EncounterFilter(people_)
        assert ids(store.encounters.find(wanted, 9)) == ["e2", "e4", "e3", "e1", "e5"]
        assert ids(store.encounters.find(wanted, 9, newest_first=False)) == ["e1", "e3", "e2", "e4", "e5"]


@pytest.mark.parametrize("newest_first", [True, False])
def test_pages_of_encounters_join_to_the_whole(store: Store, people: People, newest_first: bool) -> None:
    """Page by page everything comes once, in the order of the whole."""
    for number, when in enumerate([None, "2024", "2023", "2024-03", None, "2024-03", "2022-01-01"]):
        people.met(f"e{number}", "ab", when)
    find, wanted = store.encounters.find, EncounterFilter()

    whole = ids(find(wanted, 99, newest_first=newest_first))
    pages = [ids(find(wanted, 2, offset, newest_first=newest_first)) for offset in range(0, 10, 2)]
    assert [name for page in pages for name in page] == whole
    assert store.encounters.count(wanted) == len(whole) == 7


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("", "", ["day", "month", "year", "unknown"]),
        ("2024-06-11", "", ["day", "month", "year"]),
        ("2024-06-12", "", ["month", "year"]),
        ("", "2024-06-10", ["month", "year"]),
        ("2024-06-11", "2024-06-11", ["day", "month", "year"]),
        ("2025-01-01", "", []),
        ("", "2023-12-31", []),
    ],
)  # fmt: skip
def test_a_period_takes_in_what_can_lie_in_it(
    store: Store, people: People, since: str, until: str, expected: list[str]
) -> None:
    """An encounter "in June" is in any period with a day of June; an undated one only where no period is asked."""
    for name, when in (("day", "2024-06-11"), ("month", "2024-06"), ("year", "2024"), ("unknown", None)):
        people.met(name, "ab", when)

    for of in ((), (people.row["a"],)):
        wanted = EncounterFilter(of, since, until)
        assert ids(store.encounters.find(wanted, 9)) == expected
        assert store.encounters.count(wanted) == len(expected)


def test_encounters_that_begin_within_some_days(store: Store, people: People) -> None:
    """The latest first, of one person; both days count, and an encounter without a date is in no period."""
    for name, when in (("e1", "2024-06-11"), ("e2", "2024-06"), ("e3", "2024-05-31"), ("e4", None)):
        people.met(name, "ab", when)
    people.met("e5", "bc", "2024-06-02")

    def begun(first: str, last: str, *latest: int) -> list[str]:
        numbers = store.encounters.begun_within(people.row["a"], first, last, *latest)
        return [row.encounter.id for number in numbers for row in store.encounters.encounters([number])]

    assert begun("2024-06-01", "2024-06-11") == ["e1", "e2"]
    assert begun("2024-05-31", "2024-06-10") == ["e2", "e3"]
    assert begun("2024-01-01", "2024-12-31", 2) == ["e1", "e2"]
    assert begun("2025-01-01", "2025-12-31") == []


def test_dates_that_begin_too_early_can_be_left_out(store: Store, people: People) -> None:
    """A year that began before is out though it lasts; the day itself is in, and an undated one is not."""
    for name, when in (("day", "2024-06-11"), ("month", "2024-06"), ("year", "2024"), ("unknown", None)):
        people.met(name, "ab", when)

    for of in ((), (people.row["a"],)):
        wanted = EncounterFilter(of, begun="2024-06-01")
        assert ids(store.encounters.find(wanted, 9)) == ["day", "month"]
        assert ids(store.encounters.find(wanted, 9, newest_first=False)) == ["month", "day"]


def test_status_mode_and_review_can_be_asked_for(store: Store, people: People) -> None:
    """Any of several statuses and modes; what a person rejected only where that is asked for."""
    people.met("held", "ab", mode="in_person", status="held")
    people.met("planned", "ab", "2024-07", mode="remote", status="planned")
    people.met("rejected", "ab", "2024-08", review=Review.REJECTED)

    def found(**wanted: object) -> list[str]:
        return ids(store.encounters.find(EncounterFilter(**wanted), 9))  # type: ignore[arg-type]

    assert found() == ["planned", "held"]
    assert found(with_rejected=True) == ["rejected", "planned", "held"]
    assert (found(statuses=("planned",)), found(modes=("in_person", "remote"))) == (["planned"], ["planned", "held"])
    assert found(statuses=("held",), modes=("remote",)) == []


def test_all_encounters_come_by_id(store: Store, people: People) -> None:
    """The rejected ones too."""
    for name in ("e3", "e1", "e2"):
        people.met(name, "ab", review=Review.REJECTED if name == "e1" else Review.AUTO)

    assert ids(list(store.encounters.all_encounters())) == ["e1", "e2", "e3"]


def test_pairs_are_counted(store: Store, people: People) -> None:
    """With whom one met how often, most first; the pairs within a group; the pairs that met most."""
    for name, who in (("e1", "abc"), ("e2", "ab"), ("e3", "cd"), ("e4", "ba")):
        people.met(name, who)
    a, b, c, d = (people.row[name] for name in "abcd")

    assert store.encounters.neighbours(a, 9) == ((b, 3), (c, 1))
    assert store.encounters.neighbours(a, 1) == ((b, 3),)
    assert store.encounters.pairs_among([d, c, a]) == ((a, c, 1), (c, d, 1))
    assert store.encounters.pairs_among([]) == ()
    assert store.encounters.busiest_pairs(1) == ((a, b, 3),)


def test_pairs_follow_their_encounters(store: Store, people: People) -> None:
    """A changed encounter counts as it is now, a rejected one not at all, a removed one no more."""
    table, (a, b, c) = store.encounters, (people.row[name] for name in "abc")
    meeting = encounter_on("2024", people=people.text("ab"), name="e1")
    number = table.save_encounter(None, meeting, [])
    other = encounter_on("2025", people=people.text("ac"), name="e1")
    assert table.save_encounter(number, other, []) == number

    assert table.neighbours(a, 9) == ((c, 1),)
    assert table.neighbours(b, 9) == ()
    table.save_encounter(number, replace(other, review=Review.REJECTED), [])
    assert table.neighbours(a, 9) == ()
    table.save_encounter(number, other, [])
    assert table.neighbours(c, 9) == ((a, 1),)
    table.remove_encounter(number)
    assert table.busiest_pairs(9) == ()


def test_a_date_of_an_encounter_can_change(store: Store, people: People) -> None:
    """Nothing of the former date stays in the order of a person's encounters."""
    meeting = encounter_on("2024-06-11", people=people.text("ab"), name="e1")
    number = store.encounters.save_encounter(None, meeting, [])
    moved = replace(meeting, when=encounter_on("2025-01", people=()).when)
    store.encounters.save_encounter(number, moved, [])

    assert ids(store.encounters.find(EncounterFilter((people.row["a"],), until="2024-12-31"), 9)) == []
    assert store.encounters.count(EncounterFilter((people.row["a"],))) == 1
    assert moved.when is not None
    assert moved.when.start == PartialDate(2025, 1)
