"""Several questions answered at once: choose, look at what it touches, answer, and take all of it back in one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from hoedong.errors import HoedongError
from hoedong.http.pages.answers import Answer, answers_together, decision_of
from hoedong.http.pages.entries import Entry, entries_of
from hoedong.http.pages.errors import error_page
from hoedong.http.pages.forms import field_of, ticket_of
from hoedong.http.pages.judgements import JudgementRow, judgement_rows
from hoedong.http.pages.view import View, status_of
from hoedong.http.pages.visit import Visit, visit_of
from hoedong.http.pages.waiting import waiting_queue
from hoedong.model.account import Encounter
from hoedong.query.review import Question, QuestionDossier, QuestionKind
from hoedong.workspace import Workspace

MOST = 20
"""Questions that are answered at once: as many as one can look through."""


@dataclass(frozen=True, slots=True)
class Together:
    """Questions of one kind; once an `answer` is chosen (None before), those that get it, with what it touches.

    `waiting` counts all of the kind.
    """

    kind: QuestionKind
    answers: tuple[Answer, ...]
    answer: Answer | None
    dossiers: tuple[QuestionDossier, ...]
    touched: tuple[Entry, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided at one moment and stands; the first names them all."""

    rows: tuple[JudgementRow, ...]


def find_together(workspace: Workspace, visit: Visit) -> Together:
    """The questions to choose from, or those that were chosen with an answer.

    Raises:
        ValueError: questions of this kind have no answer in common, or it is no answer of theirs.
    """
    visit.require_now()
    kind = QuestionKind(visit.one("kind"))
    waiting, answer = waiting_queue(workspace, visit).of(kind), _answer(kind, visit.one("answer"))
    questions = _chosen(waiting, visit.query.get("id", ())) if answer else waiting[:MOST]
    dossiers = tuple(map(workspace.question, questions))
    touched = entries_of(workspace, _touched(dossiers)) if answer else ()
    return Together(kind, answers_together(kind), answer, dossiers, touched, len(waiting))


def _answer(kind: QuestionKind, named: str) -> Answer | None:
    """An answer by the name that it has in addresses: its verb, and behind a colon the value that it sets."""
    answers = answers_together(kind)
    if not answers:
        raise ValueError(f"questions of the kind {kind} are answered one by one")
    if not named:
        return None
    found = next((answer for answer in answers if answer.name == named), None)
    if found is None:
        raise ValueError(f"{named!r} is no answer to {kind}; there are {', '.join(one.name for one in answers)}")
    return found


def _chosen(waiting: Iterable[Question], ids: Sequence[str]) -> tuple[Question, ...]:
    return tuple(question for question in waiting if question.id in ids)[:MOST]


def _touched(dossiers: Iterable[QuestionDossier]) -> list[Encounter]:
    """The encounters that the answers touch, each once."""
    return list({encounter.id: encounter for dossier in dossiers for encounter in dossier.moved}.values())


def find_decided(workspace: Workspace, visit: Visit) -> Decided:
    """What was decided together with a judgement, and stands."""
    return Decided(judgement_rows(workspace, workspace.made_together(visit.parameters["judgement"])))


async def decide(request: Request) -> Response:
    """Give the chosen questions their answer."""
    form = await request.form()
    return await run_in_threadpool(_after, request, form, is_undoing=False)


async def undo(request: Request) -> Response:
    """Take back what was decided at one moment."""
    form = await request.form()
    return await run_in_threadpool(_after, request, form, is_undoing=True)


def _after(request: Request, form: FormData, *, is_undoing: bool) -> Response:
    try:
        visit = visit_of(request)
        visit.require_now()
        with request.app.state.workspaces.writing() as workspace:
            if is_undoing:
                workspace.undo_together(field_of(form, "judgement"), user=visit.user)
                return RedirectResponse(visit.url("judgements"), 303)
            return RedirectResponse(_decided(workspace, visit, form), 303)
    except (HoedongError, ValueError) as error:
        return error_page(request, status_of(error), str(error))


def _decided(workspace: Workspace, visit: Visit, form: FormData) -> str:
    """Where one goes on: to what was decided; to the queue where somebody has answered all of it meanwhile."""
    kind = QuestionKind(field_of(form, "kind"))
    answer = _answer(kind, field_of(form, "answer"))
    ids = [id_ for id_ in form.getlist("id") if isinstance(id_, str)]
    questions = _chosen(waiting_queue(workspace, visit).of(kind), ids)
    if answer is None or not questions:
        return visit.url("review", kind=kind)
    decisions = [decision_of(question, answer) for question in questions]
    made = workspace.judge_together(decisions, user=visit.user, ticket=ticket_of(form))
    return visit.url("review", "together", made[0].id)


VIEW = View("together", "/review/together", find_together)
DECIDED = View("decided", "/review/together/{judgement}", find_decided)


def routes() -> Sequence[BaseRoute]:
    """Choosing and looking, what was decided, their twins, and what takes answers in."""
    return [
        *VIEW.routes(),
        Route("/review/together", decide, methods=["POST"]),
        Route("/review/together/undo", undo, methods=["POST"]),
        *DECIDED.routes(),
    ]
