"""Two people together, and what to read before a meeting."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from hoedong.export.brief import Brief, brief_markdown
from hoedong.export.record_json import answer
from hoedong.http.api.asking import Asked, Filtered, JsonRoute, Listed, Question, json_of, reply
from hoedong.http.api.documented import FLAG, Responses, answers
from hoedong.http.api.examples import example
from hoedong.model.account import Encounter, Verdict
from hoedong.model.entity import PersonEntity

router = APIRouter(route_class=JsonRoute, tags=["pairs and briefs"])


class Form(StrEnum):
    """How a brief is written."""

    JSON = "json"
    MARKDOWN = "markdown"


class Lang(StrEnum):
    """Languages of a brief."""

    KOREAN = "ko"
    ENGLISH = "en"


_PAIR = answers(
    example("pair"),
    problems=(404, 409),
    pair=list[PersonEntity],
    encounters=list[Encounter],
    verdicts=list[Verdict],
    people=list[PersonEntity],
    more=FLAG,
)
BRIEF: Responses = answers(example("brief"), problems=(404, 409), brief=Brief)
BRIEF[200]["content"]["text/markdown"] = {"schema": {"type": "string"}}
On = Annotated[dt.date | None, Query(alias="on", description="The day to write it for; by default today.")]


@router.get("/pairs/{one}/{other}", responses=_PAIR)
def pair(question: Asked, filters: Filtered, part: Listed, one: str, other: str) -> Response:
    """Two people: their encounters, the latest first, and the claims about both held against the record."""
    with question.opened() as workspace:
        sides = workspace.person(one), workspace.person(other)
        ids = sides[0].id, sides[1].id
        found = workspace.met(*ids, filters, part.one_more, part.offset)
        has_more, shown = len(found) > part.limit, found[: part.limit]
        json = json_of(workspace)
        people = workspace.people_by_id({person for each in shown for person in each.people})
        value = answer(
            pair=json.value(sides),
            encounters=json.value(shown),
            verdicts=json.value(workspace.claims(*ids)),
            people=[json.value(people[id_]) for id_ in sorted(people)],
            more=has_more,
        )
        return reply(value, part.links(has_more=has_more))


@router.get("/people/{person}/brief", responses=BRIEF, tags=["people and organisations"])
def person_brief(
    question: Asked, person: str, form: Form = Form.JSON, lang: Lang = Lang.KOREAN, on: On = None
) -> Response:
    """What to read before a meeting with a person, with footnotes to the words of documents."""
    return _brief(question, (person, None), form, lang, on)


@router.get("/pairs/{one}/{other}/brief", responses=BRIEF)
def pair_brief(
    question: Asked, one: str, other: str, form: Form = Form.JSON, lang: Lang = Lang.KOREAN, on: On = None
) -> Response:
    """What to read before a meeting of two, with footnotes to the words of documents."""
    return _brief(question, (one, other), form, lang, on)


def _brief(question: Question, sides: tuple[str, str | None], form: Form, lang: Lang, on: dt.date | None) -> Response:
    with question.opened() as workspace:
        written = workspace.brief(*sides, lang=lang, today=on)
        if form is Form.MARKDOWN:
            return Response(brief_markdown(written), media_type="text/markdown; charset=utf-8")
        return reply(json_of(workspace).brief(written))
