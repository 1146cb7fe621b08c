"""Review: one question at a time, with what it rests on; each answer is a form, and each can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from hoedong.errors import HoedongError
from hoedong.http.pages.answers import ANSWERS, Answer, answers_together
from hoedong.http.pages.entries import Entry, entry_of
from hoedong.http.pages.errors import error_page
from hoedong.http.pages.forms import field_of, ticket_of
from hoedong.http.pages.judgements import JudgementRow, judgement_rows
from hoedong.http.pages.messages import translations
from hoedong.http.pages.view import View, status_of
from hoedong.http.pages.visit import Visit, visit_of
from hoedong.http.pages.waiting import waiting_queue
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.query.review import SUBJECTS, Question, QuestionDossier, QuestionKind
from hoedong.workspace import Workspace

LAST_ANSWERS = 10

Act = Callable[[Workspace, FormData, str | None], Judgement]
"""What a form does: it judges, or takes a judgement back."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A judgement of before, with the names of what it is about."""

    row: JudgementRow
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Review:
    """The question that is asked now, None where none waits; `position` counts from 1 within its queue,
    which holds `in_queue`; `left` counts all that wait.

    `next_at` and `previous_at` are the positions to move to without judging, None at either end.
    """

    counts: Mapping[QuestionKind, int]
    kind: QuestionKind | None
    left: int
    position: int
    in_queue: int
    dossier: QuestionDossier | None
    moved: tuple[Entry, ...]
    answers: tuple[Answer, ...]
    subject: JudgementSubject | None
    history: tuple[AnswerRow, ...]
    next_at: int | None
    previous_at: int | None

    @property
    def is_editable(self) -> bool:
        """Whether a value of what is asked about can be set, other than those that the answers set."""
        kind = self.dossier.question.kind if self.dossier else None
        return kind in (QuestionKind.CONFLICTING_VALUE, QuestionKind.OVERDUE_PLAN, QuestionKind.LOW_CONFIDENCE)

    @property
    def kind_together(self) -> QuestionKind | None:
        """The kind of which several questions can be answered at once; None where each has its own answer."""
        kind = self.kind or (self.dossier.question.kind if self.dossier else None)
        return kind if kind and self.counts.get(kind, 0) > 1 and answers_together(kind) else None


def find_review(workspace: Workspace, visit: Visit) -> Review:
    """The question at the position that the address names, in the queue of the kind that it names."""
    visit.require_now()
    queue = waiting_queue(workspace, visit)
    kind = QuestionKind(visit.one("kind")) if visit.one("kind") else None
    questions = queue.of(kind)
    position = min(max(visit.number("at", 1_000_000), 1), max(len(questions), 1))
    question = questions[position - 1] if questions else None
    dossier = workspace.question(question) if question else None
    return Review(
        queue.counts,
        kind,
        len(queue.questions),
        position,
        len(questions),
        dossier,
        tuple(entry_of(one, dossier.people) for one in dossier.moved) if dossier else (),
        _answers(question, dossier) if question and dossier else (),
        SUBJECTS.get(question.kind) if question else None,
        history_of(workspace),
        position + 1 if position < len(questions) else None,
        position - 1 if position > 1 else None,
    )


def _answers(question: Question, dossier: QuestionDossier) -> tuple[Answer, ...]:
    """The buttons of a question; of conflicting values one for each value."""
    if question.kind is not QuestionKind.CONFLICTING_VALUE:
        return ANSWERS[question.kind]
    return tuple(
        Answer(JudgementVerb.SET_VALUE, str(number), "pick", value.value)
        for number, value in enumerate(dossier.values, 1)
    )


def history_of(workspace: Workspace) -> tuple[AnswerRow, ...]:
    """The last answers that stand, the latest first."""
    last = workspace.standing_judgements()[: -LAST_ANSWERS - 1 : -1]
    return tuple(
        AnswerRow(row, _name(workspace, row.judgement.left), _name(workspace, row.judgement.right))
        for row in judgement_rows(workspace, last)
    )


def _name(workspace: Workspace, id_: str | None) -> str:
    """The name of what a judgement names; its id where the record has none, empty where it names nothing."""
    if id_ is None:
        return ""
    person = workspace.view.person(id_)
    if person is not None:
        return person.name
    encounter = workspace.view.encounter(id_)
    people = workspace.people_by_id(encounter.people if encounter else ())
    return " × ".join(people[one].name for one in (encounter.principals if encounter else ()) if one in people) or id_


async def judge(request: Request) -> Response:
    """Take an answer in, then ask the next question."""
    form = await request.form()
    return await run_in_threadpool(_after, request, form, _judged)


async def undo(request: Request) -> Response:
    """Take an answer back."""
    form = await request.form()
    return await run_in_threadpool(_after, request, form, _undone)


def _after(request: Request, form: FormData, act: Act) -> Response:
    try:
        visit = visit_of(request)
        visit.require_now()
        with request.app.state.workspaces.writing() as workspace:
            judgement = act(workspace, form, visit.user)
            left = len(waiting_queue(workspace, visit).questions)
            disputing = workspace.disputes().against(judgement)
    except (HoedongError, ValueError) as error:
        return _refused(request, status_of(error), str(error))
    if _wants_json(request):
        return JSONResponse({"judgement": judgement.id, "left": left, **_note(visit, disputing)})
    return RedirectResponse(_back(visit, form), 303)


def _note(visit: Visit, disputing: Sequence[Judgement]) -> dict[str, str]:
    """Who has decided otherwise, in words, where anybody has."""
    if not disputing:
        return {}
    words = translations(visit.lang).gettext("{user} has decided otherwise; both are kept.")
    return {"note": words.format(user=", ".join(dict.fromkeys(one.user for one in disputing)))}


def _wants_json(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")


def _refused(request: Request, status: int, detail: str) -> Response:
    if _wants_json(request):
        body = {"status": int(status), "detail": detail}
        return JSONResponse(body, status, media_type="application/problem+json")
    return error_page(request, status, detail)


def _back(visit: Visit, form: FormData) -> str:
    """Where the form was: the queue of its kind, the encounter, or the list of judgements."""
    encounter = field_of(form, "encounter")
    if encounter:
        return visit.url("encounter", encounter)
    if field_of(form, "back") == "judgements":
        return visit.url("judgements")
    kind = field_of(form, "kind")
    return visit.url("review", kind=kind if kind in tuple(QuestionKind) else None)


def _judged(workspace: Workspace, form: FormData, user: str | None) -> Judgement:
    """The judgement that a form states.

    A button holds its verb, and behind a colon the value that it sets: `set_value:held`.
    """
    verb, _, value = field_of(form, "verb").partition(":")
    if verb == JudgementVerb.RETRACT:
        return workspace.undo(field_of(form, "left"), user=user)
    return workspace.judge(
        JudgementSubject(field_of(form, "subject")),
        JudgementVerb(verb),
        field_of(form, "left"),
        field_of(form, "right") or None,
        property=field_of(form, "property") or None,
        value=value or field_of(form, "value") or None,
        reason=field_of(form, "reason") or None,
        user=user,
        ticket=ticket_of(form),
    )


def _undone(workspace: Workspace, form: FormData, user: str | None) -> Judgement:
    return workspace.undo(field_of(form, "judgement"), user=user)


VIEW = View("review", "/review", find_review)


def routes() -> Sequence[BaseRoute]:
    """The queue, its twin, and what takes answers in."""
    return [
        *VIEW.routes(),
        Route("/review", judge, methods=["POST"]),
        Route("/review/undo", undo, methods=["POST"]),
    ]
