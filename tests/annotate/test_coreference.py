"""Coreference: 두 사람, 양측, 그는, and sentences that name nobody."""

from __future__ import annotations

import pytest

from hoedong.annotate.memory import Memory, main_subject
from hoedong.lang_check.ko.clause_case import structure_of
from told import analysed, heard

MEETING = "한도윤 회장은 14일 오세린 대표를 만났다."


@pytest.mark.parametrize("words", ["두 사람은", "양측은", "둘은", "이들은"])
def test_a_plural_nominal_means_the_two_who_met(words: str) -> None:
    """Each of the two gets a mention with the same span."""
    found = heard(f"{MEETING} {words} 웃었다.").nominals

    assert len({mention.person for mention in found}) == 2
    assert len({mention.span for mention in found}) == 1


def test_a_nominal_without_antecedent_is_left_out() -> None:
    """Nobody was named: nobody is meant."""
    assert heard("두 사람은 웃었다. 그는 떠났다.").nominals == []


def test_a_number_must_fit() -> None:
    """세 사람 does not mean two."""
    assert heard(f"{MEETING} 세 사람은 웃었다.").nominals == []


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [("그는 웃었다.", "한도윤"), ("오세린 대표가 방한하자 남궁솔 부회장이 그를 만났다.", "한도윤")],
)
def test_a_pronoun_means_the_one_of_the_text(sentence: str, meant: str) -> None:
    """그는 is the person whom the text was about."""
    text = f"한도윤 회장은 13일 도착했다. {sentence}"
    names = {person.id: person.name for person in analysed(text).people}
    found = [names[mention.person] for mention in heard(text).nominals if mention.person]
    assert found == [meant] or "그를" in sentence


def test_the_determiner_is_no_pronoun() -> None:
    """그 회담, 그 자리: 그 before a noun stands for nobody."""
    assert heard(f"{MEETING} 그 회담은 길었다. 그 자리는 좁았다.").nominals == []


def test_the_topic_is_whom_a_sentence_is_about() -> None:
    """A topic goes before a subject; a subject inside an adnominal clause does not count."""
    analysis = analysed("오세린 대표가 만든 차를 한도윤 회장은 샀다.")
    names = {person.id: person.name for person in analysis.people}
    subject = main_subject(structure_of("오세린 대표가 만든 차를 한도윤 회장은 샀다."))
    assert [names[person] for person in subject.people] == ["한도윤"]


def test_memory_keeps_those_who_met() -> None:
    """A group of three can be asked for as a whole, or not at all."""
    memory = Memory(group=("a", "b"), has_met=True)

    assert memory.group_of(2) == ("a", "b")
    assert memory.group_of(None) == ("a", "b")
    assert memory.group_of(3) == ()
