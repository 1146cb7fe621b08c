"""The gate: whether a page can tell of an encounter at all, seen before its morphemes are analysed.

Two looks, the cheap one first. Neither decides that people met: a page of which the complete reading finds an encounter
always passes, and a page that passes may tell of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hoedong.annotate.annotator import Outline
from hoedong.annotate.coreference import may_refer_back
from hoedong.extract.foresight import load_foresight
from hoedong.extract.quoted import may_speak_of_self
from hoedong.extract.words import any_of, load_encounter_words, stem_of
from hoedong.lang.protocol import Language
from hoedong.model.analysis import Sentence
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.reading import Reading
from hoedong.model.span import Span

GATED = "document.gated"
_PAIR = 2
_DO = "하"
_DO_STEM = "[하-핳해-햏]"
_FINALS, _FIRST_SYLLABLE, _SYLLABLES = 28, ord("가"), 11172
_CHANGING = (7, 8)
"""The finals ㄷ and ㄹ, which change or fall before an ending: 듣 in 들었다, 들 in 드는."""


@dataclass(frozen=True, slots=True)
class Gate:
    """The encounter words of a language as written forms begin with them.

    `words` are those of one word, `nouns` the nouns of idioms, each in a group of its own, and `verbs` what must stand
    in the same sentence as the noun of that group: 차 … 마시. `parties` are the words of unnamed sides.
    """

    words: re.Pattern[str]
    nouns: re.Pattern[str]
    verbs: Mapping[str, re.Pattern[str]]
    parties: re.Pattern[str]

    def tells(self, text: str, span: Span) -> bool:
        """Whether an encounter word can stand in a sentence or block."""
        if self.words.search(text, span.start, span.end) is not None:
            return True
        return any(
            self.verbs[match.lastgroup or ""].search(text, span.start, span.end) is not None
            for match in self.nouns.finditer(text, span.start, span.end)
        )


@cache
def load_gate(lang: str) -> Gate:
    """Arrange the encounter words of a language folder by how their written forms begin."""
    known = load_encounter_words(lang)
    forms = sorted({*known.predicates, *known.nouns})
    idioms: dict[str, set[str]] = {}
    for form in forms:
        noun, _, verb = form.partition(" ")
        if verb:
            idioms.setdefault(stem_of(noun), set()).add(_verb_stem(verb))
    groups = {f"n{number}": stem for number, stem in enumerate(sorted(idioms, key=lambda stem: (-len(stem), stem)))}
    return Gate(
        any_of([stem_of(form) for form in forms if " " not in form]),
        re.compile("|".join(f"(?P<{name}>{stem})" for name, stem in groups.items())),
        {name: re.compile("|".join(sorted(idioms[stem]))) for name, stem in groups.items()},
        re.compile("|".join(map(re.escape, sorted(load_foresight(lang).parties | {"등", "명", "일행"})))),
    )


def _verb_stem(verb: str) -> str:
    """What every written form of the verb of an idiom begins with; 하 is also 해, 들 and 듣 are also 드 and 들."""
    if verb == _DO:
        return _DO_STEM
    last = ord(verb[-1]) - _FIRST_SYLLABLE
    if 0 <= last < _SYLLABLES and last % _FINALS in _CHANGING:
        bare = _FIRST_SYLLABLE + last - last % _FINALS
        return f"{re.escape(verb[:-1])}[{chr(bare)}-{chr(bare + _FINALS - 1)}]"
    return stem_of(verb)


def may_tell(document: Document, language: Language) -> bool:
    """The first look, on the words of a page: is there an encounter word or a caption, and can anybody be named?"""
    text, gate = document.text, load_gate(language.code)
    blocks = [block for block in document.blocks if block.role.is_read]
    if not any(_is_caption(block) or gate.tells(text, block.span) for block in blocks):
        return False
    return any(language.may_name_somebody(text, block.span) for block in blocks)


def may_bring_together(known: Outline, language: Language) -> bool:
    """The second look, when the names that characters betray are known: can two sides stand in one sentence?"""
    people = _People(known, language)
    if people.total < 1:
        return False
    return any(_is_telling(sentence, known.document, people, language) for sentence in known.sentences)


def _is_telling(sentence: Sentence, document: Document, people: _People, language: Language) -> bool:
    text, gate, span = document.text, load_gate(language.code), sentence.span
    if _is_caption(document.blocks[sentence.block]):
        return people.total >= _PAIR and (people.named_in(span) or may_refer_back(text, span, language.code))
    if not gate.tells(text, span):
        return False
    if gate.parties.search(text, span.start, span.end) is not None:
        return True
    return people.total >= _PAIR and (
        people.named_in(span) or may_refer_back(text, span, language.code) or may_speak_of_self(text, span, language.code)
    )


class _People:
    """Whom a page can name: the names that characters betray, and the words that morphemes may show to be names."""

    def __init__(self, known: Outline, language: Language) -> None:
        self._text, self._language = known.document.text, language
        self._names = known.names
        blocks = [block.span for block in known.document.blocks if block.role.is_read]
        spans = [name for block in blocks for name in known.names.spans_in(block)]
        unseen = any(self._unseen_in(block) for block in blocks)
        self.total = _PAIR if unseen else _distinct(known.document[name] for name in spans)

    def _unseen_in(self, span: Span) -> bool:
        return self._language.may_name_unseen(self._text, span, self._names.spans_in(span))

    def named_in(self, span: Span) -> bool:
        """Whether somebody can be named in a sentence."""
        return bool(self._names.spans_in(span)) or self._unseen_in(span)


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
