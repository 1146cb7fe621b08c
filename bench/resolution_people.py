"""Who is who across the evaluation files: B³ over all people, homonyms kept apart, joins across scripts.

python bench/resolution_people.py FOLDER [--details]

Every person of a document counts once; what is in no cluster of the gold stands alone. Figures are given for all
documents, and for every third one apart ("held"), which no table was written with a view to.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from gold_record import load_gold
from hoedong.model.appearance import Appearance
from hoedong.resolve.people import cluster_people, profile_of

_HELD = 3
Clustering = Mapping[str, str]
"""The id of a cluster for every appearance."""


def measure_people(folder: Path) -> dict[str, float]:
    """B³, homonyms and joins across scripts of the evaluation files, in per cent and counts."""
    people, held = _load(folder)
    gold, found = gold_clustering(folder, people), found_clustering(people)
    measures = _measure(folder, people, gold, found)
    part = {id_: person for id_, person in people.items() if person.document in held}
    bcubed = b_cubed(part, _within(gold, part), _within(found, part))
    rest = {id_: person for id_, person in people.items() if person.document not in held}
    open_ = b_cubed(rest, _within(gold, rest), _within(found, rest))
    return measures | {"held F1": bcubed[2], "open F1": open_[2]}


def _load(folder: Path) -> tuple[dict[str, Appearance], set[str]]:
    documents = list(load_gold(folder))
    people = {person.id: person for document in documents for person in document.appearances}
    return people, {document.id for number, document in enumerate(documents) if number % _HELD == _HELD - 1}


def load_people(folder: Path) -> dict[str, Appearance]:
    """Every person of every document, by id."""
    return _load(folder)[0]


def gold_clustering(folder: Path, people: Iterable[str]) -> Clustering:
    """The clusters of the gold; what is in none is a cluster of its own."""
    clustering = {id_: id_ for id_ in people}
    for row in _rows(folder / "clusters" / "people.gold.jsonl"):
        for document, name in row["members"]:
            clustering[f"{document}:{name}"] = row["cluster"]
    return clustering


def found_clustering(people: Mapping[str, Appearance]) -> Clustering:
    """The clusters that resolution finds."""
    profiles = {id_: profile_of(person) for id_, person in people.items()}
    clusters = cluster_people(profiles.values())
    of_key = {profile.key: cluster[0].key for cluster in clusters for profile in cluster}
    return {id_: of_key[profile.key] for id_, profile in profiles.items()}


def b_cubed(people: Iterable[str], gold: Clustering, found: Clustering) -> tuple[float, float, float]:
    """Precision, recall and F1 of Bagga and Baldwin (1998), in per cent."""
    ids = list(people)
    true, ours = _members(gold), _members(found)
    shared = {id_: len(true[gold[id_]] & ours[found[id_]]) for id_ in ids}
    precision = sum(shared[id_] / len(ours[found[id_]]) for id_ in ids) / len(ids)
    recall = sum(shared[id_] / len(true[gold[id_]]) for id_ in ids) / len(ids)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def _measure(folder: Path, people: Mapping[str, Appearance], gold: Clustering, found: Clustering) -> dict[str, float]:
    precision, recall, f1 = b_cubed(people, gold, found)
    homonyms = list(_rows(folder / "clusters" / "homonyms.jsonl"))
    true, ours = joins_across_scripts(people, gold), joins_across_scripts(people, found)
    return {
        "B3 precision": precision,
        "B3 recall": recall,
        "B3 F1": f1,
        "homonyms": len(homonyms),
        "homonyms apart": sum(_is_apart(row, found) for row in homonyms),
        "cross-script recall": 100 * len(true & ours) / len(true),
        "cross-script false": len(ours - true),
    }


def _is_apart(row: Mapping[str, Any], found: Clustering) -> bool:
    clusters = [{found[f"{document}:{row['name']}"] for document in group} for group in row["groups"]]
    return all(not one & other for one, other in combinations(clusters, 2))


def joins_across_scripts(people: Mapping[str, Appearance], clustering: Clustering) -> set[tuple[str, str]]:
    """Pairs of names, one in Latin letters and one not, that a clustering takes for one person's."""
    return {
        (min(pair), max(pair))
        for members in _members(clustering).values()
        for pair in combinations(sorted(members), 2)
        if people[pair[0]].name.isascii() != people[pair[1]].name.isascii()
    }


def _within(clustering: Clustering, part: Iterable[str]) -> Clustering:
    return {id_: clustering[id_] for id_ in part}


def _members(clustering: Clustering) -> dict[str, set[str]]:
    members: dict[str, set[str]] = {}
    for id_, cluster in clustering.items():
        members.setdefault(cluster, set()).add(id_)
    return members


def _rows(file: Path) -> Iterable[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def print_faults(folder: Path) -> None:
    """Every pair joined wrongly and every cluster torn apart, outside the held part."""
    people, held = _load(folder)
    gold, found = gold_clustering(folder, people), found_clustering(people)
    for name, clustering, other in (("wrong", found, gold), ("torn", gold, found)):
        for members in _members(clustering).values():
            open_ = sorted(id_ for id_ in members if people[id_].document not in held)
            if len({other[id_] for id_ in open_}) > 1:
                print(name)
                for id_ in sorted(open_, key=other.__getitem__):
                    print("   ", other[id_][:6], id_, people[id_].posts, people[id_].latin, people[id_].published)


def main() -> int:
    """Print the figures, and with --details what went wrong in the open part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args()
    began = time.perf_counter()
    for name, value in measure_people(options.folder).items():
        print(f"{name:20} {value:8.1f}")
    print(f"{'seconds':20} {time.perf_counter() - began:8.2f}")
    if options.details:
        print_faults(options.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
