"""`hoedong judgements`: what people decided outlives records."""

from __future__ import annotations

import json
from pathlib import Path

from record_commands import CHAIRMAN, DINNER, DIRECTOR, answered, printed, refused, run


def test_judgements_are_listed(own_dinner: Path) -> None:
    """The list has what was decided, why, by whom, and whether it was undone."""
    judged = answered("judge", "same", CHAIRMAN, DIRECTOR, "--user", "dana", "--reason", "x", record=own_dinner)
    id_ = judged["judgement"]["id"]
    printed("judge", "undo", id_, "--user", "mina", record=own_dinner)
    page = printed("judgements", "list", record=own_dinner)

    assert "person same p" in page
    assert f"by dana, {id_}, undone" in page
    assert f"person retract {id_}" in page
    assert page.endswith(" 2 judgements\n")
    listed = answered("judgements", "list", record=own_dinner)["judgements"]
    assert [one["is_standing"] for one in listed if one["id"] == id_] == [False]


def test_no_judgement_yet(dinner: Path) -> None:
    """A record that nobody has judged says so."""
    assert printed("judgements", "list", record=dinner) == " no judgement on record\n"
    assert printed("judgements", "orphans", record=dinner) == " no judgement on record\n"


def test_judgements_are_carried_to_another_record(own_dinner: Path, tmp_path: Path) -> None:
    """What is exported is imported by a record that has the pages only later; then it holds there too."""
    printed("judge", "same", CHAIRMAN, DIRECTOR, record=own_dinner)
    file, other = tmp_path / "judgements.jsonl", tmp_path / "other.db"

    assert printed("judgements", "export", file, record=own_dinner) == f"{file}: 1 judgement written\n"
    assert printed("judgements", "export", "-", record=own_dinner) == file.read_text(encoding="utf-8")
    assert answered("judgements", "import", file, record=other)["judgements"] == 1
    assert answered("judgements", "import", file, record=other)["judgements"] == 0
    assert run("judgements", "orphans", record=other).exit_code == 1
    run("add", *DINNER, record=other)
    assert len(answered("who", "한도윤", record=other)["candidates"]) == 1
    assert run("judgements", "orphans", record=other).exit_code == 0


def test_a_wrong_file_is_refused(own_dinner: Path, tmp_path: Path) -> None:
    """Every wrong line is told as file:line, and nothing of the file is taken in."""
    file = tmp_path / "judgements.jsonl"
    good = {
        "id": "j1", "subject": "encounter", "verb": "reject", "left": "e0", "user": "dana",
        "created": "2026-03-20T10:00:00Z",
    }  # fmt: skip
    bad = {**good, "id": "j2", "verb": "set_value", "property": "date", "value": "yesterday"}
    file.write_text("".join(f"{line}\n" for line in (json.dumps(good), "{", json.dumps(bad))), encoding="utf-8")
    message = refused("judgements", "import", file, record=own_dinner)

    assert [line.partition(": ")[0] for line in message.splitlines()] == [f"{file}:2", f"{file}:3"]
    assert answered("judgements", "list", record=own_dinner)["judgements"] == []
    assert "does not exist" in refused("judgements", "import", tmp_path / "none", record=own_dinner)
