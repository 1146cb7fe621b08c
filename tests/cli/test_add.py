"""`hoedong add`: pages in, each told once it is on record."""

from __future__ import annotations

import json
from pathlib import Path

from record_commands import DINNER, answered, printed, refused, run

PLAN = DINNER[0]


def test_each_page_is_told(tmp_path: Path) -> None:
    """A line a page with outcome, id, title and number of encounters, then a summary; the record's path is told."""
    record = tmp_path / "new" / "press.db"
    outcome = run("add", PLAN, record=record)
    told, summary = outcome.stdout.splitlines()

    assert outcome.exit_code == 0
    assert outcome.stderr == f"record: {record}\n"
    assert told.startswith("added ")
    assert told.endswith("한도윤 가람전자 회장, 10일 벤 카터 오르카AI CEO 만난다 (1 encounter)")
    assert summary == "1 document: 1 added"


def test_a_page_that_is_there_is_not_read_again(own_dinner: Path) -> None:
    """Adding a page twice says that it is unchanged, under the same id."""
    before = answered("documents", record=own_dinner)
    told, summary = printed("add", PLAN, record=own_dinner).splitlines()

    assert told.startswith("unchanged ")
    assert summary == "1 document: 1 unchanged"
    assert answered("documents", record=own_dinner) == before


def test_another_text_of_a_file_is_a_new_version(tmp_path: Path) -> None:
    """A file whose text has changed is a new version of its page, and the earlier one stays on record."""
    record, file = tmp_path / "press.db", tmp_path / "page.txt"
    file.write_text("한도윤 회장은 2026년 3월 10일 서울에서 벤 카터 CEO를 만났다.", encoding="utf-8")
    printed("add", file, record=record)
    file.write_text("한도윤 회장은 2026년 3월 11일 서울에서 벤 카터 CEO를 만났다.", encoding="utf-8")

    assert printed("add", file, record=record).startswith("new version ")
    (page,) = answered("documents", record=record)["pages"]
    assert len(page["versions"]) == 2
    (encounter,) = answered("timeline", record=record)["encounters"]
    assert encounter["when"] == "2026-03-11"


def test_json_is_a_line_a_page(tmp_path: Path) -> None:
    """--json prints one JSON object a page, and the summary goes to standard error."""
    outcome = run("add", *DINNER[:2], "--json", record=tmp_path / "press.db")
    pages = [json.loads(line) for line in outcome.stdout.splitlines()]

    assert [page["outcome"] for page in pages] == ["added", "added"]
    assert [page["encounters"] for page in pages] == [1, 1]
    assert {page["schema"] for page in pages} == {"hoedong.record/1"}
    assert "2 documents: 2 added" in outcome.stderr


def test_an_english_page_is_kept_and_told(tmp_path: Path) -> None:
    """A page in a language that is not read is on record and can be searched; standard error says so; exit code 1."""
    record = tmp_path / "press.db"
    outcome = run("add", DINNER[6], record=record)

    assert outcome.exit_code == 1
    assert "language" in outcome.stderr
    assert "Garam chief" in outcome.stdout
    (found,) = answered("search", "guest house", record=record)["documents"]
    assert found["document"]["lang"] == "en"


def test_what_cannot_be_read_is_told_and_the_rest_is_added(tmp_path: Path) -> None:
    """A missing file and a broken line stand on standard error with their places; the others are on record."""
    record, corpus = tmp_path / "press.db", tmp_path / "corpus.jsonl"
    line = json.dumps({"id": "a", "text": "한도윤 회장은 10일 벤 카터 CEO를 만났다.", "published": "2026-03-11"})
    corpus.write_text(f'{line}\n{{"id": \n', encoding="utf-8")
    outcome = run("add", tmp_path / "missing.txt", corpus, record=record)

    assert outcome.exit_code == 1
    assert f"{tmp_path / 'missing.txt'}: there is no such file" in outcome.stderr
    assert f"{corpus}:2: " in outcome.stderr
    assert outcome.stdout.splitlines()[-1] == "1 document: 1 added; 2 problems"
    assert len(answered("documents", record=record)["pages"]) == 1


def test_standard_input_with_a_name(tmp_path: Path) -> None:
    """A page on standard input is dated and named by options."""
    record = tmp_path / "press.db"
    text = "한도윤 회장은 지난 10일 벤 카터 CEO를 만났다."
    run("add", "-", "--id", "morning", "--published", "2026-03-11", record=record, stdin=text)

    (encounter,) = answered("timeline", record=record)["encounters"]
    assert encounter["when"] == "2026-03-10"
    ((page,),) = [page["versions"] for page in answered("documents", record=record)["pages"]]
    assert (page["key"], page["published"]) == ("id:morning", "2026-03-11")


def test_one_name_for_several_pages_is_refused(tmp_path: Path) -> None:
    """--id with two sources, or with a corpus, is wrong usage, and no record is made."""
    record = tmp_path / "press.db"

    assert "--id" in refused("add", *DINNER[:2], "--id", "x", record=record)
    assert "--id" in refused("add", "corpus.jsonl", "--id", "x", record=record)
    assert not record.exists()


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    """A file of something else is left as it is."""
    record = tmp_path / "notes.txt"
    record.write_text("not a record, but notes " * 100, encoding="utf-8")

    assert "no record of hoedong" in refused("add", PLAN, record=record)
    assert record.read_text(encoding="utf-8").startswith("not a record")
