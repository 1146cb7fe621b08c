"""A power cut at any moment loses nothing that was acknowledged, and leaves nothing half done."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from hoedong.export.record.jsonl import export_jsonl
from hoedong.model.judgement import JudgementSubject, JudgementVerb
from hoedong.workspace import Workspace
from hoedong.workspace.judgement_file import judgement_line, new_judgement
from invented_readings import entry, met, page

PEOPLE = ("한도윤", "오세린", "서가온", "문지호", "벤 카터", "레베카 스톤")
PAGES = [
    entry(page(f"d{number}", met(PEOPLE[number % 6], PEOPLE[number % 5 - 1], on=f"2024-06-{1 + number % 9:02d}")))
    for number in range(30)
]
KILLS = 54
"""How often a writing process is killed, over all tests of this file."""
SEEDS = range(3)


@dataclass(frozen=True)
class Work:
    """Pages to add, and after every third of them a file with one judgement to take in."""

    judgements: Sequence[Path]

    def run(self, path: Path, acknowledge: int) -> None:
        """Do all of it, and write the id of whatever is done to a pipe."""
        with Workspace(path, user="gana") as workspace:
            for number, one in enumerate(PAGES):
                (added,) = workspace.add_entries([one])
                os.write(acknowledge, f"{added.document}\n".encode())
                if number % 3 == 2:
                    file = self.judgements[number // 3]
                    workspace.import_judgements(file)
                    os.write(acknowledge, f"{file.stem}\n".encode())


def text_of(workspace: Workspace) -> str:
    """The record as its canonical lines."""
    out = StringIO()
    export_jsonl(workspace.view, out)
    return out.getvalue()


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Work:
    """The work with judgements about what it will bring to record."""
    folder = tmp_path_factory.mktemp("judgements")
    with Workspace(":memory:") as workspace:
        workspace.add_entries(PAGES)
        reports = sorted(report for one in workspace.view.encounters() for report in one.reports)
    files = []
    for number, report in enumerate(reports[: len(PAGES) // 3]):
        verb = (JudgementVerb.REJECT, JudgementVerb.ACCEPT)[number % 2]
        moment = f"2024-07-01T00:00:{number:02d}.000000Z"
        judgement = new_judgement(JudgementSubject.ENCOUNTER, verb, report, user="gana", created=moment)
        files.append(folder / f"{judgement.id}.jsonl")
        files[-1].write_text(judgement_line(judgement), encoding="utf-8")
    return Work(files)


@dataclass(frozen=True)
class Undisturbed:
    """What the work gives when nothing happens, and how long it takes."""

    text: str
    judgements: str
    seconds: float


@pytest.fixture(scope="module")
def undisturbed(work: Work, tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """One run without a kill."""
    path = tmp_path_factory.mktemp("undisturbed") / "record.db"
    start = time.perf_counter()
    assert run_and_kill(work, path, after=None) == ids_of(work)
    seconds = time.perf_counter() - start
    with Workspace(path, read_only=True) as workspace:
        return Undisturbed(text_of(workspace), "".join(workspace.judgement_lines()), seconds)


def ids_of(work: Work) -> list[str]:
    """Everything that is acknowledged when all is done, sorted."""
    return sorted([*(one.id for one in PAGES), *(file.stem for file in work.judgements)])


def run_and_kill(work: Work, path: Path, after: float | None) -> list[str]:
    """Do the work in a process of its own and kill that after some seconds; what it acknowledged, sorted."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_child(work, path, writing)
    os.close(writing)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, encoding="ascii") as pipe:
        acknowledged = pipe.read()
    _, status = os.waitpid(child, 0)
    assert after is not None or status == 0
    return sorted(acknowledged.split())


def _be_the_child(work: Work, path: Path, writing: int) -> None:
    try:
        work.run(path, writing)
    except BaseException:  # noqa: BLE001 - a forked process must never return into the tests
        os._exit(1)
    os._exit(0)


def require_all(path: Path, acknowledged: Sequence[str]) -> None:
    """The file opens, is sound, and holds whatever was acknowledged."""
    with Workspace(path) as workspace:
        assert workspace.check().broken == ()
        kept = {document.id for document in workspace.documents()}
        kept |= {judgement.id for judgement in workspace.view.judgements()}
        assert set(acknowledged) <= kept


@pytest.mark.parametrize("seed", SEEDS)
def test_a_killed_writer_loses_nothing(work: Work, undisturbed: Undisturbed, tmp_path: Path, seed: int) -> None:
    """Killed at moments of chance and started again, until all is done: the record is that of an undisturbed run."""
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    kills = records = in_the_midst = 0
    while kills < KILLS / len(SEEDS):
        records += 1
        path, everything = tmp_path / f"record{records}.db", ids_of(work)
        acknowledged: set[str] = set()
        while acknowledged < set(everything) and kills < KILLS / len(SEEDS):
            done = run_and_kill(work, path, chance.uniform(0, undisturbed.seconds / 2))
            kills, in_the_midst = kills + 1, in_the_midst + (0 < len(done) < len(everything))
            acknowledged |= set(done)
            require_all(path, sorted(acknowledged))
        assert run_and_kill(work, path, after=None) == everything
        with Workspace(path) as workspace:
            assert text_of(workspace) == undisturbed.text
            assert "".join(workspace.judgement_lines()) == undisturbed.judgements
    assert in_the_midst > kills / 3, "most kills came before the work began, or after it was done"


def test_a_killed_writer_leaves_the_lock(work: Work, undisturbed: Undisturbed, tmp_path: Path) -> None:
    """The next writer does not wait for one that is gone."""
    path = tmp_path / "record.db"
    run_and_kill(work, path, undisturbed.seconds / 3)
    start = time.perf_counter()
    with Workspace(path) as workspace:
        workspace.add_entries(PAGES[:1])

    assert time.perf_counter() - start < 5
