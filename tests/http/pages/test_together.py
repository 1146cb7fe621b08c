"""Several questions answered at once: looked at first, kept in one step, taken back in one step."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from hoedong.model.judgement import JudgementSubject, JudgementVerb
from hoedong.workspace import Workspace
from invented_pages import NOW
from page_server import CSRF
from site_of_tests import elements, tree_of

KINDS = ("low_confidence", "same_person", "contradicted_claim", "overdue_plan")
MORE = """{who} 해솔그룹 전무, 노아 그랜트 CEO와 비밀 회동설

새벽일보 입력 2026.03.02 09:00

{who} 해솔그룹 전무가 지난 1일 서울에서 노아 그랜트 알파 CEO를 만난 것으로 알려졌다. 회사는 확인하지 않았다.
"""


def chosen(browser: TestClient, kind: str) -> list[str]:
    """The questions that can be chosen, by their boxes on the page."""
    page = tree_of(browser.get(f"/review/together?kind={kind}").text)
    return [box.get("value", "") for box in elements(page, "input") if box.get("type") == "checkbox"]


def preview(browser: TestClient, kind: str, answer: str, ids: list[str]) -> dict[str, object]:
    """What the form of the page would send that is shown before anything is kept."""
    query = urlencode([("kind", kind), ("answer", answer), *(("id", one) for one in ids)])
    forms = elements(tree_of(browser.get(f"/review/together?{query}").text), "form")
    form = next(one for one in forms if (one.get("method"), one.get("action")) == ("post", "/review/together"))
    fields = [(field.get("name", ""), field.get("value", "")) for field in elements(form, "input")]
    return {**dict(fields), "id": [value for name, value in fields if name == "id"]}


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("low_confidence", "accept"),
        ("overdue_plan", "set_value:held"),
        ("contradicted_claim", "set_value:contradicted"),
        ("same_person", "different"),
    ],
)
def test_chosen_questions_get_one_answer(own_browser: TestClient, own_record: Path, kind: str, answer: str) -> None:
    """What is looked at is what is kept: as many judgements as were chosen, and none of these questions is left."""
    ids = chosen(own_browser, kind)
    before = own_browser.get("/review.json").json()["left"]
    sent = preview(own_browser, kind, answer, ids)
    assert (sent["id"], sent["csrf"]) == (ids, CSRF)
    assert own_browser.get("/judgements.json").json()["in_all"] == 0
    kept = own_browser.post("/review/together", data=sent)
    assert kept.status_code == 303
    facts = own_browser.get(f"{kept.headers['location']}.json").json()
    assert len(facts["rows"]) == len(ids) > 0
    assert own_browser.get("/review.json").json()["left"] <= before - len(ids)
    assert not set(chosen(own_browser, kind)) & set(ids)
    with Workspace(own_record, read_only=True) as workspace:
        assert len({one.created for one in workspace.judgements()}) == 1


def test_the_preview_names_what_it_touches(browser: TestClient) -> None:
    """Every encounter that the answers touch is on the page, and nothing is kept by looking."""
    ids = chosen(browser, "low_confidence")
    query = urlencode([("kind", "low_confidence"), ("answer", "accept"), *(("id", one) for one in ids)])
    facts = browser.get(f"/review/together.json?{query}").json()
    assert {entry["id"] for entry in facts["touched"]} == {one["question"]["left"] for one in facts["dossiers"]}
    links = {link.get("href") for link in elements(tree_of(browser.get(f"/review/together?{query}").text), "a")}
    assert {f"/encounter/{entry['id']}" for entry in facts["touched"]} <= links


def test_all_of_it_is_taken_back_in_one_step(own_browser: TestClient, own_record: Path) -> None:
    """Every question waits again; what was judged by itself before stays."""
    alone = own_browser.get("/review.json?kind=same_person").json()["dossier"]["question"]
    with Workspace(own_record, user="dara", clock=lambda: NOW) as workspace:
        workspace.judge(JudgementSubject.PERSON, JudgementVerb.DIFFERENT, alone["left"], alone["right"])
    before = own_browser.get("/review.json").json()["counts"]
    ids = chosen(own_browser, "low_confidence")
    where = own_browser.post("/review/together", data=preview(own_browser, "low_confidence", "reject", ids)).headers[
        "location"
    ]
    page = tree_of(own_browser.get(where).text)
    form = next(form for form in elements(page, "form") if form.get("action") == "/review/together/undo")
    fields = {field.get("name", ""): field.get("value", "") for field in elements(form, "input")}
    assert own_browser.post("/review/together/undo", data=fields).headers["location"] == "/judgements"
    assert own_browser.get("/review.json").json()["counts"] == before
    assert sum(row["is_standing"] for row in own_browser.get("/judgements.json").json()["rows"]) == 1
    assert "모두 되돌렸습니다" in own_browser.get(where).text


def test_sent_twice_is_kept_once(own_browser: TestClient) -> None:
    """The form that is sent once more by accident keeps nothing more, and leads on."""
    sent = preview(own_browser, "low_confidence", "accept", chosen(own_browser, "low_confidence"))
    first, second = (own_browser.post("/review/together", data=sent) for _ in range(2))
    assert own_browser.get("/judgements.json").json()["in_all"] == len(list(sent["id"]))  # type: ignore[call-overload]
    assert first.headers["location"].startswith("/review/together/")
    assert second.headers["location"] == "/review?kind=low_confidence"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?kind=taste",
        "?kind=conflicting_value",
        "?kind=orphan",
        "?kind=low_confidence&answer=same",
        "?kind=same_person&answer=unsure",
        "?kind=low_confidence&as_of=2026-04-01",
    ],
)
def test_what_makes_no_sense_is_refused(browser: TestClient, query: str) -> None:
    """Kinds whose questions have an answer of their own each, answers of other kinds, and other days."""
    assert browser.get(f"/review/together{query}").status_code == 400


def test_what_was_never_decided_is_not_there(own_browser: TestClient) -> None:
    """The page of an unknown judgement, and undoing it, are refused."""
    assert own_browser.get("/review/together/j0").status_code == 404
    assert own_browser.post("/review/together/undo", data={"csrf": CSRF, "judgement": "j0"}).status_code == 404


def test_the_review_leads_there(own_browser: TestClient, own_record: Path) -> None:
    """Where several questions of a kind wait whose answers can be the same, the review offers it."""
    with Workspace(own_record, user="gana", clock=lambda: NOW) as workspace:
        for who in ("강보라", "남도현", "유하람"):
            workspace.keep(MORE.format(who=who).encode())
    counts = own_browser.get("/review.json").json()["counts"]
    for kind in KINDS:
        links = [link.get("href") for link in elements(tree_of(own_browser.get(f"/review?kind={kind}").text), "a")]
        assert (f"/review/together?kind={kind}" in links) is (counts[kind] > 1), kind
