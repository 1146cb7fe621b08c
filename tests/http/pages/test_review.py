from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from starlette.testclient import TestClient

from hoedong.model.judgement import JudgementSubject, JudgementVerb
from hoedong.workspace import Workspace
from invented_pages import NOW
from page_server import CSRF
from site_of_tests import elements, tree_of


def _forms(html: str, mark: str) -> list[etree._Element]:
    return [form for form in elements(tree_of(html), "form") if form.get(mark) is not None]


def _fields(form: etree._Element) -> dict[str, str]:
    return {field.get("name", ""): field.get("value", "") for field in elements(form, "input")}


def _answer(browser: TestClient, kind: str, act: str) -> str:
    """Press the button that does this, as a browser without scripts does; the answer's Location."""
    form = _forms(browser.get(f"/review?kind={kind}").text, "data-judge")[0]
    button = next(one for one in elements(form, "button") if one.get("data-act") == act)
    sent = {**_fields(form), "verb": button.get("value", "")}
    assert sent["csrf"] == CSRF
    answer = browser.post(form.get("action", ""), data=sent)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def _asked(browser: TestClient, kind: str) -> tuple[str, str] | None:
    """What the queue of a kind asks about now."""
    dossier = browser.get(f"/review.json?kind={kind}").json()["dossier"]
    return (dossier["question"]["left"], dossier["question"]["right"]) if dossier else None


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        ("same_person", "same"), ("same_person", "different"), ("same_person", "unsure"),
        ("conflicting_value", "pick"), ("contradicted_claim", "accept"), ("contradicted_claim", "reject"),
        ("overdue_plan", "accept"), ("overdue_plan", "reject"), ("overdue_plan", "pick"),
        ("low_confidence", "accept"), ("low_confidence", "reject"),
    ],
)  # fmt: skip
def test_an_answer_is_kept_and_the_next_question_asked(own_browser: TestClient, kind: str, act: str) -> None:
    """Each answer to each kind of question is kept, closes the question, and leads back to its queue."""
    asked = _asked(own_browser, kind)
    assert asked is not None
    assert _answer(own_browser, kind, act) == f"/review?kind={kind}"
    assert _asked(own_browser, kind) != asked
    assert len(own_browser.get("/review.json").json()["history"]) == 1


def test_answers_are_taken_back_one_after_another(own_browser: TestClient) -> None:
    """Undoing as often as was answered brings every question back; nothing is ever deleted."""
    before = own_browser.get("/review.json").json()["counts"]
    for kind, act in (("same_person", "same"), ("overdue_plan", "accept"), ("low_confidence", "reject")):
        _answer(own_browser, kind, act)
    for _ in range(3):
        form = _forms(own_browser.get("/review").text, "data-undo")[0]
        assert own_browser.post(form.get("action", ""), data=_fields(form)).status_code == 303
    assert own_browser.get("/review.json").json()["counts"] == before
    assert own_browser.get("/judgements.json").json()["in_all"] == 6


def test_the_same_person_becomes_one(own_browser: TestClient, own_record: Path) -> None:
    """A yes joins the two people: afterwards one page holds the encounters of both."""
    sides = own_browser.get("/review.json?kind=same_person").json()["dossier"]["sides"]
    assert sides[0]["person"]["id"] != sides[1]["person"]["id"]
    _answer(own_browser, "same_person", "same")
    with Workspace(own_record, read_only=True) as workspace:
        assert len({workspace.person(side["id"]).id for side in sides}) == 1


def test_a_value_is_set_as_picked(own_browser: TestClient) -> None:
    """The value on the button is what the encounter has afterwards, and its page says who set it."""
    found = own_browser.get("/review.json?kind=conflicting_value").json()
    encounter = found["dossier"]["question"]["left"]
    _answer(own_browser, "conflicting_value", "pick")
    page = own_browser.get(f"/encounter/{encounter}.json").json()
    assert page["entry"]["when"] == found["answers"][0]["value"]
    assert page["judgements"][0]["user"] == "gana"


def test_looking_changes_nothing(record: Path, browser: TestClient) -> None:
    """No GET of the review, not even of the addresses that take forms, decides anything."""
    for path in ("/review", "/review?verb=same&left=a&right=b", "/review/undo", "/read?action=keep&text=x"):
        browser.get(path)
    assert browser.get("/review/undo").status_code == 405
    with Workspace(record, read_only=True) as workspace:
        assert workspace.extent()[1] == 0


def test_a_script_gets_json(own_browser: TestClient) -> None:
    """A form posted with Accept: application/json is answered with the id of the judgement and what is left."""
    form = _fields(_forms(own_browser.get("/review?kind=same_person").text, "data-judge")[0])
    total = own_browser.get("/review.json").json()["left"]
    as_json = {"accept": "application/json"}
    answer = own_browser.post("/review", data={**form, "verb": "different"}, headers=as_json).json()
    assert answer["left"] == total - 1
    undone = own_browser.post("/review/undo", data={"csrf": CSRF, "judgement": answer["judgement"]}, headers=as_json)
    assert undone.json()["left"] == total


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"subject": "person", "verb": "same", "left": "nobody", "right": "none"}, 404),
        ({"subject": "taste", "verb": "same", "left": "a", "right": "b"}, 400),
        ({"subject": "person", "verb": "marry", "left": "a", "right": "b"}, 400),
        ({}, 400),
    ],
)
def test_a_senseless_answer_is_refused(own_browser: TestClient, form: dict[str, str], status: int) -> None:
    """What decides nothing is refused in words, as a page and as a problem, and nothing is kept."""
    assert own_browser.post("/review", data={"csrf": CSRF, **form}).status_code == status
    problem = own_browser.post("/review", data={"csrf": CSRF, **form}, headers={"accept": "application/json"})
    assert (problem.status_code, problem.json()["status"]) == (status, status)
    assert problem.headers["content-type"] == "application/problem+json"
    assert own_browser.get("/judgements.json").json()["in_all"] == 0


def test_an_unknown_judgement_cannot_be_undone(own_browser: TestClient) -> None:
    """Undoing what was never judged is refused."""
    assert own_browser.post("/review/undo", data={"csrf": CSRF, "judgement": "j0"}).status_code == 404


def test_two_reviewers_who_disagree_are_both_kept(own_browser: TestClient, own_record: Path) -> None:
    """Two judgements that say otherwise of one thing stand both, and the list says so."""
    question = own_browser.get("/review.json?kind=same_person").json()["dossier"]["question"]
    with Workspace(own_record, clock=lambda: NOW) as workspace:
        for user, verb in (("gana", JudgementVerb.SAME), ("dara", JudgementVerb.DIFFERENT)):
            workspace.judge(JudgementSubject.PERSON, verb, question["left"], question["right"], user=user)
    rows = own_browser.get("/judgements.json").json()["rows"]
    assert [(row["judgement"]["user"], row["is_disputed"]) for row in rows] == [("dara", True), ("gana", True)]


def test_the_score_is_out_of_sight(browser: TestClient) -> None:
    """The score of a question is folded away until one asks for it."""
    box = next(
        one for one in elements(tree_of(browser.get("/review").text), "details") if "data-score-box" in one.attrib
    )
    assert box.get("open") is None


def test_one_moves_on_without_answering(browser: TestClient) -> None:
    """Next and previous lead through the queue and never out of it."""
    first = browser.get("/review.json").json()
    second = browser.get(f"/review.json?at={first['next_at']}").json()
    assert first["dossier"]["question"] != second["dossier"]["question"]
    assert second["previous_at"] == 1
    last = browser.get("/review.json?at=999").json()
    assert (last["position"], last["next_at"]) == (last["left"], None)
