"""Countable claims on people's relation, by the rules of the document's language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from hoedong.model.analysis import Analysis, Sentence
from hoedong.model.claim import Claim
from hoedong.model.document import Document
from hoedong.model.encounter import EncounterReport
from hoedong.model.mention import PersonMention
from hoedong.model.span import Span
from hoedong.model.time import TimeExpression
from hoedong.rules.trace import NO_TRACE, Trace


class ClaimFinder(Protocol):
    """How a language finds its claims."""

    def __call__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[PersonMention],
        times: Sequence[TimeExpression],
        encounter_people: Mapping[int, tuple[str, ...]],
        trace: Trace = ...,
    ) -> tuple[Claim, ...]:
        """The claims of a document in text order."""


def read_claims(
    analysis: Analysis, encounters: Sequence[EncounterReport], find: ClaimFinder, trace: Trace = NO_TRACE
) -> tuple[Claim, ...]:
    """Find how often, after how long, or whether first, the people of a document met, as it claims."""
    people = encounter_people(analysis.sentences, encounters)
    return find(analysis.document, analysis.sentences, analysis.mentions, analysis.times, people, trace)


def encounter_people(
    sentences: Sequence[Sentence], encounters: Iterable[EncounterReport]
) -> dict[int, tuple[str, ...]]:
    """The principals of the first encounter that each sentence reports, by the index of the sentence."""
    starts = [sentence.span.start for sentence in sentences]
    people: dict[int, tuple[str, ...]] = {}
    for encounter in encounters:
        for evidence in encounter.evidence:
            for index in _sentences_of(evidence.span, sentences, starts):
                people.setdefault(index, encounter.principals)
    return people


def _sentences_of(evidence: Span, sentences: Sequence[Sentence], starts: Sequence[int]) -> Iterable[int]:
    index = max(0, bisect_right(starts, evidence.start) - 1)
    while index < len(sentences) and sentences[index].span.start < evidence.end:
        if sentences[index].span.overlaps(evidence):
            yield index
        index += 1
