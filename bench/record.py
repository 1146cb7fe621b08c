"""The record at size: what building, adding and asking cost, and how that grows with what is on record.

    bench/record.py                      20,000 reports, against the limits of bench/floors.toml, exit 1 above any
    bench/record.py --reports 1000000    any size, figures only
    bench/record.py --json               the figures as one object
    bench/record.py --file FILE          keep the record, which must not exist yet, instead of a temporary one

Pages come from bench/synthetic_corpus.py, ready read, so that the record alone is measured; the words for searching are
those between blanks. Processor time throughout.

round trip   what one page takes to be written as JSON and read back: the yardstick that makes figures hold anywhere
growth       what adding one page costs, in round trips, when the record is full, over that when it was a tenth of it
             (a hundredth, where it holds a million); both are taken beside one another, as the machine may slow down
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from hoedong.model.document import Document
from hoedong.model.reading import Reading
from hoedong.record.codec import decode_value, encode_value
from hoedong.record.protocol import Run
from hoedong.record.record import Entry, Record
from hoedong.record.search_terms import text_bigrams
from hoedong.record.sqlite import SqliteStore, open_record
from synthetic_corpus import synthetic_readings
from synthetic_world import World

BENCH = Path(__file__).parent
SMALL = 20_000
BATCH = 200
SINGLE = 200
"""Pages that are added one by one at each size, to see what one costs."""
RUN = Run("synthetic", "synthetic", "")
Figures = dict[str, float]


def main() -> int:
    """Build, ask, print, and compare with the limits where the size is the one they are for."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        location = str(options.file or Path(folder) / "record.db")
        figures = measure(location, options.reports, options.people, quiet=options.json)
    if options.json:
        print(json.dumps(figures, indent=1))
    return _compare(figures) if options.reports == SMALL and not options.json else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=SMALL, help=f"reports to put on record ({SMALL:,})")
    parser.add_argument("--people", type=int, default=200_000, help="people who can be in them (200,000)")
    parser.add_argument("--file", type=Path, help="where to build the record")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser.parse_args()


def measure(location: str, reports: int, people: int, *, quiet: bool) -> Figures:
    """All figures of a record of this size."""
    store = open_record(location)
    figures = Build(store, World(people), quiet=quiet).run(reports)
    figures |= sizes(store)
    store.close()
    command = [sys.executable, str(BENCH / "record_questions.py"), location]
    figures |= json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    if not quiet:
        for name, value in figures.items():
            print(f"{name:34}{value:14,.3f}")
    return figures


def search_terms(document: Document) -> tuple[Sequence[str], Sequence[str]]:
    """A stand-in for Korean morphemes, which would take longer than all the rest."""
    return document.text.split(), text_bigrams(document.text)


def round_trip(readings: Sequence[Reading]) -> float:
    """Seconds that a page takes to be written as JSON and read back, at the median."""
    return statistics.median(_seconds_of_round_trip(reading) for reading in readings)


def _seconds_of_round_trip(reading: Reading) -> float:
    start = time.process_time()
    decode_value(Reading, encode_value(reading))
    return time.process_time() - start


class Build:
    """Fills a store and takes the time."""

    def __init__(self, store: SqliteStore, world: World, *, quiet: bool) -> None:
        self._record = Record(store, lambda: "2026-01-01T00:00:00.000000Z", search_terms)
        self._world, self._quiet = world, quiet
        self._sample = list(islice(synthetic_readings(1000, world), 300))
        self._done = self._pages = 0
        self._seconds = self._elapsed = 0.0

    def run(self, reports: int) -> Figures:
        """Add pages up to so many reports; at powers of ten on the way, and at the end, some one by one."""
        figures: Figures = {}
        pages = (_entry(reading) for reading in synthetic_readings(2 * reports + 10_000, self._world))
        costs = []
        for size in _stages(reports):
            self._fill(pages, size)
            trip, cost = round_trip(self._sample), self._add_singly(pages)
            costs.append(cost / trip)
            figures |= {f"add one ms at {size}": 1000 * cost, f"in round trips at {size}": cost / trip}
            self._tell(f"one page at {size:,} reports: {1000 * cost:.1f} ms, {cost / trip:.1f} round trips")
        return figures | {
            "round trip ms": 1000 * trip,
            "growth": costs[-1] / costs[0],
            "build s": self._seconds,
            "build elapsed s": self._elapsed,
            "reports/s": self._done / self._seconds,
            "build ms a page": 1000 * self._seconds / self._pages,
        }

    def _fill(self, pages: Iterator[Entry], size: int) -> None:
        while self._done < size and (batch := list(islice(pages, BATCH))):
            cpu, wall = time.process_time(), time.perf_counter()
            self._record.add(batch)
            self._count(batch, time.process_time() - cpu, time.perf_counter() - wall)

    def _count(self, batch: Sequence[Entry], seconds: float, elapsed: float) -> None:
        before = self._done
        self._done += sum(len(entry.reading.encounters) for entry in batch)
        self._pages += len(batch)
        self._seconds += seconds
        self._elapsed += elapsed
        if before // 10_000 != self._done // 10_000:
            self._tell(f"{self._done:>9,} reports {self._done / self._seconds:7.0f}/s")

    def _tell(self, words: str) -> None:
        if not self._quiet:
            print(words, file=sys.stderr, flush=True)

    def _add_singly(self, pages: Iterator[Entry]) -> float:
        costs = []
        for entry in islice(pages, SINGLE):
            start = time.process_time()
            self._record.add([entry])
            costs.append(time.process_time() - start)
        return statistics.median(costs)


def _stages(reports: int) -> list[int]:
    """The sizes at which one page is added at a time: powers of ten from 10,000, or a tenth, and the whole."""
    powers = [size for size in (10_000, 100_000, 1_000_000) if size < reports / 2]
    return [*(powers or [reports // 10]), reports]


def _entry(reading: Reading) -> Entry:
    return Entry(reading, RUN, key=reading.document.id, name=reading.document.id)


def sizes(store: SqliteStore) -> Figures:
    """How much there is, and what it takes on disk."""
    store.optimise()
    db = store._db  # noqa: SLF001 - rows are counted, which nobody else wants
    tables = {
        "documents": "document",
        "reports": "report",
        "encounters": "encounter",
        "people": "entity WHERE kind = 1",
    }
    counts = {name: float(db.value(f"SELECT COUNT(*) FROM {table}")) for name, table in tables.items()}  # noqa: S608
    size = store.size()
    return counts | {
        "disk MB": size / 1e6,
        "disk KB a report": size / 1e3 / counts["reports"],
        "disk KB an encounter": size / 1e3 / counts["encounters"],
    }


def _compare(figures: Figures) -> int:
    limits = tomllib.loads((BENCH / "floors.toml").read_text(encoding="utf-8"))["record"]
    trip = figures["round trip ms"]
    measured = {
        "build": figures["build ms a page"] / trip,
        "growth": figures["growth"],
        "disk": figures["disk KB a report"],
        "memory": figures["memory above the analyser MB"],
        **{name: figures[f"{name} median ms"] / trip for name in limits["questions"]},
    }
    known = {**limits, **limits["questions"]}
    for name, value in measured.items():
        print(f"{name:12}{value:8.2f}   limit {known[name]}")
    too_much = [name for name, value in measured.items() if value > known[name]]
    print(f"above the limit: {', '.join(too_much)}" if too_much else "within all limits")
    return 1 if too_much else 0


if __name__ == "__main__":
    sys.exit(main())
