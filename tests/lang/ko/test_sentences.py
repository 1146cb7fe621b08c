"""Korean sentence boundaries."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.lang.ko.sentences import split_sentences
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon
from timing import seconds

CASES = [row["cut"] for row in load_lexicon(files("hoedong.lang.ko") / "cases" / "sentences.tsv", ("cut", "note"))]
_ALPHABET = st.sampled_from([*"다요가 .?!…\"'“”()[]1Aa\n「」", "만났다. ", "고 했다", "U.S. ", "2024. 6. 11. "])


@pytest.mark.parametrize("cut", CASES)
def test_sentences_end_where_the_table_says(cut: str) -> None:
    """Each row of the table is cut at its marks and nowhere else."""
    text = cut.replace(" ‖ ", " ").replace("‖", "")
    expected = [sentence.strip() for sentence in cut.split("‖")]
    assert [text[slice(*span)] for span in split_sentences(text, Span(0, len(text)))] == expected


@given(st.lists(_ALPHABET).map("".join), st.integers(0, 8), st.integers(0, 8))
def test_sentences_cover_the_block_in_order(text: str, left: int, right: int) -> None:
    """Sentences are ordered, do not overlap, stay in the block and leave out nothing but white space."""
    block = Span(min(left, len(text)), max(min(left, len(text)), len(text) - right))
    spans = split_sentences(text, block)
    assert all(span in block for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    kept = "".join("".join(text[slice(*span)].split()) for span in spans)
    assert kept == "".join(text[slice(*block)].split())


@pytest.mark.parametrize("piece", ["만났다. ", '"', "(", '("', "...", "“ ”", "1. ", "' ", "가"])
def test_time_grows_with_length_alone(piece: str) -> None:
    """A block of any marks is cut in linear time: eight times the text takes far less than sixty-four times as long."""
    small, large = piece * 5_000, piece * 40_000
    split_sentences(small, Span(0, len(small)))
    assert _seconds(large) < 20 * max(_seconds(small), 0.002)


def _seconds(text: str) -> float:
    return seconds(lambda: split_sentences(text, Span(0, len(text))))
