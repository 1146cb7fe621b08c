"""What all commands on a record share."""

from __future__ import annotations

from pathlib import Path

import pytest

from record_commands import DINNER, GUEST, printed, refused, run

QUESTIONS = [
    ["met", GUEST], ["timeline"], ["show", "e0"], ["trips", GUEST], ["quotes", GUEST], ["claims", GUEST],
    ["search", "반도체"], ["brief", GUEST], ["who", GUEST], ["why", GUEST, GUEST], ["network", GUEST], ["check"],
    ["documents"], ["export", "jsonl", "-"], ["judgements", "list"], ["judgements", "orphans"],
    ["judgements", "export", "-"],
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_question_to_no_record(tmp_path: Path, question: list[str]) -> None:
    """A record that is not there is refused with its path and what makes one; the question makes none."""
    record = tmp_path / "none.db"

    assert refused(*question, record=record).startswith(f"there is no record at {record}; `hoedong add` makes one")
    assert list(tmp_path.iterdir()) == []


def test_the_path_of_the_record_is_told(dinner: Path) -> None:
    """One line on standard error says which record answers, whatever named it."""
    by_variable = run("timeline", record=dinner)
    by_option = run("timeline", "--record", dinner, record=Path("/nowhere/else.db"))

    assert by_variable.stderr == by_option.stderr == f"record: {dinner}\n"
    assert by_variable.stdout == by_option.stdout


def test_questions_leave_the_record_as_it_is(own_dinner: Path) -> None:
    """A question writes nothing: the file keeps its bytes, and may lie where nobody can write."""
    before = own_dinner.read_bytes()
    own_dinner.chmod(0o444)
    printed("timeline", record=own_dinner)
    printed("search", "반도체", record=own_dinner)

    assert own_dinner.read_bytes() == before


def test_a_file_of_something_else_is_refused() -> None:
    """A file that is no record is named as such."""
    assert "no record of hoedong" in refused("timeline", record=DINNER[0])


@pytest.mark.parametrize("option", ["--as-of", "--reported-by"])
def test_a_moment_that_is_none_is_refused(dinner: Path, option: str) -> None:
    """A day that no calendar has is wrong usage."""
    assert option in refused("timeline", option, "2026-02-30", record=dinner)
