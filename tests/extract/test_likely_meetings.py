"""Meetings that no frame reads: chosen by weighed traits, told as such, and never against what the rules have read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.extract.likely_meetings import ENOUGH, LIKELY, Model, choose, likelihood, load_model
from hoedong.extract.meeting_traits import BASE, JUST_TOLD, NOT_NAMED, Described
from hoedong.extract.words import Trigger, load_encounter_words
from hoedong.model.clause import ClauseStructure
from hoedong.model.span import Span
from hoedong.reader import read_document
from hoedong.rules.trace import KeptTrace
from told import drafts

EMPTY = ClauseStructure(0, 0, Span(0, 1), [], [])
WORD = load_encounter_words("ko").nouns["회동"][0]
MODEL = Model({BASE: 0.0, "told": 3.0, "not told": -3.0}, {BASE: 0.0, "there": 4.0, "elsewhere": -4.0})


def described(traits: tuple[str, ...], people: dict[str, tuple[str, ...]]) -> Described:
    """A word of meeting with these traits."""
    return Described(Trigger(WORD, EMPTY, None, None, Span(0, 1)), traits, people)


def test_those_who_are_likely_enough_are_the_sides() -> None:
    """Of a sentence that likely tells of a meeting everybody who was likely there is a side, and nobody else."""
    word = described(("told",), {"p1": ("there",), "p2": ("elsewhere",), "p3": ("there",)})
    assert choose([word], MODEL)[2] == ("p1", "p3")


def test_a_third_is_there_only_where_the_sentence_or_the_meeting_just_told_of_has_them() -> None:
    """Beside the two likeliest nobody is a side who is only remembered from before."""
    people = {
        "p1": ("there", BASE),
        "p2": ("there", BASE),
        "p3": ("there",),
        "p4": ("there", NOT_NAMED),
        "p5": ("there", NOT_NAMED, JUST_TOLD),
    }
    assert choose([described(("told",), people)], MODEL)[2] == ("p1", "p2", "p3", "p5")


@pytest.mark.parametrize(
    ("traits", "people"),
    [
        (("not told",), {"p1": ("there",), "p2": ("there",)}),
        (("told",), {"p1": ("there",), "p2": ("elsewhere",)}),
        (("told",), {}),
        (("told",), {f"p{number}": ("there",) for number in range(7)}),
    ],
)
def test_nobody_met_where_it_is_not_likely(traits: tuple[str, ...], people: dict[str, tuple[str, ...]]) -> None:
    """A word that hardly tells of a meeting, one side alone, nobody, and a crowd give nothing."""
    assert choose([described(traits, people)], MODEL)[2] == ()


@given(st.lists(st.sampled_from(["told", "not told", "there", "unknown"])))
def test_a_likelihood_is_a_share(traits: list[str]) -> None:
    """However many traits, the likelihood lies between never and always, and unknown ones change nothing."""
    share = likelihood(traits, MODEL.meeting)
    assert 0 <= share <= 1
    assert likelihood([*traits, "unknown"], MODEL.meeting) == share


def test_the_weights_are_there_for_both_choices() -> None:
    """The table that is shipped weighs words and people, the trait that all have included."""
    model = load_model()
    assert BASE in model.meeting
    assert BASE in model.side
    assert 0 < ENOUGH < 1


def test_what_is_likely_is_told_with_its_reasons() -> None:
    """The trace shows the chance and the traits that tell most, whether a meeting was read or not."""
    trace = KeptTrace()
    read_document("한도윤 회장은 오세린 대표가 쓴 책에서 만남의 뜻을 찾았다.", lang="ko", trace=trace)
    steps = [step for step in trace.steps if step.rule == LIKELY]
    assert steps
    assert all(0 <= float(step.detail.partition(":")[0]) <= 1 for step in steps)


def test_where_a_rule_has_read_the_sentence_nothing_is_added() -> None:
    """Who met by a rule met by that rule alone."""
    text = "한도윤 가람전자 회장은 14일 오세린 나래물산 대표를 만나 윤바다 의원의 제안을 논의했다."
    assert LIKELY not in [draft.rule for draft in drafts(text)]
