"""What holds of merging whatever the reports: order, closed sets, judgements, blocks."""

from __future__ import annotations

import dataclasses
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.model.account import ResolvedReport
from hoedong.model.judgement import Judgement
from hoedong.resolve.encounters import encounter_blocks, may_be_same, merge_reports
from hoedong.resolve.encounters.blocks import MOST_BLOCKS
from hoedong.resolve.encounters.units import connected
from told_reports import judged, told

PEOPLE = ("A B", "B A", "A B C", "A C", "C D", "A", "A B C D")
WHENS = (None, "2024", "2024-06", "2024-06-04", "2024-06-05", "2024-06-11", "2024-06-10/2024-06-13", "2024-05-31")
PLACES = ((None, None), ("서울", "KR"), ("도쿄", "JP"), ("Tokyo", "JP"), (None, "US"))


@st.composite
def reports(draw: st.DrawFn) -> list[ResolvedReport]:
    """Up to nine reports of a few people in a few weeks."""
    return [draw(_report(number)) for number in range(draw(st.integers(1, 9)))]


@st.composite
def _report(draw: st.DrawFn, number: int) -> ResolvedReport:
    city, country = draw(st.sampled_from(PLACES))
    document = f"d{draw(st.integers(0, 6))}"
    return dataclasses.replace(
        told(
            document,
            draw(st.sampled_from(PEOPLE)),
            draw(st.sampled_from(WHENS)),
            status=draw(st.sampled_from(("held", "held", "planned", "unconfirmed", "not_held"))),
            mode=draw(st.sampled_from(("in_person", "in_person", "remote", "co_attendance"))),
            published=draw(st.sampled_from((None, "2024-05-30", "2024-06-05", "2024-06-13", "2025-01-01"))),
            city=city,
            country=country,
            witness=draw(st.sampled_from((document, document, "wire"))),
            corrects=draw(st.sampled_from(((), (), (), ("d0",)))),
            retracts=draw(st.sampled_from(((), (), (), ("d1",)))),
        ),
        id=f"{document}#{number}",
        ordinal=number,
    )


@st.composite
def judgements(draw: st.DrawFn, told_of: list[ResolvedReport]) -> list[Judgement]:
    """A few judgements on these reports, some taken back."""
    ids = st.sampled_from([report.id for report in told_of])
    made: list[Judgement] = []
    for number in range(draw(st.integers(0, 4))):
        verb = draw(st.sampled_from(("same", "different", "unsure", "reject", "accept", "retract")))
        earlier = made[-1].id if made else None
        made.append(judged(f"j{number}", verb, draw(ids), draw(ids), retracts=earlier if verb == "retract" else None))
    return made


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_order_of_input_changes_nothing(data: st.DataObject) -> None:
    """Any order of reports and judgements gives the same encounters."""
    told_of = data.draw(reports())
    made = data.draw(judgements(told_of))

    shuffled = merge_reports(data.draw(st.permutations(told_of)), data.draw(st.permutations(made)))

    assert shuffled == merge_reports(told_of, made)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_union_of_closed_sets_gives_the_union_of_their_encounters(data: st.DataObject) -> None:
    """Merging closed set by closed set is merging all at once."""
    told_of = data.draw(reports())
    made = data.draw(judgements(told_of))

    apart = [encounter for each in closed_sets(told_of, made) for encounter in merge_reports(each, made)]

    assert sorted(apart, key=lambda one: one.id) == sorted(merge_reports(told_of, made), key=lambda one: one.id)


def closed_sets(told_of: list[ResolvedReport], made: list[Judgement]) -> list[list[ResolvedReport]]:
    """The closed sets as the record makes them: from blocks, `may_be_same`, and what people joined."""
    by_id = {report.id: report for report in told_of}
    links = [
        (one.id, other.id)
        for one, other in combinations(told_of, 2)
        if set(encounter_blocks(one)) & set(encounter_blocks(other)) and may_be_same(one, other)
    ]
    links += [(judgement.left, judgement.right or judgement.left) for judgement in made if judgement.verb == "same"]
    return [[by_id[report] for report in ids] for ids in connected(sorted(by_id), sorted(links))]


@given(reports())
@settings(max_examples=150, deadline=None)
def test_every_report_is_in_one_encounter(told_of: list[ResolvedReport]) -> None:
    """Nothing is lost, nothing counted twice, and the id of an encounter is that of one of its reports."""
    encounters = merge_reports(told_of)

    assert sorted(report for one in encounters for report in one.reports) == sorted(report.id for report in told_of)
    assert all(encounter.id == encounter.reports[0] for encounter in encounters)


@given(reports())
@settings(max_examples=150, deadline=None)
def test_one_document_never_tells_of_one_encounter_twice(told_of: list[ResolvedReport]) -> None:
    """Without a judgement no encounter has two reports of one document."""
    document = {report.id: report.document for report in told_of}

    for encounter in merge_reports(told_of):
        assert len({document[report] for report in encounter.reports}) == len(encounter.reports)


@given(reports())
@settings(max_examples=150, deadline=None)
def test_what_may_be_the_same_shares_a_block(told_of: list[ResolvedReport]) -> None:
    """Two reports of at most three people that may be one encounter are found by their blocks."""
    few = [report for report in told_of if len(report.people) < 4]
    for one, other in combinations(few, 2):
        if may_be_same(one, other):
            assert set(encounter_blocks(one)) & set(encounter_blocks(other))


@given(st.integers(2, 40), st.sampled_from(WHENS))
@settings(deadline=None)
def test_blocks_are_few(people: int, when: str | None) -> None:
    """A meeting of forty has no more blocks than the limit, each of them once."""
    blocks = encounter_blocks(told("d", " ".join(f"p{number:02d}" for number in range(people)), when))

    assert len(set(blocks)) == len(blocks) <= MOST_BLOCKS


@given(reports())
@settings(max_examples=100, deadline=None)
def test_what_people_keep_apart_stays_apart(told_of: list[ResolvedReport]) -> None:
    """Reports that were said to be different are in two encounters."""
    first, last = told_of[0].id, told_of[-1].id
    if first == last:
        return

    encounters = merge_reports(told_of, [judged("j", "different", first, last)])

    assert not any({first, last} <= set(encounter.reports) for encounter in encounters)


@given(reports())
@settings(max_examples=100, deadline=None)
def test_what_people_join_is_together(told_of: list[ResolvedReport]) -> None:
    """Reports that were said to be the same are in one encounter, whatever speaks against it."""
    first, last = told_of[0].id, told_of[-1].id

    encounters = merge_reports(told_of, [judged("j", "same", first, last)])

    assert any({first, last} <= set(encounter.reports) for encounter in encounters)
