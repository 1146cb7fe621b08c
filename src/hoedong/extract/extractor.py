"""Extraction: an analysis becomes a reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hoedong.annotate.coreference import Memory, find_nominals
from hoedong.extract.dating import Scene
from hoedong.extract.draft import Draft
from hoedong.extract.encounters import draft_sentence
from hoedong.extract.reports import make_reports
from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis, Sentence
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.encounter import EncounterReport
from hoedong.model.mention import PersonMention
from hoedong.model.quotation import Quotation
from hoedong.model.reading import Reading
from hoedong.model.span import Span
from hoedong.model.time import TimeExpression
from hoedong.rules.trace import NO_TRACE, Trace


@dataclass(slots=True)
class _Heard:
    """What was gathered sentence by sentence."""

    drafts: list[Draft] = field(default_factory=list)
    mentions: list[PersonMention] = field(default_factory=list)
    groups: dict[int, tuple[str, ...]] = field(default_factory=dict)
    scene: Scene = field(default_factory=Scene)


def extract(analysis: Analysis, language: Language, trace: Trace = NO_TRACE) -> Reading:
    """Read encounters, trips, quotations and claims out of an analysis."""
    document = analysis.document
    heard = _hear(analysis, language, trace)
    reports = make_reports(heard.drafts, analysis, language)
    mentions = tuple(sorted([*analysis.mentions, *heard.mentions], key=lambda m: (m.span, m.extent, m.person or "")))
    quotations = language.find_quotations(document, analysis.sentences, mentions, trace)
    people_by_sentence = heard.groups | _people_of(heard.drafts)
    return Reading(
        document,
        _with_mentions(analysis, heard.mentions),
        analysis.organisations,
        reports,
        language.find_trips(document, analysis.sentences, mentions, analysis.times, analysis.places, trace),
        _at_encounters(quotations, reports),
        language.find_claims(document, analysis.sentences, mentions, analysis.times, people_by_sentence, trace),
        diagnostics=(*analysis.diagnostics, *_diagnostics(heard, analysis)),
    )


def _hear(analysis: Analysis, language: Language, trace: Trace) -> _Heard:
    """Go through the sentences in order, with a memory of who was spoken of."""
    heard, memory = _Heard(), Memory()
    mentions, times = _Cursor(analysis.mentions), _Cursor(analysis.times)
    for index, sentence in enumerate(analysis.sentences):
        named = [mention for mention in mentions.inside(sentence.span) if isinstance(mention, PersonMention)]
        own_times = [time for time in times.inside(sentence.span) if isinstance(time, TimeExpression)]
        nominals = find_nominals(analysis.document.text, sentence.span, named, memory, language.code)
        heard.mentions += nominals
        everyone = sorted([*named, *nominals], key=lambda mention: mention.extent)
        structure = language.clause_structure(analysis.document, sentence, index, everyone, own_times)
        drafts = draft_sentence(
            structure, own_times, language.code, memory.carried, heard.drafts, trace
        )
        heard.scene.date(drafts, structure, own_times)
        heard.drafts += drafts
        if nominals and len({mention.person for mention in nominals}) > 1:
            heard.groups[index] = tuple(dict.fromkeys(m.person for m in nominals if m.person))
        memory.hear(structure, drafts[-1].sides if drafts else ())
    return heard


class _Cursor:
    """Values with a span in text order, handed out sentence by sentence in one pass."""

    def __init__(self, values: Sequence[PersonMention | TimeExpression]) -> None:
        self._values, self._next = sorted(values, key=lambda value: value.span), 0

    def inside(self, span: Span) -> list[PersonMention | TimeExpression]:
        """The values that start inside a span; spans must come in rising order."""
        while self._next < len(self._values) and self._values[self._next].span.start < span.start:
            self._next += 1
        first = self._next
        while self._next < len(self._values) and self._values[self._next].span.start < span.end:
            self._next += 1
        return self._values[first : self._next]


def _people_of(drafts: Sequence[Draft]) -> dict[int, tuple[str, ...]]:
    people: dict[int, tuple[str, ...]] = {}
    for draft in drafts:
        people[draft.sentence] = tuple(dict.fromkeys([*people.get(draft.sentence, ()), *draft.sides]))
    return people


def _with_mentions(analysis: Analysis, resolved: Sequence[PersonMention]):  # type: ignore[no-untyped-def]
    return analysis.people


def _at_encounters(quotations: Sequence[Quotation], reports: Sequence[EncounterReport]) -> tuple[Quotation, ...]:
    """Give a quotation the encounter whose evidence holds it and of which the speaker is a part."""
    out = []
    for quotation in quotations:
        where = next((report.id for report in reports if _said_at(quotation, report)), None)
        out.append(replace(quotation, encounter=where))
    return tuple(out)


def _said_at(quotation: Quotation, report: EncounterReport) -> bool:
    return quotation.speaker in (*report.principals, *report.attendees) and any(
        quotation.content in evidence.span for evidence in report.evidence
    )


def _diagnostics(heard: _Heard, analysis: Analysis) -> list[Diagnostic]:
    return []
