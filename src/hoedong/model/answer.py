"""What questions to the record answer with: candidates for a name, pages found, reasons, a network, a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hoedong.model.account import Encounter, RecordedDocument, ResolvedQuote, ResolvedReport
from hoedong.model.entity import PersonEntity
from hoedong.model.judgement import Judgement
from hoedong.model.span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who may be meant; `score` is 1 for the very name, less for one that only sounds like it."""

    person: PersonEntity
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a document's text and the spans in it to highlight; offsets are those of the text."""

    span: Span
    highlights: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A document that a search found, with the words that it was found by."""

    document: RecordedDocument
    score: float
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The people that a question names, and the documents that answer it, the best first."""

    people: tuple[PersonEntity, ...]
    documents: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """Two people and at how many encounters both were."""

    one: str
    other: str
    encounters: int


@dataclass(frozen=True, slots=True)
class Network:
    """People within two steps of the first, and their edges; `hidden` counts those whom the caps left out."""

    people: tuple[PersonEntity, ...]
    edges: tuple[Edge, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for (weight above 0) or against two being one."""

    name: str
    weight: float
    explanation: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How two stand to one another: the likest two sides of them, every reason, and the judgements about them.

    `conflicts` make it impossible that they are one, whatever speaks for it.
    """

    left: str
    right: str
    are_one: bool
    score: float
    reasons: tuple[Reason, ...]
    conflicts: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One encounter with everything that it rests on; `documents` and `people` are looked up by id."""

    encounter: Encounter
    reports: tuple[ResolvedReport, ...]
    quotes: tuple[ResolvedQuote, ...]
    documents: Mapping[str, RecordedDocument]
    people: Mapping[str, PersonEntity]


@dataclass(frozen=True, slots=True)
class Check:
    """The state of a record: how much it holds, what was not understood, what is broken, what lost its object.

    `broken` is None where nobody has gone through the file, which takes longer the more it holds.
    """

    documents: int
    judgements: int
    diagnostics: tuple[tuple[str, str, int], ...]
    orphans: tuple[Judgement, ...]
    broken: tuple[str, ...] | None
    size: int
    is_stale: bool
