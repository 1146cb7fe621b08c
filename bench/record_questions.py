"""Asks a record what people ask, and prints how long that takes: `bench/record_questions.py FILE`, as JSON.

A process of its own, so that the record is freshly opened ("opened") before everything is asked once more ("warm"), and
so that its peak memory is that of questions alone. People are drawn by how much is written about them.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from hoedong.model.span import Span
from hoedong.record.search_terms import text_morphemes
from hoedong.workspace import Workspace

CALLS = 200
PAGE = 50


def main() -> int:
    """Ask everything twice and print the figures."""
    text_morphemes("회장", Span(0, 2), "ko")  # loads the analyser, once in the life of a server
    before = _peak_memory()
    with Workspace(sys.argv[1], read_only=True) as workspace:
        questions = Questions(workspace)
        figures = {f"{name} opened {key}": value for name, key, value in questions.ask()}
        figures |= {f"{name} {key}": value for name, key, value in questions.ask()}
    figures |= {"peak memory MB": _peak_memory(), "memory above the analyser MB": _peak_memory() - before}
    print(json.dumps(figures))
    return 0


def _peak_memory() -> float:
    """In MB, of this program alone: what `getrusage` tells begins with the memory of whoever started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


class Questions:
    """Everything that is asked of a record, each about other people."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        chance = random.Random(7)  # noqa: S311 - a sample
        self._people = self._draw(chance)
        self._partners = [self._partner(person) for person in self._people]
        total = workspace.view.count_encounters()
        self._offsets = [chance.randrange(max(1, total - PAGE)) for _ in range(CALLS)]

    def _draw(self, chance: random.Random) -> list[str]:
        """People by activity: the participants of encounters drawn at random."""
        total = self._workspace.view.count_encounters()
        found = []
        for _ in range(CALLS):
            meeting = self._workspace.view.find_encounters(limit=1, offset=chance.randrange(total))[0]
            found.append(chance.choice(meeting.people))
        return found

    def _partner(self, person: str) -> str:
        return next((other.id for other, _ in self._workspace.view.neighbours(person, 1)), person)

    def ask(self) -> list[tuple[str, str, float]]:
        """Median and 95th percentile of every question."""
        found = []
        for name, calls in self._questions().items():
            times = sorted(_milliseconds(call) for call in calls)
            found.append((name, "median ms", statistics.median(times)))
            found.append((name, "p95 ms", times[int(0.95 * len(times))]))
        return found

    def _questions(self) -> Mapping[str, Sequence[Callable[[], object]]]:
        asked, people = self._workspace, self._people
        names = [asked.person(person).name for person in people]
        pairs = list(zip(people, self._partners, strict=True))
        return {
            "who": [partial(asked.who, name) for name in names],
            "met": [partial(asked.met, one, limit=PAGE) for one in people],
            "met all": [partial(asked.met, one) for one in people],
            "met pair": [partial(asked.met, one, other) for one, other in pairs],
            "network": [partial(asked.network, one) for one in people],
            "timeline": [partial(asked.timeline, one, limit=PAGE) for one in people],
            "timeline of all": [partial(asked.timeline, limit=PAGE, offset=at) for at in self._offsets],
            "person page": [partial(self._person_page, one) for one in people],
            "search": [partial(asked.search, name) for name in names],
        }

    def _person_page(self, person: str) -> object:
        view = self._workspace.view
        return (
            view.person(person),
            view.count_encounters([person]),
            view.find_encounters([person], limit=20),
            view.neighbours(person, 20),
            view.documents_of_person(person, 20),
        )


def _milliseconds(call: Callable[[], object]) -> float:
    """Processor time: the database runs in this process, and what else runs on the machine is none of its doing."""
    start = time.process_time()
    call()
    return 1000 * (time.process_time() - start)


if __name__ == "__main__":
    sys.exit(main())
