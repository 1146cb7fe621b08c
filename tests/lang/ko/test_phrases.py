"""Phrases: what a noun phrase is headed by, in which case it stands, whom it names."""

from __future__ import annotations

import pytest

from hoedong.lang_check.ko.clause_case import structure_of
from hoedong.model.clause import Case, Ending, PhraseKind


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("오세린 회장", PhraseKind.PERSON),
        ("글로벌 기업 경영진", PhraseKind.PARTY),
        ("여야 의원들", PhraseKind.PARTY),
        ("취재진", PhraseKind.PRESS),
        ("기자들", PhraseKind.PRESS),
        ("팬들", PhraseKind.PRESS),
        ("공장", PhraseKind.NOUN),
    ],
)
def test_the_head_tells_the_kind(phrase: str, kind: PhraseKind) -> None:
    """A person, an unnamed side, the press and public, or a plain noun."""
    found = structure_of(f"한도윤 회장은 {phrase}을 봤다.").phrases[1]
    assert found.kind is kind


@pytest.mark.parametrize(
    ("particle", "case"),
    [
        ("는", Case.TOPIC),
        ("가", Case.SUBJECT),
        ("를", Case.OBJECT),
        ("와", Case.WITH),
        ("에게", Case.TO),
        ("의", Case.OF),
        ("와의", Case.WITH_OF),
        ("도", Case.ALSO),
    ],
)
def test_the_particle_tells_the_case(particle: str, case: Case) -> None:
    """Each particle gives its case; 와의 is one of its own."""
    behind = "회동을 마쳤다." if case in (Case.OF, Case.WITH_OF) else "그날 만났다."
    phrases = structure_of(f"오세린 대표{particle} {behind}").phrases
    assert phrases[0].case is case


def test_people_inside_a_phrase_are_not_its_head() -> None:
    """오세린 대표 자택 is a place; its owner stands inside."""
    phrase = structure_of("한도윤 회장은 오세린 대표 자택에서 웃었다.").phrases[1]

    assert (phrase.kind, phrase.head, phrase.people) == (PhraseKind.NOUN, "자택", ())
    assert len(phrase.inner) == 1


@pytest.mark.parametrize(
    ("predicate", "ending", "is_past"),
    [
        ("만났다", Ending.FINAL, True),
        ("만난다", Ending.FINAL, False),
        ("만났다고 밝혔다", Ending.QUOTED, True),
        ("만나 웃었다", Ending.CONNECTIVE, False),
        ("만난 회장이 왔다", Ending.ADNOMINAL, True),
        ("만날 회장이 왔다", Ending.ADNOMINAL, False),
        ("만나기로 했다", Ending.NOMINAL, False),
    ],
)
def test_the_ending_tells_how_it_goes_on(predicate: str, ending: Ending, is_past: bool) -> None:
    """Final, quoted, connective, adnominal or nominal, past or not."""
    first = structure_of(f"오세린 대표를 {predicate}.").predicates[0]
    assert (first.lemma, first.ending, first.is_past) == ("만나", ending, is_past)


def test_a_tail_is_bounded() -> None:
    """However long the sentence, a predicate keeps a dozen morphemes of what follows."""
    structure = structure_of("한도윤 회장은 오세린 대표를 만나 " + "그리고 또 " * 100 + "웃었다.")
    assert all(len(predicate.tail) <= 12 for predicate in structure.predicates)
