"""What people decided goes before all evidence."""

from __future__ import annotations

from hoedong.resolve.encounters import merge_reports
from hoedong.resolve.encounters.decisions import decisions_from
from told_reports import groups, judged, told

JUNE = "2024-06-11"
APART = [told("d1", "A B", JUNE), told("d2", "A B", "2024-02-01"), told("d3", "A B", "2023-01-01")]
ALIKE = [told("d1", "A B", JUNE), told("d2", "A B", JUNE), told("d3", "A B", JUNE)]


def test_same_joins_what_nothing_else_would() -> None:
    """Two reports of one document, or of two months, are one encounter when a person says so."""
    assert groups(merge_reports(APART, [judged("j", "same", "d1", "d2")])) == [["d1", "d2"], ["d3"]]

    one_page = [told("d1", "A B", JUNE), told("d1#1", "A B", JUNE)]
    assert groups(merge_reports(one_page, [judged("j", "same", "d1", "d1#1")])) == [["d1", "d1#1"]]


def test_different_parts_what_everything_joins() -> None:
    """Reports kept apart are two encounters; the third goes with one of them."""
    parted = groups(merge_reports(ALIKE, [judged("j", "different", "d1", "d2")]))

    assert parted in ([["d1", "d3"], ["d2"]], [["d1"], ["d2", "d3"]])


def test_a_contradiction_is_not_closed() -> None:
    """Same a–b, same b–c, different a–c: the joins are not followed, and the contradiction is told."""
    made = [judged("j1", "same", "d1", "d2"), judged("j2", "same", "d2", "d3"), judged("j3", "different", "d1", "d3")]

    assert groups(merge_reports(APART, made)) == [["d1"], ["d2"], ["d3"]]
    assert decisions_from(made).constraints.contradictions == (("d1", "d3"),)


def test_the_later_of_two_judgements_stands() -> None:
    """Different, then same, whatever the order of the input: same; unsure takes both back."""
    made = [judged("j1", "different", "d1", "d2"), judged("j2", "same", "d2", "d1")]

    for judgements in (made, made[::-1]):
        assert groups(merge_reports(APART, judgements)) == [["d1", "d2"], ["d3"]]
    assert groups(merge_reports(APART, [*made, judged("j3", "unsure", "d1", "d2")])) == [["d1"], ["d2"], ["d3"]]


def test_taking_back_a_retraction_revives_the_judgement() -> None:
    """Retracted: void. The retraction retracted: it stands again."""
    same = judged("j1", "same", "d1", "d2")
    back = judged("j2", "retract", retracts="j1")
    again = judged("j3", "retract", retracts="j2")

    assert groups(merge_reports(APART, [same, back])) == [["d1"], ["d2"], ["d3"]]
    assert groups(merge_reports(APART, [again, same, back])) == [["d1", "d2"], ["d3"]]


def test_judgements_on_reports_that_are_gone_change_nothing() -> None:
    """An orphaned judgement is kept elsewhere; here it has no effect."""
    assert merge_reports(ALIKE, [judged("j", "same", "d1", "gone")]) == merge_reports(ALIKE)


def test_judgements_on_people_are_none_of_the_merge() -> None:
    """Only judgements on encounters and reports are heeded."""
    assert merge_reports(APART, [judged("j", "same", "d1", "d2", subject="person")]) == merge_reports(APART)
