"""Annotation: a document becomes an analysis, with sentences, times, people, places and morphemes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis, Sentence
from hoedong.model.document import BlockRole, Document
from hoedong.model.morpheme import Morpheme
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, Publication
from hoedong.rules.trace import NO_TRACE, Trace

_WHOLE_LINES = (BlockRole.HEADLINE, BlockRole.SUBHEADING)


def annotate(document: Document, language: Language, trace: Trace = NO_TRACE) -> Analysis:
    """Find the sentences, times, names and places of a document; one analysis of morphemes a block.

    Times come first (the 일 of a date must not glue to a name), then the names that characters betray, which the
    analyser of morphemes is told, then everyone.
    """
    text = document.text
    bare = _sentences(document, language)
    spans = [sentence.span for sentence in bare]
    times = language.find_time_expressions(text, spans, published_interval(document.publication), trace)
    names = language.discover_names(document, times)
    sentences = _with_morphemes(document, bare, names.spans_in, language, trace)
    found = language.find_people(document, sentences, names, times, trace)
    trace.reached("people", len(found.people), len(found.people))
    excluded = [mention.extent for mention in found.mentions]
    places = language.find_places(text, spans, excluded, trace)
    return Analysis(
        document,
        tuple(sentences),
        times,
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
    """The sentences of the blocks that are read; a headline is one sentence, whatever its punctuation."""
    sentences: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        if not block.role.is_read:
            continue
        whole = block.role in _WHOLE_LINES
        spans: Sequence[Span] = (block.span,) if whole else language.split_sentences(document.text, block.span)
        sentences += [Sentence(span, index) for span in spans]
    return sentences


def _with_morphemes(
    document: Document,
    sentences: Sequence[Sentence],
    names_in: Callable[[Span], Sequence[Span]],
    language: Language,
    trace: Trace,
) -> list[Sentence]:
    """Give each sentence the morphemes that start in it; every block is analysed alone, and once."""
    analysed: list[Sentence] = []
    block = -1
    morphemes: tuple[Morpheme, ...] = ()
    starts: list[int] = []
    for sentence in sentences:
        if sentence.block != block:
            trace.reached("sentences", len(analysed), len(sentences))
            block = sentence.block
            span = document.blocks[block].span
            morphemes = language.analyse_morphemes(document.text, span, names_in(span))
            starts = [span.start for _, _, span in morphemes]
        analysed.append(Sentence(sentence.span, block, _between(morphemes, starts, sentence.span)))
    trace.reached("sentences", len(analysed), len(sentences))
    return analysed


def _between(morphemes: tuple[Morpheme, ...], starts: Sequence[int], span: Span) -> tuple[Morpheme, ...]:
    return morphemes[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
