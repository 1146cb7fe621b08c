"""News put into words: as JSON for programs, a line for a terminal, a message for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hoedong.export.listing import backing, encounter_details, encounter_heading
from hoedong.export.record_json import RecordJson
from hoedong.export.record_wording import Names, Sources
from hoedong.model.answer import Dossier
from hoedong.watch.news import News
from hoedong.workspace import Workspace

SCHEMA = "hoedong.watch/1"
Told = dict[str, Any]
"""News as JSON: what is delivered, whichever way."""


def told(workspace: Workspace, news: News, moment: str) -> Told:
    """News with the encounter and all that it rests on; `title` and `text` are for people."""
    dossier = workspace.show(news.encounter.id)
    facts = RecordJson(workspace.view).dossier(dossier)
    return {
        "schema": SCHEMA,
        "id": news.id,
        "change": str(news.change),
        "watched": list(news.watched),
        "found": moment,
        "title": _title(dossier),
        "text": "\n".join(_lines(dossier)),
        **{key: value for key, value in facts.items() if key not in ("schema", "quotes")},
    }


def line_of(value: Told) -> str:
    """News in a line: new      ● 2026-03-10 Tue 한도윤 가람전자 회장 ↔ 벤 카터 (Ben Carter) 오르카AI CEO (e02b…)."""
    return f"{value['change']:<8} {value['title']} ({value['encounter']['id']})"


def _title(dossier: Dossier) -> str:
    """Mark, date and who met."""
    parts = encounter_heading(dossier.encounter, Names(dossier.people))
    return " ".join(" ".join(part.plain for part in parts).split())


def _lines(dossier: Dossier) -> Iterator[str]:
    """What is known of it, and the words of each report with where they stand."""
    names, sources = Names(dossier.people), Sources(dossier.documents)
    yield _title(dossier)
    yield from (f"{label}: {words.plain}" for label, words in encounter_details(dossier.encounter, names))
    yield f"sources: {backing(dossier.encounter)}"
    for report in dossier.reports:
        page = dossier.documents.get(report.document)
        yield ""
        yield f"{sources.source(report.document)}: {sources.title(report.document)}"
        yield from (f"  {sources.words(citation)}" for citation in report.evidence)
        if page is not None and page.url:
            yield f"  {page.url}"
