"""Is the confidence of encounters true? Fits its weights on read pages, checks them on unread ones.

    bench/calibration.py           reliability, by trait and by rule; exit 1 above the limits of bench/floors.toml
    bench/calibration.py --fit     write src/hoedong/extract/confidence.tsv anew, then the same

Every third document of the harder corpora is unread: no rule was made for it and no weight fitted on it. An encounter
is right where the annotation has one of the same people on no contradicting day.
"""

from __future__ import annotations

import argparse
import math
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from accuracy import BENCH, CORPORA, Corpus
from scorer import compare_documents

WEIGHTS = BENCH.parent / "src" / "hoedong" / "extract" / "confidence.tsv"
UNREAD = ("politics", "business", "society", "fresh")
EVERY = 3
ALL_READ = ("dev", "scenes")
BLIND = "blind"
"""A corpus that no rule was made for: all of it is unread."""
LEAST_SEEN = 6
"""Reports that a trait must have before it is weighed."""
RIDGE = 4.0
"""How strongly weights are drawn to nothing: a trait seen a dozen times cannot tell much."""
DOUBT = 0.3
"""Log odds that a report is given less than the read pages say: the rules were made from these."""
ROUNDS, STEP = 4000, 0.5
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
SURE = 0.9
HEAD = """\
# How much each trait of a report of an encounter adds to the log odds that it is right. Read by extract/confidence.py.
# Written by bench/calibration.py --fit from annotated pages; do not edit by hand.
# reports   how many reports of these pages have the trait; right: how many of them are right
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """One report: its traits, its confidence, and whether it is right."""

    traits: tuple[str, ...]
    confidence: float
    is_right: bool


def main() -> int:
    """Fit if asked, measure, compare."""
    options = _options()
    read, unread = judged_reports(unread=False), judged_reports(unread=True)
    if not unread:
        print("the corpora are not beside the checkout: nothing to measure")
        return 0
    if options.fit:
        _write(fitted(read), read)
    weights = _weights_on_file()
    parts = {"read": _confident(read, weights), "unread": _confident(unread, weights)}
    for name, reports in parts.items():
        _print_reliability(name, reports)
    _print_traits(parts["unread"])
    limits = tomllib.loads((BENCH / "floors.toml").read_text(encoding="utf-8"))["calibration"]
    sure = [report.is_right for report in parts["unread"] if report.confidence >= SURE]
    print(f"of {len(sure)} unread reports given {SURE} or more {sum(sure)} are right")
    measured = {"brier": brier(parts["unread"]), "gap": gap(parts["unread"])}
    for name, value in measured.items():
        print(f"{name:8}{value:6.3f}   limit {limits[name]}")
    return 1 if any(value > limits[name] for name, value in measured.items()) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="fit the weights on the read part first")
    return parser.parse_args()


def judged_reports(*, unread: bool) -> list[Judged]:
    """The reports that the reader gives of one part of the corpora, each with what it says of itself."""
    corpora = [corpus for corpus in CORPORA if corpus.path.exists() and corpus.name in (*UNREAD, *ALL_READ, BLIND)]
    return [report for corpus in corpora for report in _of_corpus(corpus, unread=unread)]


def is_unread(corpus: Corpus, number: int) -> bool:
    """Whether the document of a line, counted from 1, belongs to the part that nobody reads."""
    return corpus.name == BLIND or (corpus.name in UNREAD and number % EVERY == 0)


def _of_corpus(corpus: Corpus, *, unread: bool) -> Iterator[Judged]:
    from hoedong.export.reading_json import reading_to_json  # noqa: PLC0415 - `--help` loads no reader
    from hoedong.reader import read_document  # noqa: PLC0415
    from hoedong.rules.trace import KeptTrace  # noqa: PLC0415

    for number, page in enumerate(corpus.documents(), 1):
        if is_unread(corpus, number) is not unread:
            continue
        trace = KeptTrace()
        reading = read_document(page["text"], id=page["id"], lang="ko", published=page.get("published"), trace=trace)
        read = reading_to_json(reading)
        right = {one["id"] for _, one in compare_documents(page, read)[1]}
        traits = list(_traits_in_order([step.rule for step in trace.steps if step.stage == "confidence"]))
        for report, own in zip(reading.encounters, traits, strict=True):
            yield Judged(own, report.confidence, report.id in right)


def _traits_in_order(steps: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The traits of each report; those of a report begin with that of all reports."""
    from hoedong.extract.confidence import BASE  # noqa: PLC0415 - as above

    own: list[str] = []
    for trait in steps:
        if trait == BASE and own:
            yield tuple(own)
            own = []
        own.append(trait)
    if own:
        yield tuple(own)


def fitted(reports: Sequence[Judged]) -> dict[str, float]:
    """Weights by logistic regression, each but that of all reports drawn to nothing; the same on every machine."""
    seen = _seen(reports)
    names = [name for name, (count, _) in seen.items() if count >= LEAST_SEEN]
    rows = [([at for at, name in enumerate(names) if name in report.traits], report.is_right) for report in reports]
    weights = [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [-RIDGE * weight if at else 0.0 for at, weight in enumerate(weights)]
        for own, is_right in rows:
            error = is_right - 1 / (1 + math.exp(-sum(weights[at] for at in own)))
            for at in own:
                slope[at] += error
        weights = [weight + STEP * change / len(rows) for weight, change in zip(weights, slope, strict=True)]
    return {name: weight - (0.0 if at else DOUBT) for at, (name, weight) in enumerate(zip(names, weights, strict=True))}


def _seen(reports: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """How many reports have each trait, and how many of them are right; the most frequent first."""
    seen: dict[str, tuple[int, int]] = {}
    for report in reports:
        for trait in report.traits:
            count, right = seen.get(trait, (0, 0))
            seen[trait] = count + 1, right + report.is_right
    return dict(sorted(seen.items(), key=lambda item: (-item[1][0], item[0])))


def _confident(reports: Sequence[Judged], weights: Mapping[str, float]) -> list[Judged]:
    """The reports with the confidence that these weights give."""
    from hoedong.extract.confidence import confidence_by  # noqa: PLC0415 - as above

    return [Judged(report.traits, confidence_by(weights, report.traits), report.is_right) for report in reports]


def _weights_on_file() -> dict[str, float]:
    lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {row[0]: float(row[1]) for row in rows}


def _write(weights: Mapping[str, float], reports: Sequence[Judged]) -> None:
    seen = _seen(reports)
    rows = [f"{name}\t{weight:.2f}\t{seen[name][0]}\t{seen[name][1]}" for name, weight in weights.items()]
    WEIGHTS.write_text("\n".join([HEAD + "trait\tweight\treports\tright", *rows, ""]), encoding="utf-8")


def brier(reports: Sequence[Judged]) -> float:
    """The mean square of what confidence lacks to the truth: 0 is perfect, and 0.25 what a coin earns."""
    return sum((report.confidence - report.is_right) ** 2 for report in reports) / len(reports)


def gap(reports: Sequence[Judged]) -> float:
    """How far confidence as a whole stands above or below the share that is right."""
    return abs(sum(report.confidence - report.is_right for report in reports)) / len(reports)


def _print_reliability(name: str, reports: Sequence[Judged]) -> None:
    right = sum(report.is_right for report in reports)
    print(f"{name}: {len(reports)} reports, {right} right, Brier {brier(reports):.3f}")
    for low, high in pairwise(BANDS):
        own = [report for report in reports if low <= report.confidence < high]
        if own:
            said, was = sum(report.confidence for report in own), sum(report.is_right for report in own)
            print(f"  {low:.1f} to {min(high, 1.0):.1f}{len(own):6}   {_shares(said, was, len(own))}")


def _shares(said: float, was: int, count: int) -> str:
    return f"said {said / count:.2f}   right {was / count:.2f}"


def _print_traits(reports: Sequence[Judged]) -> None:
    print("unread, by trait:")
    for trait, (count, right) in _seen(reports).items():
        said = sum(report.confidence for report in reports if trait in report.traits) / count
        print(f"  {trait:44}{count:5}   said {said:.2f}   right {right / count:.2f}")


if __name__ == "__main__":
    sys.exit(main())
