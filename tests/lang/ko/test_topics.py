"""Topics: rule examples, the case table, and properties on any text."""

from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.lang.ko.topics import find_topics
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.rule_file import load_rules
from hoedong.rules.trace import KeptTrace
from timing import seconds

KO = files("hoedong.lang.ko")
RULES = load_rules(KO / "rules" / "topic.toml")
CASES = load_lexicon(KO / "cases" / "topics.tsv", ("sentence", "topics", "note"))
PIECES = st.sampled_from(
    [
        "협력 ",
        "방안을 ",
        "논의했다. ",
        "과 ",
        "와 ",
        ", ",
        "놓고 ",
        "짓는 ",
        "“",
        "”며 ",
        "(",
        ")",
        "\n",
        "얘기를 ",
        "\ud800",
    ]
)


def surfaces(text):
    """Topics of a sentence as written."""
    return [text[slice(*topic)] for topic in find_topics(text, Span(0, len(text)))]


def fired(text):
    """Rules that fired on a sentence."""
    trace = KeptTrace()
    find_topics(text, Span(0, len(text)), trace)
    return {step.rule for step in trace.steps}


@pytest.mark.parametrize(("rule", "example"), [(rule, match) for rule in RULES for match in rule.match])
def test_rule_reads_the_topics_of_its_match_sentences(rule, example):
    """Each rule reads exactly the phrases that its match sentences name."""
    assert surfaces(example["text"]) == example["topics"]
    assert rule.id in fired(example["text"])


@pytest.mark.parametrize(("rule", "example"), [(rule, reject) for rule in RULES for reject in rule.reject])
def test_rule_is_silent_on_its_reject_sentences(rule, example):
    """No rule fires where its reject sentence says it must not."""
    assert rule.id not in fired(example["text"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["note"])
def test_topics_of_a_sentence(case):
    """The case table reads as written."""
    assert " | ".join(surfaces(case["sentence"])) == case["topics"]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_any_text_gives_ordered_spans_inside_it(text):
    """Topics lie in the text, do not overlap, and nothing raises."""
    topics = find_topics(text, Span(0, len(text)))
    assert all(0 <= topic.start < topic.end <= len(text) for topic in topics)
    assert all(left.end <= right.start for left, right in pairwise(topics))


@pytest.mark.parametrize(
    "piece", ["방안을 논의했다 ", "협력과 ", "가", "방안을 ", "세제 개편, 현안을 두고 ", "얘기를 "]
)
def test_time_grows_in_step_with_length(piece):
    """Eight times the text takes no more than some thirty times as long, even as one sentence."""

    def spent(length):
        text = piece * (length // len(piece))
        return seconds(lambda: find_topics(text, Span(0, len(text))))

    assert spent(80_000) < 30 * spent(10_000) + 0.05
