"""Headlines take up words that the body quotes in full."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hoedong.lang.ko.quote_marks import Quoted
from hoedong.model.document import Document
from hoedong.model.quotation import Quotation
from hoedong.model.span import Span
from hoedong.rules.trace import Trace

ECHO_RULE = "ko.quote.echo"
_TOPIC_RULE = "ko.quote.headline"
_HEADLINE_RULES = frozenset({"ko.quote.adjacent", _TOPIC_RULE, ECHO_RULE})
_ECHO_SHARE = 0.45  # of the syllable pairs of the headline's words must be found in the body's
_LAST_NOUN = re.compile(r"[가-힣]{2,}$")


def with_echoes(
    document: Document, found: Sequence[Quotation], open_headlines: Sequence[Quoted], trace: Trace
) -> list[Quotation]:
    """The quotations with the speakers of headlines settled by the body.

    A shortened version of words of the body is a quotation of the same speaker; the same words once more, or a noun
    made of the body's verb (개척하자 → 개척), are not.
    """
    body = [quotation for quotation in found if quotation.rule not in _HEADLINE_RULES]
    sources = [quotation for quotation in found if quotation.rule != _TOPIC_RULE]
    settled = [(_echo(document, q.content, sources, trace) or q) if q.rule == _TOPIC_RULE else q for q in found]
    echoed = (_echo(document, quoted.inner, sources, trace) for quoted in open_headlines)
    settled += [quotation for quotation in echoed if quotation is not None]
    return [quotation for quotation in settled if not _repeats(document, quotation, body, trace)]


def _echo(document: Document, content: Span, body: Sequence[Quotation], trace: Trace) -> Quotation | None:
    """The quotation of the body whose words a headline takes up, as a quotation of that headline."""
    wanted = _bigrams(document[content])
    shared = [(len(wanted & _bigrams(document[q.content])), -q.content.start, q) for q in body]
    best = max(shared, key=lambda entry: entry[:2], default=None)
    if best is None or not wanted or best[0] < _ECHO_SHARE * len(wanted):
        return None
    trace.fired("quotation", ECHO_RULE, content, document[best[2].content])
    return Quotation(content, best[2].speaker, None, ECHO_RULE)


def _repeats(document: Document, quotation: Quotation, body: Sequence[Quotation], trace: Trace) -> bool:
    if quotation.rule not in _HEADLINE_RULES:
        return False
    words = document[quotation.content]
    said = [document[q.content] for q in body if q.speaker == quotation.speaker]
    last = _LAST_NOUN.search(words)
    verb = re.compile(rf"{last[0]}(?:하|했|해|할|한|합|되|됐)") if last else None
    repeats = any(_folded(words) == _folded(other) or (verb and verb.search(other)) for other in said)
    if repeats:
        trace.missed("quotation", quotation.rule, quotation.content, "the body quotes these words in full")
    return repeats


def _folded(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def _bigrams(words: str) -> set[str]:
    folded = _folded(words)
    return {folded[i : i + 2] for i in range(len(folded) - 1)}
