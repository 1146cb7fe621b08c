"""Which organisation is meant by a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoedong.workspace import Workspace
from http_record import make_record


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two reports that name two firms."""
    path = tmp_path_factory.mktemp("firms") / "record.db"
    make_record(path)
    return path


def test_an_organisation_goes_by_name_and_id(record: Path) -> None:
    """The very name, blanks apart, and the id lead to the organisation; another name leads nowhere."""
    with Workspace(record, read_only=True) as workspace:
        (found,) = workspace.organisations("가람 전자")

        assert found.name == "가람전자"
        assert workspace.organisations(found.id) == (found,)
        assert workspace.organisations("한별그룹") == ()


def test_a_post_leads_to_the_organisation(record: Path) -> None:
    """The post of a person has the id of the firm that its name means, however the person was found."""
    with Workspace(record, read_only=True) as workspace:
        (firm,) = workspace.organisations("가람전자")
        found = [workspace.person("한도윤"), workspace.who("한도윤")[0].person, *workspace.view.people()]
        posts = [post for person in found for post in person.positions if post.organisation == "가람전자"]

        assert len(posts) >= 3
        assert {post.organisation_id for post in posts} == {firm.id}
