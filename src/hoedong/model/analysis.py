"""What annotation adds to a document: everything that extraction reads."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import Document
from hoedong.model.mention import PersonMention, PlaceMention
from hoedong.model.morpheme import Morpheme
from hoedong.model.person import Organisation, Person
from hoedong.model.quotation import Quotation
from hoedong.model.span import Span
from hoedong.model.time import TimeExpression


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one block; `block` is its index in `Document.blocks`."""

    span: Span
    block: int
    morphemes: tuple[Morpheme, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its sentences, times, people, organisations, places and quotations; all in text order."""

    document: Document
    sentences: tuple[Sentence, ...]
    times: tuple[TimeExpression, ...] = ()
    people: tuple[Person, ...] = ()
    mentions: tuple[PersonMention, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
