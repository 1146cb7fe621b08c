"""How well topics are read from the evidence sentences of gold encounters: F1 of syllable bigrams.

python bench/topics.py GOLD.jsonl… [--details] [--documents A:B] [--without-third]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from hoedong.lang.ko.topics import find_topics
from hoedong.model.span import Span
from places import documents, fold


def bigrams(phrases: list[str]) -> set[str]:
    """Syllable bigrams of all phrases, without spaces and punctuation."""
    return {folded[at : at + 2] for folded in map(fold, phrases) for at in range(len(folded) - 1)}


def main() -> int:
    """Print precision, recall and F1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--documents", default=":")
    parser.add_argument("--without-third", action="store_true")
    arguments = parser.parse_args()
    low, _, high = arguments.documents.partition(":")
    part = slice(int(low or 0), int(high) if high else None)
    right = wrong = missed = 0
    for document in documents(arguments.paths, part, arguments.without_third):
        text = document["text"]
        for encounter in document["encounters"]:
            read = []
            for evidence in encounter["evidence"]:
                start = text.find(evidence)
                read += [text[slice(*topic)] for topic in find_topics(text, Span(start, start + len(evidence)))]
            gold, found = bigrams(encounter["topics"]), bigrams(read)
            right, wrong, missed = right + len(gold & found), wrong + len(found - gold), missed + len(gold - found)
            if arguments.details and gold != found:
                print(document["id"], "|", " ¦ ".join(encounter["topics"]), "| read |", " ¦ ".join(read))
    print(
        f"topics P {right / max(1, right + wrong):.3f} R {right / max(1, right + missed):.3f} "
        f"F1 {2 * right / max(1, 2 * right + wrong + missed):.3f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
