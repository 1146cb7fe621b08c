"""Judgements over HTTP: kept, told of conflicts, undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.workspace.reviewing import conflicts_with
from http_record import settings_of, HOME
from hoedong.http.app import create_app

Json = dict[str, Any]
API = "/api/v1"


@pytest.fixture
def reviewers(record: Path) -> Iterator[tuple[TestClient, TestClient]]:
    """Two reviewers at one server, told apart by a proxy."""
    app = create_app(settings_of(record, user_header="X-User", proxies=("testclient",)))
    with (
        TestClient(app, base_url=HOME, headers={"X-User": "han"}) as one,
        TestClient(app, base_url=HOME, headers={"X-User": "oh"}) as other,
    ):
        yield one, other


def an_encounter(client: TestClient) -> str:
    """The id of the encounter on record."""
    found: str = client.get(f"{API}/encounters").json()["encounters"][0]["id"]
    return found


def judge(client: TestClient, **decision: Any) -> Json:
    """Decide something; the answer."""
    answer = client.post(f"{API}/judgements", json=decision)
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    return found


def test_two_reviewers_at_once(reviewers: tuple[TestClient, TestClient]) -> None:
    """Both judgements are kept; the second reviewer, who had not seen the first, is told of it."""
    one, other = reviewers
    matter = {"subject": "encounter", "left": an_encounter(one)}
    first = judge(one, **matter, verb="accept", seen=None)
    second = judge(other, **matter, verb="reject", seen=None)
    kept = one.get(f"{API}/judgements").json()["judgements"]

    assert first["conflicts"] == []
    assert [(found["user"], found["verb"]) for found in second["conflicts"]] == [("han", "accept")]
    assert [found["id"] for found in kept] == [first["judgement"]["id"], second["judgement"]["id"]]
    assert one.get(f"{API}/encounters/{matter['left']}").json()["encounter"]["review"] == "rejected"


def test_who_has_seen_it_is_not_told_again(reviewers: tuple[TestClient, TestClient]) -> None:
    """A reviewer who saw the last judgement on the matter is told of later ones alone."""
    one, other = reviewers
    matter = {"subject": "encounter", "left": an_encounter(one)}
    first = judge(one, **matter, verb="accept")["judgement"]["id"]
    seen = other.get(f"{API}/judgements", params=matter).json()["judgements"][-1]["id"]

    assert seen == first
    second = judge(other, **matter, verb="reject", seen=seen)
    assert second["conflicts"] == []
    third = judge(one, **matter, verb="accept", seen=first)
    assert [found["id"] for found in third["conflicts"]] == [second["judgement"]["id"]]


def test_other_matters_are_no_conflict(reviewers: tuple[TestClient, TestClient]) -> None:
    """Judgements about somebody else do not bother; the two sides of a pair have no order."""
    one, other = reviewers
    ids = [one.get(f"{API}/people/{name}").json()["person"]["id"] for name in ("한도윤", "벤 카터", "오세린")]
    judge(one, subject="person", verb="different", left=ids[0], right=ids[1])

    assert judge(other, subject="person", verb="different", left=ids[0], right=ids[2])["conflicts"] == []
    assert len(judge(other, subject="person", verb="different", left=ids[1], right=ids[0])["conflicts"]) == 1


def test_undoing_and_reviving(client: TestClient) -> None:
    """A judgement changes the record, its undoing changes it back, and undoing that revives it."""
    encounter = an_encounter(client)
    decided = judge(client, subject="encounter", verb="set_value", left=encounter, property="city", value="대전")
    city = f"{API}/encounters/{encounter}"
    assert client.get(city).json()["encounter"]["city"] == "대전"

    undone = client.post(f"{API}/judgements/{decided['judgement']['id']}/undo", json={"reason": "a slip"})
    assert undone.status_code == 201
    assert client.get(city).json()["encounter"]["city"] != "대전"

    assert client.post(f"{API}/judgements/{undone.json()['judgement']['id']}/undo", json={}).status_code == 201
    assert client.get(city).json()["encounter"]["city"] == "대전"
    standing = [one["is_standing"] for one in client.get(f"{API}/judgements").json()["judgements"]]
    assert standing.count(True) >= 1
    assert len(standing) == 3


@pytest.mark.parametrize(
    "change",
    [
        {"verb": "retract"},
        {"verb": "same"},
        {"verb": "set_value"},
        {"verb": "set_value", "property": "date", "value": "soon"},
        {"verb": "set_value", "property": "colour", "value": "red"},
        {"left": "e0"},
        {"left": ""},
        {"subject": "weather"},
        {"subject": "person"},
        {"seen": 5},
        {"extra": 1},
        {"reason": "a\x00b"},
    ],
)
def test_senseless_judgements_are_refused(client: TestClient, change: Json) -> None:
    """What decides nothing, or is about nothing on record, is a 422, and nothing is kept."""
    decision = {"subject": "encounter", "verb": "accept", "left": an_encounter(client), **change}

    assert client.post(f"{API}/judgements", json=decision).status_code == 422
    assert client.get(f"{API}/judgements").json()["judgements"] == []


def test_undoing_nothing(client: TestClient) -> None:
    """A judgement that is not there cannot be undone."""
    assert client.post(f"{API}/judgements/j0/undo", json={}).status_code == 404


def judgement(name: str, left: str = "a", right: str | None = "b") -> Judgement:
    """A judgement on two people."""
    return Judgement(name, JudgementSubject.PERSON, JudgementVerb.SAME, left, right, "han", "2026-03-13")


def test_conflicts_are_what_came_in_between() -> None:
    """Between what was seen and one's own, on the same matter, in whatever order of its sides."""
    all_ = [judgement("1"), judgement("2", "b", "a"), judgement("3", "a", "c"), judgement("4")]

    assert [one.id for one in conflicts_with(all_, all_[3], None)] == ["1", "2"]
    assert [one.id for one in conflicts_with(all_, all_[3], "1")] == ["2"]
    assert [one.id for one in conflicts_with(all_, all_[3], "2")] == []
    assert [one.id for one in conflicts_with(all_, all_[3], "unknown")] == ["1", "2"]
