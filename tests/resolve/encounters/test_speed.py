"""Merging stays quick enough to be done on every document that is added."""

from __future__ import annotations

from hoedong.resolve.encounters import encounter_blocks, merge_reports
from timing import seconds
from told_reports import told


def test_a_closed_set_of_thirty_reports_merges_in_twenty_milliseconds() -> None:
    """Five times the limit is allowed here, for slow machines."""
    reports = [
        told(f"d{n}", "A B C", "2024-06-11", place=f"노을타워 {n}층", city="서울", topics=("예산",)) for n in range(30)
    ]
    merge_reports(reports)

    assert seconds(lambda: merge_reports(reports)) < 5 * 0.020


def test_blocks_are_made_in_a_tenth_of_a_millisecond() -> None:
    """Five times the limit is allowed here, for slow machines."""
    report = told("d", " ".join(f"p{n}" for n in range(20)), "2024")

    assert seconds(lambda: [encounter_blocks(report) for _ in range(100)]) / 100 < 5 * 0.0001
