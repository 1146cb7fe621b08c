"""Runs cases/sentences.tsv: where sentences end."""

from __future__ import annotations

from collections.abc import Mapping

from hoedong.lang.ko.sentences import split_sentences
from hoedong.lang_check.runner import difference
from hoedong.model.span import Span

_BOUNDARY = "‖"


def run_sentence_case(case: Mapping[str, str]) -> str | None:
    """The text of `cut` is cut at its marks and nowhere else."""
    text = case["cut"].replace(f" {_BOUNDARY} ", " ").replace(_BOUNDARY, "")
    expected = [sentence.strip() for sentence in case["cut"].split(_BOUNDARY)]
    return difference("cut", expected, [text[slice(*span)] for span in split_sentences(text, Span(0, len(text)))])
