"""Questions to the API: what they answer with, in which parts, as of which day."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from hoedong.export.record.formats import FORMATS
from hoedong.http.settings import Settings
from http_record import LIMITS, browsing, make_record, settings_of
from hoedong.workspace.given_text import GivenText

Json = dict[str, Any]
API = "/api/v1"


def ask(client: TestClient, path: str, **parameters: Any) -> Json:
    """The answer to a question that has one."""
    answer = client.get(API + path, params=parameters or None)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def nested(value: Any) -> Iterator[Json]:
    """Every object in a value."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from nested(part)
    elif isinstance(value, list):
        for part in value:
            yield from nested(part)


@pytest.fixture
def reader(shared_record: Path) -> Iterator[TestClient]:
    """A client of the record that is only read."""
    with browsing(settings_of(shared_record)) as client:
        yield client


def test_an_encounter_comes_with_everything(reader: TestClient) -> None:
    """A dossier holds the encounter, its two reports, their documents and people; any report's id leads to it."""
    listed = ask(reader, "/encounters")["encounters"]
    dossier = ask(reader, f"/encounters/{listed[0]['id']}")

    assert len(listed) == 1
    assert (len(dossier["reports"]), len(dossier["documents"])) == (2, 2)
    assert {one["name"] for one in dossier["people"]} == {"한도윤", "벤 카터", "오세린"}
    for report in dossier["reports"]:
        assert ask(reader, f"/encounters/{report['id']}") == dossier


@pytest.mark.parametrize(
    ("path", "least"),
    [
        ("/people/벤 카터/quotes", 1),
        ("/pairs/한도윤/벤 카터", 1),
        ("/search?q=%EB%B0%98%EB%8F%84%EC%B2%B4", 1),
        ("/encounters/{id}", 2),
    ],
)
def test_words_can_be_found_again(reader: TestClient, path: str, least: int) -> None:
    """Every citation is the text of its document between its offsets, with the words before and after."""
    encounter = ask(reader, "/encounters")["encounters"][0]["id"]
    found = [one for one in nested(ask(reader, path.format(id=encounter))) if "prefix" in one]

    assert len(found) >= least
    for one in found:
        text = ask(reader, f"/documents/{one['document']}")["document"]["text"]
        assert text[one["start"] : one["end"]] == one["exact"] == one["text"]
        assert text[: one["start"]].endswith(one["prefix"])
        assert text[one["end"] :].startswith(one["suffix"])


def test_a_person_goes_by_any_name(reader: TestClient) -> None:
    """Id, Hangul, Latin letters, and surname with title lead to one person."""
    ids = {
        ask(reader, f"/people/{name}")["person"]["id"]
        for name in ("벤 카터", "Ben Carter", "카터 CEO", "오르카AI 벤 카터")
    }

    assert len(ids) == 1
    assert ask(reader, f"/people/{ids.pop()}")["person"]["name"] == "벤 카터"
    assert ask(reader, "/people", name="Carter")["candidates"][0]["person"]["name"] == "벤 카터"


def test_what_is_not_there_is_a_problem(reader: TestClient) -> None:
    """Unknown names and ids are 404 with a type, a title and what to do."""
    for path in ("/people/아무개", "/encounters/e0", "/documents/d0", "/organisations/o0", "/exports/word", "/x"):
        answer = reader.get(API + path)
        problem = answer.json()
        assert (answer.status_code, problem["status"], problem["title"]) == (404, 404, "Not Found"), path
        assert answer.headers["content-type"] == "application/problem+json"
        assert problem["type"].startswith("urn:hoedong:problem:")


def test_a_name_of_several_is_a_conflict(tmp_path: Path) -> None:
    """A name that two people have is a 409 that lists them."""
    texts = [
        GivenText("한도윤 가람전자 회장은 10일 서울에서 오세린 나래물산 대표를 만났다.", published="2026-03-11"),
        GivenText("한도윤 새빛당 의원은 11일 부산에서 남궁솔 한별그룹 부회장을 만났다.", published="2026-03-12"),
    ]
    make_record(tmp_path / "two.db", *texts)
    with browsing(settings_of(tmp_path / "two.db")) as client:
        answer = client.get(f"{API}/people/한도윤")

    assert answer.status_code == 409
    assert answer.json()["type"] == "urn:hoedong:problem:ambiguous-name"
    assert "가람전자" in answer.json()["detail"]
    assert "새빛당" in answer.json()["detail"]


def test_methods_that_are_not_there(reader: TestClient) -> None:
    """Another method is a 405 that says which are allowed."""
    answer = reader.delete(f"{API}/encounters")

    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=201",
        "limit=x",
        "offset=-1",
        "since=soon",
        "until=2026-02-30",
        "status=maybe",
        "mode=x",
        "as_of=2026-13-41",
        "reported_by=x",
    ],
)
def test_senseless_parameters_are_told(reader: TestClient, query: str) -> None:
    """A parameter that makes no sense is a 422 that names it."""
    answer = reader.get(f"{API}/encounters?{query}")

    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_filters_choose(reader: TestClient) -> None:
    """Period, status, mode and people choose encounters."""
    assert len(ask(reader, "/encounters", since="2026-03", until="2026-03-1X", status="held")["encounters"]) == 1
    assert ask(reader, "/encounters", since="2026-04")["encounters"] == []
    assert ask(reader, "/encounters", status=["planned", "not_held"])["encounters"] == []
    assert ask(reader, "/encounters", mode="remote")["encounters"] == []
    assert len(ask(reader, "/encounters", person=["한도윤", "Ben Carter"])["encounters"]) == 1


def test_lists_come_in_parts(tmp_path: Path) -> None:
    """Following the links forward gives every encounter once, in order; the way back leads to the beginning."""
    names = ("오세린", "남궁솔", "강미래", "도재이", "서이담")
    days = [
        GivenText(f"한도윤 회장은 {day}일 서울에서 {name} 대표를 만났다.", published="2026-03-15")
        for day, name in enumerate(names, 10)
    ]
    make_record(tmp_path / "days.db", *days)
    with browsing(settings_of(tmp_path / "days.db")) as client:
        path, seen = f"{API}/timeline?limit=2", []
        while path:
            answer = client.get(path)
            seen += [one["when"] for one in answer.json()["encounters"]]
            assert answer.json()["more"] == ("next" in answer.links)
            path = answer.links.get("next", {}).get("url")
        back = client.get(f"{API}/timeline?limit=2&offset=3").links["prev"]["url"]
        documents, path = [], f"{API}/documents?limit=2"
        while path:
            answer = client.get(path)
            documents += [one["id"] for one in answer.json()["documents"]]
            path = answer.links.get("next", {}).get("url")

    assert seen == [f"2026-03-{day}" for day in range(10, 15)]
    assert back == f"{API}/timeline?limit=2&offset=1"
    assert len(documents) == 5
    assert documents == sorted(set(documents))


def test_the_record_of_another_day(reader: TestClient, shared_record: Path) -> None:
    """`reported_by` answers as the press had it by then; a record above the bound is a problem that says so."""
    (encounter,) = ask(reader, "/encounters", reported_by="2026-03-11")["encounters"]
    assert len(encounter["reports"]) == 1
    assert ask(reader, "/encounters", as_of="2026-03-12")["encounters"] == []

    with browsing(settings_of(shared_record, limits=replace(LIMITS, replayed=1))) as small:
        answer = small.get(f"{API}/encounters?as_of=2026")
    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:hoedong:problem:too-much-to-replay"


def test_a_brief_in_two_forms_and_languages(reader: TestClient) -> None:
    """A brief is JSON with footnotes, or Markdown, in Korean or English, of the day asked for."""
    brief = ask(reader, "/pairs/한도윤/벤 카터/brief", lang="en", on="2026-03-20")["brief"]
    text = reader.get(f"{API}/people/벤 카터/brief", params={"form": "markdown"})

    assert "2026" in brief["subtitle"]
    assert brief["lang"] == "en"
    assert brief["footnotes"]
    assert text.headers["content-type"] == "text/markdown; charset=utf-8"
    assert text.text.startswith("# ")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_loaded_down(reader: TestClient, name: str) -> None:
    """Each format comes as a file with its ending, a folder as a zip file."""
    answer = reader.get(f"{API}/exports/{name}", params={"status": "held"})
    ending = FORMATS[name].ending or ".zip"

    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"] == f'attachment; filename="hoedong-{name}{ending}"'
    if ending == ".zip":
        assert zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    else:
        assert answer.content


def test_exports_leave_nothing_behind(reader: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an export, one that failed too, no file of it is left."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert reader.get(f"{API}/exports/jsonl").status_code == 200
    assert reader.get(f"{API}/exports/csv?person=아무개").status_code == 404

    assert list(tmp_path.iterdir()) == []


def test_the_description_is_complete(reader: TestClient) -> None:
    """Every operation has a summary, an example of its answer, and problems as problem+json."""
    described = ask(reader, "/openapi.json")

    assert described["openapi"].startswith("3.1")
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            answers = operation["responses"]
            assert operation["description"], path
            assert {"422", "429", "500"} <= set(answers), path
            assert list(answers["422"]["content"]) == ["application/problem+json"], path
            good = next(one for status, one in answers.items() if status.startswith("2"))
            plain = good["content"].get("application/json")
            assert plain is None or plain.get("example"), (method, path)


def test_questions_change_nothing(record: Path) -> None:
    """After every question there is, the file of the record is as it was."""
    settings: Settings = settings_of(record)
    with browsing(settings) as client:
        before = record.read_bytes()
        described = client.get(f"{API}/openapi.json").json()
        for path, methods in described["paths"].items():
            if "get" in methods:
                filled = path.replace("{form}", "jsonl").replace("{", "").replace("}", "")
                client.get(API + filled, params={"name": "카터", "q": "카터"})
        assert record.read_bytes() == before
        assert not Path(f"{record}-wal").exists() or Path(f"{record}-wal").stat().st_size == 0


def test_lone_surrogates_do_no_harm(reader: TestClient) -> None:
    """A character that UTF-8 cannot carry is refused or carried along escaped, never an error."""
    sent = json.dumps({"text": "한도윤 회장은 벤 카터를 만났다. \ud800"})
    answer = reader.post(f"{API}/readings", content=sent, headers={"Content-Type": "application/json"})

    assert answer.status_code in (200, 422)
