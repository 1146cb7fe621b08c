"""What a language must be able to do. A third language is one more folder with an object of this shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from hoedong.lang.dating import DateReader
from hoedong.model.analysis import Sentence
from hoedong.model.claim import Claim
from hoedong.model.clause import ClauseStructure
from hoedong.model.correction import CorrectionNotice
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import Document
from hoedong.model.encounter import Where
from hoedong.model.mention import PersonMention, PlaceMention
from hoedong.model.morpheme import Morpheme
from hoedong.model.person import Organisation, Person
from hoedong.model.quotation import Quotation
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, TimeExpression
from hoedong.model.trip import Trip
from hoedong.rules.layout_rules import LayoutRules
from hoedong.rules.trace import Trace


class NameSpans(Protocol):
    """Names found on characters, before the morphemes are known."""

    def spans_in(self, block: Span) -> tuple[Span, ...]:
        """The name spans inside one block, to be kept whole by the analyser of morphemes."""


class PeopleFoundLike(Protocol):
    """People with their mentions, mentions that nobody could be found for, and organisations; in text order."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone whom the page names."""

    @property
    def mentions(self) -> tuple[PersonMention, ...]:
        """Where it names them."""

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations it names."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What could not be settled."""


@dataclass(frozen=True, slots=True)
class ChosenPlace:
    """The place of an encounter, the rules that chose it, and how strongly (0 = nothing or a country by itself)."""

    where: Where
    rules: tuple[str, ...]
    weight: int


class Language(DateReader, Protocol):
    """A language: how its pages are laid out and how its sentences say who met whom."""

    @property
    def code(self) -> str:
        """ISO 639-1 code: `ko`."""

    def layout_rules(self) -> LayoutRules:
        """The rules that tell article from page furniture."""

    def split_sentences(self, text: str, block: Span) -> tuple[Span, ...]:
        """Cut a block into sentences."""

    def find_time_expressions(
        self, text: str, sentences: Sequence[Span], published: DateInterval | None, trace: Trace
    ) -> tuple[TimeExpression, ...]:
        """All time expressions of a document's sentences, resolved."""

    def recorded_value(self, time: TimeExpression) -> DateInterval | None:
        """The date of an event at this time, at the precision that a record should keep: 이달 말 is the month."""

    def discover_names(self, document: Document, times: Sequence[TimeExpression]) -> NameSpans:
        """Names that characters alone betray."""

    def name_openings(self, text: str, span: Span) -> frozenset[str] | None:
        """How every name that a stretch of text can show begins; None where anything may be one."""

    def unseen_names(self, text: str, span: Span, names: Sequence[Span] = ()) -> frozenset[str]:
        """How the names begin that morphemes may betray there beyond these; never empty where they do."""

    def analyse_morphemes(self, text: str, block: Span, names: Sequence[Span]) -> tuple[Morpheme, ...]:
        """The morphemes of one block, with these names kept whole."""

    def find_people(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        names: NameSpans,
        times: Sequence[TimeExpression],
        trace: Trace,
    ) -> PeopleFoundLike:
        """Who is named, and who is who."""

    def find_places(
        self, text: str, sentences: Sequence[Span], excluded: Sequence[Span], trace: Trace
    ) -> tuple[PlaceMention, ...]:
        """Places, outside the excluded spans."""

    def place_of_clause(self, text: str, clause: Span, places: Sequence[PlaceMention], trigger: int) -> ChosenPlace:
        """Where the event of a clause took place; `trigger` is the offset of its encounter word."""

    def describes_picture(self, document: Document, sentence: Sentence) -> bool:
        """Whether a sentence says who is seen in a picture: a caption, or a line with (왼쪽)."""
        ...

    def clause_structure(
        self,
        document: Document,
        sentence: Sentence,
        index: int,
        mentions: Sequence[PersonMention],
        times: Sequence[TimeExpression],
    ) -> ClauseStructure:
        """The phrases and predicates of one sentence."""

    def find_quotations(
        self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[PersonMention], trace: Trace
    ) -> tuple[Quotation, ...]:
        """Direct quotations with their speakers."""

    def find_claims(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[PersonMention],
        times: Sequence[TimeExpression],
        encounter_people: Mapping[int, tuple[str, ...]],
        trace: Trace,
    ) -> tuple[Claim, ...]:
        """Countable claims on people's relation."""

    def find_trips(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[PersonMention],
        times: Sequence[TimeExpression],
        places: Sequence[PlaceMention],
        trace: Trace,
    ) -> tuple[Trip, ...]:
        """Business and state trips."""

    def speaks_of_this_trip(self, text: str, sentence: Span) -> bool:
        """Whether a sentence places its event on the trip that the article is about: 이번 출장 기간."""

    def find_correction(self, document: Document) -> CorrectionNotice | None:
        """What a page corrects or withdraws of an earlier article of its outlet; None for any other page."""

    def find_topics(self, text: str, sentence: Sentence) -> tuple[Span, ...]:
        """What was discussed, verbatim."""

    def names_occasion(self, text: str, sentence: Span) -> bool:
        """Whether a sentence says that something was said at an occasion: 이 자리에서, 회담에서는."""

    def search_terms(self, text: str, block: Span) -> tuple[str, ...]:
        """The words of one block that a search finds it by, as dictionary forms, in order."""

    def country_of(self, place: str) -> str | None:
        """The country of a town, region or country as written; None where it is not known or not settled."""

    def is_country(self, place: str) -> bool:
        """Whether a name as written is that of a country."""
