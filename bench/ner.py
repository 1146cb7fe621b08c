"""Names and titles of single sentences against KonNE: `python bench/ner.py konne-dev.jsonl [--details]`.

PS_NAME   innermost gold spans against the name alone of each mention, exact spans; "news" is the wikitree half
CV_POSITION   recall: a title is read that ends within the gold span or overlaps it
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hoedong.lang.ko.morphology import analyse_morphemes
from hoedong.lang.ko.people import discover_names
from hoedong.lang.ko.people.finding import all_sightings
from hoedong.lang.ko.people.lines import line_of
from hoedong.lang.ko.people.words import read_words
from hoedong.lang.ko.sentences import split_sentences
from hoedong.lang.ko.times import find_time_expressions
from hoedong.model.analysis import Sentence
from hoedong.model.document import Document
from people import document_of

Pair = tuple[int, int]
DETAILS = "--details" in sys.argv


def main() -> None:
    """Print precision, recall and F1 of names, and the recall of titles."""
    names: dict[str, Counter[str]] = {"all": Counter(), "news": Counter()}
    titles: Counter[bool] = Counter()
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = document_of({"id": row["klue_id"], "text": row["text"]})
        gold, found = set(_innermost(row["label"])), set(_names(document))
        halves = ["all", "news"] if row["klue_id"].endswith("wikitree") else ["all"]
        for half in halves:
            names[half].update(tp=len(gold & found), fp=len(found - gold), fn=len(gold - found))
        titles.update(_titles(row, document))
        if DETAILS and "news" in halves:
            _tell(row["text"], gold, found)
    for half, counts in names.items():
        print(f"PS_NAME {half:5} {_shares(counts)}")
    print(f"CV_POSITION recall {100 * titles[True] / max(1, titles.total()):.1f} of {titles.total()}")


def _innermost(labels: Sequence[Any]) -> Iterator[Pair]:
    spans = {(start, end) for start, end, kind in labels if kind == "PS_NAME"}
    for start, end in spans:
        if not any(start <= s and e <= end and (s, e) != (start, end) for s, e in spans):
            yield start, end


def _names(document: Document) -> Iterator[Pair]:
    text = document.text
    spans = [span for block in document.blocks for span in split_sentences(text, block.span)]
    candidates = discover_names(document, find_time_expressions(text, spans, None))
    sentences = []
    for number, block in enumerate(document.blocks):
        morphemes = analyse_morphemes(text, block.span, candidates.spans_in(block.span))
        inside = [span for span in spans if span in block.span]
        sentences += [Sentence(span, number, tuple(m for m in morphemes if m.span in span)) for span in inside]
    return ((s.name.start, s.name.end) for s in all_sightings(document, sentences, candidates))


def _titles(row: dict[str, Any], document: Document) -> Iterator[bool]:
    ends = {
        (title.shown.start, title.stem_end)
        for words in read_words(document.text, 0, len(document.text))
        if words
        for title in line_of(document.text, words).titles
    }
    for start, end, kind in row["label"]:
        if kind == "CV_POSITION":
            hit = any(s < end and start < e for s, e in ends)
            if DETAILS and not hit:
                print("title", row["text"][start:end], "|", row["text"][max(0, start - 15) : end + 10], sep="\t")
            yield hit


def _tell(text: str, gold: set[Pair], found: set[Pair]) -> None:
    for sign, spans in (("-", gold - found), ("+", found - gold)):
        for start, end in sorted(spans):
            print(sign, text[start:end], "|", text[max(0, start - 15) : end + 15], sep="\t")


def _shares(counts: Counter[str]) -> str:
    precision = counts["tp"] / max(1, counts["tp"] + counts["fp"])
    recall = counts["tp"] / max(1, counts["tp"] + counts["fn"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {100 * precision:.1f} R {100 * recall:.1f} F1 {100 * f1:.1f}, gold {counts['tp'] + counts['fn']}"


if __name__ == "__main__":
    main()
