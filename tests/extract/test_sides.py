"""Sides: who stands where a frame looks."""

from __future__ import annotations

import pytest

from hoedong.extract.sides import collect, modifiers_of, owners_of, subjects_of
from hoedong.lang_check.ko.clause_case import structure_of
from hoedong.model.clause import Case, Phrase
from told import triggers_of


def surfaces(text: str, phrases: list[Phrase]) -> list[str]:
    """Phrases as written."""
    return [text[slice(*phrase.span)] for phrase in phrases]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("한도윤 회장과 오세린 대표의 회동이 열렸다.", ["한도윤 회장", "오세린 대표"]),
        ("한도윤 회장과의 회동이 열렸다.", ["한도윤 회장"]),
        ("어제 회동이 열렸다.", []),
    ],
)
def test_what_qualifies_an_encounter_noun(text: str, expected: list[str]) -> None:
    """The people of 의 and 와의 before the noun, lists included."""
    (trigger,) = triggers_of(text)
    assert trigger.noun is not None
    assert surfaces(text, modifiers_of(trigger.noun, trigger.structure)) == expected


def test_the_nearest_list_acts() -> None:
    """All members of the list that stands as subject are subjects."""
    text = "한도윤 회장과 오세린 대표가 서울에서 만났다."
    (predicate,) = structure_of(text).predicates
    assert surfaces(text, subjects_of(predicate, [Case.SUBJECT])) == ["한도윤 회장", "오세린 대표"]


def test_the_noun_described_acts() -> None:
    """In 오세린 대표를 만난 한도윤 회장 the one described met."""
    text = "오세린 대표를 만난 한도윤 회장은 웃었다."
    predicate, _ = structure_of(text).predicates
    assert surfaces(text, subjects_of(predicate, [Case.SUBJECT])) == ["한도윤 회장"]


def test_the_press_is_remembered() -> None:
    """A side knows that the press stood there, and is empty all the same."""
    side = collect(structure_of("한도윤 회장은 취재진을 만났다.").phrases[1:])
    assert side.is_press
    assert not side


@pytest.mark.parametrize("place", ["대표 자택에서", "대표의 자택에서"])
def test_a_home_has_an_owner(place: str) -> None:
    """Whose home it is stands before it, with or without 의."""
    (trigger,) = triggers_of(f"한도윤 회장은 오세린 {place} 만났다.")
    assert len(owners_of(trigger, frozenset({"자택"}), frozenset())) == 1
    assert owners_of(trigger, frozenset({"사저"}), frozenset()) == []
