"""Annotation: a document becomes an analysis, with sentences, times, people, places and morphemes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from hoedong.lang.protocol import Language, NameSpans
from hoedong.model.analysis import Analysis, Sentence
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.morpheme import Morpheme
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, Publication, TimeExpression
from hoedong.rules.trace import NO_TRACE, Trace

_WHOLE_LINES = (BlockRole.HEADLINE, BlockRole.SUBHEADING)


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of a document before its morphemes are: sentences, times, and the names that characters betray."""

    document: Document
    sentences: tuple[Sentence, ...]
    times: tuple[TimeExpression, ...]
    names: NameSpans


def annotate(document: Document, language: Language, trace: Trace = NO_TRACE) -> Analysis:
    """Find the sentences, times, names and places of a document; one analysis of morphemes a block."""
    return complete(outline(document, language, trace), language, trace)


def outline(document: Document, language: Language, trace: Trace = NO_TRACE) -> Outline:
    """The first half of annotation, on characters alone.

    Times come first (the 일 of a date must not glue to a name), then the names that characters betray, which the
    analyser of morphemes is told.
    """
    sentences = _sentences(document, language)
    spans = [sentence.span for sentence in sentences]
    published = published_interval(document.publication)
    times = language.find_time_expressions(document.text, spans, published, trace)
    return Outline(document, tuple(sentences), times, language.discover_names(document, times))


def complete(known: Outline, language: Language, trace: Trace = NO_TRACE) -> Analysis:
    """The second half: the morphemes of each block, then everyone who is named, then places."""
    document, text = known.document, known.document.text
    sentences = _with_morphemes(known, language, trace)
    found = language.find_people(document, sentences, known.names, known.times, trace)
    trace.reached("people", len(found.people), len(found.people))
    excluded = [mention.extent for mention in found.mentions]
    places = language.find_places(text, [sentence.span for sentence in sentences], excluded, trace)
    return Analysis(
        document,
        tuple(sentences),
        known.times,
        found.people,
        found.mentions,
        found.organisations,
        places,
        diagnostics=found.diagnostics,
    )


def published_interval(publication: Publication) -> DateInterval | None:
    """The days on which a document can have been published, None when nothing bounds them."""
    if publication.value is not None:
        return DateInterval.on(publication.value)
    if publication.earliest is not None and publication.latest is not None:
        return DateInterval(publication.earliest, publication.latest)
    return None


def _sentences(document: Document, language: Language) -> list[Sentence]:
    """The sentences of the blocks that are read."""
    return [
        Sentence(span, index)
        for index, block in enumerate(document.blocks)
        if block.role.is_read
        for span in sentences_of(document.text, block, language)
    ]


def sentences_of(text: str, block: Block, language: Language) -> Sequence[Span]:
    """The sentences of one block; a headline is one sentence, whatever its punctuation."""
    return (block.span,) if block.role in _WHOLE_LINES else language.split_sentences(text, block.span)


def _with_morphemes(known: Outline, language: Language, trace: Trace) -> list[Sentence]:
    """Give each sentence the morphemes that start in it; every block is analysed alone, and once."""
    text, blocks = known.document.text, known.document.blocks
    analysed: list[Sentence] = []
    for index, sentences in groupby(known.sentences, key=lambda sentence: sentence.block):
        trace.reached("sentences", len(analysed), len(known.sentences))
        span = blocks[index].span
        morphemes = language.analyse_morphemes(text, span, known.names.spans_in(span))
        starts = [span.start for _, _, span in morphemes]
        analysed += [Sentence(one.span, index, _between(morphemes, starts, one.span)) for one in sentences]
    trace.reached("sentences", len(analysed), len(known.sentences))
    return analysed


def _between(morphemes: tuple[Morpheme, ...], starts: Sequence[int], span: Span) -> tuple[Morpheme, ...]:
    return morphemes[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
