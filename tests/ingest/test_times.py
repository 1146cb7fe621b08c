"""Times as files write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.ingest.times import in_seoul, iso_time


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Thu, 13 Jun 2024 07:30:00 +0900", "2024-06-13T07:30:00+09:00"),
        ("Thu, 13 Jun 2024 07:30:00 KST", "2024-06-13T07:30:00+09:00"),
        ("Wed, 12 Jun 2024 22:30:00 GMT", "2024-06-12T22:30:00+00:00"),
        ("2024-06-12T22:30:00Z", "2024-06-12T22:30:00+00:00"),
        ("20240613T073000+0900", "2024-06-13T07:30:00+09:00"),
        ("2024-06-13 07:30", "2024-06-13T07:30:00"),
        ("2024.06.13. 오후 7:30", "2024-06-13T19:30:00"),
        ("2024년 6월 13일(목) 오전 12시 05분", "2024-06-13T00:05:00"),
        ("20240613", "2024-06-13"),
        ("202406130730", "2024-06-13T07:30:00"),
        ("2024/6/3", "2024-06-03"),
        ("2024-02-30", None),
        ("2024-06", None),
        ("어제", None),
        ("1718231400", None),
        ("", None),
        (None, None),
    ],
)
def test_a_written_time_is_iso_8601_in_its_own_zone(written: str | None, expected: str | None) -> None:
    """A time keeps its zone and its precision; what names no day gives none."""
    assert iso_time(written) == expected


def test_a_moment_in_utc_is_told_in_seoul() -> None:
    """Half past ten at night in UTC is the next morning in Seoul; any other zone is the outlet's own and stays."""
    assert in_seoul("2024-06-12T22:30:00+00:00") == "2024-06-13T07:30:00+09:00"
    assert in_seoul("2024-06-12T22:30:00-04:00") == "2024-06-12T22:30:00-04:00"
    assert (in_seoul("2024-06-12"), in_seoul(None)) == ("2024-06-12", None)


@given(st.datetimes(timezones=st.just(dt.UTC)))
def test_seoul_is_the_same_moment(moment: dt.datetime) -> None:
    """Telling a time in another zone does not move it."""
    told = in_seoul(moment.isoformat())
    assert told is not None
    assert dt.datetime.fromisoformat(told) == moment


@given(st.text() | st.from_regex(r"\d{4}[-./년 ]\d{1,8}.{0,20}"))
def test_any_words_give_a_time_or_none(written: str) -> None:
    """Whatever stands in a cell, no error is raised, and what comes out is ISO 8601."""
    time = iso_time(written)
    assert time is None or dt.datetime.fromisoformat(time).year > 0
