"""What was seen and not understood of encounters: words, people, places and days of a sentence that no report took in.

Each is a diagnostic with its span, so that the misses of a corpus can be found (`hoedong check --code …`). Many are
right to be left: a place may be that of another event. A code is told a few times a page, never more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from hoedong.annotate.coreference import plural_nominals
from hoedong.extract.gate_words import load_gate
from hoedong.extract.listening import Heard
from hoedong.model.analysis import Analysis, Sentence
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.encounter import EncounterReport, Where
from hoedong.model.span import Span, starting_in
from hoedong.model.time import TimeKind

MOST_OF_A_CODE = 5
"""How often a page tells one code; a page of a hundred lists would else drown a corpus."""
_PAIR = 2
_NOWHERE = Where()
_HINT = "hoedong explain shows what each rule lacked"


def overlooked(analysis: Analysis, heard: Heard, reports: Sequence[EncounterReport], lang: str) -> list[Diagnostic]:
    """What sentences hold that no encounter took in, in text order, with what was noticed while they were heard."""
    found = sorted(
        [*heard.diagnostics, *_untold(analysis, heard, lang), *_left_out(analysis, reports)],
        key=lambda diagnostic: (diagnostic.span or Span(0, 0), diagnostic.code),
    )
    return list(_few_of_each(found))


def _few_of_each(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    told: Counter[str] = Counter()
    for diagnostic in dict.fromkeys(found):
        told[diagnostic.code] += 1
        if told[diagnostic.code] <= MOST_OF_A_CODE:
            yield diagnostic


def _untold(analysis: Analysis, heard: Heard, lang: str) -> Iterator[Diagnostic]:
    """Sentences with an encounter word that gave no draft, though two people or a plural nominal stand in them."""
    told = {draft.sentence for draft in heard.drafts}
    resolved = {mention.span for mention in heard.nominals}
    founding = load_gate(lang).founding
    remarked = {diagnostic.span for diagnostic in heard.diagnostics}
    for index, sentence in enumerate(analysis.sentences):
        unresolved = list(_unresolved(analysis, sentence, resolved, lang))
        is_untold = index not in told and len(_people_in(analysis, sentence.span)) >= _PAIR
        holds_a_word = (unresolved or is_untold) and founding.stand_in(analysis.document.text, sentence.span)
        if not holds_a_word:
            continue
        yield from unresolved
        if is_untold and not any(span is not None and span in sentence.span for span in remarked):
            message = "two people and a word of meeting stand in one sentence, and no encounter was read"
            yield Diagnostic("encounter.not-told", message, sentence.span, hint=_HINT)


def _unresolved(analysis: Analysis, sentence: Sentence, resolved: set[Span], lang: str) -> Iterator[Diagnostic]:
    extents = [mention.extent for mention in starting_in(analysis.mentions, sentence.span)]
    for span in plural_nominals(analysis.document.text, sentence.span, lang):
        if span not in resolved and not any(span.overlaps(extent) for extent in extents):
            message = f"nobody named before could be meant by {analysis.document[span]!r}"
            yield Diagnostic("encounter.nominal-unresolved", message, span)


def _people_in(analysis: Analysis, span: Span) -> set[str]:
    return {mention.person for mention in starting_in(analysis.mentions, span) if mention.person}


def _left_out(analysis: Analysis, reports: Sequence[EncounterReport]) -> Iterator[Diagnostic]:
    """People, days and places of the sentences that tell of an encounter which it did not take in."""
    involved = {person for report in reports for person in (*report.principals, *report.attendees)}
    for report in reports:
        for evidence in report.evidence:
            yield from _people_left(analysis, evidence.span, involved)
            if report.when.value is None:
                yield from _times_left(analysis, evidence.span)
            if report.where == _NOWHERE:
                yield from _places_left(analysis, evidence.span)


def _people_left(analysis: Analysis, span: Span, involved: set[str]) -> Iterator[Diagnostic]:
    for mention in starting_in(analysis.mentions, span):
        if mention.person and mention.person not in involved:
            message = f"{analysis.document[mention.span]!r} is named where people met, and is in no encounter"
            yield Diagnostic("encounter.person-left", message, mention.span, hint=_HINT)


def _times_left(analysis: Analysis, span: Span) -> Iterator[Diagnostic]:
    for time in starting_in(analysis.times, span):
        if time.kind is TimeKind.DATE and time.value is not None:
            message = f"{analysis.document[time.span]!r} stands where people met, and dates no encounter"
            yield Diagnostic("encounter.date-left", message, time.span)


def _places_left(analysis: Analysis, span: Span) -> Iterator[Diagnostic]:
    for place in starting_in(analysis.places, span):
        message = f"{analysis.document[place.span]!r} stands where people met, and is the place of no encounter"
        yield Diagnostic("encounter.place-left", message, place.span)
