"""Accounts of trips joined into journeys."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.model.account import Encounter, Journey, ResolvedTrip
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import PartialDate
from hoedong.resolve.trips import days_around, join_trips
from recorded import CARTER, HAN, OH, account, encounter, rejected

COUNTRIES = {"미국": "US", "뉴욕": "US", "새너제이": "US", "시애틀": "US", "일본": "JP", "도쿄": "JP", "오사카": "JP"}
AMERICA = [account("a", "2025-09-02", "2025-09-13", "뉴욕", "새너제이", "시애틀", published="2025-09-14")]


def joined(accounts: list[ResolvedTrip], *encounters: Encounter) -> tuple[Journey, ...]:
    """Journeys by a gazetteer of seven names."""
    return join_trips(accounts, encounters, COUNTRIES.get, lambda place: place in {"미국", "일본"})


def at(when: str, city: str | None, country: str | None = None, status: Status = Status.HELD) -> Encounter:
    """An encounter in a town."""
    return replace(encounter(when, status, name=f"e-{when}-{city}"), city=city, country=country)


def told(journey: Journey) -> list[str]:
    """The stops of a journey in short: place or country or gap, days, encounters."""
    lines = []
    for stop in journey.stops:
        where = "gap" if stop.is_gap else stop.place or stop.country or "–"
        days = "" if stop.start is None else f" {stop.start}/{stop.end}"
        lines.append(where + ("*" if stop.is_inferred else "") + days + "".join(f" {one}" for one in stop.encounters))
    return lines


@pytest.mark.parametrize(
    ("accounts", "groups"),
    [
        pytest.param([("a", "2025-09-02", "2025-09-13", "미국"), ("b", "2025-09-09", "2025-09-11", "시애틀")], ["ab"],
                     id="a stay within a journey is part of it"),
        pytest.param([("a", "2025-09-03", "2025-09-05", "도쿄"), ("b", "2025-09-06", "2025-09-08", "오사카")], ["ab"],
                     id="the next leg begins the day after"),
        pytest.param([("a", "2025-09-03", "2025-09-05", "도쿄"), ("b", "2025-09-07", "2025-09-08", "오사카")],
                     ["a", "b"], id="a day between makes two journeys"),
        pytest.param([("a", "2025-09-03", "2025-09-05", "도쿄"), ("b", "2025-09-04", "2025-09-08", "뉴욕")],
                     ["a", "b"], id="other countries at one time are not joined"),
        pytest.param([("a", "2025-09-03", "2025-09-05"), ("b", "2025-09-04", "2025-09-08", "뉴욕")], ["ab"],
                     id="an account without a place joins by its days"),
        pytest.param([("a", "2025-09-02", None, "미국"), ("b", None, "2025-09-13", "미국")], ["ab"],
                     id="a departure and the return after it"),
        pytest.param([("a", "2025-09-02", None, "미국"), ("b", None, "2025-09-13", "미국"),
                      ("c", "2025-09-05", "2025-09-08", "시애틀")], ["abc"], id="with the stay in between"),
        pytest.param([("a", "2025-09-02", None, "미국"), ("b", None, "2025-10-13", "미국")], ["a", "b"],
                     id="a return more than a month later is of another journey"),
        pytest.param([("a", "2025-09-02", None, "미국"), ("c", "2025-09-10", None, "미국"),
                      ("b", None, "2025-09-13", "미국")], ["a", "cb"], id="a return is of the departure before it"),
        pytest.param([("a", None, "2025-09-02", "미국"), ("b", "2025-09-03", None, "미국")], ["a", "b"],
                     id="a departure the day after a return is another journey"),
        pytest.param([("a", "2025-09-02", "2025-09-13", "미국"), ("b", "2025-09", None, "시애틀")], ["ab"],
                     id="a month and one journey in it"),
        pytest.param([("a", "2025-09-02", "2025-09-05", "미국"), ("b", "2025-09-20", "2025-09-25", "미국"),
                      ("c", "2025-09", None, "미국")], ["a", "c", "b"], id="a month and two journeys in it"),
        pytest.param([("a", "2025-02", None, "미국"), ("b", "2025-09", None, "미국"), ("c", "2025", None, "미국")],
                     ["c", "a", "b"], id="a year joins no two months"),
        pytest.param([("a", "2025-09", None, "미국"), ("b", "2025-09", None, "시애틀")], ["ab"],
                     id="one month in one country"),
        pytest.param([("a", "2025-09-13", "2025-09-02", "미국"), ("b", "2025-09-04", "2025-09-05", "미국")],
                     ["b", "a"], id="dates that run backwards are no dates"),
    ],
)  # fmt: skip
def test_which_accounts_are_one_journey(accounts: list[tuple[str, ...]], groups: list[str]) -> None:
    """Accounts are joined by days and places, and vague ones only where one journey alone can be meant."""
    journeys = joined([account(*one) for one in accounts])

    assert sorted("".join(sorted(journey.accounts)) for journey in journeys) == sorted(
        "".join(sorted(group)) for group in groups
    )


@pytest.mark.parametrize(
    ("published", "places", "is_joined"),
    [
        ("2025-09-20", ["미국"], True),
        ("2025-08-25", ["시애틀"], True),
        ("2025-11-20", ["미국"], False),
        (None, ["미국"], False),
        ("2025-09-20", ["도쿄"], False),
        ("2025-09-20", [], False),
    ],
)
def test_an_account_without_a_date(published: str | None, places: list[str], is_joined: bool) -> None:
    """It joins a journey to its place that it is told of within two weeks, and no other."""
    undated = account("z", None, None, *places, published=published)

    assert (len(joined([*AMERICA, undated])) == 1) is is_joined


def test_an_account_without_a_date_between_two_journeys() -> None:
    """Where two journeys can be meant it stays alone, and so does one whose own document tells of the journey."""
    twice = [account("a", "2025-09-02", "2025-09-05", "미국"), account("b", "2025-09-10", "2025-09-12", "미국")]
    undated = account("z", None, None, "미국", published="2025-09-08")
    same_page = account("z", None, None, "미국", published="2025-09-14", document=AMERICA[0].document)

    assert len(joined([*twice, undated])) == 3
    assert len(joined([*AMERICA, same_page])) == 2


def test_accounts_without_dates_of_one_fortnight() -> None:
    """Told within two weeks of the first they are one journey; a chain of such accounts has no end otherwise."""
    days = ["2025-03-01", "2025-03-10", "2025-03-20", "2025-03-25"]
    accounts = [account(f"a{index}", None, None, "미국", published=day) for index, day in enumerate(days)]

    assert [journey.accounts for journey in joined(accounts)] == [("a0", "a1"), ("a2", "a3")]


def test_a_journey_says_what_documents_say() -> None:
    """It has the widest exact dates stated, the id of its earliest account, and everyone's evidence."""
    late = account("l", "2025-09-03", "2025-09-11", "시애틀", published="2025-09-20")
    early = account("m", "2025-09", None, "미국", published="2025-09-01")
    (journey,) = joined([late, *AMERICA, early])

    assert (journey.id, journey.accounts, journey.traveller) == ("m", ("m", "a", "l"), HAN)
    assert (str(journey.start), str(journey.end)) == ("2025-09-02", "2025-09-13")
    assert journey.evidence == tuple(sorted({*late.evidence, *AMERICA[0].evidence, *early.evidence}))


def test_stops_in_the_order_of_days() -> None:
    """Encounters date the stated places; days between two known ones are a gap, unless a place may fill them."""
    (journey,) = joined(AMERICA, at("2025-09-11", "시애틀"), at("2025-09-09", "새너제이"))

    assert told(journey) == [
        "뉴욕",
        "새너제이 2025-09-09/2025-09-09 e-2025-09-09-새너제이",
        "gap 2025-09-10/2025-09-10",
        "시애틀 2025-09-11/2025-09-11 e-2025-09-11-시애틀",
        "gap 2025-09-12/2025-09-12",
    ]


def test_the_place_of_an_encounter_is_inferred() -> None:
    """A town that only an encounter names is a stop, marked so, and the stated country gives way to it."""
    (journey,) = joined([account("a", "2025-09-02", "2025-09-05", "미국")], at("2025-09-03", "팔로알토", "US"))

    assert told(journey) == ["팔로알토* 2025-09-03/2025-09-03 e-2025-09-03-팔로알토", "gap 2025-09-04/2025-09-04"]


def test_an_encounter_without_a_town() -> None:
    """It hangs on the one stated place of its country, else on the country, else on no place."""
    one, two = (
        account("a", "2025-09-02", "2025-09-04", "시애틀"),
        account("a", "2025-09-02", "2025-09-04", "시애틀", "뉴욕"),
    )
    abroad, anywhere = at("2025-09-03", None, "US"), at("2025-09-03", None)

    assert told(joined([one], abroad)[0]) == ["시애틀 2025-09-02/2025-09-04 e-2025-09-03-None"]
    assert told(joined([one], anywhere)[0]) == ["시애틀 2025-09-02/2025-09-04 e-2025-09-03-None"]
    assert "US* 2025-09-03/2025-09-03 e-2025-09-03-None" in told(joined([two], abroad)[0])
    assert "– 2025-09-03/2025-09-03 e-2025-09-03-None" in told(joined([two], anywhere)[0])


def test_legs_have_the_days_that_documents_give_them() -> None:
    """Three days in Tokyo and three in Osaka are two stops with their days, and there is no gap."""
    legs = [account("b", "2025-09-06", "2025-09-08", "오사카"), account("a", "2025-09-03", "2025-09-05", "도쿄")]
    (journey,) = joined(legs, at("2025-09-04", "도쿄"))

    assert told(journey) == ["도쿄 2025-09-03/2025-09-05 e-2025-09-04-도쿄", "오사카 2025-09-06/2025-09-08"]


def test_a_town_visited_twice_is_two_stops() -> None:
    """Tokyo, Osaka, Tokyo."""
    trip = account("a", "2025-09-03", "2025-09-06", "도쿄", "오사카")
    (journey,) = joined([trip], at("2025-09-04", "오사카"), at("2025-09-05", "도쿄"), at("2025-09-03", "도쿄"))

    assert [line.split()[0] for line in told(journey)] == ["도쿄", "오사카", "도쿄"]


def test_nothing_is_known_of_a_journey_but_its_days() -> None:
    """All days between departure and return are a gap; with one end known there is none."""
    assert told(joined([account("a", "2025-09-02", "2025-09-05")])[0]) == ["gap 2025-09-03/2025-09-04"]
    assert told(joined([account("a", "2025-09-02", None)])[0]) == []


@pytest.mark.parametrize(
    "elsewhere",
    [
        at("2025-09-14", "시애틀"),
        at("2025-09", "시애틀"),
        at("2025-09-13", "서울", "KR"),
        at("2025-09-09", "시애틀", status=Status.UNCONFIRMED),
        at("2025-09-09", "시애틀", status=Status.NOT_HELD),
        rejected(at("2025-09-09", "시애틀")),
        replace(at("2025-09-09", "시애틀"), mode=Mode.REMOTE),
        replace(encounter("2025-09-09", people=(CARTER, OH)), city="시애틀"),
        replace(encounter(None), city="시애틀"),
    ],
)
def test_what_places_no_traveller(elsewhere: Encounter) -> None:
    """Encounters of other days or people, at home on the day of return, calls, rumours and rejected ones."""
    (journey,) = joined(AMERICA, elsewhere)

    assert told(journey) == ["뉴욕", "새너제이", "시애틀"]


def test_a_detour_within_a_journey() -> None:
    """On a day in the middle of a journey the traveller was on it wherever they were."""
    (journey,) = joined(AMERICA, at("2025-09-07", "도쿄"))

    assert "도쿄* 2025-09-07/2025-09-07 e-2025-09-07-도쿄" in told(journey)


def test_a_journey_with_one_known_end() -> None:
    """Encounters in its country in the month after the departure are on it and give it no other date."""
    left = account("a", "2025-09-02", None, "미국")
    (journey,) = joined([left], at("2025-09-09", "시애틀"), at("2025-09-10", "도쿄"), at("2025-11-10", "시애틀"))

    assert told(journey) == ["시애틀* 2025-09-09/2025-09-09 e-2025-09-09-시애틀"] or told(journey)[-1].startswith(
        "시애틀*"
    )
    assert (str(journey.start), journey.end) == ("2025-09-02", None)
    assert [one for stop in journey.stops for one in stop.encounters] == ["e-2025-09-09-시애틀"]


def test_an_encounter_is_on_one_journey_at_most() -> None:
    """Of two journeys at one time it is on the one to its country."""
    both = [account("a", "2025-09-03", "2025-09-08", "도쿄"), account("b", "2025-09-04", "2025-09-09", "뉴욕")]
    japan, america = joined(both, at("2025-09-05", "오사카"))

    assert [one for stop in japan.stops for one in stop.encounters] == ["e-2025-09-05-오사카"]
    assert not [one for stop in america.stops for one in stop.encounters]


def test_without_a_gazetteer_names_are_compared() -> None:
    """Towns of one name are one place; nothing is known of others, so that the days decide."""
    one, other = account("a", "2025-09", None, "New York"), account("b", "2025-09", None, "new  york")

    assert len(join_trips([one, other], [])) == 1
    assert len(join_trips([one, account("c", "2025-09", None, "시애틀")], [])) == 2


def test_everyone_has_their_own_journeys() -> None:
    """Accounts of two travellers are never joined."""
    other = replace(AMERICA[0], id="o", traveller=OH)

    assert [journey.traveller for journey in joined([*AMERICA, other])] == [HAN, OH]


DAYS = st.integers(0, 40).map(lambda days: dt.date(2025, 8, 20) + dt.timedelta(days))
DATES = st.one_of(
    st.none(), DAYS.flatmap(lambda day: st.sampled_from([str(PartialDate.of(day)), f"{day:%Y-%m}", f"{day:%Y}"]))
)
PLACES = st.lists(st.sampled_from([*COUNTRIES, "부산"]), max_size=3, unique=True)
ACCOUNTS = st.lists(st.tuples(DATES, DATES, PLACES, DATES), max_size=6).map(
    lambda rows: [
        account(f"a{i}", start, end, *places, published=told) for i, (start, end, places, told) in enumerate(rows)
    ]
)
ENCOUNTERS = st.lists(st.tuples(DAYS, st.sampled_from([*COUNTRIES, "부산", None])), max_size=5).map(
    lambda rows: [replace(at(str(day), city), id=f"e{i}") for i, (day, city) in enumerate(rows)]
)


@given(ACCOUNTS, ENCOUNTERS, st.randoms())
def test_no_order_changes_a_journey(accounts: list[ResolvedTrip], encounters: list[Encounter], random: Random) -> None:
    """Accounts and encounters in any order give the same journeys."""
    shuffled = random.sample(accounts, len(accounts)), random.sample(encounters, len(encounters))

    assert joined(shuffled[0], *shuffled[1]) == joined(accounts, *encounters)


@given(ACCOUNTS, ENCOUNTERS)
def test_what_holds_of_all_journeys(accounts: list[ResolvedTrip], encounters: list[Encounter]) -> None:
    """Each account is in one journey, each encounter in one at most, and no date is nobody's."""
    journeys = joined(accounts, *encounters)
    stated = {one for each in accounts for one in (each.start, each.end)}
    met = [one for journey in journeys for stop in journey.stops for one in stop.encounters]

    assert sorted(one for journey in journeys for one in journey.accounts) == sorted(one.id for one in accounts)
    assert len(met) == len(set(met))
    for journey in journeys:
        assert {journey.start, journey.end} <= stated | {None}
        if journey.start and journey.end:
            assert journey.start.first_day() <= journey.end.last_day()
        gaps = [stop for stop in journey.stops if stop.is_gap]
        assert all(stop.place is None and stop.start and stop.end and stop.start <= stop.end for stop in gaps)


FAR = st.integers(-200, 200).map(lambda days: dt.date(2025, 8, 20) + dt.timedelta(days))
FAR_ENCOUNTERS = st.lists(st.tuples(FAR, st.sampled_from([*COUNTRIES, "부산", None])), max_size=9).map(
    lambda rows: [replace(at(str(day), city), id=f"e{i}") for i, (day, city) in enumerate(rows)]
)


@given(ACCOUNTS, FAR_ENCOUNTERS)
def test_only_the_days_around_trips_matter(accounts: list[ResolvedTrip], encounters: list[Encounter]) -> None:
    """Encounters that begin on none of the days around the accounts change no journey."""
    periods = days_around(accounts)
    near = [one for one in encounters if one.when and any(a <= one.when.first_day() <= b for a, b in periods)]

    assert joined(accounts, *near) == joined(accounts, *encounters)


def test_the_days_around_trips() -> None:
    """A month more at either end; what overlaps is one period; an account without a date has none."""
    told = [
        account("a1", "2025-08-24", "2025-08-28", "미국"),
        account("a2", "2025-09", None, "일본"),
        account("a3", "2027", None, "미국"),
        account("a4", None, None, "미국"),
    ]

    assert [(str(first), str(last)) for first, last in days_around(told)] == [
        ("2025-07-24", "2025-10-31"),
        ("2026-12-01", "2028-01-31"),
    ]
    assert days_around([account("a5", "0001-01-02", "9999-12-31")]) == [(dt.date(1, 1, 2), dt.date(9999, 12, 31))]
