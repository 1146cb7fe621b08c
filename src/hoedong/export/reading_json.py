"""The public JSON form of a reading, schema `hoedong.reading/1`.

Every `text` beside a `start` and an `end` is `document.text[start:end]`; offsets are code points, half open. What is
not known is null or an empty list.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from hoedong.model.claim import Claim
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import Document
from hoedong.model.encounter import EncounterReport
from hoedong.model.evidence import Evidence
from hoedong.model.person import Organisation, Person, Position
from hoedong.model.quotation import Quotation
from hoedong.model.reading import Reading
from hoedong.model.span import Span
from hoedong.model.tie import Tie
from hoedong.model.time import PartialDate
from hoedong.model.trip import Trip

SCHEMA = "hoedong.reading/1"
Json = dict[str, Any]
_SURROGATE = re.compile("[\ud800-\udfff]")


def reading_to_json(reading: Reading) -> Json:
    """Turn a reading into plain dictionaries, lists, strings and numbers."""
    page = reading.document
    return {
        "schema": SCHEMA,
        "document": _document(page),
        "people": [_person(page, person) for person in reading.people],
        "organisations": [_organisation(page, organisation) for organisation in reading.organisations],
        "encounters": [_encounter(page, report) for report in reading.encounters],
        "trips": [_trip(page, trip) for trip in reading.trips],
        "quotes": [_quote(page, quote) for quote in reading.quotes],
        "claims": [_claim(page, claim) for claim in reading.claims],
        "ties": [_tie(page, tie) for tie in reading.ties],
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in reading.diagnostics],
    }


def json_line(reading: Reading) -> str:
    """One reading as one line of JSON, without the line break."""
    return dump_json(reading_to_json(reading))


def dump_json(value: Json, indent: int | None = None) -> str:
    """JSON with Hangul as it is; only a lone surrogate, which UTF-8 cannot carry, is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _quoted(page: Document, span: Span) -> Json:
    return {"text": page[span], "start": span.start, "end": span.end}


def _quoted_all(page: Document, spans: Iterable[Span]) -> list[Json]:
    return [_quoted(page, span) for span in spans]


def _evidence(page: Document, evidence: Iterable[Evidence]) -> list[Json]:
    return [{**_quoted(page, item.span), "rule": item.rule} for item in evidence]


def _date(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


def _document(page: Document) -> Json:
    publication = page.publication
    return {
        "id": page.id,
        "source": page.source,
        "lang": page.lang,
        "title": page.title,
        "outlet": page.outlet,
        "byline": page.byline,
        "published": {
            "value": _date(publication.value),
            "basis": publication.basis,
            "spans": _quoted_all(page, publication.spans),
            "earliest": _date(publication.earliest),
            "latest": _date(publication.latest),
            "reasons": list(publication.reasons),
        },
        "text": page.text,
        "blocks": [{"role": block.role, "start": block.span.start, "end": block.span.end} for block in page.blocks],
    }


def _person(page: Document, person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "latin": person.latin,
        "mentions": [
            {**_quoted(page, mention.span), "form": mention.form, "rule": mention.rule} for mention in person.mentions
        ],
        "positions": [_position(page, position) for position in person.positions],
    }


def _position(page: Document, position: Position) -> Json:
    return {
        "organisation": position.organisation,
        "title": position.title,
        "status": position.status,
        "spans": _quoted_all(page, position.spans),
        "rule": position.rule,
    }


def _organisation(page: Document, organisation: Organisation) -> Json:
    return {
        "id": organisation.id,
        "name": organisation.name,
        "mentions": [{**_quoted(page, mention.span), "rule": mention.rule} for mention in organisation.mentions],
    }


def _encounter(page: Document, report: EncounterReport) -> Json:
    return {
        "id": report.id,
        "mode": report.mode,
        "status": report.status,
        "principals": list(report.principals),
        "attendees": list(report.attendees),
        "parties": [page[span] for span in report.parties],
        "party_spans": _quoted_all(page, report.parties),
        "when": _when(page, report),
        "where": _where(page, report),
        "topics": _quoted_all(page, report.topics),
        "evidence": _evidence(page, report.evidence),
        "rules": list(report.rules),
        "confidence": round(report.confidence, 4),
    }


def _when(page: Document, report: EncounterReport) -> Json:
    value, spans = report.when.value, report.when.spans
    return {
        "edtf": value and value.edtf,
        "start": value and str(value.start),
        "end": value and str(value.end),
        "text": page[spans[0]] if spans else None,
        "spans": _quoted_all(page, spans),
    }


def _where(page: Document, report: EncounterReport) -> Json:
    where = report.where
    return {
        "text": page[where.spans[0]] if where.spans else None,
        "city": where.city,
        "country": where.country,
        "spans": _quoted_all(page, where.spans),
    }


def _trip(page: Document, trip: Trip) -> Json:
    return {
        "traveller": trip.traveller,
        "start": _date(trip.start),
        "end": _date(trip.end),
        "places": _quoted_all(page, trip.places),
        "evidence": _evidence(page, trip.evidence),
    }


def _quote(page: Document, quote: Quotation) -> Json:
    return {
        "speaker": quote.speaker,
        **_quoted(page, quote.content),
        "cue": quote.cue and _quoted(page, quote.cue),
        "encounter": quote.encounter,
        "rule": quote.rule,
    }


def _claim(page: Document, claim: Claim) -> Json:
    return {
        "kind": claim.kind,
        "people": list(claim.people),
        "value": claim.value,
        "evidence": _evidence(page, claim.evidence),
    }


def _tie(page: Document, tie: Tie) -> Json:
    return {
        "kind": tie.kind,
        "from": tie.from_organisation,
        "to": tie.to_organisation,
        "object": tie.object,
        "evidence": _evidence(page, tie.evidence),
    }


def _diagnostic(diagnostic: Diagnostic) -> Json:
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
    }
