"""Clauses: the table of cases, and what holds of any sentence."""

from __future__ import annotations

from importlib.resources import files

import pytest

from hoedong.lang_check.case_table import Case, load_cases
from hoedong.lang_check.ko.clause_case import run_clause_case, structure_of

CASES = load_cases(files("hoedong.lang.ko") / "cases" / "clauses.tsv")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.cells["note"])
def test_a_sentence_has_these_clauses(case: Case) -> None:
    """Each predicate governs the phrases of the table."""
    if case.cells["todo"]:
        pytest.skip(case.cells["todo"])
    assert run_clause_case(case.cells) is None


def test_a_postposition_is_marked() -> None:
    """위해 makes an adverbial of its noun and is no clause of its own."""
    purpose, visit = structure_of("한도윤 회장은 회담을 위해 오세린 대표를 찾았다.").predicates

    assert (purpose.is_postposition, visit.is_postposition) == (True, False)


def test_phrases_and_predicates_are_numbered_in_one_sequence() -> None:
    """`order` counts phrases and predicates together, from the left."""
    structure = structure_of("한국을 찾은 오세린 대표를 한도윤 회장이 만났다.")
    items = sorted([*structure.phrases, *structure.predicates], key=lambda item: item.span)

    assert [item.order for item in items] == list(range(len(items)))


def test_a_headline_leaves_phrases_without_a_verb() -> None:
    """What no predicate governs remains, for the verb that the headline leaves out."""
    structure = structure_of("새 사업 속도\n\n한도윤 회장과 오세린 대표의 회동.")

    assert [phrase.head for phrase in structure.remaining][-1] == "회동"
