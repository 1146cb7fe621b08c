"""How well reports of many documents are merged to encounters, on gold reports with gold people.

python bench/resolution_encounters.py FOLDER [--details] [--without-third | --third]

Pairwise precision, recall and F1 over all pairs of reports (a report in no cluster stands alone), and how many pairs
that look alike and differ were merged (near misses). --third measures every third entry of both files, --without-third
the rest: rules are to be worked out on the latter.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from gold_record import load_gold
from hoedong.model.account import Encounter, ResolvedReport
from hoedong.resolve.encounters import compare_reports, encounter_blocks, may_be_same, merge_reports
from hoedong.resolve.encounters.units import connected

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Gold:
    """What is right: pairs of one encounter, pairs that look alike and differ; of the part of the files measured.

    `unseen` are pairs that belong to the other part, and are left out of the count.
    """

    same: frozenset[Pair]
    near_misses: frozenset[Pair]
    unseen: frozenset[Pair]


def measure_encounters(
    folder: Path, people: Mapping[str, str] | None = None, part: str = "all", *, details: bool = False
) -> dict[str, float]:
    """Figures in per cent, counts and milliseconds; `people` maps appearances to entities, None: as gold has them."""
    reports = resolved_reports(folder, people if people is not None else gold_people(folder))
    gold = load_pairs(folder / "clusters", part)
    began = time.perf_counter()
    encounters = merge_all(reports)
    elapsed = time.perf_counter() - began
    found = frozenset(pair for one in encounters for pair in map(frozenset, combinations(one.reports, 2))) - gold.unseen
    right = len(found & gold.same)
    if details:
        tell_differences({report.id: report for report in reports}, gold.same, found)
    return {
        "precision": 100 * right / max(1, len(found)),
        "recall": 100 * right / max(1, len(gold.same)),
        "f1": 200 * right / max(1, len(found) + len(gold.same)),
        "pairs": len(gold.same),
        "near_misses": len(gold.near_misses),
        "near_misses_merged": len(found & gold.near_misses),
        "ms_per_report": 1000 * elapsed / len(reports),
    }


def resolved_reports(folder: Path, people: Mapping[str, str]) -> tuple[ResolvedReport, ...]:
    """All reports of the evaluation files with these people; who is in no cluster keeps the id of the appearance."""
    return tuple(
        replace(
            report,
            principals=tuple(people.get(person, person) for person in report.principals),
            attendees=tuple(people.get(person, person) for person in report.attendees),
        )
        for document in load_gold(folder)
        for report in document.reports
    )


def gold_people(folder: Path) -> dict[str, str]:
    """Appearance → cluster."""
    clusters = _lines(folder / "clusters" / "people.gold.jsonl")
    return {f"{document}:{name}": row["cluster"] for row in clusters for document, name in row["members"]}


def load_pairs(folder: Path, part: str = "all") -> Gold:
    """The pairs of a part of the files: `all`, `third` or `without-third`."""
    same: dict[bool, set[Pair]] = {True: set(), False: set()}
    near: dict[bool, set[Pair]] = {True: set(), False: set()}
    for number, row in enumerate(_lines(folder / "encounters.gold.jsonl"), 1):
        ids = [f"{document}:{report}" for document, report in row["members"]]
        same[number % 3 == 0] |= set(map(frozenset, combinations(ids, 2)))
    for number, row in enumerate(_lines(folder / "near_misses.jsonl"), 1):
        near[number % 3 == 0].add(frozenset((":".join(row["a"]), ":".join(row["b"]))))
    if part == "all":
        return Gold(frozenset(same[True] | same[False]), frozenset(near[True] | near[False]), frozenset())
    third = part == "third"
    unseen = frozenset(same[not third] | near[not third])
    return Gold(frozenset(same[third]), frozenset(near[third]), unseen)


def merge_all(reports: Sequence[ResolvedReport]) -> list[Encounter]:
    """Merge closed set by closed set, as the record does."""
    blocks: defaultdict[str, list[ResolvedReport]] = defaultdict(list)
    for report in reports:
        for block in encounter_blocks(report):
            blocks[block].append(report)
    mates = {(one.id, other.id): (one, other) for block in blocks.values() for one, other in combinations(block, 2)}
    links = sorted(ids for ids, (one, other) in mates.items() if may_be_same(one, other))
    by_id = {report.id: report for report in reports}
    return [
        encounter
        for ids in connected(sorted(by_id), links)
        for encounter in merge_reports([by_id[report] for report in ids], ())
    ]


def tell_differences(reports: Mapping[str, ResolvedReport], gold: frozenset[Pair], found: frozenset[Pair]) -> None:
    """Print each pair that was missed or merged wrongly, with what was held against what."""
    for name, pairs in (("missed", gold - found), ("wrong", found - gold)):
        for one, other in sorted(map(sorted, pairs)):
            comparison = compare_reports(reports[one], reports[other])
            features = ", ".join(f"{feature.name} {feature.weight:+.1f}" for feature in comparison.features)
            print(name, one, other, comparison.score, *comparison.conflicts, f"({features})")


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--details", action="store_true")
    parts = parser.add_mutually_exclusive_group()
    parts.add_argument("--third", dest="part", action="store_const", const="third", default="all")
    parts.add_argument("--without-third", dest="part", action="store_const", const="without-third")
    arguments = parser.parse_args()
    for name, figure in measure_encounters(arguments.folder, part=arguments.part, details=arguments.details).items():
        print(f"{name:20}{figure:8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
