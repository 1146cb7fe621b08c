"""`hoedong trips`, `quotes` and `claims`."""

from __future__ import annotations

from pathlib import Path

import pytest

from record_commands import CHAIRMAN, DIRECTOR, GUEST, answered, printed, refused, the_dinner


def test_a_trip_with_its_stops(dinner: Path) -> None:
    """A journey has its days, its stops, the encounters there, and the words that tell of it once, copies aside."""
    page = printed("trips", GUEST, record=dinner)

    assert "2026-03-12" in page
    assert "서울, KR" in page
    assert the_dinner(dinner)["id"] in page
    assert page.count("9일 한국에 입국해") == 1


def test_trips_as_json(dinner: Path) -> None:
    """--json gives journeys with EDTF dates, and the traveller."""
    answer = answered("trips", GUEST, record=dinner)
    (journey,) = answer["journeys"]

    assert (journey["start"], journey["end"]) == ("2026-03-09", "2026-03-12")
    assert [person["name"] for person in answer["people"]] == ["벤 카터"]
    assert "입국해" in journey["evidence"][-1]["text"]


def test_quotes_of_a_story_and_its_reprint_stand_together(dinner: Path) -> None:
    """The same words of one day are one entry with both outlets and their offsets."""
    page = printed("quotes", GUEST, record=dinner)

    assert page.count("“가람과는 말이 잘 통한다”") == 1
    assert "한강경제" in page
    assert "도성신문" in page
    assert page.endswith(" 1 quotation\n")


def test_quotes_as_json(dinner: Path) -> None:
    """--json gives each quotation by itself, with the words that its citation points at."""
    quotes = answered("quotes", GUEST, record=dinner)["quotes"]

    assert len(quotes) == 2
    assert {quote["text"] for quote in quotes} == {quote["citation"]["text"] for quote in quotes}
    assert answered("quotes", GUEST, "--limit", "1", record=dinner)["more"] is True


def test_claims_with_verdicts(dinner: Path) -> None:
    """Each claim has its words, its outlets, how it stands against the record, and the encounters that decide it."""
    page = printed("claims", CHAIRMAN, GUEST, record=dinner)

    assert "벤 카터, 한도윤: met 5 times" in page
    assert "verdict consistent: 1 of 5 on record" in page
    assert "“이번이 다섯 번째 만남이다.”" in page
    assert the_dinner(dinner)["id"] in page


def test_claims_as_json(dinner: Path) -> None:
    """--json gives verdicts with their claims."""
    verdicts = answered("claims", GUEST, record=dinner)["verdicts"]

    assert {(one["claim"]["kind"], one["claim"]["value"]) for one in verdicts} == {("count", 5), ("interval", "P6M")}
    assert {one["kind"] for one in verdicts} == {"consistent"}


@pytest.mark.parametrize(
    ("command", "words"),
    [("trips", "no trip on record"), ("quotes", "no quotation on record"), ("claims", "no claim on record")],
)
def test_nothing_is_told_as_nothing(dinner: Path, command: str, words: str) -> None:
    """Somebody of whom nothing is stated has an empty page that says so."""
    assert printed(command, DIRECTOR, record=dinner).strip() == words


@pytest.mark.parametrize("command", ["trips", "quotes", "claims"])
def test_an_ambiguous_name_is_refused(dinner: Path, command: str) -> None:
    """A name that two people have is refused with both."""
    assert refused(command, "한도윤", record=dinner).count("한도윤, ") == 2
