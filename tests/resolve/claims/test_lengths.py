"""Lengths of time as Korean counts them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.resolve.claims.lengths import Length, Unit, counted, parse_length

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2030, 12, 31))


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("P4M", Length(Unit.MONTH, 4, 4)),
        ("P13M", Length(Unit.MONTH, 13, 13)),
        ("P9Y", Length(Unit.YEAR, 9, 9)),
        ("P1Y4M", Length(Unit.MONTH, 16, 16)),
        ("P1M10D", Length(Unit.MONTH, 1, 2)),
        ("P1Y10D", Length(Unit.MONTH, 12, 13)),
        ("P260D", Length(Unit.DAY, 260, 260)),
        ("P2W", Length(Unit.WEEK, 2, 2)),
        ("P1W2D", Length(Unit.DAY, 9, 9)),
        ("P", None),
        ("P0D", None),
        ("PT40M", None),
        ("P4", None),
        ("4개월", None),
        ("P٤M", None),
    ],
)
def test_durations(text: str, length: Length | None) -> None:
    """ISO durations of days or more are lengths in their smallest unit; anything else is none."""
    assert parse_length(text) == length


@pytest.mark.parametrize(
    ("unit", "earlier", "later", "count"),
    [
        (Unit.MONTH, "2024-02-28", "2024-06-11", (3, 4)),
        (Unit.MONTH, "2024-02-11", "2024-06-11", (4, 4)),
        (Unit.MONTH, "2024-02-01", "2024-06-30", (4, 5)),
        (Unit.YEAR, "2011-12-01", "2024-06-11", (12, 13)),
        (Unit.YEAR, "2011-06-11", "2024-06-11", (13, 13)),
        (Unit.YEAR, "2011-01-01", "2024-06-11", (13, 14)),
        (Unit.DAY, "2024-06-08", "2024-06-11", (2, 4)),
        (Unit.WEEK, "2024-05-28", "2024-06-11", (1, 3)),
    ],
)
def test_counting(unit: Unit, earlier: str, later: str, count: tuple[int, int]) -> None:
    """Full and begun months and years are both said, and a day more or less."""
    assert counted(unit, dt.date.fromisoformat(earlier), dt.date.fromisoformat(later)) == count


@given(st.sampled_from(Unit), DAYS, DAYS, st.integers(0, 400))
def test_more_time_is_never_less(unit: Unit, one: dt.date, other: dt.date, more: int) -> None:
    """A later end never gives a smaller count, so that bounds of days give bounds of counts."""
    earlier, later = sorted((one, other))
    least, most = counted(unit, earlier, later)
    later_least, later_most = counted(unit, earlier, later + dt.timedelta(more))

    assert 0 <= least <= most
    assert least <= later_least
    assert most <= later_most
