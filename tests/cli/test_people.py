"""`hoedong who`, `why` and `network`."""

from __future__ import annotations

from pathlib import Path

import pytest

from record_commands import CHAIRMAN, DIRECTOR, GUEST, answered, printed, refused, run, the_dinner


def test_who_lists_namesakes(dinner: Path) -> None:
    """Everyone of a name is listed with posts, documents and id."""
    page = printed("who", "한도윤", record=dinner)

    assert "가람전자 회장" in page
    assert "나래물산 이사" in page
    assert [one["person"]["id"] in page for one in answered("who", "한도윤", record=dinner)["candidates"]] == [True] * 2


@pytest.mark.parametrize("name", ["벤 카터", "Ben Carter", "ben carter", "카터 CEO", "오르카AI 카터"])
def test_any_spelling_leads_to_the_person(dinner: Path, name: str) -> None:
    """Either script, any case, surname and title, or surname and organisation find the same person."""
    best = answered("who", name, record=dinner)["candidates"][0]

    assert best["person"]["latin"] == "Ben Carter"


def test_appearances_are_listed_on_demand(dinner: Path) -> None:
    """--appearances prints an id for every document in which a person appears."""
    (director,) = answered("who", DIRECTOR, "--appearances", record=dinner)["candidates"]
    page = printed("who", DIRECTOR, "--appearances", record=dinner)

    assert [one["name"] for one in director["appearances"]] == ["한도윤"]
    assert director["appearances"][0]["id"] in page
    assert "새벽일보 2026-03-16" in page
    assert answered("who", DIRECTOR, record=dinner)["candidates"][0]["appearances"] == []


def test_who_is_nobody(dinner: Path) -> None:
    """Nobody of a name is a finding: exit code 1, and the page says so."""
    outcome = run("who", "강나루", record=dinner)

    assert outcome.exit_code == 1
    assert outcome.stdout == " nobody on record\n"


def test_organisations_are_listed_with_their_people(dinner: Path) -> None:
    """A firm has its people with titles, and the id that `judge` takes; an unknown name is a finding."""
    page = printed("organisations", "가람전자", record=dinner)
    (firm,) = answered("organisations", "가람전자", record=dinner)["organisations"]

    assert "한도윤, 회장" in page
    assert firm["id"] in page
    assert run("organisations", "나루산업", record=dinner).exit_code == 1


def test_why_people_are_two(dinner: Path) -> None:
    """Namesakes are told apart by their companies, and each reason has its weight."""
    page = printed("why", CHAIRMAN, DIRECTOR, record=dinner)

    assert "are two" in page
    assert "other company" in page
    assert "+3.0 same korean name" in page


def test_why_as_json(dinner: Path) -> None:
    """--json gives reasons with weights; two reports of one encounter are one."""
    encounter = the_dinner(dinner)
    apart = answered("why", CHAIRMAN, DIRECTOR, record=dinner)["explanation"]
    together = answered("why", *encounter["reports"][:2], record=dinner)["explanation"]

    assert apart["are_one"] is False
    assert {reason["weight"] > 0 for reason in apart["reasons"]} == {True, False}
    assert together["are_one"] is True


def test_why_of_nobody(dinner: Path) -> None:
    """A name that nobody has is refused."""
    assert "강나루" in refused("why", GUEST, "강나루", record=dinner)


def test_the_network_of_a_person(dinner: Path) -> None:
    """Every two who met stand in a row, those with the person asked about first."""
    lines = printed("network", GUEST, record=dinner).splitlines()

    assert "벤 카터" in lines[1]
    assert "벤 카터" in lines[2]
    assert lines[-1] == " 4 people, 4 pairs"


def test_the_network_as_json(dinner: Path) -> None:
    """--json gives people and edges; --hops 1 leaves out those whom only others met."""
    near = answered("network", GUEST, "--hops", "1", record=dinner)
    far = answered("network", GUEST, record=dinner)

    assert {person["name"] for person in near["people"]} == {"벤 카터", "한도윤", "오세린"}
    assert len(far["people"]) == 4
    assert all(edge["encounters"] == 1 for edge in far["edges"])


def test_the_network_of_nobody(dinner: Path) -> None:
    """A name that nobody has is refused."""
    assert "강나루" in refused("network", "강나루", record=dinner)
