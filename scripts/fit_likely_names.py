"""Fit lexicon/likely_names.tsv, the weights by which a word is thought a name: logistic regression on labelled names.

Run: `python scripts/fit_likely_names.py --pages GOLD.jsonl … --sentences NER.jsonl …`

pages       documents with `text` and `people`, each with `name` and `mentions`; every third line of a file is left out
sentences   rows with `text` and `label` [[start, end, "PS_NAME"], …]; every other row is left out
Deterministic: the order of the files, a fixed number of rounds, no chance. `--folds 5` tells precision and recall of
held-out pages by threshold instead of writing.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from hoedong.ingest.document import make_document
from hoedong.lang.ko.people.discovery import read_by_rules
from hoedong.lang.ko.people.likely import Candidate, by_name, candidates, page_features
from hoedong.lang.ko.sentences import split_sentences
from hoedong.lang.ko.times import find_time_expressions

Vector = npt.NDArray[Any]

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src/hoedong/lang/ko/lexicon/likely_names.tsv"

ROUNDS, SETTLING, RATE, DECAY = 150, 100, 0.12, 3.0
THRESHOLDS = (-0.5, 0.0, 0.4, 0.6, 0.8, 1.0, 1.2, 1.5, 2.0, 3.0)
FEWEST = 10
LEAST_WEIGHT = 0.05
HEAD = """\
# How much each trait of a word speaks for its being somebody's name (positive) or against it: logistic regression.
# Written by scripts/fit_likely_names.py; do not edit by hand. Read by hoedong.lang.ko.people.likely.
# Left out: traits that were met fewer than {fewest} times in training, and weights nearer to 0 than {least}.
feature\tweight
"""


@dataclass(frozen=True, slots=True)
class Example:
    """One possible name of one page."""

    page: int
    features: tuple[str, ...]
    is_name: bool
    is_left: bool


def main() -> None:
    """Fit and write, or tell how well it does on pages held out."""
    options = _options()
    found = list(examples(options.pages, options.sentences))
    told = Counter(one.is_name for one in found)
    print(f"{told[True]} names, {told[False]} others")
    if options.folds:
        _cross_validate(found, options.folds)
        return
    _write(fit(found))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", nargs="*", type=Path, default=[])
    parser.add_argument("--sentences", nargs="*", type=Path, default=[])
    parser.add_argument("--folds", type=int, default=0)
    return parser.parse_args()


def examples(pages: Sequence[Path], sentences: Sequence[Path]) -> Iterator[Example]:
    """The possible names of all that is trained on."""
    number = 0
    for path in pages:
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(line)
            if at % 3 and row.get("lang", "ko") == "ko":
                number += 1
                yield from _of_page(number, row["text"], _is_named(row))
    for path in sentences:
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if at % 2:
                number += 1
                row = json.loads(line)
                yield from _of_page(number, row["text"], _is_labelled(row))


def _is_labelled(row: dict[str, Any]) -> Callable[[Candidate], bool]:
    """Whether a candidate is a stretch that is labelled as a name."""
    spans = {(start, end) for start, end, kind in row["label"] if kind == "PS_NAME"}
    return lambda one: (one.span.start, one.span.end) in spans


def _is_named(row: dict[str, Any]) -> Callable[[Candidate], bool]:
    """Whether a candidate is the name of somebody or what the page calls them."""
    names = {word for person in row["people"] for word in (person["name"], *person.get("mentions", []))}
    return lambda one: one.name in names


def _of_page(number: int, text: str, is_name: Callable[[Candidate], bool]) -> Iterator[Example]:
    document, _ = make_document(text, lang="ko")
    spans = [s for block in document.blocks for s in split_sentences(document.text, block.span)]
    page = read_by_rules(document, find_time_expressions(document.text, spans, None))
    for found in (page.found, ()) if page.found else ((),):
        told = by_name(candidates(document.text, page.lines, found, -math.inf))
        for _, places in sorted(told.items()):
            features = tuple(page_features(places))
            yield Example(number, features, any(map(is_name, places)), is_left=bool(found) or not page.found)


def fit(found: Sequence[Example]) -> dict[str, float]:
    """The weights that tell names from others best: Adam on all examples at once, the weights held near 0."""
    counts = Counter(feature for one in found for feature in one.features)
    kept = sorted(feature for feature, count in counts.items() if count >= FEWEST)
    place = {feature: at for at, feature in enumerate(kept, 1)}
    pairs = [(row, 0) for row in range(len(found))]
    pairs += [(row, place[f]) for row, one in enumerate(found) for f in one.features if f in place]
    rows, columns = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    fitted = _descend(rows, columns, np.array([one.is_name for one in found], dtype=float), len(kept) + 1)
    return dict(zip(["bias", *kept], fitted.tolist(), strict=True))


def _descend(rows: Vector, columns: Vector, truth: Vector, size: int) -> Vector:
    weights, moved, spread = (np.zeros(size) for _ in range(3))
    held = np.full(size, DECAY)
    held[0] = 0.0
    for step in range(1, ROUNDS + 1):
        sums = np.bincount(rows, weights=weights[columns], minlength=len(truth))
        missed = 1 / (1 + np.exp(-sums)) - truth
        slope = np.bincount(columns, weights=missed[rows], minlength=size) + held * weights
        moved = 0.9 * moved + 0.1 * slope
        spread = 0.98 * spread + 0.02 * slope * slope
        rate = RATE if step < SETTLING else RATE / 4
        weights = weights - rate * (moved / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.98**step)) + 1e-8)
    return weights


def _cross_validate(found: Sequence[Example], folds: int) -> None:
    told: list[tuple[float, bool]] = []
    for fold in range(folds):
        weights = fit([one for one in found if one.page % folds != fold])
        held_out = [one for one in found if one.page % folds == fold and one.is_left]
        told += [(weights["bias"] + sum(weights.get(f, 0.0) for f in one.features), one.is_name) for one in held_out]
    names = sum(is_name for _, is_name in told)
    for threshold in THRESHOLDS:
        hits = [is_name for weight, is_name in told if weight >= threshold]
        precision, recall = sum(hits) / max(1, len(hits)), sum(hits) / max(1, names)
        print(f"{threshold:5.1f}  P {100 * precision:.1f}  R {100 * recall:.1f}  of {names}")


def _write(weights: dict[str, float]) -> None:
    rows = [f"{f}\t{w:.3f}" for f, w in sorted(weights.items()) if abs(w) >= LEAST_WEIGHT or f == "bias"]
    TARGET.write_text(HEAD.format(fewest=FEWEST, least=LEAST_WEIGHT) + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} weights")


if __name__ == "__main__":
    main()
