"""Judgements: what people decided, to read, to add to and to take back."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from starlette.responses import Response

from hoedong.errors import UnknownId
from hoedong.export.record_json import answer, judgement_json, judgements_json
from hoedong.http.api.asking import Asked, JsonRoute, Listed, reply
from hoedong.http.api.documented import FLAG, JUDGEMENT, answers
from hoedong.http.api.examples import example
from hoedong.http.security.refusal import Refusal
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.workspace import Workspace
from hoedong.workspace.reviewing import Matter, judgements_on

router = APIRouter(route_class=JsonRoute, tags=["judgements"])

Id = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[\x21-\x7e]+$")]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=2000, pattern=r"^[^\x00]*$")]

_LISTED = answers(
    example("judgements"),
    judgements={
        "type": "array",
        "items": {"allOf": [JUDGEMENT, {"type": "object", "properties": {"is_standing": FLAG}}]},
    },
    more=FLAG,
)
_JUDGED = answers(
    example("judged"),
    status=201,
    problems=(404, 415),
    judgement=Judgement,
    conflicts=list[Judgement],
)
_UNDONE = answers(example("undone"), status=201, problems=(404, 415), judgement=Judgement)


class Decision(StrEnum):
    """What can be decided; taking back has a place of its own."""

    SAME = JudgementVerb.SAME
    DIFFERENT = JudgementVerb.DIFFERENT
    UNSURE = JudgementVerb.UNSURE
    ACCEPT = JudgementVerb.ACCEPT
    REJECT = JudgementVerb.REJECT
    SET_VALUE = JudgementVerb.SET_VALUE


class NewJudgement(BaseModel):
    """One decision. `left` and `right` are ids of appearances, of reports or of a claim, as `subject` says."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [example("new_judgement")]})

    subject: JudgementSubject
    verb: Decision
    left: Id
    right: Id | None = Field(None, description="Of same, different and unsure: the other one.")
    property: Annotated[str, StringConstraints(max_length=40)] | None = Field(
        None, description="Of set_value: date, place, city, country, status, mode; of a claim, verdict."
    )
    value: Prose | None = Field(None, description="Of set_value: the value.")
    reason: Prose | None = None
    seen: Id | None = Field(None, description="The last judgement on the matter that you saw; null for none.")
    ticket: Id | None = Field(None, description="Your own name for this judgement: sent twice, it is kept once.")


class Undoing(BaseModel):
    """Why a judgement is taken back."""

    model_config = ConfigDict(extra="forbid")

    reason: Prose | None = None


@router.get("/judgements", responses=_LISTED)
def judgements(
    question: Asked,
    part: Listed,
    subject: JudgementSubject | None = None,
    left: Annotated[str | None, Query(max_length=100, description="Only those about this id, and `right`.")] = None,
    right: Annotated[str | None, Query(max_length=100)] = None,
) -> Response:
    """Everything that people decided, in order of moment, undone judgements and undoings too.

    With `subject` and `left` only those about one matter: the last of them is what `seen` of a new one names.
    """
    with question.opened() as workspace:
        everything = workspace.judgements()
        if subject and left:
            everything = judgements_on(everything, Matter.between(subject, left, right))
        found = part.of(everything)
        has_more, standing = len(found) > part.limit, [one.id for one in workspace.standing_judgements()]
    value = judgements_json(found[: part.limit], standing)
    return reply({**value, "more": has_more}, part.links(has_more=has_more))


@router.post("/judgements", responses=_JUDGED, status_code=201)
def judge(request: Request, decision: NewJudgement) -> Response:
    """Decide something. The judgement is kept in any case; `conflicts` are those that others made in between."""
    with request.app.state.workspaces.writing() as workspace:
        judged = _judged(workspace, decision, request.state.user)
        conflicts = workspace.conflicts(judged, decision.seen)
    value = answer(judgement=judgement_json(judged), conflicts=list(map(judgement_json, conflicts)))
    return reply(value, status=201)


@router.post("/judgements/{judgement}/undo", responses=_UNDONE, status_code=201)
def undo(request: Request, judgement: str, undoing: Undoing) -> Response:
    """Take a judgement back; it stays in the ledger. Undoing an undoing revives the judgement."""
    with request.app.state.workspaces.writing() as workspace:
        undone = workspace.undo(judgement, reason=undoing.reason, user=request.state.user)
    return reply(answer(judgement=judgement_json(undone)), status=201)


def _judged(workspace: Workspace, decision: NewJudgement, user: str | None) -> Judgement:
    try:
        return workspace.judge(
            decision.subject,
            JudgementVerb(decision.verb),
            decision.left,
            decision.right,
            property=decision.property,
            value=decision.value,
            reason=decision.reason,
            user=user,
            ticket=decision.ticket,
        )
    except (UnknownId, ValueError) as error:
        raise Refusal(422, str(error)) from None
