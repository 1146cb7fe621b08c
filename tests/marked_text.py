"""Example sentences with the people marked in them: {한가람 회장}은 …, {한 회장=한가람 회장}은 …"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoedong.lang.ko.sentences import split_sentences
from hoedong.model.analysis import Sentence
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.mention import MentionForm, PersonMention
from hoedong.model.span import Span
from hoedong.model.time import PartialDate, Publication

_TITLE = re.compile(r" (?:회장|부회장|사장|대표|총장|시장|장관|의원|이사|후보|셰프|작가|대통령)(?![가-힣]{2})")
_MARKED = re.compile(r"\{([^{}=]+)(?:=([^{}]+))?\}")


@dataclass(frozen=True)
class MarkedText:
    """A document with its sentences and the people marked in it; a person's id is the name given."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[PersonMention, ...]

    @property
    def spans(self) -> list[Span]:
        """The spans of the sentences."""
        return [sentence.span for sentence in self.sentences]


def read_marked(text: str, role: str = "paragraph", published: str | None = None) -> MarkedText:
    """Read a marked example; each line of it is one block, and a title behind a person is part of the extent."""
    text = text.replace("<", "").replace(">", "")  # places are found, not marked
    plain, mentions = "", []
    at = 0
    for match in _MARKED.finditer(text):
        plain += text[at : match.start()]
        span = Span(len(plain), len(plain) + len(match[1]))
        title = _TITLE.match(text, match.end())
        extent = Span(span.start, span.end + (len(title[0]) if title else 0))
        mentions.append(PersonMention(span, extent, MentionForm.NAME, match[2] or match[1], "example"))
        plain += match[1]
        at = match.end()
    plain += text[at:]
    blocks = _blocks(plain, BlockRole(role))
    publication = Publication(PartialDate.parse(published)) if published else Publication()
    document = Document("example", plain, "ko", blocks, publication=publication)
    return MarkedText(document, sentences_of(document), tuple(mentions))


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """The sentences of all blocks, without morphemes."""
    return tuple(
        Sentence(span, number)
        for number, block in enumerate(document.blocks)
        for span in split_sentences(document.text, block.span)
    )


def _blocks(text: str, role: BlockRole) -> tuple[Block, ...]:
    return tuple(Block(role, Span(*match.span())) for match in re.finditer(r"[^\n]+", text))
