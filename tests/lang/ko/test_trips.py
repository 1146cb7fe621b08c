"""Trips: rule examples, dates, merging, and properties on any text."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.lang.ko.places import find_places
from hoedong.lang.ko.times import find_time_expressions
from hoedong.lang.ko.trips import find_trips, trip_rules
from hoedong.model.time import DateInterval
from hoedong.model.trip import Trip
from marked_text import read_marked

MATCHES = [(rule.id, example) for rule in trip_rules() for example in rule.match]
REJECTS = [(rule.id, example) for rule in trip_rules() for example in rule.reject]
PIECES = st.sampled_from(
    [
        "{한가람}",
        " 회장",
        "은 ",
        "이 ",
        "미국",
        "을 ",
        "에 ",
        "방문한 ",
        "방한",
        "한 ",
        "출국했다. ",
        "13일 ",
        "귀국했다. ",
        "의 ",
        "지난달 31일 ",
        "부터 ",
        "까지 ",
        "나흘 동안 ",
        "2박 3일",
        "으로 떠났다. ",
        "\n",
        "😀",
        "\ud800",
        "이틀째인 ",
    ]
)


def travelled(text: str, published: str = "2024-06-13") -> tuple[Trip, ...]:
    """The trips of a marked example."""
    marked = read_marked(text, published=published)
    day = marked.document.publication.value
    times = find_time_expressions(marked.document.text, marked.spans, DateInterval.on(day) if day else None)
    places = find_places(marked.document.text, marked.spans, [mention.extent for mention in marked.mentions])
    return find_trips(marked.document, marked.sentences, marked.mentions, times, places)


def dates(text: str) -> list[tuple[str, str]]:
    """The dates of the trips of a marked example."""
    return [(str(trip.start or ""), str(trip.end or "")) for trip in travelled(text)]


@pytest.mark.parametrize(("rule", "example"), MATCHES)
def test_each_rule_reads_its_examples(rule, example):
    """Every match sentence gives a trip of the traveller written beside it, by that rule."""
    trips = [t for t in travelled(example["text"]) if any(e.rule == rule for e in t.evidence)]
    assert example["traveller"] in [trip.traveller for trip in trips]


@pytest.mark.parametrize(("rule", "example"), REJECTS)
def test_no_rule_reads_a_reject_sentence(rule, example):
    """A reject sentence gives no trip at all."""
    assert travelled(example["text"]) == (), rule


def test_departure_and_return_are_one_trip():
    """The day of setting out and the day of coming home are the two ends of one trip."""
    text = "{한가람} 회장이 13일 귀국했다. {한가람} 회장은 지난달 31일 미국 출장길에 올랐다."
    assert dates(text) == [("2024-05-31", "2024-06-13")]


def test_an_end_is_computed_from_a_length():
    """17일부터 나흘 동안 ends on the 20th."""
    assert dates("{한가람} 대표는 5월 17일부터 나흘 동안 미국을 돌아봤다.") == [("2024-05-17", "2024-05-20")]


def test_a_start_is_computed_from_the_nth_day():
    """On the second day of a visit, the visit began the day before."""
    assert dates("{엘리아스 노르드} 총장은 방한 이틀째인 12일 공장을 찾았다.") == [("2024-06-11", "")]


def test_nights_in_the_next_sentence_give_the_end():
    """2박 3일 after the day of arrival ends the trip two days later."""
    text = "{엘리아스 노르드} 총장이 10일 인천공항을 통해 입국했다. 2박 3일 일정이다."
    assert dates(text) == [("2024-06-10", "2024-06-12")]


def test_trips_of_different_years_stay_apart():
    """A visit of an earlier year is a trip of its own."""
    text = "{엘리아스 노르드} 총장이 11일 한국에 왔다. {엘리아스 노르드} 총장은 2019년 방한 때도 공장을 찾았다."
    assert dates(text) == [("2024-06-11", ""), ("2019", "2019")]


def test_the_day_of_another_clause_is_not_the_day_of_the_trip():
    """29일 만난 뒤 베트남으로 건너간다 does not say when the journey begins."""
    assert dates("{엘리아스 노르드} 총장은 12일 장관을 만난 뒤 베트남으로 건너간다.") == [("", "")]


def test_those_who_travel_along_have_a_trip_too():
    """X와 함께 입국했다 is a trip of both."""
    text = "{엘리아스 노르드} 총장이 10일 {마야 린드} 이사와 함께 입국했다."
    assert [trip.traveller for trip in travelled(text)] == ["엘리아스 노르드", "마야 린드"]


def test_a_korean_in_a_korean_town_is_on_no_trip():
    """Moving inside the country is no trip, unless a visitor from abroad does."""
    assert travelled("{한가람} 시장은 10일 부산을 찾았다.") == ()
    assert len(travelled("{엘리아스 노르드} 총장은 10일 부산을 찾았다.")) == 1


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_gives_trips_of_known_people(text):
    """No text raises, and only people of the text travel."""
    assert {trip.traveller for trip in travelled(text)} <= {"한가람"}


def test_a_long_line_takes_linear_time():
    """A line of many thousand journeys is read in seconds."""
    marked = read_marked("{한가람}이 방한한 " * 5_000)
    began = perf_counter()
    find_trips(marked.document, marked.sentences, marked.mentions, (), ())
    assert perf_counter() - began < 20
