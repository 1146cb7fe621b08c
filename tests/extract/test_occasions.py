"""Occasions: nouns that say where people were together."""

from __future__ import annotations

import pytest

from hoedong.extract.occasions import group_occasion, occasion_of, occasions
from hoedong.lang_check.ko.clause_case import structure_of


@pytest.mark.parametrize(
    ("noun", "kind"), [("간담회", "group"), ("취임식", "event"), ("협약식", "signing"), ("면담", "pair")]
)
def test_every_occasion_has_its_kind(noun: str, kind: str) -> None:
    """The lexicon names the kinds; an encounter noun is that of a pair."""
    assert occasions("ko")[noun] == kind


@pytest.mark.parametrize(("noun", "group"), [("경제자문회의", "회의"), ("신년인사회", "인사회"), ("영결식", "")])
def test_a_compound_is_of_the_kind_of_its_last_noun(noun: str, group: str) -> None:
    """경제자문회의 is a 회의; a funeral is no gathering."""
    assert group_occasion(noun, "ko") == group


def test_a_sentence_names_its_occasion_as_where_or_to_what() -> None:
    """회동에는 names one, 회동을 does not."""
    assert occasion_of(structure_of("회동에는 강미래 사장이 나왔다."), "ko") == "회동"
    assert occasion_of(structure_of("한도윤 회장이 회동을 미뤘다."), "ko") is None
