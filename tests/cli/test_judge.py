"""`hoedong judge`: what a person decides is what the record answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from record_commands import CHAIRMAN, DIRECTOR, GUEST, OTHER_TOWN, answered, printed, refused, the_dinner


def test_two_people_are_one(own_dinner: Path) -> None:
    """Same joins people by their names; the words say who decided and how it is taken back."""
    told = printed("judge", "same", CHAIRMAN, DIRECTOR, "--user", "dana", record=own_dinner)

    assert told.startswith(f"same: {CHAIRMAN}, {DIRECTOR} (by dana)\n`hoedong judge undo j")
    assert len(answered("who", "한도윤", record=own_dinner)["candidates"]) == 1
    assert len(answered("met", "한도윤", record=own_dinner)["encounters"]) == 2


def test_a_judgement_is_undone(own_dinner: Path) -> None:
    """Undo with the printed id gives the answers of before; undoing that revives it."""
    told = printed("judge", "same", CHAIRMAN, DIRECTOR, record=own_dinner)
    undone = printed("judge", "undo", _judgement_in(told), record=own_dinner)
    assert len(answered("who", "한도윤", record=own_dinner)["candidates"]) == 2

    printed("judge", "undo", _judgement_in(undone), record=own_dinner)
    assert len(answered("who", "한도윤", record=own_dinner)["candidates"]) == 1


def _judgement_in(words: str) -> str:
    """The id of the judgement that a command says how to undo."""
    (found,) = re.findall(r"judge undo (j[0-9a-f]{16})", words)
    return str(found)


def test_an_appearance_is_taken_out_of_a_person(own_dinner: Path) -> None:
    """Different with ids of appearances makes two people of one."""
    (guest,) = answered("who", GUEST, "--appearances", record=own_dinner)["candidates"]
    first, last = guest["appearances"][0]["id"], guest["appearances"][-1]["id"]
    judged = answered("judge", "different", first, last, record=own_dinner)["judgement"]

    assert (judged["subject"], judged["verb"], {judged["left"], judged["right"]}) == (
        "person", "different", {first, last},
    )  # fmt: skip
    ids = {answered("who", one, record=own_dinner)["candidates"][0]["person"]["id"] for one in (first, last)}
    assert len(ids) == 2


def test_two_encounters_are_one(own_dinner: Path) -> None:
    """An outlet that tells another town tells of another encounter, until somebody says that it is the same.

    Then there is one, and the page says on what its reports disagree.
    """
    printed("add", OTHER_TOWN, record=own_dinner)
    told = [one["id"] for one in answered("met", CHAIRMAN, GUEST, record=own_dinner)["encounters"]]
    assert len(told) == 2
    printed("judge", "same", *told, record=own_dinner)

    assert the_dinner(own_dinner)["disagreements"] == ["city"]
    assert "they disagree on city" in printed("met", GUEST, record=own_dinner)
    assert "× 대전 (in conflict) – 한밭일보 2026-03-11" in printed("show", told[0], record=own_dinner)


def test_reports_are_parted(own_dinner: Path) -> None:
    """Different with ids of reports makes two encounters of one."""
    first, *_, last = the_dinner(own_dinner)["reports"]
    printed("judge", "different", first, last, record=own_dinner)

    encounters = answered("met", CHAIRMAN, GUEST, record=own_dinner)["encounters"]
    assert not any({first, last} <= set(one["reports"]) for one in encounters)


def test_unsure_changes_nothing(own_dinner: Path) -> None:
    """Unsure is on record, and what the rules say stands."""
    before = answered("timeline", record=own_dinner)
    printed("judge", "unsure", CHAIRMAN, DIRECTOR, "--reason", "no source tells", record=own_dinner)

    assert answered("timeline", record=own_dinner) == before
    (judgement,) = answered("judgements", "list", record=own_dinner)["judgements"]
    assert judgement["reason"] == "no source tells"


def test_an_encounter_is_rejected(own_dinner: Path) -> None:
    """A rejected encounter is no longer among those that met prints; show still knows it."""
    id_ = the_dinner(own_dinner)["id"]
    printed("judge", "reject", id_, "--reason", "a press event", record=own_dinner)

    assert printed("met", GUEST, record=own_dinner) == " no encounter on record\n"
    assert "rejected" in printed("show", id_, record=own_dinner)


def test_an_encounter_is_accepted(own_dinner: Path) -> None:
    """An accepted encounter says that somebody looked at it."""
    printed("judge", "accept", the_dinner(own_dinner)["id"], record=own_dinner)

    assert the_dinner(own_dinner)["review"] == "accepted"
    assert "[accepted]" in printed("met", GUEST, record=own_dinner)


def test_one_report_is_rejected(own_dinner: Path) -> None:
    """--report takes one report out of what the record believes; the encounter stays."""
    plan = the_dinner(own_dinner)["reports"][0]
    judged = answered("judge", "reject", plan, "--report", record=own_dinner)["judgement"]

    assert judged["subject"] == "report"
    encounter = the_dinner(own_dinner)
    assert encounter["review"] == "auto"
    assert [value for value in encounter["values"] if value["value"] == "planned"] == []


def test_a_value_is_set(own_dinner: Path) -> None:
    """What a person sets goes before every report, and the page says who set it."""
    id_ = the_dinner(own_dinner)["id"]
    printed("judge", "set", id_, "date", "2026-03-09", "--user", "dana", record=own_dinner)

    assert the_dinner(own_dinner)["when"] == "2026-03-09"
    assert "✓ 2026-03-09" in printed("show", id_, record=own_dinner)


def test_a_verdict_is_set(own_dinner: Path) -> None:
    """Set takes a claim too."""
    claim = answered("claims", GUEST, record=own_dinner)["verdicts"][0]["claim"]["id"]
    printed("judge", "set", claim, "verdict", "contradicted", record=own_dinner)

    verdicts = answered("claims", GUEST, record=own_dinner)["verdicts"]
    assert [one["kind"] for one in verdicts if one["claim"]["id"] == claim] == ["contradicted"]


@pytest.mark.parametrize(
    ("property_", "value", "allowed"),
    [
        ("date", "yesterday", "2024-06-11/2024-06-13"),
        ("date", "2026-03-1X", "2024-06-11/2024-06-13"),
        ("date", "2026-03-12/2026-03-10", "2024-06-11/2024-06-13"),
        ("status", "maybe", "maybe"),
        ("country", "Korea", "two capital letters"),
        ("weather", "fine", "date, status, mode, place, city, country"),
    ],
)
def test_a_value_without_sense_is_refused(own_dinner: Path, property_: str, value: str, allowed: str) -> None:
    """A value that the property cannot have is refused in one line, and nothing is kept."""
    message = refused("judge", "set", the_dinner(own_dinner)["id"], property_, value, record=own_dinner)

    assert allowed in message
    assert answered("judgements", "list", record=own_dinner)["judgements"] == []


def test_wrong_pairs_are_refused(own_dinner: Path) -> None:
    """Two of different kinds, one and itself, and what is nothing on record are refused."""
    encounter = the_dinner(own_dinner)["id"]

    message = refused("judge", "same", encounter, GUEST, record=own_dinner)
    assert "is an encounter" in message
    assert "is a person" in message
    assert "tell them apart" in refused("judge", "same", GUEST, "Ben Carter", record=own_dinner)
    assert "강나루" in refused("judge", "same", GUEST, "강나루", record=own_dinner)
    assert "nothing on record has the id 'e0'" in refused("judge", "accept", "e0", record=own_dinner)
    assert "no judgement 'j0' on record" in refused("judge", "undo", "j0", record=own_dinner)
    assert "accept takes an encounter or a report" in refused("judge", "accept", _person(own_dinner), record=own_dinner)


def _person(record: Path) -> str:
    return str(answered("who", GUEST, record=record)["candidates"][0]["person"]["id"])


def test_judging_makes_no_record(tmp_path: Path) -> None:
    """A record that is not there is refused, and not made."""
    assert "there is no record" in refused("judge", "accept", "e0", record=tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []
