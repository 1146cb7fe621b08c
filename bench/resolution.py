"""How well the record joins people, names and encounters of many documents.

python bench/resolution.py [FOLDER] [--real]

FOLDER holds the evaluation files (default: ../shared/eval beside the checkout). With the gold readings as input, so
that what the reader misses does not count: people (B³, homonyms, joins across scripts), encounters pairwise with the
people of the gold and with the people that were resolved, near misses. `--real` reads the Korean documents by the
reader and gives the figures of what the reader found. Exit code 1 where a figure is below its floor or above its limit
(bench/floors.toml, [resolution]); without the files there is nothing to measure.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from gold_record import FILES
from hoedong.export.reading_json import reading_to_json
from hoedong.reader import read_document
from hoedong.record.facts import facts_of
from hoedong.workspace import Workspace
from resolution_encounters import Pair, load_pairs, measure_encounters
from resolution_people import b_cubed, found_clustering, gold_clustering, load_people, measure_people
from scorer import compare_documents

FLOORS = Path(__file__).parent / "floors.toml"
EVALUATION = Path(__file__).resolve().parent.parent.parent / "shared" / "eval"


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=EVALUATION)
    parser.add_argument("--real", action="store_true")
    arguments = parser.parse_args()
    if not (arguments.folder / "clusters").is_dir():
        print(f"no evaluation files at {arguments.folder}: nothing measured")
        return 0
    people = found_clustering(load_people(arguments.folder))
    measured = {
        "people": measure_people(arguments.folder),
        "encounters": measure_encounters(arguments.folder),
        "encounters of resolved people": measure_encounters(arguments.folder, people),
    }
    if arguments.real:
        measured["real readings"] = measure_real(arguments.folder)
    for heading, figures in measured.items():
        _print(heading, figures)
    failures = list(_failures(measured))
    print(*failures, sep="\n", end="\n" if failures else "")
    return 1 if failures else 0


def _failures(measured: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Every figure below its floor or above its limit; figures without either are for reading."""
    bars = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["resolution"]
    for heading, figures in measured.items():
        for name, bar in bars.get(heading, {}).get("floors", {}).items():
            if figures[name] < bar:
                yield f"{heading}: {name} {figures[name]:.1f} is below its floor {bar}"
        for name, bar in bars.get(heading, {}).get("limits", {}).items():
            if figures[name] > bar:
                yield f"{heading}: {name} {figures[name]:.1f} is above its limit {bar}"


def _print(heading: str, figures: Mapping[str, float]) -> None:
    print(heading)
    for name, figure in figures.items():
        print(f"  {name:32}{figure:8.1f}")


def measure_real(folder: Path) -> dict[str, float]:
    """The same from texts alone: read, added to a record, and compared where the reader found what the gold has."""
    workspace, ids = Workspace(":memory:"), _Ids()
    for gold in _korean_documents(folder):
        reading = read_document(gold["text"], id=gold["id"], lang="ko", published=gold["published"], url=gold["url"])
        added = workspace.add_reading(reading)
        facts = facts_of(reading, added.document)
        ids.note(gold, reading_to_json(reading), [one.id for one in facts.people], [one.id for one in facts.reports])
    return {**_people_figures(folder, workspace, ids.people), **_encounter_figures(folder, workspace, ids.reports)}


class _Ids:
    """Which appearance and which report of the record each person and encounter of the gold was found as."""

    def __init__(self) -> None:
        self.people: dict[str, str] = {}
        self.reports: dict[str, str] = {}

    def note(
        self, gold: Mapping[str, Any], read: Mapping[str, Any], people: Sequence[str], reports: Sequence[str]
    ) -> None:
        """Take the pairs of one document in."""
        names, encounters = compare_documents(gold, read)
        for person, id_ in zip(read["people"], people, strict=True):
            if (name := names.get(person["id"])) is not None:
                self.people.setdefault(f"{gold['id']}:{name}", id_)
        rows = dict(zip((one["id"] for one in read["encounters"]), reports, strict=True))
        self.reports.update({f"{gold['id']}:{one['eid']}": rows[other["id"]] for one, other in encounters})


def _people_figures(folder: Path, workspace: Workspace, found: Mapping[str, str]) -> dict[str, float]:
    people = {id_: one for id_, one in load_people(folder).items() if id_ in found}
    gold = gold_clustering(folder, people)
    entities = {id_: entity.id for id_, one in found.items() if (entity := workspace.view.person(one)) is not None}
    precision, recall, f1 = b_cubed(people, gold, entities)
    return {"people found": len(people), "B3 precision": precision, "B3 recall": recall, "B3 F1": f1}


def _encounter_figures(folder: Path, workspace: Workspace, found: Mapping[str, str]) -> dict[str, float]:
    gold = load_pairs(folder / "clusters")
    encounters = {id_: one.id for id_, report in found.items() if (one := workspace.view.encounter(report)) is not None}
    joined = _pairs_of_one(encounters)
    possible = {pair for pair in gold.same if pair <= encounters.keys()}
    right = len(joined & possible)
    return {
        "encounters found": len(encounters),
        "pairs whose reports were found": len(possible),
        "pairwise precision": 100 * right / max(1, len(joined)),
        "pairwise recall, of found": 100 * right / max(1, len(possible)),
        "near misses merged": len(joined & gold.near_misses),
    }


def _pairs_of_one(encounters: Mapping[str, str]) -> set[Pair]:
    members: dict[str, list[str]] = {}
    for id_, encounter in encounters.items():
        members.setdefault(encounter, []).append(id_)
    return {frozenset(pair) for ids in members.values() for pair in combinations(ids, 2)}


def _korean_documents(folder: Path) -> Iterable[dict[str, Any]]:
    for name in FILES:
        with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield from (gold for gold in map(json.loads, lines) if gold["lang"] == "ko")


if __name__ == "__main__":
    sys.exit(main())
