"""The scorer and the gate: a faultless reading scores 100, each kind of mistake costs what it should."""

from __future__ import annotations

import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from gold_reading import gold_documents, reading_of
from hoedong.export.reading_json import reading_to_json

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "bench"))

import accuracy
from scorer import FIGURES, Score, Tally, contradict, fold, matched, period, same_words, score_corpus

GOLD = [*gold_documents("sample.jsonl"), *gold_documents("own.jsonl")]
READ = {gold["id"]: reading_to_json(reading_of(gold)) for gold in GOLD}


def scored(change: Callable[[dict[str, Any]], object]) -> Score:
    """The score of the sample after a change of its faultless reading."""
    readings = deepcopy(READ)
    change(readings["garam-trip"])
    return score_corpus(GOLD[:1], readings)


@pytest.mark.parametrize("figure", FIGURES)
def test_a_faultless_reading_scores_100(figure: str) -> None:
    """Gold against itself has nothing false and nothing missed."""
    tally = score_corpus(GOLD, READ).tallies[figure]

    assert (tally.precision, tally.recall, tally.f1) == (1.0, 1.0, 1.0)


def test_no_reading_scores_0() -> None:
    """A document that was not read counts as found empty."""
    score = score_corpus(GOLD, {})

    assert score.tallies["dyads"].f1 == 0.0
    assert score.tallies["people"].missed == sum(len(gold["people"]) for gold in GOLD)


def test_a_missed_encounter_costs_its_pairs() -> None:
    """Without the meeting with 레베카 스톤 five pairs are missed: hers with four people, and 한도윤 with 배현우."""
    score = scored(lambda reading: reading["encounters"].pop(3))

    assert score.tallies["encounters"].missed == 1
    assert score.tallies["dyads"].missed == 5
    assert ("garam-trip", "missed dyad", "레베카 스톤 — 한도윤") in score.errors


def test_a_planned_meeting_read_as_held_is_a_false_pair() -> None:
    """Status decides whether people have met."""
    score = scored(lambda reading: reading["encounters"][6].update(status="held"))

    assert score.tallies["dyads"].false == 1
    assert score.tallies["status"].false == 1


def test_a_date_must_have_the_precision_of_the_gold() -> None:
    """A month where the gold has a day is not the date, though the encounter is found."""
    score = scored(lambda reading: reading["encounters"][3]["when"].update(start="2025-09", end="2025-09"))

    assert (score.tallies["encounters"].missed, score.tallies["date"].missed) == (0, 1)


def test_a_contradicting_date_is_another_encounter() -> None:
    """An encounter of another day does not match."""
    score = scored(lambda reading: reading["encounters"][3]["when"].update(start="2024-01-01", end="2024-01-01"))

    assert (score.tallies["encounters"].missed, score.tallies["encounters"].false) == (1, 1)


def test_one_person_split_in_two_is_a_false_person() -> None:
    """The second person of the same name counts against precision."""
    score = scored(lambda reading: reading["people"].append({**reading["people"][0], "id": "p99"}))

    assert (score.tallies["people"].false, score.tallies["people"].missed) == (1, 0)


@pytest.mark.parametrize(
    ("dated", "days"),
    [
        ({"start": "2024", "end": None}, ("2024-01-01", "2024-12-31")),
        ({"start": None, "end": "2024-06"}, ("2024-06-01", "2024-06-31")),
        ({"start": "2024-06-11", "end": "2024-06-13"}, ("2024-06-11", "2024-06-13")),
        ({"start": None, "end": None}, None),
    ],
)
def test_period_of_mixed_precision(dated: dict[str, str | None], days: tuple[str, str] | None) -> None:
    """A year or month covers all of its days; an undated thing covers none and contradicts nothing."""
    assert period(dated) == days
    assert not contradict(dated, {"start": None, "end": None})


def test_words_are_compared_without_spaces_and_marks() -> None:
    """Spacing, punctuation and width do not matter; four fifths of the bigrams are enough."""
    assert fold("Ｔ가람 전자!") == "t가람전자"
    assert same_words("이제, 시작입니다", "이제 시작 입니다.")
    assert not same_words("이제 시작입니다", "끝났습니다")


def test_matching_takes_the_best_pair_first() -> None:
    """Each side is used once, the most alike first, ties in order."""
    assert matched([1, 2], [20, 10, 11], lambda one, other: float(other // 10 == one)) == [(1, 10), (2, 20)]


def test_floors_only_rise() -> None:
    """An update keeps a higher floor of the same corpus unless regression is allowed."""
    corpus, score = accuracy.CORPORA[0], Score()
    score.tallies["people"] = Tally(hits=9, false=0, missed=1)
    old = {"digest": corpus.digest(), "floors": {"people": 99.0}}

    kept = accuracy.raised(corpus, score, old, allow_regression=False)
    lowered = accuracy.raised(corpus, score, old, allow_regression=True)
    assert kept["floors"]["people"] == 99.0
    assert lowered["floors"]["people"] == round(100 * score.tallies["people"].f1, 1)


def test_below_a_floor_is_told() -> None:
    """A figure below its floor, or a corpus that has changed, fails the gate."""
    corpus, score = accuracy.CORPORA[0], Score()
    entry = {"digest": corpus.digest(), "floors": {"people": 99.0}}
    score.tallies["people"] = Tally(hits=1, false=1, missed=1)

    assert accuracy.shortfalls(corpus, score, entry) == ["sample: people 50.0 is below its floor 99.0"]
    assert "has changed" in accuracy.shortfalls(corpus, score, {**entry, "digest": "0"})[0]
