"""`hoedong documents` and `forget`."""

from __future__ import annotations

from pathlib import Path

import pytest

from record_commands import CHAIRMAN, DINNER, DIRECTOR, answered, document, printed, refused, run


def test_documents_in_order_of_their_day(dinner: Path) -> None:
    """Every page is listed with title, id, outlet and language, the earliest first, undated ones last."""
    page = printed("documents", record=dinner)
    pages = answered("documents", record=dinner)["pages"]

    assert page.endswith(" 7 pages\n")
    assert page.index("2026-03-02") < page.index("2026-03-16") < page.index("undated")
    assert len(pages) == len(DINNER)
    assert all(one["versions"][-1]["id"] in page for one in pages)
    assert all("text" not in version for one in pages for version in one["versions"])


def test_what_is_forgotten_is_gone(own_dinner: Path) -> None:
    """A document that was taken down contributes nothing, and the same text is not taken in again."""
    id_ = document("6-namesake.txt", own_dinner)

    told = printed("forget", id_, "--reason", "by request", "--user", "dana", "--yes", record=own_dinner)
    assert told == f"taken down: {id_}, by dana: by request\n"
    assert [one["when"] for one in answered("timeline", record=own_dinner)["encounters"]] == ["2026-03-10"]
    assert DIRECTOR in refused("met", DIRECTOR, record=own_dinner)
    assert printed("add", DINNER[5], record=own_dinner).startswith("taken down before ")


def test_forget_as_json(own_dinner: Path) -> None:
    """--json gives the tombstone."""
    id_ = document("6-namesake.txt", own_dinner)
    tombstone = answered("forget", id_, "--reason", "by request", "--yes", record=own_dinner)["tombstone"]

    assert (tombstone["document"], tombstone["reason"]) == (id_, "by request")


@pytest.mark.parametrize("reply", ["n\n", ""], ids=["no", "nobody there"])
def test_forget_asks(own_dinner: Path, reply: str) -> None:
    """Without a yes nothing is taken down: the question shows title and source, and the exit code is 2."""
    id_ = document("1-plan.txt", own_dinner)
    outcome = run("forget", id_, "--reason", "x", record=own_dinner, stdin=reply)

    assert outcome.exit_code == 2
    assert "10일 벤 카터 오르카AI CEO 만난다 (새벽일보 2026-03-02)" in outcome.stderr
    assert "nothing was taken down" in outcome.stderr
    assert document("1-plan.txt", own_dinner) == id_


def test_forget_takes_a_yes(own_dinner: Path) -> None:
    """A yes to the question takes the document down."""
    id_ = document("2-dinner.txt", own_dinner)

    assert run("forget", id_, "--reason", "x", record=own_dinner, stdin="y\n").exit_code == 0
    assert id_ not in printed("documents", record=own_dinner)
    assert answered("met", CHAIRMAN, record=own_dinner)["encounters"][0]["when"] == "2026-03-10"


def test_forget_of_nothing(own_dinner: Path) -> None:
    """An id that is none is refused before any question; so is a takedown without a reason."""
    assert "no document 'd0' on record" in refused("forget", "d0", "--reason", "x", record=own_dinner)
    assert "--reason" in refused("forget", document("1-plan.txt", own_dinner), record=own_dinner)


def test_documents_without_a_record(tmp_path: Path) -> None:
    """A record that is not there is refused, and not made."""
    assert "`hoedong add` makes one" in refused("documents", record=tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []
