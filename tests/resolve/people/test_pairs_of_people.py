"""Two appearances of people are one person, or two, as the table has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoedong.resolve.people import PersonProfile, cluster_people, compare_people, may_interact, profile_of
from hoedong.rules.lexicon_file import load_lexicon
from resolve.appearances import appearance

CASES = load_lexicon(Path(__file__).parent / "pairs.tsv", ("left", "right", "verdict", "because"))


def profiles(case: dict[str, str]) -> tuple[PersonProfile, PersonProfile]:
    """The profiles of both appearances of a case."""
    return profile_of(appearance(case["left"], "d1")), profile_of(appearance(case["right"], "d2"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['left']} / {case['right']}")
def test_two_appearances_are_one_person_or_two(case: dict[str, str]) -> None:
    """A pair of the table is gathered as it says."""
    clusters = cluster_people(profiles(case))
    assert len(clusters) == {"one": 1, "two": 2}[case["verdict"]], compare_people(*profiles(case))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['left']} / {case['right']}")
def test_a_comparison_reads_the_same_both_ways_round(case: dict[str, str]) -> None:
    """Which of two profiles is the left one changes neither score nor reasons."""
    left, right = profiles(case)
    assert compare_people(left, right) == compare_people(right, left)
    assert may_interact(left, right) == may_interact(right, left)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['left']} / {case['right']}")
def test_a_score_is_the_sum_of_explained_weights(case: dict[str, str]) -> None:
    """Every feature has a weight and a line of explanation, and the score is what they add up to."""
    comparison = compare_people(*profiles(case))
    assert comparison.score == sum(feature.weight for feature in comparison.features)
    assert all(feature.explanation and "\n" not in feature.explanation for feature in comparison.features)
