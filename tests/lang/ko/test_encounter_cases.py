"""The case table of encounters: who met whom in a short text."""

from __future__ import annotations

from importlib.resources import files

import pytest

from hoedong.lang_check.case_table import Case, load_cases
from hoedong.lang_check.ko.encounter import INTRODUCTION
from hoedong.lang_check.ko.encounter_case import run_encounter_case

CASES = load_cases(files("hoedong.lang.ko") / "cases" / "encounters.tsv")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.location)
def test_a_text_tells_of_these_encounters(case: Case) -> None:
    """The encounters of the text are those of the table, and there are no others."""
    if case.cells["todo"]:
        pytest.skip(case.cells["todo"])
    assert run_encounter_case(case.cells) is None


def test_a_wrong_case_is_told() -> None:
    """A line whose encounters do not come out says what came out instead."""
    case = {"text": "한도윤 회장은 14일 오세린 대표를 만났다.", "encounters": "", "note": "", "todo": ""}

    assert "오세린+한도윤||held|in_person|2026-03-14" in (run_encounter_case(case) or "")


def test_a_case_with_a_reason_is_not_run() -> None:
    """What the reader does not know yet is no mistake of the folder."""
    assert run_encounter_case({"text": INTRODUCTION, "encounters": "x||||", "note": "", "todo": "not yet"}) is None


def test_most_cases_are_run() -> None:
    """Four of five cases are read rightly."""
    assert sum(not case.cells["todo"] for case in CASES) > 0.75 * len(CASES)
