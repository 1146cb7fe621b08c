"""Find each name of a table of pairs in a gallery of names of the other script, and count what is found.

    bench/names.py [--errors]              our own table and the one beside the checkout, if any, against their floors
    bench/names.py [--errors] PAIRS.tsv …  other tables

A table holds a name in Hangul and the same name in Latin letters a line. A name is found if its own counterpart is the
best match at or above the threshold; a false join is any other name at or above it. The gallery holds every counterpart
and names made of the tables of this package. A name with two counterparts has two to be found. The floors are the
numbers of names to be found in the worse direction (bench/floors.toml, [names]); no false join is ever allowed.
"""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, product
from pathlib import Path

from hoedong.names.comparison import MATCH, compare_names
from hoedong.names.keys import name_keys
from hoedong.names.table import table_rows

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "bench" / "floors.toml"
TABLES = {
    "own": ROOT / "tests" / "names" / "pairs.tsv",
    "beside": ROOT.parent / "shared" / "eval" / "names" / "pairs.tsv",
}
DISTRACTORS = 600
SURNAMES = (
    "Aldane Barrow Castellan Dorset Eastmoor Farleigh Gresham Hallward Ingham Jarrold Kettering Lindholm Marchetti "
    "Norwood Okafor Pellegrin Quarles Ravenscroft Sokolov Thornbury Underhill Valente Westergaard Yardley Zielinski "
    "Bauer Cook Gates Johnson Park Lee Kim Chen Wang Tanaka Singh Silva Meyer Larsen Novak"
)
KOREAN_GIVEN = "Ha-ram Do-yun Seo-jin Jae-ho Min-ah Tae-gyu Yong-jae Jung-min Sang-woo Hyun-ki Eun-bi Ji-hoon Kyu-ri"
HANGUL_GIVEN = "하람 도윤 서진 재호 민아 태규 용재 정민 상우 현기 은비 지훈 규리 대정 기준 의성"
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a search of a gallery found: names found and not found, and joins that are wrong."""

    found: int
    missed: tuple[str, ...]
    false: tuple[str, ...]


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a table, without its opening comment and header."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return [(cells[0], cells[1]) for cells in (line.split("\t") for line in lines) if cells[0] != "hangul"]


def latin_distractors() -> list[str]:
    """Made-up names in Latin letters: Western given names with surnames, and Korean surnames with given names."""
    given = [row["name"] for row in table_rows("given_names")]
    western = [f"{one} {other}" for other, one in product(SURNAMES.split(), given)]
    korean_surnames = [row["spellings"].split()[0].capitalize() for row in table_rows("korean_surnames")]
    korean = [f"{one} {other}" for one, other in product(korean_surnames, KOREAN_GIVEN.split())]
    return [*_spread(western), *_spread(korean)]


def hangul_distractors() -> list[str]:
    """Made-up names in Hangul, of both kinds."""
    rows = list(table_rows("given_names"))
    given = [row["hangul"].split()[0] for row in rows]
    western = [f"{one} {other}" for one, other in product(given, given) if one != other]
    korean = [row["surname"] + name for row, name in product(table_rows("korean_surnames"), HANGUL_GIVEN.split())]
    return [*_spread(western), *_spread(korean)]


def _spread(names: Sequence[str]) -> Iterable[str]:
    return islice(names, 0, None, max(1, len(names) // (DISTRACTORS // 2)))


def search(pairs: Sequence[Pair], distractors: Iterable[str]) -> Outcome:
    """Look for the counterpart of every left name among all right names and the distractors."""
    right_names = dict.fromkeys((*(right for _, right in pairs), *distractors))
    own: dict[str, set[str]] = {}
    for left, right in pairs:
        own.setdefault(left, set()).add(right)
    found, missed, false = 0, [], []
    for left, rights in own.items():
        scores = {right: compare_names(left, right).score for right in right_names}
        wrong = {right: score for right, score in scores.items() if right not in rights and score >= MATCH}
        false += [f"{left} = {right} {score}" for right, score in wrong.items()]
        for right in rights:
            is_best = scores[right] >= MATCH and scores[right] > max(wrong.values(), default=0.0)
            found += is_best
            missed += [] if is_best else [f"{left} = {right} {scores[right]}"]
    return Outcome(found, tuple(missed), tuple(false))


def shared_keys(pairs: Sequence[Pair]) -> int:
    """How many pairs have a key in common."""
    return sum(not set(name_keys(one)).isdisjoint(name_keys(other)) for one, other in pairs)


def microseconds(call: Callable[[], object], times: int) -> float:
    """The processor time of one of the calls that a call makes."""
    began = time.process_time()
    call()
    return 1e6 * (time.process_time() - began) / times


def measure(path: Path, *, errors: bool) -> tuple[int, int]:
    """Print the figures of a table of pairs in both directions: names found in the worse one, and all false joins."""
    pairs = read_pairs(path)
    outcomes: Mapping[str, Outcome] = {
        "Hangul to Latin": search(pairs, latin_distractors()),
        "Latin to Hangul": search([(right, left) for left, right in pairs], hangul_distractors()),
    }
    for direction, outcome in outcomes.items():
        print(f"{direction}: {outcome.found} of {len(pairs)} found, {len(outcome.false)} false joins")
        for line in (*outcome.missed, *outcome.false) if errors else ():
            print(f"  {line}")
    print(f"{shared_keys(pairs)} of {len(pairs)} pairs share a key")
    found = min(outcome.found for outcome in outcomes.values())
    return found, sum(len(outcome.false) for outcome in outcomes.values())


def main() -> int:
    """Print the figures; the exit code is 1 after a false join or below a floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="*", type=Path, help="tables of pairs; else those with floors")
    parser.add_argument("--errors", action="store_true", help="print every miss and false join")
    options = parser.parse_args()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["names"]
    tables = {str(path): path for path in options.pairs} or {
        name: path for name, path in TABLES.items() if path.exists()
    }
    print_speed()
    failures = []
    for name, path in tables.items():
        print(f"\n{name}")
        found, false = measure(path, errors=options.errors)
        if false or found < floors.get(name, 0):
            failures.append(f"{name}: {found} found, {false} false joins; the floor is {floors.get(name, 0)} and none")
    print("\n".join(failures), file=sys.stderr, end="\n" if failures else "")
    return 1 if failures else 0


def print_speed() -> None:
    """The time that names take which were not seen before, once the tables are read."""
    latin, hangul = latin_distractors(), hangul_distractors()
    pairs = list(zip(latin, hangul, strict=False))
    for name in ("Lee Jae-yong", "이재용", "Wang Yi", "王毅"):
        compare_names(name, "마크 저커버그")
    keys = [microseconds(partial(list, map(name_keys, names)), len(names)) for names in (latin, hangul)]
    compared = microseconds(lambda: [compare_names(one, other) for one, other in pairs], len(pairs))
    print(f"keys {keys[0]:.0f} µs a Latin name, {keys[1]:.0f} µs a Hangul name; a comparison {compared:.0f} µs")


if __name__ == "__main__":
    sys.exit(main())
