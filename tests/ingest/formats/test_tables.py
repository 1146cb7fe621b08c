"""Tables of articles: CSV, spreadsheets, Parquet, JSON."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from format_files import (
    BIGKINDS_ROWS,
    BODY,
    FIRST,
    OUTLET,
    SECOND,
    TITLE,
    URL,
    codes,
    csv_table,
    document,
    documents,
    naver,
    parquet,
    problems,
    read,
    read_bytes,
)
from hoedong.ingest.formats.columns import FIELDS, _known_headers, known_columns, plain_header
from hoedong.model.document import BlockRole
from office_files import xlsx


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_a_table_is_read_in_any_encoding_and_with_any_mark(tmp_path: Path, encoding: str, mark: str) -> None:
    """A row is a document: its title the headline, its text the body, the rest metadata."""
    data = csv_table([("날짜", "제목", "본문", "언론사", "링크"), ("2024.06.13", TITLE, BODY, OUTLET, URL)], mark)
    item = document(read_bytes(tmp_path, "table.csv", data.encode(encoding)))
    assert item.text.split("\n\n") == [TITLE, FIRST, SECOND]
    assert item.roles == (BlockRole.HEADLINE, None, None)
    assert (item.page.title, item.page.outlet, item.page.published, item.url) == (TITLE, OUTLET, "2024-06-13", URL)
    assert (item.file, item.line) == (str(tmp_path / "table.csv"), 2)


def test_a_table_is_known_by_its_header_and_not_by_its_ending(tmp_path: Path) -> None:
    """A text file whose first line names a text column is a table; prose with commas in it is none."""
    table = csv_table([("title", "content"), (TITLE, FIRST)])
    assert document(read_bytes(tmp_path, "table.txt", table.encode())).line == 2
    assert document(read_bytes(tmp_path, "prose.txt", f"{FIRST}\n오늘, 내일, 모레".encode())).line is None


def test_the_user_names_columns_that_nobody_would_guess(tmp_path: Path) -> None:
    """Named columns go before known ones, and unnamed fields are still known by their headers."""
    (tmp_path / "t.csv").write_text(csv_table([("본문", "가", "제목"), ("딴 글", FIRST, TITLE)]), encoding="utf-8")
    item = document(read(tmp_path / "t.csv", columns={"text": "가"}))
    assert item.text == f"{TITLE}\n\n{FIRST}"


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    """A wrong name, and a table without a known text column, are problems that list the headers."""
    (tmp_path / "t.csv").write_text("가,나\n1,2\n", encoding="utf-8")
    (wrong,) = problems(read(tmp_path / "t.csv", columns={"text": "다"}))
    (unknown,) = problems(read(tmp_path / "t.csv"))
    assert (wrong.code, unknown.code) == ("table.no-column", "table.no-text")
    assert "there are: 가, 나" in str(wrong)
    assert "--columns text=" in str(unknown)


def test_a_broken_row_is_a_problem_of_that_row(tmp_path: Path) -> None:
    """A row without a text, one with an id that came before, and one with a cell without end leave the others."""
    rows = [("id", "본문"), ("1", FIRST), ("2", ""), ("1", SECOND), ("3", "가" * 5_100_000), ("4", SECOND)]
    found = read_bytes(tmp_path, "t.csv", csv_table(rows).encode())
    assert codes(found)[:3] == ["ok", "table.no-text", "source.repeated-id"]
    assert [problem.location for problem in problems(found)][:2] == [f"{tmp_path}/t.csv:3", f"{tmp_path}/t.csv:4"]
    assert "source.too-long" in codes(found) or "table.bad-row" in codes(found)


def test_a_month_is_kept_as_a_month_and_no_day_is_made_up(tmp_path: Path) -> None:
    """A day of publication of which only the month is given stays a month; nonsense is told in a diagnostic."""
    rows = [("본문", "일자"), (FIRST, "2024-06"), (SECOND, "그제")]
    month, nonsense = documents(read_bytes(tmp_path, "t.csv", csv_table(rows).encode()))
    assert (month.published, month.page.published) == ("2024-06", None)
    assert [remark.code for remark in nonsense.diagnostics] == ["document.bad-date"]


@pytest.mark.parametrize("name", ["b.xlsx", "b.csv"])
def test_bigkinds_gives_the_opening_of_articles(tmp_path: Path, name: str) -> None:
    """An export of BigKinds is read with outlet, author and day; bodies are marked partial, and its guesses at people
    and places go nowhere.
    """
    data = xlsx(BIGKINDS_ROWS) if name.endswith("xlsx") else csv_table(BIGKINDS_ROWS).encode("cp949")
    first, second = documents(read_bytes(tmp_path, name, data))
    assert (first.id, first.page.outlet, first.page.author, first.page.published) == (
        "01.1",
        OUTLET,
        "김가나",
        "2024-06-13",
    )
    assert [remark.code for remark in first.diagnostics] == ["document.partial"]
    assert second.text == "마루다 이사 오찬\n\n마루다 이사는 바다솔 사장과…"


def test_a_long_body_of_bigkinds_is_no_opening(tmp_path: Path) -> None:
    """A body far beyond the two hundred characters that BigKinds gives is not marked partial."""
    item = document(read_bytes(tmp_path, "b.xlsx", xlsx([("뉴스식별자", "본문"), ("1", FIRST * 20)])))
    assert item.diagnostics == ()


def test_a_spreadsheet_may_have_a_title_above_and_real_dates_and_numbers(tmp_path: Path) -> None:
    """The header is found below a title; a date cell is a day, a number is told as it is shown."""
    rows = [
        ("6월 기사 목록",),
        (),
        ("번호", "일자", "본문"),
        (1.0, dt.date(2024, 6, 13), FIRST),
        (2, 20240614.0, SECOND),
    ]
    found = documents(read_bytes(tmp_path, "t.xlsx", xlsx(rows)))
    assert [(item.line, item.page.published and item.page.published[:10]) for item in found] == [
        (4, "2024-06-13"),
        (5, "2024-06-14"),
    ]


def test_a_spreadsheet_without_texts_is_told(tmp_path: Path) -> None:
    """A spreadsheet of figures is a problem that lists its first row."""
    (problem,) = problems(read_bytes(tmp_path, "t.xlsx", xlsx([("연도", "수출"), (2024, 5)])))
    assert (problem.code, "연도, 수출" in problem.hint) == ("table.no-text", True)


def test_a_parquet_file_is_read_under_any_name(tmp_path: Path) -> None:
    """Rows come in order, times as times; brackets and stars in the name are no pattern."""
    first, second = documents(read_bytes(tmp_path, "[a]*.parquet", parquet(tmp_path)))
    assert (first.text.split("\n\n")[0], first.page.published, first.url) == (TITLE, "2024-06-13T07:30:00", URL)
    assert (second.line, second.page.published) == (2, None)


def test_an_answer_of_naver_is_a_list_of_leads(tmp_path: Path) -> None:
    """Title and lead lose their tags and entities, the outlet's own address is taken, and the document is partial."""
    item = document(read_bytes(tmp_path, "answer.json", naver()))
    assert item.text.split("\n\n")[0] == '나가람 회장, "도하나" 대표와 회동'
    assert item.text.split("\n\n")[1].startswith("나가람 가람전자 회장은")
    assert (item.url, item.page.published) == (URL, "2024-06-13T07:30:00+09:00")
    assert [remark.code for remark in item.diagnostics] == ["document.partial"]


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"status": "ok", "articles": rows, "tags": ["a"]}])
def test_a_json_list_of_articles_is_a_table(tmp_path: Path, wrap: object) -> None:
    """A list of objects, by itself or in the answer of a service, is read by its keys; an outlet may be an object."""
    rows = [
        {"headline": TITLE, "content": FIRST, "publisher": {"name": OUTLET}},
        {"content": SECOND, "authors": ["가", "나"]},
    ]
    data = json.dumps(wrap(rows), ensure_ascii=False).encode()  # type: ignore[operator]
    first, second = documents(read_bytes(tmp_path, "list.json", data))
    assert (first.page.title, first.page.outlet, second.page.author) == (TITLE, OUTLET, "가, 나")


def test_jsonl_with_other_peoples_keys_is_read_by_them(tmp_path: Path) -> None:
    """Lines without the key text are known by their keys, whatever the ending; lines with it stay as they were."""
    lines = [{"제목": TITLE, "본문": FIRST, "press": OUTLET}, {"text": SECOND, "title": "not taken"}]
    data = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()
    for name in ("a.jsonl", "a.txt"):
        first, second = documents(read_bytes(tmp_path, name, data))
        assert (first.text, first.page.outlet, second.text) == (f"{TITLE}\n\n{FIRST}", OUTLET, SECOND)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[{", "source.not-json"),
        (b'{"a": 1}', "table.no-text"),
        (b"[]", "json.no-articles"),
        (b'[{"x": 1}]', "table.no-text"),
    ],
)
def test_json_without_articles_is_told(tmp_path: Path, data: bytes, code: str) -> None:
    """Broken JSON, and JSON about something else, are problems with a reason."""
    assert codes(read_bytes(tmp_path, "a.json", data)) == [code]


def test_a_dateline_in_brackets_is_no_json(tmp_path: Path) -> None:
    """An article that opens with a bracket is a text."""
    assert document(read_bytes(tmp_path, "a.txt", f"[서울=새소식] {FIRST}".encode())).text.startswith("[서울")


def test_the_list_of_headers_is_sound() -> None:
    """Each header is written in the plain form, stands for a known field, and stands there once."""
    rows = _known_headers()
    assert [header for _, header in rows if plain_header(header) != header] == []
    assert {field for field, _ in rows} <= set(FIELDS)
    assert len({header for _, header in rows}) == len(rows)


def test_one_column_is_never_two_fields() -> None:
    """A column that the user names for one field is not taken for another by its header."""
    assert known_columns({"title": 0, "body": 1}, {"text": "title"}) == {"text": 0}
