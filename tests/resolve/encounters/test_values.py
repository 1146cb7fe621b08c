"""What the record believes where reports differ, and why."""

from __future__ import annotations

from hoedong.model.account import Encounter, ResolvedReport, Review, Role, Value
from hoedong.model.encounter import Status
from hoedong.resolve.encounters import merge_reports
from told_reports import groups, judged, told

JUNE = "2024-06-11"


def merged(*reports: ResolvedReport) -> Encounter:
    """The one encounter of these reports."""
    (encounter,) = merge_reports(reports)
    return encounter


def value_of(encounter: Encounter, name: str) -> Value:
    """The chosen value of a property."""
    (chosen,) = [value for value in encounter.values if value.property == name and value.is_chosen]
    return chosen


def test_ten_reprints_are_one_source() -> None:
    """Copies of one wire story count once, whatever their number."""
    encounter = merged(*(told(f"d{n}", "A B", JUNE, witness="wire", outlet=f"outlet {n}") for n in range(10)))

    assert (encounter.sources, encounter.outlets, len(encounter.reports)) == (1, 10, 10)
    assert encounter.confidence == 0.5


def test_a_correction_decides_the_day() -> None:
    """11 June by document 1, 10 June by document 2, which document 3 corrects: 11 June, without a disagreement."""
    one = told("d1", "A B", "2024-06-11", published="2024-06-13", city="서울")
    two = told("d2", "A B", "2024-06-10", published="2024-06-12", city="서울")
    three = told("d3", "A B", "2024-06-11", published="2024-06-14", city="서울", corrects=("d2",))

    encounter = merged(one, two, three)

    assert encounter.when is not None
    assert encounter.when.edtf == "2024-06-11"
    assert value_of(encounter, "date").reports == ("d1", "d3")
    assert value_of(encounter, "date").reason == "a correction says so"
    assert encounter.disagreements == ()
    assert [value.reports for value in encounter.values if value.is_conflict] == [("d2",)]
    assert [step.when.edtf for step in encounter.history if step.when] == ["2024-06-10", "2024-06-11"]


def test_a_correction_reaches_over_days_and_towns() -> None:
    """A correction is the same encounter as what it corrects, even of another week and another town."""
    wrong = told("d2", "A B", "2024-06-01", city="부산", country="KR", published="2024-06-12")
    right = told("d3", "A B", JUNE, city="서울", country="KR", published="2024-06-14", corrects=("d2",))

    encounter = merged(wrong, right)

    assert (encounter.city, encounter.when) == ("서울", right.when)


def test_a_later_correction_goes_before_an_earlier_one() -> None:
    """Corrected twice: the last word stands."""
    first = told("d1", "A B", "2024-06-10", published="2024-06-11", city="서울")
    second = told("d2", "A B", "2024-06-11", published="2024-06-12", city="서울", corrects=("d1",))
    third = told("d3", "A B", "2024-06-12", published="2024-06-13", city="서울", corrects=("d1", "d2"))

    assert merged(first, second, third).when == third.when


def test_a_corrected_page_still_tells_what_the_correction_leaves_out() -> None:
    """A correction of the day alone leaves the place."""
    wrong = told("d1", "A B", "2024-06-10", published="2024-06-11", place="노을타워", city="서울")
    right = told("d2", "A B", "2024-06-11", published="2024-06-12", corrects=("d1",))

    assert merged(wrong, right).place == "노을타워"


def test_a_correction_can_deny_the_meeting() -> None:
    """Reported as held, denied by the page that corrects it: not held."""
    wrong = told("d1", "A B", JUNE, published="2024-06-12")
    right = told("d2", "A B", JUNE, status="not_held", published="2024-06-14", corrects=("d1",))

    encounter = merged(wrong, right)

    assert encounter.status is Status.NOT_HELD
    assert "status" not in encounter.disagreements


def test_a_withdrawn_page_is_history_only() -> None:
    """The day of a withdrawn page is not believed, even against fewer sources; the page stays in the history."""
    wrong = [told(f"w{n}", "A B", "2024-06", place="노을타워", is_retracted=True) for n in range(3)]
    encounter = merged(*wrong, told("d", "A B", JUNE, place="가람호텔"))

    assert encounter.place == "가람호텔"
    assert encounter.sources == 1
    assert {step.report for step in encounter.history} >= {"d", "w0"}


def test_what_every_page_withdrew_is_unconfirmed() -> None:
    """Nothing is left to believe, and the record says so."""
    encounter = merged(told("d1", "A B", JUNE, is_retracted=True))

    assert (encounter.status, encounter.confidence, encounter.sources) == (Status.UNCONFIRMED, 0.0, 0)


def test_a_withdrawal_in_a_report_of_its_own_is_heeded() -> None:
    """A page that withdraws another, and tells of the same people, takes its report out of the count."""
    encounter = merged(
        told("d1", "A B", JUNE, published="2024-06-12"),
        told("d2", "A B", JUNE, status="not_held", published="2024-06-14", retracts=("d1",)),
    )

    assert (encounter.status, encounter.sources) == (Status.NOT_HELD, 1)


def test_more_independent_sources_decide() -> None:
    """Two witnesses for the one venue, ten copies of one story for the other: the two decide."""
    encounter = merged(
        told("d1", "A B", JUNE, country="KR", place="노을타워"),
        told("d2", "A B", JUNE, country="KR", place="노을타워"),
        *(told(f"w{n}", "A B", JUNE, country="KR", place="가람호텔", witness="wire") for n in range(10)),
    )

    assert encounter.place == "노을타워"
    assert value_of(encounter, "place").reason == "2 of 3 independent sources say so"


def test_a_finer_date_goes_before_the_month_that_holds_it() -> None:
    """June and 11 June are no disagreement, however many say June."""
    encounter = merged(
        *(told(f"m{n}", "A B", "2024-06", published="2024-09-01") for n in range(3)),
        told("d", "A B", JUNE, published="2024-06-12"),
    )

    assert value_of(encounter, "date").value == JUNE
    assert value_of(encounter, "date").reason == "more exact than 2024-06, and agrees with it"
    assert encounter.disagreements == ()
    assert not any(value.is_conflict for value in encounter.values)


def test_local_and_korean_dates_are_kept_as_a_disagreement() -> None:
    """4 June and 5 June: one is chosen, the other shown as in conflict."""
    encounter = merged(
        told("d1", "A B", "2024-06-04", country="US", published="2024-06-04"),
        told("d2", "A B", "2024-06-05", country="US", published="2024-06-07"),
    )

    assert encounter.disagreements == ("date",)
    assert value_of(encounter, "date").value == "2024-06-04"
    assert value_of(encounter, "date").reason == "published nearest to the encounter"


def test_the_outcome_goes_before_the_plan_whatever_the_counts() -> None:
    """Five outlets announced it, one tells that it was held: held, at the place where it was."""
    encounter = merged(
        *(told(f"p{n}", "A B", JUNE, status="planned", published="2024-06-09", place="노을타워") for n in range(5)),
        told("d", "A B", JUNE, published="2024-06-12", place="가람호텔"),
    )

    assert (encounter.status, encounter.place) == (Status.HELD, "가람호텔")
    assert value_of(encounter, "status").reason == "told later: of the outcome, not of the plan"
    assert [step.status for step in encounter.history] == [Status.PLANNED, Status.HELD]
    assert encounter.disagreements == ()


def test_called_off_and_planned_again() -> None:
    """Planned in May, called off, planned again: planned, with the whole history and no disagreement."""
    encounter = merged(
        told("d1", "A B", JUNE, status="planned", published="2024-05-01"),
        told("d2", "A B", JUNE, status="not_held", published="2024-05-20"),
        told("d3", "A B", JUNE, status="planned", published="2024-05-25"),
    )

    assert encounter.status is Status.PLANNED
    assert [step.status for step in encounter.history] == [Status.PLANNED, Status.NOT_HELD, Status.PLANNED]
    assert encounter.disagreements == ()


def test_called_off_after_many_announcements() -> None:
    """The one report that it was called off goes before five that announced it."""
    plans = [told(f"p{n}", "A B", JUNE, status="planned", published="2024-05-01") for n in range(5)]

    assert merged(*plans, told("d", "A B", JUNE, status="not_held", published="2024-05-20")).status is Status.NOT_HELD


def test_held_and_not_held_disagree() -> None:
    """Two outcomes of one day are a disagreement, which makes the record less sure."""
    sure = merged(told("d1", "A B", JUNE), told("d2", "A B", JUNE))
    torn = merged(told("d1", "A B", JUNE), told("d2", "A B", JUNE), told("d3", "A B", JUNE, status="not_held"))

    assert (torn.status, torn.disagreements) == (Status.HELD, ("status",))
    assert sure.confidence == 0.75
    assert torn.confidence == 0.5


def test_a_person_is_a_principal_where_most_sources_say_so() -> None:
    """Sat in by one source, met by two: a principal; the other way round: an attendee; a tie: a principal."""
    encounter = merged(
        told("d1", "A B C E", JUNE, with_="D"),
        told("d2", "A B C", JUNE, with_="D E"),
        told("d3", "A B D", JUNE, with_="C"),
    )

    roles = {participant.person: participant.role for participant in encounter.participants}
    assert roles == {
        "A": Role.PRINCIPAL,
        "B": Role.PRINCIPAL,
        "C": Role.PRINCIPAL,
        "D": Role.ATTENDEE,
        "E": Role.PRINCIPAL,
    }
    assert [(one.person, one.reports) for one in encounter.participants[:2]] == [("A", 3), ("B", 3)]


def test_a_person_sets_a_value() -> None:
    """What a person set goes before every report; what reports say against it stays in sight."""
    reports = [told("d1", "A B", JUNE, place="노을타워"), told("d2", "A B", JUNE, place="노을타워")]

    (encounter,) = merge_reports(reports, [judged("j", "set_value", "d2", property="date", value="2024-06-12")])

    assert encounter.when is not None
    assert encounter.when.edtf == "2024-06-12"
    assert value_of(encounter, "date").reason == "set by gana"
    assert encounter.disagreements == ("date",)


def test_a_value_taken_back_is_not_set() -> None:
    """A retracted judgement leaves the policy to decide."""
    made = [judged("j1", "set_value", "d1", property="place", value="가람호텔"), judged("j2", "retract", retracts="j1")]

    (encounter,) = merge_reports([told("d1", "A B", JUNE, place="노을타워")], made)

    assert encounter.place == "노을타워"


def test_the_last_review_stands() -> None:
    """Rejected, then accepted by way of another report of the same encounter: accepted."""
    reports = [told("d1", "A B", JUNE), told("d2", "A B", JUNE)]

    (encounter,) = merge_reports(reports, [judged("j1", "reject", "d1"), judged("j2", "accept", "d2")])

    assert encounter.review is Review.ACCEPTED
    assert merge_reports(reports)[0].review is Review.AUTO


def test_a_rejected_report_does_not_count() -> None:
    """A report that was misread takes no part, and no encounter rests on it alone."""
    reports = [told("d1", "A B", JUNE), told("d2", "A B", JUNE), told("d3", "C D", JUNE)]
    made = [judged("j1", "reject", "d2", subject="report"), judged("j2", "reject", "d3", subject="report")]

    assert groups(merge_reports(reports, made)) == [["d1"]]


def test_topics_and_sides_of_all_reports_are_kept() -> None:
    """Those of most reports first, each once."""
    encounter = merged(
        told("d1", "A B", JUNE, topics=("예산", "인사"), parties=("실무진",)),
        told("d2", "A B", JUNE, topics=("인사",), parties=("실무진",)),
    )

    assert (encounter.topics, encounter.parties) == (("인사", "예산"), ("실무진",))


def test_a_correction_is_no_source_of_its_own() -> None:
    """A newsroom that corrects itself is one source, however often it tells of the encounter."""
    wrong = told("d1", "A B", "2024-06-10", published="2024-06-11")
    right = told("d2", "A B", "2024-06-11", published="2024-06-12", corrects=("d1",))
    other = told("d3", "A B", "2024-06-11", published="2024-06-12")
    (encounter,) = merge_reports([wrong, right, other])

    assert encounter.sources == 2
