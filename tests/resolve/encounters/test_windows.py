"""On which days the encounter of a report can have been."""

from __future__ import annotations

import datetime as dt

import pytest

from hoedong.model.account import ResolvedReport
from hoedong.resolve.encounters import encounter_blocks
from hoedong.resolve.encounters.windows import Precision, window_of
from told_reports import told

CASES = [
    (told("d", "A B", "2024-06-11"), "2024-06-11", "2024-06-11", Precision.DAY),
    (told("d", "A B", "2024-06-11/2024-06-13"), "2024-06-11", "2024-06-13", Precision.DAYS),
    (told("d", "A B", "2024-06", published="2024-09-01"), "2024-06-01", "2024-06-30", Precision.MONTH),
    (told("d", "A B", "2024-06", published="2024-06-10"), "2024-06-01", "2024-06-11", Precision.MONTH),
    (
        told("d", "A B", "2024-06", status="planned", published="2024-06-10"),
        "2024-06-10",
        "2024-06-30",
        Precision.MONTH,
    ),
    (told("d", "A B", "2024", published="2025-01-01"), "2024-01-01", "2024-12-31", Precision.YEAR),
    (told("d", "A B", None, status="planned", published="2024-06-10"), "2024-06-09", "2024-10-08", Precision.UNSTATED),
    (told("d", "A B", None, published="2024-06-10"), "2023-06-11", "2024-06-11", Precision.UNSTATED),
]


@pytest.mark.parametrize(("report", "first", "last", "precision"), CASES)
def test_window(report: ResolvedReport, first: str, last: str, precision: Precision) -> None:
    """What was held was held by the day of publication; what is planned is still ahead."""
    window = window_of(report)

    assert dt.date.fromordinal(window.first).isoformat() == first
    assert dt.date.fromordinal(window.last).isoformat() == last
    assert window.precision is precision


def months(report: ResolvedReport) -> list[str]:
    """The months in which a pair of a report is looked for."""
    return [block.partition("|")[2] for block in encounter_blocks(report) if block.startswith("A+B|")]


def test_a_day_at_the_edge_of_a_month_is_looked_for_in_both() -> None:
    """1 June here may be 31 May there; a year has its twelve months."""
    assert months(told("d", "A B", "2024-06-01")) == ["2024-05", "2024-06"]
    assert months(told("d", "A B", "2024-06-11")) == ["2024-06"]
    assert len(months(told("d", "A B", "2023"))) == 12


def test_one_named_person_is_looked_for_alone() -> None:
    """Where the other side has no name, the person and the month are the block."""
    assert "A|2024-06" in encounter_blocks(told("d", "A", "2024-06-11", parties=("실무진",)))


def test_a_page_without_dates_is_looked_for_by_three_people() -> None:
    """Neither date nor publication: by its company; the same three with a date share that block."""
    bare = encounter_blocks(told("d1", "A B", None, with_="C", published=None))

    assert "A+B+C" in bare
    assert "A+B+C" in encounter_blocks(told("d2", "A B C", "2024-06-11"))
    assert not any("|2" in block for block in bare)
