"""How well the place of an encounter is read from its evidence sentences: city, country, venue.

    python bench/places.py GOLD.jsonl… [--details] [--documents A:B] [--without-third]

Each evidence sentence of a gold encounter is given to `place_of_clause`; the most telling answer counts.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hoedong.lang.ko.places import find_places, place_of_clause
from hoedong.lang.ko.sentences import split_sentences
from hoedong.model.span import Span

FIELDS = ("city", "country", "place")


def fold(words: str | None) -> str:
    """Casefolded text without spaces and punctuation, as the scorer compares."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", words or "").casefold())


def documents(paths: list[Path], part: slice, without_third: bool) -> Iterator[dict[str, Any]]:
    """The Korean documents of the files, or a part of each file."""
    for path in paths:
        read = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if without_third:
            read = [document for index, document in enumerate(read) if index % 3 != 2]
        yield from [document for document in read if document["lang"] == "ko"][part]


def answer(document: dict[str, Any], encounter: dict[str, Any], places: Any) -> dict[str, str | None]:
    """The most telling answer over the evidence sentences."""
    text = document["text"]
    best: dict[str, str | None] = dict.fromkeys(FIELDS)
    told = (-1, -1)
    for evidence in encounter["evidence"]:
        start = text.find(evidence)
        chosen = place_of_clause(text, Span(start, start + len(evidence)), places)
        where = chosen.where
        score = (bool(where.city) + bool(where.country) + bool(where.spans), chosen.weight)
        if score > told:
            told = score
            place = text[slice(*where.spans[0])] if where.spans else None
            best = {"city": where.city, "country": where.country, "place": place}
    return best


def main() -> int:
    """Print precision and recall by field."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--documents", default=":", help="a slice of each file's Korean documents, such as 0:31")
    parser.add_argument("--without-third", action="store_true", help="leave out every third document")
    arguments = parser.parse_args()
    low, _, high = arguments.documents.partition(":")
    part = slice(int(low or 0), int(high) if high else None)
    counts: Counter[tuple[str, str]] = Counter()
    seconds, characters = 0.0, 0
    for document in documents(arguments.paths, part, arguments.without_third):
        text = document["text"]
        sentences = split_sentences(text, Span(0, len(text)))
        began = time.perf_counter()
        places = find_places(text, sentences)
        seconds, characters = seconds + time.perf_counter() - began, characters + len(text)
        for encounter in document["encounters"]:
            compare(document, encounter, answer(document, encounter, places), counts, arguments.details)
    for field in FIELDS:
        right, wrong, missed = (counts[field, outcome] for outcome in ("right", "wrong", "missed"))
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        print(f"{field:8} P {precision:.3f} R {recall:.3f}  right {right} wrong {wrong} missed {missed}")
    print(f"{1e6 * seconds / max(1, characters):.3f} ms per 1,000 characters")
    return 0


def compare(
    document: dict[str, Any],
    encounter: dict[str, Any],
    read: dict[str, str | None],
    counts: Counter[tuple[str, str]],
    details: bool,
) -> None:
    """Count one encounter, and print what differs if asked."""
    for field in FIELDS:
        want, got = fold(encounter[field]), fold(read[field])
        if not want and field == "place":
            continue
        right = bool(want and got) and (want in got or got in want)
        counts[field, "right"] += right
        counts[field, "wrong"] += bool(got) and not right
        counts[field, "missed"] += bool(want) and not right
        if details and want != got and not right:
            print(
                document["id"],
                field,
                encounter[field],
                "read as",
                read[field],
                "|",
                " / ".join(encounter["evidence"])[:300],
            )


if __name__ == "__main__":
    sys.exit(main())
