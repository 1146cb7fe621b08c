"""Answers of the record as JSON, schema `hoedong.record/1`; docs/reference/record-json.md says what each holds.

Dates are EDTF, ids lead to people, encounters and documents, and words of a document stand with their offsets: code
points, half open. What is not known is null or an empty list. Objects have the keys of the nouns in
docs/reference/glossary.md, in their order; documents come without their texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from hoedong.export.brief import Brief
from hoedong.export.record.pages import Pages
from hoedong.export.record.plain import Json, Plain
from hoedong.model.account import Encounter, Journey, RecordedDocument, ResolvedQuote, Verdict
from hoedong.model.answer import Candidate, Check, Dossier, Explanation, Found, Network, SearchResult, Snippet
from hoedong.model.appearance import Appearance
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.entity import OrganisationEntity, PersonEntity
from hoedong.model.judgement import Judgement
from hoedong.model.span import Span
from hoedong.record.protocol import Tombstone
from hoedong.record.view import RecordView

SCHEMA = "hoedong.record/1"
People = Mapping[str, PersonEntity]


class RecordJson:
    """Turns answers into plain dictionaries; the view gives the words that citations point at."""

    def __init__(self, view: RecordView) -> None:
        self._plain = Plain(Pages(view))

    def encounters(self, encounters: Sequence[Encounter], people: People, *, has_more: bool = False) -> Json:
        """A list of encounters; `more` says that the limit left some out."""
        return answer(encounters=self._plain.value(tuple(encounters)), people=self._people(people), more=has_more)

    def dossier(self, dossier: Dossier) -> Json:
        """One encounter with reports, quotes, documents and people."""
        return answer(
            encounter=self._plain.table(dossier.encounter),
            reports=self._plain.value(dossier.reports),
            quotes=self._plain.value(dossier.quotes),
            documents=[document_json(dossier.documents[id_]) for id_ in sorted(dossier.documents)],
            people=self._people(dossier.people),
        )

    def journeys(self, journeys: Sequence[Journey], people: People) -> Json:
        """The trips of a person."""
        return answer(journeys=self._plain.value(tuple(journeys)), people=self._people(people))

    def quotes(self, quotes: Sequence[ResolvedQuote], people: People, *, has_more: bool = False) -> Json:
        """What a person said."""
        return answer(quotes=self._plain.value(tuple(quotes)), people=self._people(people), more=has_more)

    def verdicts(self, verdicts: Sequence[Verdict], people: People) -> Json:
        """Claims held against the record."""
        return answer(verdicts=self._plain.value(tuple(verdicts)), people=self._people(people))

    def candidates(self, candidates: Sequence[Candidate], appearances: Mapping[str, Sequence[Appearance]]) -> Json:
        """Who may be meant by a name, each with its appearances where they were asked for."""
        found = [
            {**self._plain.table(one), "appearances": self._plain.value(tuple(appearances.get(one.person.id, ())))}
            for one in candidates
        ]
        return answer(candidates=found)

    def organisations(self, found: Sequence[OrganisationEntity]) -> Json:
        """Organisations that may be meant by a name."""
        return answer(organisations=self._plain.value(tuple(found)))

    def explanation(self, explanation: Explanation) -> Json:
        """Why two are one or not."""
        return answer(explanation=self._plain.table(explanation))

    def network(self, network: Network) -> Json:
        """People and at how many encounters every two of them were."""
        return answer(**self._plain.table(network))

    def search(self, result: SearchResult) -> Json:
        """People that the question names, and documents with snippets."""
        return answer(people=self._plain.value(result.people), documents=list(map(_found, result.documents)))

    def brief(self, brief: Brief) -> Json:
        """A brief with its footnotes."""
        return answer(brief=self._plain.table(brief))

    def check(self, check: Check) -> Json:
        """The state of the record."""
        counts = [{"code": code, "severity": severity, "places": n} for code, severity, n in check.diagnostics]
        return answer(check={**self._plain.table(check), "diagnostics": counts})

    def _people(self, people: People) -> list[Json]:
        """Each person once, by id."""
        known = {person.id: person for person in people.values()}
        return [self._plain.table(known[id_]) for id_ in sorted(known)]


def answer(**parts: Any) -> Json:
    """An answer under its schema."""
    return {"schema": SCHEMA, **parts}


def document_json(document: RecordedDocument) -> Json:
    """A document without its text."""
    values = {field.name: getattr(document, field.name) for field in fields(document) if field.name != "text"}
    return {**values, "published": document.published and str(document.published)}


def documents_json(pages: Iterable[Sequence[RecordedDocument]]) -> Json:
    """Pages, each as its versions in order of arrival."""
    return answer(pages=[{"versions": list(map(document_json, versions))} for versions in pages])


def diagnostics_json(found: Iterable[tuple[str, Diagnostic]], documents: Mapping[str, RecordedDocument]) -> Json:
    """Places that were not understood, with their words."""
    return answer(diagnostics=[_diagnostic(id_, one, documents.get(id_)) for id_, one in found])


def judgement_json(judgement: Judgement) -> Json:
    """One judgement."""
    return {field.name: getattr(judgement, field.name) for field in fields(judgement)}


def judgements_json(judgements: Iterable[Judgement], standing: Iterable[str]) -> Json:
    """Judgements, each with whether it still stands."""
    ids = frozenset(standing)
    return answer(judgements=[{**judgement_json(one), "is_standing": one.id in ids} for one in judgements])


def tombstone_json(tombstone: Tombstone) -> Json:
    """What stays of a document that was taken down."""
    return answer(tombstone={field.name: getattr(tombstone, field.name) for field in fields(tombstone)})


def _diagnostic(document: str, diagnostic: Diagnostic, page: RecordedDocument | None) -> Json:
    span = diagnostic.span
    words = _quoted(page, span) if page and span else {"text": None, "start": None, "end": None}
    return {
        "document": document,
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        **words,
    }


def _found(found: Found) -> Json:
    return {
        "document": document_json(found.document),
        "score": found.score,
        "snippets": [_snippet(found.document, snippet) for snippet in found.snippets],
    }


def _snippet(page: RecordedDocument, snippet: Snippet) -> Json:
    return {
        **_quoted(page, snippet.span),
        "highlights": [_quoted(page, span) for span in snippet.highlights],
    }


def _quoted(page: RecordedDocument, span: Span) -> Json:
    return {"text": page[span], "start": span.start, "end": span.end}
