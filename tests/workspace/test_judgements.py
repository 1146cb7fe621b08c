"""What people decide: undone, revived, carried from record to record, and safe in two places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from hoedong.errors import JudgementFileError, UnknownId
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.workspace import Workspace
from invented_readings import entry, met, page

PAGES = [entry(page(f"d{day}", met("한도윤", "오세린", on=f"2024-06-{day}", city="부산"))) for day in (10, 11, 12)]
ENCOUNTER, REJECT, SET_VALUE = JudgementSubject.ENCOUNTER, JudgementVerb.REJECT, JudgementVerb.SET_VALUE


def opened(path: Path) -> Workspace:
    """A workspace over a file, with its pages."""
    workspace = Workspace(path, user="gana")
    workspace.add_entries(PAGES)
    return workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "record.db"


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    """A record of three encounters."""
    with opened(path) as found:
        yield found


def decide(workspace: Workspace, count: int = 3) -> list[Judgement]:
    """Some decisions about encounters."""
    ids = [one.id for one in workspace.timeline()][:count]
    return [
        workspace.judge(
            ENCOUNTER, SET_VALUE, id_, property="place", value=f"자리 {index} 😀", reason="두\n줄\u2028\x85끝"
        )
        for index, id_ in enumerate(ids)
    ]


def mirror(path: Path) -> Path:
    """The file beside a record."""
    return Path(f"{path}.judgements.jsonl")


def test_a_decision_counts_at_once(workspace: Workspace) -> None:
    """What was set is chosen, with the reason that a person set it."""
    decide(workspace, 1)

    assert workspace.timeline()[0].place == "자리 0 😀"


def test_undoing_and_undoing_that(workspace: Workspace) -> None:
    """A retraction takes back, a retraction of it revives; the ledger keeps all three."""
    (rejected,) = [workspace.judge(ENCOUNTER, REJECT, workspace.timeline()[0].id)]
    assert len(workspace.timeline()) == 2
    undone = workspace.undo(rejected.id)
    assert len(workspace.timeline()) == 3
    workspace.undo(undone.id)
    assert len(workspace.timeline()) == 2
    assert len(workspace.view.judgements()) == 3


@pytest.mark.parametrize("verb", [JudgementVerb.SAME, JudgementVerb.DIFFERENT])
@pytest.mark.parametrize("subject", [JudgementSubject.PERSON, ENCOUNTER])
def test_taking_back_that_two_are_one(workspace: Workspace, subject: JudgementSubject, verb: JudgementVerb) -> None:
    """Any two are joined or parted, which is taken back, revived and taken back; the account is as before."""
    people = [one.id for person in workspace.view.people() for one in workspace.appearances(person.id)]
    reports = [one for encounter in workspace.timeline() for one in encounter.reports]
    before = workspace.timeline(), tuple(workspace.view.people())
    for left, right in combinations(people if subject is JudgementSubject.PERSON else reports, 2):
        undone = workspace.undo(workspace.judge(subject, verb, left, right).id)
        assert (workspace.timeline(), tuple(workspace.view.people())) == before
        workspace.undo(workspace.undo(undone.id).id)
        assert (workspace.timeline(), tuple(workspace.view.people())) == before


def test_what_is_sent_twice_is_kept_once(workspace: Workspace) -> None:
    """The same ticket is the same judgement, whenever it comes, even taken back; of another user it is another."""
    first, second, _ = (one.id for one in workspace.timeline())
    (kept, again) = (workspace.judge(ENCOUNTER, REJECT, first, ticket="t1") for _ in range(2))
    assert again == kept
    workspace.undo(kept.id)
    assert workspace.judge(ENCOUNTER, REJECT, first, ticket="t1") == kept
    assert workspace.standing_judgements() == ()
    with pytest.raises(ValueError, match="ticket"):
        workspace.judge(ENCOUNTER, REJECT, second, ticket="t1")
    assert workspace.judge(ENCOUNTER, REJECT, first, ticket="t2").id != kept.id
    assert workspace.judge(ENCOUNTER, REJECT, first, ticket="t1", user="dara").id != kept.id


def test_what_is_taken_back_is_not_taken_back_twice(workspace: Workspace) -> None:
    """The second time gives the retraction that stands; once that is taken back, another one is made."""
    rejected = workspace.judge(ENCOUNTER, REJECT, workspace.timeline()[0].id)
    undone = workspace.undo(rejected.id)
    assert workspace.undo(rejected.id, user="dara") == undone
    workspace.undo(undone.id)
    assert workspace.undo(rejected.id).id != undone.id
    assert len(workspace.judgements()) == 4


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ((ENCOUNTER, REJECT, "nothing"), UnknownId),
        ((JudgementSubject.PERSON, JudgementVerb.SAME, "nothing", "nobody"), UnknownId),
    ],
)
def test_one_cannot_judge_what_is_not_there(
    workspace: Workspace, arguments: tuple[JudgementSubject, JudgementVerb, str], error: type[Exception]
) -> None:
    """Ids that no reading yields are refused, and nothing is written."""
    with pytest.raises(error):
        workspace.judge(*arguments)
    assert workspace.view.judgements() == ()


@pytest.mark.parametrize(
    ("name", "value"), [("date", "yesterday"), ("country", "Korea"), ("mood", "good"), (None, None)]
)
def test_one_cannot_set_what_makes_no_sense(workspace: Workspace, name: str | None, value: str | None) -> None:
    """A value has to be one that its property can have."""
    with pytest.raises(ValueError, match=r".+"):
        workspace.judge(ENCOUNTER, SET_VALUE, workspace.timeline()[0].id, property=name, value=value)
    assert workspace.view.judgements() == ()


def test_the_mirror_holds_every_judgement(workspace: Workspace, path: Path) -> None:
    """Line by line what an export gives."""
    decide(workspace)

    assert mirror(path).read_text(encoding="utf-8") == "".join(workspace.judgement_lines())


def test_export_and_import_give_the_same_bytes(workspace: Workspace, tmp_path: Path) -> None:
    """Also into a record that does not hold the pages yet, and twice."""
    workspace.undo(decide(workspace)[0].id)
    lines, file = "".join(workspace.judgement_lines()), tmp_path / "judgements.jsonl"
    file.write_text(lines, encoding="utf-8")
    with Workspace(tmp_path / "other.db", user="dara") as other:
        assert other.import_judgements(file) == 4
        assert other.import_judgements(file) == 0
        assert "".join(other.judgement_lines()) == lines
        assert len(other.check().orphans) == 2
        other.add_entries(PAGES)
        assert other.check().orphans == ()
        assert [one.place for one in other.timeline()] == [one.place for one in workspace.timeline()]


def test_a_lost_record_gets_its_judgements_from_the_mirror(path: Path) -> None:
    """The database is deleted, with all that lies beside it but the mirror; pages are added again."""
    with opened(path) as workspace:
        decide(workspace)
        before = "".join(workspace.judgement_lines())
        places = [one.place for one in workspace.timeline()]
    for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        name.unlink(missing_ok=True)

    with opened(path) as workspace:
        assert "".join(workspace.judgement_lines()) == before
        assert [one.place for one in workspace.timeline()] == places


def test_a_lost_mirror_is_written_again(path: Path) -> None:
    """From the record, to the same bytes."""
    with opened(path) as workspace:
        decide(workspace)
    before = mirror(path).read_bytes()
    mirror(path).unlink()

    with Workspace(path):
        assert mirror(path).read_bytes() == before


@pytest.mark.parametrize("cut", [1, 20, 100])
def test_a_torn_last_line_is_mended(path: Path, cut: int) -> None:
    """The judgement whose line was cut off comes from the record; the next line does not stick to what is left."""
    with opened(path) as workspace:
        decide(workspace)
        before = "".join(workspace.judgement_lines())
    mirror(path).write_bytes(mirror(path).read_bytes()[:-cut])

    with Workspace(path, user="gana") as workspace:
        assert "".join(workspace.judgement_lines()) == before
        workspace.undo(workspace.view.judgements()[0].id)
        everything = "".join(workspace.judgement_lines())
    with Workspace(path) as again:
        assert "".join(again.judgement_lines()) == everything
    assert sorted(mirror(path).read_bytes().split(b"\n")) == sorted(everything.encode().split(b"\n"))


def test_a_torn_line_of_a_lost_record_costs_that_line_alone(path: Path) -> None:
    """Where record and last line are both lost, all other judgements come back."""
    with opened(path) as workspace:
        kept = decide(workspace)[:2]
    path.unlink()
    mirror(path).write_bytes(mirror(path).read_bytes()[:-5])

    with opened(path) as workspace:
        assert list(workspace.view.judgements()) == kept


def test_mistakes_of_a_file_are_told_by_line(workspace: Workspace, tmp_path: Path) -> None:
    """All of them at once, and nothing is taken in."""
    decide(workspace, 1)
    file = tmp_path / "judgements.jsonl"
    file.write_text("".join(workspace.judgement_lines()) + '{"id": 1}\n' + "no json\n", encoding="utf-8")
    with Workspace(":memory:") as other, pytest.raises(JudgementFileError) as raised:
        other.import_judgements(file)

    assert [line.split(": ")[0] for line in str(raised.value).splitlines()] == [f"{file}:2", f"{file}:3"]


def test_a_record_in_memory_has_no_mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written beside a record that is kept nowhere."""
    monkeypatch.chdir(tmp_path)
    with Workspace(":memory:", user="gana") as workspace:
        workspace.add_entries(PAGES)
        decide(workspace)

    assert list(tmp_path.iterdir()) == []


def test_a_backup_holds_the_judgements_twice(workspace: Workspace, tmp_path: Path) -> None:
    """In the copy and in the mirror beside the copy."""
    decide(workspace)
    workspace.backup(tmp_path / "copy.db")

    assert mirror(tmp_path / "copy.db").read_text(encoding="utf-8") == "".join(workspace.judgement_lines())
    with Workspace(tmp_path / "copy.db", read_only=True) as copy:
        assert copy.view.judgements() == workspace.view.judgements()
