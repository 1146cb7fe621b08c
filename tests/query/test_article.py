from __future__ import annotations

import pytest

from hoedong.errors import UnknownId
from hoedong.query.places import spot_of_place, spots_of
from hoedong.workspace import Workspace
from invented_pages import make_record


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A record of invented articles, to read only."""
    return Workspace(make_record(tmp_path_factory.mktemp("article")), read_only=True)


def test_an_article_knows_what_the_record_made_of_it(workspace: Workspace) -> None:
    """Each person and encounter of the reading leads to one of the record."""
    document = next(one for one in workspace.documents() if "해솔 채우림" in one.text)
    article = workspace.article(document.id)
    assert article.people.keys() == {person.id for person in article.reading.people}
    assert article.encounters.keys() == {report.id for report in article.reading.encounters}
    first = article.reading.encounters[0]
    assert first.rules[0] in article.rules
    assert {article.people[id_].id for id_ in first.principals} <= set(article.encounters[first.id].people)


def test_an_older_version_tells_of_nothing_any_more(workspace: Workspace) -> None:
    """The text of an older version is kept, with its reading, but nothing of it counts."""
    newest = next(one for one in workspace.documents() if "세제 지원" in one.text)
    (older,) = workspace.article(newest.id).versions
    article = workspace.article(older.id)
    assert article.document.superseded_by == newest.id
    assert article.reading.encounters
    assert not article.encounters
    assert not article.people


def test_no_document_is_said(workspace: Workspace) -> None:
    """An id of nothing is refused by name."""
    with pytest.raises(UnknownId, match="d0"):
        workspace.article("d0")


def test_an_organisation_has_those_who_hold_posts_there(workspace: Workspace) -> None:
    """The chairman of an invented group is among its people, with the title, and so are his meetings."""
    id_ = next(one.id for one in workspace.view.organisations() if one.name == "해솔그룹")
    organisation, members, encounters = workspace.organisation(id_)
    assert organisation.name == "해솔그룹"
    assert (members[0].person.name, members[0].titles) == ("채우림", ("회장",))
    assert {one.id for one in workspace.met("채우림")} <= {one.id for one in encounters}


def test_encounters_lie_where_their_towns_do(workspace: Workspace) -> None:
    """Two meetings in New York share a spot; what names no place lies nowhere."""
    encounters = workspace.timeline()
    spots = {spot.name: spot for spot in spots_of(encounters)}
    assert len(spots["뉴욕"].encounters) == 2
    assert {id_ for spot in spots.values() for id_ in spot.encounters} < {one.id for one in encounters}


def test_a_town_of_another_country_is_none() -> None:
    """A known town under another country than is said is not drawn there."""
    assert spot_of_place("뉴욕", "US") is not None
    assert spot_of_place("뉴욕", "FR") is None
    assert spot_of_place("어딘가") is None
    assert spot_of_place(None) is None


def test_reading_keeps_nothing(workspace: Workspace) -> None:
    """A text that is only read is not on record afterwards; the one that is kept in a writable record is."""
    before = workspace.document_count()
    reading = workspace.read("서이든 노을전자 대표가 1일 대전에서 문하린 가람물산 회장을 만났다.".encode())
    assert {person.name for person in reading.people} == {"서이든", "문하린"}
    assert workspace.document_count() == before
