"""Claims held against the record."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.model.account import Encounter, ResolvedClaim, Review, Value, VerdictKind
from hoedong.model.claim import ClaimKind
from hoedong.model.encounter import Mode, Status
from hoedong.resolve.claims import check_claim
from recorded import CARTER, HAN, OH, claim, encounter, held, rejected

SUPPORTED, CONSISTENT = VerdictKind.SUPPORTED, VerdictKind.CONSISTENT
CONTRADICTED, UNVERIFIABLE = VerdictKind.CONTRADICTED, VerdictKind.UNVERIFIABLE
COUNT, INTERVAL, FIRST = ClaimKind.COUNT, ClaimKind.INTERVAL, ClaimKind.FIRST


@pytest.mark.parametrize(
    ("value", "dates", "kind", "note"),
    [
        (3, ["2014", "2024-02", "2024-06-11"], SUPPORTED, "3 of 3 on record"),
        ("3", ["2014", "2024-02", "2024-06-11"], SUPPORTED, "3 of 3 on record"),
        (8, ["2014", "2024-02", "2024-06-11"], CONSISTENT, "3 of 8 on record"),
        (8, [], CONSISTENT, "0 of 8 on record"),
        (2, ["2014", "2024-02", "2024-06-11"], CONTRADICTED, "3 on record, more than the 2 claimed"),
        (2, ["2014", "2024-06-11", "2024-06-20"], SUPPORTED, "2 of 2 on record"),
        (2, ["2014", "2024-06-11", None], UNVERIFIABLE, "2–3 of 2 on record; 1 without an exact date"),
        (3, ["2014", "2024-06-11", None], CONSISTENT, "2–3 of 3 on record; 1 without an exact date"),
        (1, ["2014", "2024-06-11", None], CONTRADICTED, "2–3 on record, more than the 1 claimed"),
        (1, ["2024-02", "2024-02-28"], UNVERIFIABLE, "1–2 of 1 on record"),
        (1, ["2024-06-11", "2024-06-11"], SUPPORTED, "1–2 of 1 on record"),
        (2, ["2024-06-11", "2024-06-11"], SUPPORTED, "1–2 of 2 on record"),
        (2, ["2024-02", "2024-06"], CONSISTENT, "1–2 of 2 on record"),
        ("many", ["2024-02"], UNVERIFIABLE, "the number is not understood: many"),
        (0, [], UNVERIFIABLE, "the number is not understood: 0"),
    ],
)
def test_counts(value: int | str, dates: list[str | None], kind: VerdictKind, note: str) -> None:
    """A number is held against the least and the most meetings that the dates allow by 13 June 2024."""
    verdict = check_claim(claim(COUNT, value), held(*dates))

    assert (verdict.kind, verdict.note) == (kind, note)


def test_a_count_without_a_day_is_never_contradicted() -> None:
    """Of a claim whose day is unknown nobody can tell which meetings came before it."""
    assert check_claim(claim(COUNT, 1, published=None), held("2011", "2012")).kind is UNVERIFIABLE
    assert check_claim(claim(COUNT, 3, published=None), held("2011", "2012")).kind is CONSISTENT


def test_an_undated_meeting_that_was_reported_before_counts() -> None:
    """What the press told of before the claim took place before it; still it can be another one told twice."""
    undated = encounter(None, told="2024-06-01")

    assert check_claim(claim(COUNT, 1), [undated]).kind is SUPPORTED
    assert check_claim(claim(COUNT, 1), [undated, *held("2024-06-11")]).kind is CONTRADICTED
    assert check_claim(claim(COUNT, 1), [undated, *held("2024-05-11")]).kind is UNVERIFIABLE


@pytest.mark.parametrize(
    ("value", "dates", "kind", "deciding"),
    [
        ("P4M", ["2024-02-28", "2024-06-11"], SUPPORTED, ["2024-02-28", "2024-06-11"]),
        ("P4M", ["2024-02", "2024-06-11"], SUPPORTED, ["2024-02", "2024-06-11"]),
        ("P4M", ["2014", "2024-02", "2024-06"], SUPPORTED, ["2024-02", "2024-06"]),
        ("P3M", ["2024-02-28", "2024-06-11"], SUPPORTED, ["2024-02-28", "2024-06-11"]),
        ("P5M", ["2024-02-28", "2024-06-11"], CONTRADICTED, ["2024-02-28", "2024-06-11"]),
        ("P4M", ["2024-02-28", "2024-04-01", "2024-06-11"], CONTRADICTED, ["2024-04-01", "2024-06-11"]),
        ("P4M", ["2024-02-28", "2024-04", "2024-06-11"], CONTRADICTED, ["2024-04", "2024-06-11"]),
        ("P4M", ["2024-02-28", "2024", "2024-06-11"], UNVERIFIABLE, ["2024", "2024-06-11"]),
        ("P4M", ["2024-02-28", None, "2024-06-11"], UNVERIFIABLE, ["2024-06-11", None]),
        ("P4M", ["2023-02-28", "2024-06-11"], CONSISTENT, ["2024-06-11"]),
        ("P4M", ["2023", "2024-06-11"], CONSISTENT, ["2024-06-11"]),
        ("P4M", ["2024-06-11"], CONSISTENT, ["2024-06-11"]),
        ("P4M", [], CONSISTENT, []),
        ("P4M", [None], UNVERIFIABLE, [None]),
        ("P13Y", ["2011", "2024-06-11"], SUPPORTED, ["2011", "2024-06-11"]),
        ("P12Y", ["2011-12-01", "2024-06-11"], SUPPORTED, ["2011-12-01", "2024-06-11"]),
        ("P12Y", ["2011", "2024-06-11"], CONSISTENT, ["2024-06-11"]),
        ("P1Y4M", ["2023-02", "2024-06-11"], SUPPORTED, ["2023-02", "2024-06-11"]),
        ("P3D", ["2024-06-08", "2024-06-11"], SUPPORTED, ["2024-06-08", "2024-06-11"]),
        ("P3D", ["2024-06-10", "2024-06-11"], CONTRADICTED, ["2024-06-10", "2024-06-11"]),
        ("P3D", ["2024-06", "2024-06-11"], UNVERIFIABLE, ["2024-06", "2024-06-11"]),
        ("P2W", ["2024-05-29", "2024-06-11"], SUPPORTED, ["2024-05-29", "2024-06-11"]),
        ("P4M", ["2024-02-28", "2024-06-11", "2024-06-11"], SUPPORTED, ["2024-02-28", "2024-06-11"]),
        ("P4M", ["2024-02-28", "2024-06-11", "2024-06-20"], SUPPORTED, ["2024-02-28", "2024-06-11"]),
        ("P4M", ["2024-02-11", "2024-06-10", "2024-06-11"], SUPPORTED, ["2024-02-11", "2024-06-10"]),
        ("P4M", ["2024-02-11", "2024-06-06", "2024-06-09", "2024-06-11"], SUPPORTED, ["2024-02-11", "2024-06-06"]),
        ("P120D", ["2024-02-11", "2024-06-10", "2024-06-11"], SUPPORTED, ["2024-02-11", "2024-06-10"]),
        ("P4M", ["2024-06-10", "2024-06-11"], CONSISTENT, ["2024-06-10"]),
        ("P4M", ["2024-06-07", "2024-06-11"], CONTRADICTED, ["2024-06-07", "2024-06-11"]),
        ("P4M", ["2024-04-01", "2024-06-10", "2024-06-11"], CONTRADICTED, ["2024-04-01", "2024-06-10", "2024-06-11"]),
        ("PT40M", ["2024-02", "2024-06-11"], UNVERIFIABLE, []),
        ("P4M", ["2024-01-20", "2024-03-20"], UNVERIFIABLE, ["2024-01-20", "2024-03-20"]),
    ],
)
def test_intervals(value: str, dates: list[str | None], kind: VerdictKind, deciding: list[str | None]) -> None:
    """A length is held against the last meeting by 13 June 2024 and those before, on all their possible days."""
    verdict = check_claim(claim(INTERVAL, value), held(*dates))

    assert verdict.kind is kind
    assert [one.partition("-")[2] for one in verdict.encounters] == [str(when) for when in deciding]


def test_an_interval_may_be_about_a_planned_meeting() -> None:
    """4개월 만 of two who met in May, and in April, may be about the meeting that is to come."""
    past, planned = held("2024-04-20", "2024-05-20"), encounter("2024-09", Status.PLANNED)

    assert check_claim(claim(INTERVAL, "P4M"), past).kind is CONTRADICTED
    verdict = check_claim(claim(INTERVAL, "P4M"), [*past, planned])
    assert (verdict.kind, verdict.note) == (UNVERIFIABLE, "the claim may be about a planned meeting")


@pytest.mark.parametrize("status", [Status.PLANNED, Status.UNCONFIRMED, Status.NOT_HELD])
@pytest.mark.parametrize(("kind", "value"), [(COUNT, 1), (INTERVAL, "P4M"), (FIRST, "since 2024")])
def test_what_did_not_take_place_contradicts_nothing(status: Status, kind: ClaimKind, value: int | str) -> None:
    """Plans, rumours and what fell through are no meetings, and neither is what a person has rejected."""
    met = held("2024-02-11", "2024-06-11") if kind is INTERVAL else held("2024-06-11")
    against = [encounter("2023-04-01", status), encounter("2024-04-01", status), rejected(encounter("2024-04-02"))]

    assert check_claim(claim(kind, value), [*met, *against]).kind is SUPPORTED


@pytest.mark.parametrize(
    ("value", "dates", "kind", "note"),
    [
        ("since 2011", ["2011-07", "2024-06-11"], SUPPORTED, "2011-07 on record, none earlier"),
        ("since 2011", ["2011", "2024-06-11"], SUPPORTED, "2011 on record, none earlier"),
        ("since 2011-07", ["2011", "2024-06-11"], UNVERIFIABLE, "may have been earlier: 2011"),
        ("since 2011", ["2024-06-11"], CONSISTENT, "none on record in 2011, none earlier"),
        ("since 2011", [], CONSISTENT, "none on record in 2011, none earlier"),
        ("since 2011", ["2009-03", "2012", "2024-06-11"], CONTRADICTED, "met earlier: 2009-03"),
        ("in 2011", ["2009-03", "2011", "2024-06-11"], CONTRADICTED, "met earlier: 2009-03"),
        (
            "since 2011",
            ["2009-03", "2011", "2024-06-11"],
            UNVERIFIABLE,
            "met earlier: 2009-03; holds if it means the first since 2011",
        ),
        ("since 2011", ["2011", None, "2024-06-11"], UNVERIFIABLE, "may have been earlier: undated"),
        ("since 2011-99", ["2024-06-11"], CONSISTENT, "2024-06-11 on record, none earlier"),
        ("첫 대면", ["2024-06-11"], CONSISTENT, "2024-06-11 on record, none earlier"),
        (
            "취임 후 처음",
            ["2011", "2024-06-11"],
            UNVERIFIABLE,
            "met earlier: 2011; whether they fall under the claim is not known",
        ),
        ("첫 대면", ["2011"], UNVERIFIABLE, "no meeting on record in the month before the claim"),
        ("첫 대면", [], UNVERIFIABLE, "no meeting on record in the month before the claim"),
    ],
)
def test_firsts(value: str, dates: list[str | None], kind: VerdictKind, note: str) -> None:
    """A first is held against what is on record before it; a scope in words decides nothing by itself."""
    verdict = check_claim(claim(FIRST, value), held(*dates))

    assert (verdict.kind, verdict.note) == (kind, note)


def test_calls_contradict_nothing_and_may_bear_out() -> None:
    """A call between two meetings is no meeting, while two calls can bear out a claim that may be about calls."""
    call = encounter("2024-04-01", mode=Mode.REMOTE)
    calls = [encounter(when, mode=Mode.REMOTE) for when in ("2024-02-11", "2024-06-11")]

    assert check_claim(claim(INTERVAL, "P4M"), [*held("2024-02-11", "2024-06-11"), call]).kind is SUPPORTED
    assert check_claim(claim(COUNT, 2), [*held("2024-02-11", "2024-06-11"), call]).kind is SUPPORTED
    assert check_claim(claim(COUNT, 3), [*held("2024-02-11", "2024-06-11"), call]).kind is SUPPORTED
    assert check_claim(claim(INTERVAL, "P4M"), calls).kind is SUPPORTED


def test_a_disputed_date_contradicts_only_on_all_its_days() -> None:
    """Where one report says April and another January, the meeting need not lie in between."""
    sure = held("2024-02-11", "2024-04-01", "2024-06-11")
    other = Value("date", "2024-01-15", ("r9",), is_chosen=False, is_conflict=True)
    disputed = [sure[0], replace(sure[1], values=(other,)), sure[2]]
    settled = [sure[0], replace(disputed[1], review=Review.ACCEPTED), sure[2]]

    assert check_claim(claim(INTERVAL, "P4M"), disputed).kind is UNVERIFIABLE
    assert check_claim(claim(INTERVAL, "P4M"), settled).kind is CONTRADICTED


def test_only_encounters_of_all_the_people_count() -> None:
    """A meeting of one of them with somebody else says nothing of the two; a claim of three needs all three."""
    elsewhere = encounter("2024-05-01", people=(HAN, OH))
    three = encounter("2024-05-02", people=(HAN, OH, CARTER))

    assert check_claim(claim(COUNT, 1), [*held("2024-06-11"), elsewhere]).kind is SUPPORTED
    assert check_claim(claim(COUNT, 1, people=(HAN, CARTER, OH)), [*held("2024-06-11"), three]).kind is SUPPORTED


@pytest.mark.parametrize("people", [(), (HAN,), (HAN, ""), (HAN, HAN)])
def test_a_claim_of_unknown_people_is_unverifiable(people: tuple[str, ...]) -> None:
    """A relation needs two people."""
    assert check_claim(claim(COUNT, 1, people=people), held("2024-06-11")).kind is UNVERIFIABLE


@pytest.mark.parametrize("kind", VerdictKind)
def test_a_person_overrules_the_record(kind: VerdictKind) -> None:
    """The verdict that a person has set stands, and the note still says what the record has."""
    verdict = check_claim(claim(COUNT, 2), held("2014", "2024-06-11"), override=kind.value)

    assert verdict.kind is kind
    assert verdict.note == "judged by a person, by the record supported; 2 of 2 on record"


def test_no_other_word_is_a_verdict() -> None:
    """A verdict that does not exist is refused with those that do."""
    with pytest.raises(ValueError, match="allowed are supported, consistent, contradicted, unverifiable"):
        check_claim(claim(COUNT, 2), [], override="true")


DATES = st.one_of(
    st.none(),
    st.dates(dt.date(2022, 1, 1), dt.date(2024, 7, 30)).flatmap(
        lambda day: st.sampled_from([f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"])
    ),
)
ENCOUNTERS = st.lists(DATES, max_size=6).map(lambda dates: held(*dates))
CLAIMS = st.one_of(
    st.integers(1, 6).map(lambda number: claim(COUNT, number)),
    st.sampled_from(["P1D", "P3D", "P2W", "P1M", "P4M", "P13M", "P1Y", "P2Y"]).map(lambda text: claim(INTERVAL, text)),
    st.sampled_from(["since 2022", "in 2023-05", "since 2024-06-01", "처음"]).map(lambda text: claim(FIRST, text)),
)


@given(CLAIMS, ENCOUNTERS, st.randoms())
def test_no_order_changes_a_verdict(one: ResolvedClaim, encounters: list[Encounter], random: Random) -> None:
    """Encounters in any order give the same verdict, with the same note."""
    shuffled = list(encounters)
    random.shuffle(shuffled)

    assert check_claim(one, shuffled) == check_claim(one, encounters)


FINER = {
    "": ["2022-01-05", "2023-05-20", "2024-02-13", "2024-06-12"],
    "-": ["-01-01", "-12-31", "-06-11"],
    "-m": ["-01", "-15", "-28"],
}


def finer(one: Encounter, pick: int) -> Encounter:
    """The encounter with an exact day that its date allows."""
    text = one.when.edtf if one.when else ""
    tails = FINER["" if not text else "-" if len(text) == 4 else "-m" if len(text) == 7 else ""]
    day = text if len(text) == 10 else text + tails[pick % len(tails)]
    return encounter(day, name=one.id)


@given(CLAIMS, ENCOUNTERS, st.lists(st.integers(0, 5), min_size=6, max_size=6))
def test_better_dates_never_turn_a_sure_verdict_round(
    one: ResolvedClaim, encounters: list[Encounter], picks: list[int]
) -> None:
    """Whatever exact days come out, supported never becomes contradicted and contradicted never supported."""
    before = check_claim(one, encounters).kind
    exact = [finer(each, pick) for each, pick in zip(encounters, picks, strict=False)]
    after = check_claim(one, exact).kind

    assert {before, after} != {SUPPORTED, CONTRADICTED}
    if before is CONTRADICTED:
        assert after is CONTRADICTED
