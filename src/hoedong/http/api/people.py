"""People and organisations: who may be meant, and everything about one person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from hoedong.errors import UnknownId
from hoedong.export.record_json import answer
from hoedong.http.api.asking import Asked, Filtered, JsonRoute, Listed, Words, json_of, reply
from hoedong.http.api.documented import FLAG, answers
from hoedong.http.api.encounters import ENCOUNTERS, reply_encounters
from hoedong.http.api.examples import example
from hoedong.http.api.schemas import entity
from hoedong.model.account import Journey, ResolvedQuote, Verdict
from hoedong.model.answer import Edge
from hoedong.model.appearance import Appearance
from hoedong.model.entity import OrganisationEntity, PersonEntity

router = APIRouter(route_class=JsonRoute, tags=["people and organisations"])

_CANDIDATES = answers(
    example("candidates"),
    candidates={
        "type": "array",
        "items": entity(
            {
                "person": {"$ref": "#/components/schemas/PersonEntity"},
                "score": {"type": "number"},
                "reason": {"type": "string"},
                "appearances": {"type": "array"},
            }
        ),
    },
)
_PERSON = answers(example("person"), problems=(404, 409), person=PersonEntity, appearances=list[Appearance], more=FLAG)
_ORGANISATIONS = answers(example("organisations"), organisations=list[OrganisationEntity])
_ORGANISATION = answers(example("organisation"), problems=(404,), organisation=OrganisationEntity)
_TRIPS = answers(example("trips"), problems=(404, 409), journeys=list[Journey], people=list[PersonEntity])
_QUOTES = answers(
    example("quotes"), problems=(404, 409), quotes=list[ResolvedQuote], people=list[PersonEntity], more=FLAG
)
_CLAIMS = answers(example("claims"), problems=(404, 409), verdicts=list[Verdict], people=list[PersonEntity])
_NETWORK = answers(
    example("network"), problems=(404, 409), people=list[PersonEntity], edges=list[Edge], hidden={"type": "integer"}
)


@router.get("/people", responses=_CANDIDATES)
def people(question: Asked, name: Words) -> Response:
    """Everyone who may be meant by a name, in whatever script and with or without a title, the likeliest first."""
    with question.opened() as workspace:
        return reply(json_of(workspace).candidates(workspace.who(name), {}))


@router.get("/people/{person}", responses=_PERSON)
def person(question: Asked, part: Listed, person: str) -> Response:
    """One person by id, or by a name that only one has, with their appearances in documents."""
    with question.opened() as workspace:
        found = workspace.person(person)
        appearances = tuple(part.of(workspace.appearances(found.id)))
        has_more = len(appearances) > part.limit
        json = json_of(workspace)
        shown = json.value(appearances[: part.limit])
        return reply(answer(person=json.value(found), appearances=shown, more=has_more), part.links(has_more=has_more))


@router.get("/people/{person}/encounters", responses=ENCOUNTERS)
def encounters(question: Asked, filters: Filtered, part: Listed, person: str) -> Response:
    """The encounters of a person, the latest first."""
    with question.opened() as workspace:
        found = workspace.met(person, None, filters, part.one_more, part.offset)
        return reply_encounters(workspace, found, part)


@router.get("/people/{person}/timeline", responses=ENCOUNTERS)
def timeline(question: Asked, filters: Filtered, part: Listed, person: str) -> Response:
    """The encounters of a person, the earliest first."""
    with question.opened() as workspace:
        found = workspace.timeline(person, filters, part.one_more, part.offset)
        return reply_encounters(workspace, found, part)


@router.get("/people/{person}/trips", responses=_TRIPS)
def trips(question: Asked, person: str) -> Response:
    """The journeys of a person, joined from all documents; gaps are shown as gaps."""
    with question.opened() as workspace:
        found = workspace.trips(person)
        return reply(json_of(workspace).journeys(found, workspace.people_by_id(one.traveller for one in found)))


@router.get("/people/{person}/quotes", responses=_QUOTES)
def quotes(question: Asked, part: Listed, person: str) -> Response:
    """What a person is quoted as saying, the latest first."""
    with question.opened() as workspace:
        found = part.of(workspace.quotes(person))
        has_more, shown = len(found) > part.limit, found[: part.limit]
        speakers = workspace.people_by_id(one.speaker for one in shown)
        value = json_of(workspace).quotes(shown, speakers, has_more=has_more)
        return reply(value, part.links(has_more=has_more))


@router.get("/people/{person}/claims", responses=_CLAIMS)
def claims(
    question: Asked, person: str, other: Annotated[str | None, Query(description="Only claims about both.")] = None
) -> Response:
    """Claims about a person, held against the record."""
    with question.opened() as workspace:
        found = workspace.claims(person, other)
        named: Iterable[str] = {id_ for one in found for id_ in one.claim.people}
        return reply(json_of(workspace).verdicts(found, workspace.people_by_id(named)))


@router.get("/people/{person}/network", responses=_NETWORK)
def network(question: Asked, person: str, hops: Annotated[int, Query(ge=1, le=2)] = 2) -> Response:
    """Whom a person met, and who of these met one another; `hidden` counts those whom the caps left out."""
    with question.opened() as workspace:
        return reply(json_of(workspace).network(workspace.network(person, hops)))


@router.get("/organisations", responses=_ORGANISATIONS)
def organisations(question: Asked, name: Words) -> Response:
    """Every organisation that may be meant by a name, those with most documents first."""
    with question.opened() as workspace:
        return reply(answer(organisations=json_of(workspace).value(workspace.organisations(name))))


@router.get("/organisations/{organisation}", responses=_ORGANISATION)
def organisation(question: Asked, organisation: str) -> Response:
    """One organisation by its id."""
    with question.opened() as workspace:
        found = workspace.view.organisation(organisation)
        if found is None:
            raise UnknownId(f"no organisation {organisation!r} on record; look one up with /organisations?name=")
        return reply(answer(organisation=json_of(workspace).value(found)))
