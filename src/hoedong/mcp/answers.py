"""Answers short enough for an assistant: each encounter with its people by name and the words that report it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hoedong.export.brief import Brief, brief_markdown
from hoedong.export.quoted_json import QuotedJson
from hoedong.model.account import Encounter, Participant, RecordedDocument, ResolvedReport
from hoedong.model.answer import Candidate
from hoedong.model.entity import PersonEntity
from hoedong.workspace import Workspace

Json = dict[str, Any]

MOST_REPORTS = 3
"""Reports whose words stand with an encounter; `encounter` gives all."""


def encounters_answer(workspace: Workspace, found: Sequence[Encounter], limit: int) -> Json:
    """Encounters with the words of their first reports; `more` says that the limit left some out."""
    shown = found[:limit]
    reports = {one.id: one for one in workspace.view.reports([id_ for each in shown for id_ in _first(each)])}
    people = workspace.people_by_id({person for one in shown for person in one.people})
    pages = workspace.documents_by_id({one.document for one in reports.values()})
    json = QuotedJson(workspace.view)
    listed = [_encounter(one, people, [reports[id_] for id_ in _first(one)], pages, json) for one in shown]
    return {"encounters": listed, "more": len(found) > limit}


def _first(encounter: Encounter) -> tuple[str, ...]:
    return encounter.reports[:MOST_REPORTS]


def _encounter(
    encounter: Encounter,
    people: Mapping[str, PersonEntity],
    reports: Sequence[ResolvedReport],
    pages: Mapping[str, RecordedDocument],
    json: QuotedJson,
) -> Json:
    return {
        "id": encounter.id,
        "date": encounter.when.edtf if encounter.when else None,
        "status": str(encounter.status),
        "mode": str(encounter.mode),
        "people": [_participant(one, people) for one in encounter.participants],
        "parties": list(encounter.parties),
        "place": encounter.place,
        "city": encounter.city,
        "country": encounter.country,
        "topics": list(encounter.topics),
        "disagreements": list(encounter.disagreements),
        "sources": encounter.sources,
        "reports": len(encounter.reports),
        "evidence": [_report(one, pages.get(one.document), json) for one in reports],
    }


def _participant(one: Participant, people: Mapping[str, PersonEntity]) -> Json:
    return {"id": one.person, "name": people[one.person].name, "role": str(one.role)}


def _report(report: ResolvedReport, page: RecordedDocument | None, json: QuotedJson) -> Json:
    return {
        "outlet": report.outlet,
        "published": report.published and str(report.published),
        "url": page and page.url,
        "words": json.value(report.evidence),
    }


def candidates_answer(workspace: Workspace, found: Sequence[Candidate], limit: int) -> Json:
    """Who may be meant, each with posts and with the document that names them first."""
    json = QuotedJson(workspace.view)
    listed = [
        {
            "score": round(one.score, 4),
            "reason": one.reason,
            "person": json.value(one.person),
            "appearance": json.value(workspace.appearances(one.person.id)[:1]),
        }
        for one in found[:limit]
    ]
    return {"candidates": listed, "more": len(found) > limit}


def brief_answer(brief: Brief) -> Json:
    """A brief as Markdown, with its footnotes as values."""
    notes = [
        {
            "number": one.number,
            "document": one.document,
            "start": one.span.start,
            "end": one.span.end,
            "text": one.words,
            "outlet": one.outlet,
            "date": one.date,
            "url": one.url,
        }
        for one in brief.footnotes
    ]
    return {"markdown": brief_markdown(brief), "footnotes": notes}
