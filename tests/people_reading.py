"""One text read for its people: both steps with the morphemes between."""

from __future__ import annotations

from hoedong.lang.ko.morphology import analyse_morphemes
from hoedong.lang.ko.people import PeopleFound, discover_names, find_people
from hoedong.lang.ko.sentences import split_sentences
from hoedong.model.analysis import Sentence
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.span import Span


def document_of(text: str) -> Document:
    """A document of one paragraph a line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockRole.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    return Document("test", text, "ko", tuple(blocks))


def read_people(text: str, morphemes: bool = True) -> tuple[Document, PeopleFound]:
    """The document and its people; without morphemes only what characters betray."""
    document = document_of(text)
    candidates = discover_names(document, ())
    sentences = []
    for number, block in enumerate(document.blocks):
        found = analyse_morphemes(text, block.span, candidates.spans_in(block.span)) if morphemes else ()
        for span in split_sentences(text, block.span):
            sentences.append(Sentence(span, number, tuple(m for m in found if m.span in span)))
    return document, find_people(document, sentences, candidates, ())
