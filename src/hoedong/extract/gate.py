"""The gate: whether a page can tell of an encounter at all, seen before its morphemes are analysed.

Two looks, the cheap one first. Neither decides that people met: a page of which the complete reading finds an encounter
always passes, and a page that passes may tell of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hoedong.annotate.annotator import Outline, sentences_of
from hoedong.annotate.coreference import may_refer_back
from hoedong.extract.assembly_openings import FEWEST, may_assemble
from hoedong.extract.gate_words import load_gate
from hoedong.extract.quoted import may_speak_of_self
from hoedong.extract.words import hanja_words
from hoedong.lang.protocol import Language
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.reading import Reading
from hoedong.model.span import Span

GATED = "document.gated"
_PAIR = 2
_HANJA = re.compile(r"[一-鿿㐀-䶿]")
"""One sign alone may stand for somebody: 尹."""


def may_tell(document: Document, language: Language) -> bool:
    """The first look, on the words of a page: can an encounter word or a caption stand beside a name in a sentence?"""
    if _meets_in_hanja(document, language.code):
        return True
    telling = _telling_sentences(document, language)
    is_assembly = may_assemble(document.text, language.code)
    if not telling and not is_assembly:
        return False
    names: set[str] = set()
    for block in document.blocks:
        openings = language.name_openings(document.text, block.span) if block.role.is_read else frozenset[str]()
        if openings is None:
            return True
        names |= openings
    if is_assembly and len(names) >= FEWEST:
        return True
    return bool(names) and any(_may_hold_sides(document[span], names, language) for span in telling)


def _telling_sentences(document: Document, language: Language) -> list[Span]:
    """The sentences of captions, and those that have a word on which an encounter can be built."""
    words = _TellingWords(document.text, language.code)
    return [
        sentence
        for block in document.blocks
        if block.role.is_read and (_is_caption(block) or words.stand_in(block.span))
        for sentence in sentences_of(document.text, block, language)
        if _is_caption(block) or words.stand_in(sentence)
    ]


def _meets_in_hanja(document: Document, lang: str) -> bool:
    """Whether a word of meeting is spelled as pages of the past do; their names and titles are left to the reading."""
    return _HANJA.search(document.text) is not None and any(word in document.text for word in hanja_words(lang))


def _may_hold_sides(words: str, names: Iterable[str], language: Language) -> bool:
    whole, gate = Span(0, len(words)), load_gate(language.code)
    if any(name in words for name in names) or _HANJA.search(words) or _means_somebody(words, whole, language.code):
        return True
    return gate.parties.search(words) is not None and gate.founding.stand_in(words, whole)


def may_bring_together(known: Outline, language: Language) -> bool:
    """The second look, when the names that characters betray are known: can two sides stand in one sentence?"""
    if _meets_in_hanja(known.document, language.code):
        return True
    people, words = _People(known, language), _TellingWords(known.document.text, language.code)
    if people.names >= FEWEST and may_assemble(known.document.text, language.code):
        return True
    return people.total > 0 and any(
        (_is_caption(known.document.blocks[sentence.block]) or words.stand_in(sentence.span))
        and _has_sides(sentence.span, known.document.text, people, language)
        for sentence in known.sentences
    )


def _has_sides(span: Span, text: str, people: _People, language: Language) -> bool:
    """Whether a sentence has the sides of an encounter: somebody named or meant, and another, or an unnamed party."""
    gate = load_gate(language.code)
    if people.named_in(span) or _means_somebody(text, span, language.code):
        return people.total >= _PAIR or gate.crowds.search(text, *span) is not None
    return gate.parties.search(text, *span) is not None and gate.founding.stand_in(text, span)


def _means_somebody(text: str, span: Span, lang: str) -> bool:
    return may_refer_back(text, span, lang) or may_speak_of_self(text, span, lang)


class _TellingWords:
    """The words of one page on which an encounter can be built, be it with an occasion of the page."""

    def __init__(self, text: str, lang: str) -> None:
        self._text, self._gate = text, load_gate(lang)
        self._has_occasion = self._gate.occasions.search(text) is not None

    def stand_in(self, span: Span) -> bool:
        """Whether one of them can stand in a sentence or block."""
        if self._gate.founding.stand_in(self._text, span):
            return True
        is_possible = self._has_occasion or self._gate.together.search(self._text, *span) is not None
        return is_possible and self._gate.others.stand_in(self._text, span)


class _People:
    """Whom a page can name: the names that characters betray, and the words that morphemes may show to be names."""

    def __init__(self, known: Outline, language: Language) -> None:
        self._text, self._language = known.document.text, language
        self._names = known.names
        blocks = [block.span for block in known.document.blocks if block.role.is_read]
        names = [known.document[name] for block in blocks for name in known.names.spans_in(block)]
        names += [name for block in blocks for name in self._unseen_in(block)]
        self.total, self.names = _distinct(names), len(set(names))

    def _unseen_in(self, span: Span) -> frozenset[str]:
        return self._language.unseen_names(self._text, span, self._names.spans_in(span))

    def named_in(self, span: Span) -> bool:
        """Whether somebody can be named in a sentence."""
        return bool(self._names.spans_in(span) or self._unseen_in(span))


def _distinct(names: Iterable[str]) -> int:
    """How many people names can be of, at most two: 한도윤, 한 and 도윤 may all be one."""
    distinct = sorted(set(names), key=lambda name: (-len(name), name))
    if not distinct:
        return 0
    return 1 if all(distinct[0].startswith(name) or distinct[0].endswith(name) for name in distinct) else _PAIR


def _is_caption(block: Block) -> bool:
    return block.role is BlockRole.CAPTION


def gated(document: Document, noticed: Sequence[Diagnostic]) -> Reading:
    """The reading of a page that was only scanned: the page itself, and the remark that no more was read."""
    remark = Diagnostic(
        GATED,
        "the page can tell of no encounter and was only scanned: its people, quotations and trips are not read",
        hint="add it again with --no-gate to read it in full",
    )
    return Reading(document, diagnostics=(*noticed, remark))


def is_gated(reading: Reading) -> bool:
    """Whether a page was only scanned when it was read."""
    return any(diagnostic.code == GATED for diagnostic in reading.diagnostics)
