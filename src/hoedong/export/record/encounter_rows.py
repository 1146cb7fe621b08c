"""Rows for encounters and what hangs on them: participants, reports, values, history."""

from __future__ import annotations

from collections.abc import Iterator

from hoedong.export.record.rows import Row, date_cell, list_cell, period_cells
from hoedong.model.account import ResolvedReport
from hoedong.record.view import RecordView


def encounters(view: RecordView) -> Iterator[Row]:
    """One row an encounter."""
    for encounter in view.encounters():
        yield {
            "id": encounter.id,
            "status": str(encounter.status),
            "mode": str(encounter.mode),
            **period_cells(encounter.when),
            "place": encounter.place,
            "city": encounter.city,
            "country": encounter.country,
            "parties": list_cell(encounter.parties),
            "topics": list_cell(encounter.topics),
            "disagreements": list_cell(encounter.disagreements),
            "sources": encounter.sources,
            "outlets": encounter.outlets,
            "reports": len(encounter.reports),
            "confidence": round(encounter.confidence, 4),
            "review": str(encounter.review),
        }


def participants(view: RecordView) -> Iterator[Row]:
    """One row a person at an encounter."""
    for encounter in view.encounters():
        for one in encounter.participants:
            yield {"encounter": encounter.id, "person": one.person, "role": str(one.role), "reports": one.reports}


def reports(view: RecordView) -> Iterator[Row]:
    """One row a report, under its encounter."""
    for encounter in view.encounters():
        for report in view.reports(encounter.reports):
            yield {"encounter": encounter.id, **_report(report)}


def _report(report: ResolvedReport) -> Row:
    return {
        "id": report.id,
        "document": report.document,
        "ordinal": report.ordinal,
        "status": str(report.status),
        "mode": str(report.mode),
        "principals": list_cell(report.principals),
        "attendees": list_cell(report.attendees),
        "parties": list_cell(report.parties),
        **period_cells(report.when),
        "place": report.place,
        "city": report.city,
        "country": report.country,
        "topics": list_cell(report.topics),
        "confidence": round(report.confidence, 4),
        "published": date_cell(report.published),
        "outlet": report.outlet,
        "witness": report.witness,
        "corrects": list_cell(report.corrects),
        "retracts": list_cell(report.retracts),
    }


def values(view: RecordView) -> Iterator[Row]:
    """One row a value of a property of an encounter, chosen or not."""
    for encounter in view.encounters():
        for value in encounter.values:
            yield {
                "encounter": encounter.id,
                "property": value.property,
                "value": value.value,
                "is_chosen": value.is_chosen,
                "is_conflict": value.is_conflict,
                "reason": value.reason,
                "reports": list_cell(value.reports),
            }


def history(view: RecordView) -> Iterator[Row]:
    """One row a step of what the press said."""
    for encounter in view.encounters():
        for ordinal, step in enumerate(encounter.history):
            yield {
                "encounter": encounter.id,
                "ordinal": ordinal,
                "reported": date_cell(step.reported),
                "status": str(step.status),
                "date": None if step.when is None else step.when.edtf,
                "report": step.report,
            }
