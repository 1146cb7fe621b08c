"""`hoedong check`, `rebuild` and `backup`."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from record_commands import GUEST, answered, printed, refused, run


def test_the_state_of_a_sound_record(dinner: Path) -> None:
    """Check counts documents, judgements and what was not understood, and finds nothing broken."""
    page = printed("check", record=dinner)

    assert "7 documents, 0 judgements" in page
    assert "document.unsupported-language" in page
    assert page.endswith(" nothing is broken\n")


def test_check_as_json(dinner: Path) -> None:
    """--json gives the counts as objects."""
    check = answered("check", record=dinner)["check"]

    assert check["documents"] == 7
    assert {"code": "document.unsupported-language", "severity": "warning", "places": 1} in check["diagnostics"]
    assert (check["broken"], check["orphans"], check["is_stale"]) == ([], [], False)


def test_each_place_of_a_diagnostic(dinner: Path) -> None:
    """--code shows each place with its words, offsets and document; a code that nothing has says so."""
    places = answered("check", "--code", "encounter.one-side", record=dinner)["diagnostics"]
    page = printed("check", "--code", "encounter.one-side", record=dinner)

    assert places
    for place in places:
        assert place["text"] in page
        assert f"[{place['start']}:{place['end']}]" in page
        assert place["document"] in page
    assert "no such diagnostic" in printed("check", "--code", "time.none-such", record=dinner)


def test_lost_judgements_are_findings(own_dinner: Path, tmp_path: Path) -> None:
    """A judgement about nothing on record is a finding: exit code 1, and the page says where it is listed."""
    lines = tmp_path / "judgements.jsonl"
    judgement = {
        "id": "j1", "subject": "encounter", "verb": "reject", "left": "e0", "user": "dana",
        "created": "2026-03-20T10:00:00Z",
    }  # fmt: skip
    lines.write_text(json.dumps(judgement) + "\n", encoding="utf-8")
    printed("judgements", "import", lines, record=own_dinner)
    outcome = run("check", record=own_dinner)

    assert outcome.exit_code == 1
    assert "1 judgement about nothing on record: `hoedong judgements orphans`" in outcome.stdout


def test_an_older_derivation_is_a_finding_until_it_is_rebuilt(own_dinner: Path) -> None:
    """A record that other rules of resolution derived says so, refuses changes, and is sound after a rebuild."""
    with sqlite3.connect(own_dinner) as database:
        database.execute("UPDATE meta SET value = 'before' WHERE key = 'resolution'")
    database.close()

    outcome = run("check", record=own_dinner)
    assert outcome.exit_code == 1
    assert "run `hoedong rebuild`" in outcome.stdout
    assert "run `hoedong rebuild` first" in refused("judge", "accept", _dinner_id(own_dinner), record=own_dinner)
    assert printed("rebuild", record=own_dinner) == "derived anew from 7 documents\n"
    assert run("check", record=own_dinner).exit_code == 0


def _dinner_id(record: Path) -> str:
    return str(answered("met", GUEST, record=record)["encounters"][0]["id"])


def test_a_rebuild_gives_the_same_account(own_dinner: Path) -> None:
    """Rebuilding, with or without reading again, changes no answer."""
    before = printed("export", "jsonl", "-", record=own_dinner)

    assert answered("rebuild", record=own_dinner)["documents"] == 7
    assert printed("export", "jsonl", "-", record=own_dinner) == before
    printed("rebuild", "--reread", record=own_dinner)
    assert printed("export", "jsonl", "-", record=own_dinner) == before


def test_rebuild_without_a_record(tmp_path: Path) -> None:
    """A record that is not there is refused, and not made."""
    assert "there is no record" in refused("rebuild", record=tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_a_record(dinner: Path, tmp_path: Path) -> None:
    """The copy answers as the record does; a file that exists is not written over."""
    copy = tmp_path / "copy.db"

    assert printed("backup", copy, record=dinner) == f"{copy}\n"
    assert answered("timeline", record=copy) == answered("timeline", record=dinner)
    assert f"{copy} exists" in refused("backup", copy, record=dinner)


def test_backup_as_json(dinner: Path, tmp_path: Path) -> None:
    """--json gives the path of the copy."""
    copy = tmp_path / "copy.db"

    assert answered("backup", copy, record=dinner)["backup"] == str(copy)
