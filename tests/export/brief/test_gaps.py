"""What a brief says the record does not have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brief_material import VERDICTS, material
from hoedong.export.brief import Material, brief_of
from hoedong.model.account import VerdictKind
from recorded import encounter


def gaps(values: Material) -> list[str]:
    """Labels and words of the lines on gaps."""
    brief = brief_of(values, "en")
    lines = [line for one in brief.sections if one.key == "gaps" for line in one.lines]
    return [f"{line.label}: {line.words}" if line.label else line.words for line in lines]


def test_gaps() -> None:
    """Long silences, claims of more meetings than are on record, and encounters without a date."""
    assert gaps(material()) == [
        "no encounter on record from 2014 to 2025-03 (10 years 2 months)",
        "2025-09-14 Sun: a report says 7 meetings; 4 are on record",
        "encounter without a date: held",
    ]


@pytest.mark.parametrize(
    ("dates", "lines"),
    [
        (["2024-09-20"], []),
        (["2024-09-19"], ["no encounter on record since 2024-09-19 Thu (1 year)"]),
        (["2023-08-19", "2025-09-01"], ["no encounter on record from 2023-08-19 Sat to 2025-09-01 Mon (2 years)"]),
        (["2022", "2025-09-01", "2024"], ["no encounter on record from 2022 to 2024 (1 year)"]),
        (["2023-01", "2023-01-10/2025-08-01", "2025-09-01"], []),
    ],
)
def test_silences_are_longer_than_a_year_for_sure(dates: list[str], lines: list[str]) -> None:
    """Between the last possible day of the one and the first possible of the next lies more than a year."""
    assert gaps(replace(material(), verdicts=(), encounters=[encounter(when) for when in dates])) == lines


def test_only_a_count_that_the_record_does_not_reach_is_a_gap() -> None:
    """A contradicted count, or one that is borne out, misses nothing."""
    for kind in (VerdictKind.SUPPORTED, VerdictKind.CONTRADICTED, VerdictKind.UNVERIFIABLE):
        lines = gaps(replace(material(), verdicts=[replace(VERDICTS[0], kind=kind)]))
        assert not any("a report says" in line for line in lines)
