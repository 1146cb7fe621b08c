"""Accuracy of the reader against its floors, on our own golden corpus and on the corpora beside the checkout, if any.

    bench/accuracy.py                      measure, compare with the floors, exit 1 below any
    bench/accuracy.py --only own --errors  every miss and false alarm of one corpus
    bench/accuracy.py --update             raise the floors to what was measured; never lowers one
    bench/accuracy.py --update --allow-regression
                                           … and lower them too; needs a decision record in docs/decisions/

A floor holds for the corpus whose digest stands beside it. Misses of our own corpora are frozen in
bench/known_errors.tsv, so that each run tells what was gained and what was lost.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from scorer import FIGURES, Score, score_corpus

BENCH = Path(__file__).parent
BESIDE = BENCH.parent.parent / "shared"
FLOORS = BENCH / "floors.toml"
KNOWN_ERRORS = BENCH / "known_errors.tsv"
SLACK = 0.05
"""Floors are written with one decimal; a figure that rounds to its floor passes."""

MATCHED_ONLY = frozenset(
    ("status", "mode", "date", "city", "country", "attendees", "topics", "trip dates", "positions")
)
MATCHED_SLACK = 3.0
"""Figures measured on matched encounters, trips and people alone may fall a little when more of these are found."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A gold file; `own` ones are part of the project, the others are measured where they lie beside the checkout."""

    name: str
    path: Path
    own: bool

    def documents(self) -> list[Mapping[str, Any]]:
        """The Korean documents of the file."""
        with self.path.open(encoding="utf-8") as lines:
            return [gold for gold in map(json.loads, filter(str.strip, lines)) if gold["lang"] == "ko"]

    def digest(self) -> str:
        """What the floors of this corpus hold for."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()[:16]


CORPORA = (
    Corpus("sample", BENCH / "golden" / "sample.jsonl", own=True),
    Corpus("own", BENCH / "golden" / "own.jsonl", own=True),
    Corpus("fresh", BENCH / "golden" / "fresh.jsonl", own=False),
    Corpus("scenes", BENCH / "golden" / "scenes.jsonl", own=False),
    Corpus("blind", BENCH / "golden" / "blind.jsonl", own=False),
    Corpus("dev", BESIDE / "eval" / "dev.jsonl", own=False),
    Corpus("politics", BESIDE / "eval" / "politics.jsonl", own=False),
    Corpus("business", BESIDE / "eval" / "business.jsonl", own=False),
    Corpus("society", BESIDE / "eval" / "society.jsonl", own=False),
    Corpus("seed", BESIDE / "seed" / "seed.gold.jsonl", own=False),
)


def main() -> int:
    """Measure, print, compare; the exit code is 1 when anything fell below its floor."""
    options = _options()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    corpora = [c for c in CORPORA if c.path.exists() and options.only in (None, c.name)]
    failures: list[str] = []
    own_errors: list[str] = []
    for corpus in corpora:
        score = measure(corpus)
        entry = floors.get(corpus.name, {})
        _print_score(corpus, score, entry)
        if options.errors:
            print("\n".join("\t".join(error) for error in score.errors))
        own_errors += ["\t".join(error) for error in score.errors] if corpus.own else []
        if options.update:
            floors[corpus.name] = raised(corpus, score, entry, allow_regression=options.allow_regression)
        else:
            failures += shortfalls(corpus, score, entry)
    if options.only is None:
        _print_gained_and_lost(own_errors)
    if options.update:
        _write(floors, own_errors if options.only is None else None)
    print("\n".join(failures), file=sys.stderr, end="\n" if failures else "")
    return 1 if failures else 0


def measure(corpus: Corpus) -> Score:
    """Read every document of a corpus and score the readings."""
    from hoedong.export.reading_json import reading_to_json  # noqa: PLC0415 - `--help` loads no reader
    from hoedong.reader import read_document  # noqa: PLC0415

    gold = corpus.documents()
    readings = (
        read_document(page["text"], id=page["id"], lang=page["lang"], published=page.get("published")) for page in gold
    )
    return score_corpus(gold, {reading.document.id: reading_to_json(reading) for reading in readings})


def shortfalls(corpus: Corpus, score: Score, entry: Mapping[str, Any]) -> list[str]:
    """What stands below its floor, a line each."""
    if entry.get("digest") != corpus.digest():
        line = f"{corpus.name}: the corpus has changed since its floors were set; run bench/accuracy.py --update"
        if corpus.own:
            return [line]
        print(f"note: {line}")
        return []
    return [
        f"{corpus.name}: {figure} {100 * score.tallies[figure].f1:.1f} is below its floor {floor}"
        for figure, floor in entry["floors"].items()
        if 100 * score.tallies[figure].f1 < floor - (MATCHED_SLACK if figure in MATCHED_ONLY else SLACK)
    ]


def raised(corpus: Corpus, score: Score, entry: Mapping[str, Any], *, allow_regression: bool) -> dict[str, Any]:
    """New floors: what was measured, but no floor of the same corpus falls unless that is allowed."""
    kept = entry.get("floors", {}) if entry.get("digest") == corpus.digest() and not allow_regression else {}
    measured = {figure: round(100 * score.tallies[figure].f1, 1) for figure in FIGURES if score.tallies[figure].gold}
    floors = {figure: max(value, kept.get(figure, 0.0)) for figure, value in measured.items()}
    return {"digest": corpus.digest(), "floors": floors}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=[corpus.name for corpus in CORPORA], help="measure one corpus")
    parser.add_argument("--errors", action="store_true", help="print every miss and false alarm")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    return parser.parse_args()


def _print_score(corpus: Corpus, score: Score, entry: Mapping[str, Any]) -> None:
    print(
        f"{corpus.name + ':':12}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'floor':>7}   {len(corpus.documents())} documents"
    )
    for figure, tally in score.tallies.items():
        floor = entry.get("floors", {}).get(figure, "")
        shares = "".join(f"{100 * share:7.1f}" for share in (tally.precision, tally.recall, tally.f1))
        print(f"{figure:12}{shares}{tally.gold:7}{floor:>7}")
    print()


def _print_gained_and_lost(errors: list[str]) -> None:
    known = set(KNOWN_ERRORS.read_text(encoding="utf-8").splitlines()[1:]) if KNOWN_ERRORS.exists() else set()
    gained, lost = sorted(known - set(errors)), sorted(set(errors) - known)
    print(f"own corpora: gained {len(gained)}, lost {len(lost)}")
    for sign, lines in (("+", gained), ("-", lost)):
        for line in lines:
            print(sign, line)


def _write(floors: Mapping[str, Any], errors: list[str] | None) -> None:
    """Write the corpora anew, behind the tables of the other measures, which stay as they are."""
    before = FLOORS.read_text(encoding="utf-8").partition(f"\n[{CORPORA[0].name}]\n")[0]
    lines = [before]
    for name, entry in floors.items():
        if "digest" not in entry:
            continue
        lines += [f"[{name}]", *(f"{_toml(k)} = {_toml_value(v)}" for k, v in entry.items() if k != "floors")]
        lines += [f"\n[{name}.floors]", *(f"{_toml(k)} = {v}" for k, v in entry.get("floors", {}).items()), ""]
    FLOORS.write_text("\n".join(lines), encoding="utf-8")
    if errors is not None:
        head = "# What our own corpora still get wrong: document, what, which. Written by bench/accuracy.py --update."
        KNOWN_ERRORS.write_text("\n".join([head, *sorted(errors)]) + "\n", encoding="utf-8")


def _toml(key: str) -> str:
    return key if key.isalnum() else json.dumps(key)


def _toml_value(value: object) -> str:
    return json.dumps(value) if isinstance(value, str) else str(value)


if __name__ == "__main__":
    sys.exit(main())
