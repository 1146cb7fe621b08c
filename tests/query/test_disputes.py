"""Two reviewers of one matter, whichever appearances or reports they name it by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.query.review.judged import Judged
from hoedong.workspace import Workspace
from invented_readings import entry, met, page

PERSON, ENCOUNTER, CLAIM = JudgementSubject.PERSON, JudgementSubject.ENCOUNTER, JudgementSubject.CLAIM
SAME, DIFFERENT, UNSURE = JudgementVerb.SAME, JudgementVerb.DIFFERENT, JudgementVerb.UNSURE
OTHER = "한도윤@누리은행 이사"


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Two pages on a chairman, two on a banker of the same name; each look at the clock is an hour later."""
    hours = iter(range(10_000))
    start = dt.datetime(2024, 7, 1, tzinfo=dt.UTC)
    with Workspace(":memory:", user="gana", clock=lambda: start + dt.timedelta(hours=next(hours))) as found:
        found.add_entries(
            [
                *(entry(page(f"c{day}", met("한도윤", "오세린", on=f"2024-06-{day}"))) for day in (10, 11)),
                *(entry(page(f"b{day}", met(OTHER, "문지호", on=f"2024-06-{day}"))) for day in (10, 11)),
            ]
        )
        yield found


def appearances(workspace: Workspace, *names: str) -> list[list[str]]:
    """The ids under which each of these people appears."""
    return [[one.id for one in workspace.appearances(workspace.person(name).id)] for name in names]


def both(workspace: Workspace) -> tuple[list[str], list[str]]:
    """The appearances of the chairman and of the banker."""
    chairman, banker = (
        [one.id for one in workspace.appearances(person.id)]
        for person in sorted(workspace.view.people(), key=lambda one: str(one.positions))
        if person.name == "한도윤"
    )
    return chairman, banker


def against(workspace: Workspace, judgement: Judgement) -> list[str]:
    """Who says otherwise."""
    return [one.user for one in workspace.disputes().against(judgement)]


@pytest.mark.parametrize("verbs", [(SAME, DIFFERENT), (DIFFERENT, SAME)])
def test_one_pair_by_other_appearances(workspace: Workspace, verbs: tuple[JudgementVerb, JudgementVerb]) -> None:
    """One says that the two are one, the other, by other articles, that they are two: each is told of the other."""
    (one, other), (left, right) = both(workspace)
    first = workspace.judge(PERSON, verbs[0], one, left)
    assert against(workspace, first) == []
    second = workspace.judge(PERSON, verbs[1], other, right, user="dara")
    assert against(workspace, first) == ["dara"]
    assert against(workspace, second) == ["gana"]
    assert workspace.conflicts(second) == (first,)
    assert workspace.conflicts(second, seen=first.id) == ()
    workspace.undo(second.id)
    assert against(workspace, first) == []


def test_the_same_answer_and_later_dispute_nothing(workspace: Workspace) -> None:
    """Who agrees does not say otherwise, and who puts it off says nothing."""
    (one, other), (left, right) = both(workspace)
    first = workspace.judge(PERSON, DIFFERENT, one, left)
    workspace.judge(PERSON, DIFFERENT, other, right, user="dara")
    workspace.judge(PERSON, UNSURE, one, right, user="mari")
    assert against(workspace, first) == []


def test_other_people_are_another_matter(workspace: Workspace) -> None:
    """That two others are one says nothing of these."""
    (one, other), (left, _) = both(workspace)
    first = workspace.judge(PERSON, DIFFERENT, one, left)
    workspace.judge(PERSON, SAME, one, other, user="dara")
    assert against(workspace, first) == []


def test_values_of_one_encounter_by_its_reports(workspace: Workspace) -> None:
    """Two values of one property of an encounter dispute each other, by whatever report; of two properties none."""
    workspace.add_entries([entry(page("c12", met("한도윤", "오세린", on="2024-06-10")))])
    reports = next(one.reports for one in workspace.timeline() if len(one.reports) == 2)
    setting = JudgementVerb.SET_VALUE
    first = workspace.judge(ENCOUNTER, setting, reports[0], property="city", value="부산")
    workspace.judge(ENCOUNTER, setting, reports[1], property="place", value="해운대")
    assert against(workspace, first) == []
    workspace.judge(ENCOUNTER, setting, reports[1], property="city", value="울산", user="dara")
    assert against(workspace, first) == ["dara"]
    right = workspace.judge(ENCOUNTER, JudgementVerb.ACCEPT, reports[0])
    workspace.judge(ENCOUNTER, JudgementVerb.REJECT, reports[1], user="dara")
    assert against(workspace, right) == ["dara"]


@pytest.mark.parametrize(("subject", "news"), [(PERSON, "문지호"), (ENCOUNTER, "오세린")])
def test_later_lasts_until_there_is_news(workspace: Workspace, subject: JudgementSubject, news: str) -> None:
    """A pair that was put off is asked about again once a document comes in that tells of either side."""
    left, right = (
        (both(workspace)[0][0], both(workspace)[1][0])
        if subject is PERSON
        else tuple(one.id for one in workspace.timeline()[:2])
    )
    workspace.judge(subject, UNSURE, left, right)
    assert put_off(workspace, subject, left, right)
    workspace.add_entries([entry(page("e1", met("서가온", "벤 카터")))])
    assert put_off(workspace, subject, left, right)
    who = OTHER if subject is PERSON else "한도윤"
    workspace.add_entries([entry(page("e2", met(who, news, on="2024-06-10")))])
    assert not put_off(workspace, subject, left, right)
    workspace.judge(subject, UNSURE, left, right)
    assert put_off(workspace, subject, left, right)


def put_off(workspace: Workspace, subject: JudgementSubject, left: str, right: str) -> bool:
    """Whether the pair counts as answered."""
    return Judged(workspace._store, workspace.standing_judgements()).has_pair(subject, left, right)
