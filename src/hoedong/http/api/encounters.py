"""Encounters: lists of them, of everybody or of some, and one with everything that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from hoedong.http.api.asking import LONGEST, Asked, Filtered, JsonRoute, Listed, Part, json_of, reply
from hoedong.http.api.documented import DOCUMENTS, FLAG, answers
from hoedong.http.api.examples import example
from hoedong.model.account import Encounter, ResolvedQuote, ResolvedReport
from hoedong.model.entity import PersonEntity
from hoedong.workspace import Workspace

router = APIRouter(route_class=JsonRoute, tags=["encounters"])

Named = Annotated[
    list[Annotated[str, Query(max_length=LONGEST)]],
    Query(max_length=8, description="Names or ids; an encounter counts where all of them were."),
]
ENCOUNTERS = answers(
    example("encounters"),
    problems=(404, 409),
    encounters=list[Encounter],
    people=list[PersonEntity],
    more=FLAG,
)
DOSSIER = answers(
    example("dossier"),
    problems=(404,),
    encounter=Encounter,
    reports=list[ResolvedReport],
    quotes=list[ResolvedQuote],
    documents=DOCUMENTS,
    people=list[PersonEntity],
)


@router.get("/encounters", responses=ENCOUNTERS)
def encounters(question: Asked, filters: Filtered, part: Listed, person: Named = []) -> Response:  # noqa: B006
    """Encounters, the latest first, undated ones last."""
    with question.opened() as workspace:
        return _listed(workspace, filters, part, person, newest_first=True)


@router.get("/timeline", responses=ENCOUNTERS)
def timeline(question: Asked, filters: Filtered, part: Listed, person: Named = []) -> Response:  # noqa: B006
    """Encounters, the earliest first, undated ones last."""
    with question.opened() as workspace:
        return _listed(workspace, filters, part, person, newest_first=False)


@router.get("/encounters/{encounter}", responses=DOSSIER)
def dossier(question: Asked, encounter: str) -> Response:
    """One encounter by its id, or by that of any of its reports, with reports, evidence and quotes."""
    with question.opened() as workspace:
        return reply(json_of(workspace).dossier(workspace.show(encounter)))


def _listed(
    workspace: Workspace, filters: Filtered, part: Part, people: Sequence[str], *, newest_first: bool
) -> Response:
    ids = [workspace.person(name).id for name in people]
    found = workspace.view.find_encounters(
        ids, filters.for_store(), part.one_more, part.offset, newest_first=newest_first
    )
    return reply_encounters(workspace, found, part)


def reply_encounters(workspace: Workspace, found: Sequence[Encounter], part: Part) -> Response:
    """A list of encounters with the people in it."""
    has_more, shown = len(found) > part.limit, found[: part.limit]
    people = workspace.people_by_id({person for one in shown for person in one.people})
    value = json_of(workspace).encounters(shown, people, has_more=has_more)
    return reply(value, part.links(has_more=has_more))
