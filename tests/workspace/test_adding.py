"""Sources → the record: what is new is read, what is there is not, what cannot be read is told and stops nothing."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from hoedong.ingest.source import SourceProblem
from hoedong.model.time import PartialDate
from hoedong.record.record import Outcome
from hoedong.workspace import Workspace
from hoedong.workspace import adding as adding_module
from hoedong.workspace.adding import Added

FIRST = "한도윤 가람전자 회장은 지난 11일 부산에서 오세린 나래물산 대표를 만났다."
SECOND = "한도윤 가람전자 회장은 지난 12일 부산에서 서가온 누리은행 행장을 만났다."


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """An empty record in memory, whose clock goes on by a day at each look."""
    days = iter(range(1, 10_000))
    start = dt.datetime(2024, 7, 1, tzinfo=dt.UTC)
    with Workspace(":memory:", user="gana", clock=lambda: start + dt.timedelta(hours=next(days))) as found:
        yield found


def written(folder: Path, **texts: str) -> list[str]:
    """Files with these texts."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in texts]


def outcomes(workspace: Workspace, *sources: str) -> list[str]:
    """What became of each document, in the order of the sources."""
    found = workspace.add(*sources, published="2024-06-13", lang="ko")
    return [one.code if isinstance(one, SourceProblem) else str(one.outcome) for one in found]


def test_what_is_there_is_not_read_again(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time the reader is not even called."""
    files = written(tmp_path, one=FIRST, two=SECOND)
    assert outcomes(workspace, *files) == ["added", "added"]

    def refuse(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(adding_module, "read_intake", refuse)
    assert outcomes(workspace, *files) == ["unchanged", "unchanged"]


def test_a_changed_file_is_a_new_version(workspace: Workspace, tmp_path: Path) -> None:
    """The same path with another text: the new one counts, the old one stays in the ledger."""
    (file,) = written(tmp_path, one=FIRST)
    assert outcomes(workspace, file) == ["added"]
    written(tmp_path, one=SECOND)
    assert outcomes(workspace, file) == ["new version"]

    assert {one.name for one in workspace.view.people()} == {"한도윤", "서가온"}
    assert (workspace.check().documents, len(list(workspace.documents()))) == (2, 1)


def test_the_same_text_at_two_places_is_one_document(workspace: Workspace, tmp_path: Path) -> None:
    """A copy of a file adds nothing."""
    assert outcomes(workspace, *written(tmp_path, one=FIRST, two=FIRST)) == ["added", "unchanged"]


def test_one_bad_source_stops_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """It is told in its place; the others are kept."""
    good = written(tmp_path, one=FIRST, two=SECOND)
    found = outcomes(workspace, good[0], str(tmp_path / "missing.txt"), good[1])

    assert (found[0], found[2]) == ("added", "added")
    assert found[1].startswith("source.")
    assert workspace.check().documents == 2


def test_a_reader_that_fails_stops_nothing(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that breaks the reader is told as a problem with its name."""
    real = adding_module.read_intake  # type: ignore[attr-defined]

    def break_on_second(text: str, intake: object, *, gate: bool) -> object:
        if "서가온" in text:
            raise ZeroDivisionError
        return real(text, intake, gate=gate)  # type: ignore[arg-type]

    monkeypatch.setattr(adding_module, "read_intake", break_on_second)
    files = written(tmp_path, one=SECOND, two=FIRST)
    found = list(workspace.add(*files, published="2024-06-13"))

    assert isinstance(found[0], SourceProblem)
    assert "one.txt" in str(found[0])
    assert isinstance(found[1], Added)
    assert found[1].outcome is Outcome.ADDED


def test_a_corpus_from_standard_input(workspace: Workspace) -> None:
    """Lines of JSON with ids and days; the same line again is unchanged, another text under its id a new version."""
    lines = [
        {"id": "a", "text": FIRST, "published": "2024-06-13"},
        {"id": "b", "text": SECOND, "published": "2024-06-13"},
    ]
    corpus = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()

    def add(content: bytes) -> list[str]:
        return [str(one.outcome) for one in workspace.add("-", stdin=io.BytesIO(content)) if isinstance(one, Added)]

    assert add(corpus) == ["added", "added"]
    assert add(corpus) == ["unchanged", "unchanged"]
    changed = json.dumps({**lines[0], "text": SECOND}, ensure_ascii=False).encode()
    assert add(changed + b"\n" + corpus.splitlines()[1]) == ["new version", "unchanged"]


def test_what_was_believed_on_a_day(workspace: Workspace, tmp_path: Path) -> None:
    """A record as of a day holds what had been added by its end; as reported by a day, what had been printed."""
    one, two = written(tmp_path, one=FIRST, two=SECOND)
    list(workspace.add(one, published="2024-06-13"))
    for _ in range(48):
        workspace._now()
    list(workspace.add(two, published="2024-06-12"))

    assert len(workspace.timeline()) == 2
    assert [one.when.edtf for one in workspace.at(as_of=PartialDate(2024, 7, 1)).timeline() if one.when] == [
        "2024-06-11"
    ]
    printed = workspace.at(reported_by=PartialDate(2024, 6, 12)).timeline()
    assert [one.when.edtf for one in printed if one.when] == ["2024-06-12"]
    assert workspace.at(as_of=PartialDate(2024, 6)).timeline() == ()


def test_a_record_of_today_is_the_record(workspace: Workspace, tmp_path: Path) -> None:
    """Replaying everything gives the same encounters, people and search."""
    outcomes(workspace, *written(tmp_path, one=FIRST, two=SECOND))
    now = workspace.at()

    assert now.timeline() == workspace.timeline()
    assert list(now.view.people()) == list(workspace.view.people())
    assert [one.document.id for one in now.search("나래물산").documents] == [
        one.document.id for one in workspace.search("나래물산").documents
    ]


def test_a_forgotten_page_does_not_come_back(workspace: Workspace, tmp_path: Path) -> None:
    """Neither under its path nor under another; a tombstone says why."""
    one, _ = written(tmp_path, one=FIRST, two=FIRST)
    (added,) = workspace.add(one, published="2024-06-13")
    assert isinstance(added, Added)
    tombstone = workspace.forget(added.document, "personal data")

    assert (tombstone.reason, tombstone.user) == ("personal data", "gana")
    assert outcomes(workspace, str(tmp_path / "two.txt")) == ["taken down before"]
    assert list(workspace.view.people()) == []
    assert workspace.search("한도윤").documents == ()


def test_reading_all_again_by_the_same_rules_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """`rebuild(reread=True)` reads only what other rules have read."""
    outcomes(workspace, *written(tmp_path, one=FIRST, two=SECOND))
    before = workspace.timeline()

    assert workspace.rebuild(reread=True) == 2
    assert workspace.timeline() == before


def test_a_lead_does_not_pass_for_a_newer_version_of_the_whole(workspace: Workspace, tmp_path: Path) -> None:
    """The lead of an article that is on record changes nothing; the article whose lead is on record is its version."""
    url = "https://new.example/politics/1"
    lead = {"title": "한도윤 회동", "originallink": url, "link": url, "description": FIRST, "pubDate": ""}
    (tmp_path / "lead.json").write_text(json.dumps({"items": [lead]}, ensure_ascii=False), encoding="utf-8")
    whole = json.dumps({"text": f"{FIRST} {SECOND}", "url": url}, ensure_ascii=False)
    (tmp_path / "whole.jsonl").write_text(whole, encoding="utf-8")

    assert outcomes(workspace, str(tmp_path / "lead.json")) == ["added"]
    assert outcomes(workspace, str(tmp_path / "whole.jsonl")) == ["new version"]
    assert outcomes(workspace, str(tmp_path / "lead.json")) == ["unchanged"]
    assert len(workspace.timeline()) == 2


NOBODY = "주말 전국에 비\n\n남쪽의 더운 공기와 북쪽의 찬 공기가 만나 밤부터 비가 내리겠다."


def gated(workspace: Workspace) -> int:
    """How many pages on record were only scanned."""
    return len(workspace.diagnostics("document.gated"))


def test_several_pages_are_read_behind_the_gate(workspace: Workspace, tmp_path: Path) -> None:
    """Of several pages the one in which nobody can have met is only scanned, and its words are found all the same."""
    files = written(tmp_path, one=FIRST, two=NOBODY)
    assert outcomes(workspace, *files) == ["added", "added"]
    assert gated(workspace) == 1
    assert [found.document for found in workspace.search("공기").documents]


def test_one_page_is_read_in_full(workspace: Workspace, tmp_path: Path) -> None:
    """A page that is added by itself is read in full, whatever it tells."""
    assert outcomes(workspace, *written(tmp_path, two=NOBODY)) == ["added"]
    assert gated(workspace) == 0


def test_a_page_that_was_scanned_is_read_when_asked(workspace: Workspace, tmp_path: Path) -> None:
    """Without the gate a scanned page is read in full, once; with it a page that was read in full stays as it is."""
    files = written(tmp_path, one=FIRST, two=NOBODY)
    outcomes(workspace, *files)
    told = [list(workspace.add(*files, published="2024-06-13", lang="ko", gate=gate)) for gate in (False, False, True)]
    assert [[str(one.outcome) for one in added if isinstance(one, Added)] for added in told] == [
        ["unchanged", "read again"],
        ["unchanged", "unchanged"],
        ["unchanged", "unchanged"],
    ]
    assert gated(workspace) == 0
