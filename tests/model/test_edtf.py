"""The part of EDTF that filters and values are written in."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.model.edtf import parse_edtf
from hoedong.model.time import DateInterval, PartialDate

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2090, 12, 31))
DATES = DAYS.flatmap(
    lambda day: st.sampled_from(
        [PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day)]
    )
)


def bounds(text: str) -> tuple[str | None, str | None]:
    """First and last day as ISO dates."""
    found = parse_edtf(text)
    return found.lo and found.lo.isoformat(), found.hi and found.hi.isoformat()


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        (" 2024-06-11 ", "2024-06-11", "2024-06-11"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2024-22", "2024-06-01", "2024-08-31"),
        ("2024-23", "2024-09-01", "2024-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-1X", "2024-10-01", "2024-12-31"),
        ("2024-06-0X", "2024-06-01", "2024-06-09"),
        ("2024-06-1X", "2024-06-10", "2024-06-19"),
        ("2024-06-2X", "2024-06-20", "2024-06-29"),
        ("2023-02-2X", "2023-02-20", "2023-02-28"),
        ("2024-XX-31", "2024-01-31", "2024-12-31"),
        ("202X-02-29", "2020-02-29", "2028-02-29"),
        ("2024-06-11?", "2024-06-11", "2024-06-11"),
        ("2024-06-10~", "2024-06-07", "2024-06-13"),
        ("2024-06-01%", "2024-05-29", "2024-06-04"),
        ("2024-06~", "2024-05-01", "2024-07-31"),
        ("2024-01~", "2023-12-01", "2024-02-29"),
        ("2024~", "2023-01-01", "2025-12-31"),
        ("2024-21~", "2024-02-01", "2024-06-30"),
        ("2024-06-11/2024-06-13", "2024-06-11", "2024-06-13"),
        ("2024-06/2024-08-03", "2024-06-01", "2024-08-03"),
        ("2024-06-10~/2024-07", "2024-06-07", "2024-07-31"),
        ("../2024", None, "2024-12-31"),
        ("2024/..", "2024-01-01", None),
        ("[2024-06-11..2024-06-13]", "2024-06-11", "2024-06-13"),
        ("[2024-01..2024-02]", "2024-01-01", "2024-02-29"),
        ("[..2024]", None, "2024-12-31"),
        ("[2024..]", "2024-01-01", None),
    ],
)
def test_days_of_a_text(text: str, lo: str | None, hi: str | None) -> None:
    """Each form means the days from its first to its last, and none further."""
    assert bounds(text) == (lo, hi)


@pytest.mark.parametrize(
    "text",
    ["", "..", "../..", "/2024", "2024/", "[..]", "[2024]", "[2024", "24", "2024-6", "2024-06-11T10:00", "XXXX",
     "2X24", "20X4", "2024/2025/2026", "last June", "２０２４", "2024-XX~~", "{2024..2025}", "2024-20", "2024 - 06"],
)  # fmt: skip
def test_what_is_no_date_says_what_is_allowed(text: str) -> None:
    """Any other text is refused with the list of forms, or, where only the day is wrong, with the day."""
    with pytest.raises(ValueError, match=r"allowed are YYYY, YYYY-MM|no calendar has"):
        parse_edtf(text)


@pytest.mark.parametrize("text", ["2024-13", "2024-02-30", "2023-02-29", "2024-02-3X", "0000", "2024-00"])
def test_days_that_no_calendar_has(text: str) -> None:
    """A date that does not exist is refused by name."""
    with pytest.raises(ValueError, match=f"no calendar has the date '{text}'"):
        parse_edtf(text)


def test_a_period_that_ends_before_it_begins() -> None:
    """A period turned round is refused."""
    with pytest.raises(ValueError, match="ends before it begins"):
        parse_edtf("2024-06-13/2024-06-11")


@given(st.text(alphabet="0129X-/.~?%[] ", max_size=24))
def test_any_text_is_a_range_or_a_value_error(text: str) -> None:
    """No text raises anything but ValueError, and a range never runs backwards."""
    try:
        found = parse_edtf(text)
    except ValueError:
        return
    assert found.lo is None or found.hi is None or found.lo <= found.hi


@given(DATES)
def test_a_date_of_the_model_keeps_its_days(date: PartialDate) -> None:
    """What the model prints is read with the same first and last day."""
    found = parse_edtf(str(date))

    assert (found.lo, found.hi) == (date.first_day(), date.last_day())


@given(DATES, DATES)
def test_a_period_of_the_model_keeps_its_days(one: PartialDate, other: PartialDate) -> None:
    """DateInterval.edtf is read back with the same days."""
    interval = DateInterval(*sorted((one, other), key=lambda date: (date.first_day(), date.last_day())))
    found = parse_edtf(interval.edtf)

    assert (found.lo, found.hi) == (interval.first_day(), interval.last_day())


@given(DAYS, DAYS, DATES)
def test_touching_and_holding(one: dt.date, other: dt.date, date: PartialDate) -> None:
    """A range that holds a date touches it; one that does not touch it shares no day with it."""
    first, last = sorted((one, other))
    found, interval = parse_edtf(f"{first}/{last}"), DateInterval.on(date)
    shared = first <= date.last_day() and date.first_day() <= last

    assert found.touches(interval) == shared
    assert found.holds(interval) == (first <= date.first_day() and date.last_day() <= last)


def test_open_ranges_hold_all_on_their_side() -> None:
    """An open side excludes nothing."""
    june = DateInterval.on(PartialDate(2024, 6))

    assert parse_edtf("2024/..").holds(june)
    assert not parse_edtf("../2024-06-15").holds(june)
    assert parse_edtf("../2024-06-15").touches(june)


def oracle(text: str) -> tuple[dt.date, dt.date]:
    """First and last day by the `edtf` package."""
    edtf = pytest.importorskip("edtf", reason="the package edtf is the oracle")
    parsed: Any = edtf.parse_edtf(text)
    return dt.date(*parsed.lower_strict()[:3]), dt.date(*parsed.upper_strict()[:3])


@pytest.mark.parametrize(
    "text",
    ["2024", "2024-02", "2024-06-11", "2024-21", "2024-22", "2024-23", "202X", "20XX", "2024-XX", "2024-02-XX",
     "2024-06?", "2024-06-11?", "2024-06-11/2024-06-13", "2024/2025-03", "[2024..2026]"],
)  # fmt: skip
def test_the_package_edtf_agrees(text: str) -> None:
    """Wherever the package reads a form and the standard says what it means, our days are its days.

    Left out: what it cannot read (2024-06-1X, [2024-01..2024-02]), open periods, for which it has no day, and the
    widths of "about" and of winter, which the standard leaves open.
    """
    found = parse_edtf(text)

    assert (found.lo, found.hi) == oracle(text)


@given(DATES)
def test_the_package_edtf_agrees_on_plain_dates(date: PartialDate) -> None:
    """Plain dates of any precision have the package's days."""
    found = parse_edtf(str(date))

    assert (found.lo, found.hi) == oracle(str(date))
