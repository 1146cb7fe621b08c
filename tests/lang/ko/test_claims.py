"""Claims: rule examples, whose claim it is, and properties on any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.lang.ko.claim_words import count_of
from hoedong.lang.ko.claims import claim_rules, find_claims
from hoedong.lang.ko.times import find_time_expressions
from hoedong.model.claim import Claim
from marked_text import read_marked

MATCHES = [(rule, example) for rule in claim_rules() for example in rule.match]
REJECTS = [(rule, example) for rule in claim_rules() for example in rule.reject]
PIECES = st.sampled_from(
    [
        "{가}",
        "{나}",
        "와 ",
        "는 ",
        "세 ",
        "번째 ",
        "만남이다. ",
        "4개월 만",
        "에 ",
        "만났다. ",
        "처음 ",
        "첫 ",
        "회동",
        "번 ",
        "두 사람이 만난 것은 ",
        "\n",
        "😀",
        "\ud800",
        "2011년 ",
        " ",
    ]
)


def claimed(text: str, people: dict[int, tuple[str, ...]] | None = None) -> tuple[Claim, ...]:
    """The claims of a marked example."""
    marked = read_marked(text)
    times = find_time_expressions(marked.document.text, marked.spans, None)
    return find_claims(marked.document, marked.sentences, marked.mentions, times, people or {})


@pytest.mark.parametrize(("rule", "example"), MATCHES, ids=lambda value: getattr(value, "id", ""))
def test_each_rule_reads_its_examples(rule, example):
    """Every match sentence gives one claim of the kind, by that rule, with the value written beside it."""
    claims = [claim for claim in claimed(example["text"]) if claim.evidence[0].rule == rule.id]
    assert [claim.kind.value for claim in claims] == [rule.fields["kind"]]
    assert example.get("value", claims[0].value) == claims[0].value


@pytest.mark.parametrize(("rule", "example"), REJECTS, ids=lambda value: getattr(value, "id", ""))
def test_no_rule_reads_a_reject_sentence(rule, example):
    """A reject sentence gives no claim of that kind by any rule."""
    assert [c for c in claimed(example["text"]) if c.kind.value == rule.fields["kind"]] == []


def test_a_claim_is_about_those_who_met():
    """The encounter of the sentence says whom the claim is about, whoever else is named."""
    text = "{한가람} 회장과 {노을빛} 장관은 {서한들} 의원 소개로 처음 만났다."
    (claim,) = claimed(text, {0: ("한가람", "노을빛")})
    assert claim.people == ("한가람", "노을빛")


def test_the_two_of_the_sentence_before_are_the_antecedent():
    """두 사람 without names means the two of the sentence before."""
    (claim,) = claimed("{한가람} 회장이 {노을빛} 장관을 만났다. 두 사람이 만난 것은 이번이 세 번째다.")
    assert (claim.kind.value, claim.value, claim.people) == ("count", 3, ("한가람", "노을빛"))


def test_a_claim_without_two_people_is_dropped():
    """A count that belongs to nobody named is no claim."""
    assert claimed("두 나라 선수단이 만난 것은 이번이 21번째다.") == ()


def test_a_first_meeting_with_its_year_reads_since():
    """The value of a first meeting is the time that the sentence gives."""
    (claim,) = claimed("{한가람} 회장은 {노을빛} 장관을 2011년 처음 만났다.")
    assert claim.value == "since 2011"


def test_the_same_claim_twice_counts_once():
    """Headline and body that claim the same give one claim."""
    text = "{한가람} 회장과 {노을빛} 장관, 9년 만의 재회\n{한가람} 회장과 {노을빛} 장관은 9년 만에 재회했다."
    assert len(claimed(text)) == 1


@pytest.mark.parametrize(
    ("word", "value"), [("8", 8), ("두", 2), ("열", 10), ("열두", 12), ("스물세", 23), ("많", None)]
)
def test_numbers_are_read_in_figures_and_native_words(word, value):
    """Counts come as 8 or as 여덟."""
    assert count_of(word) == value


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_gives_claims_of_two_people(text):
    """No text raises; a claim names people and quotes its sentence."""
    for claim in claimed(text):
        assert len(claim.people) > 1
        assert claim.evidence
