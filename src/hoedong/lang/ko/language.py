"""Korean as a `Language`: the modules of this folder behind one object."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hoedong.lang.dating import Clue, Stamp
from hoedong.lang.ko.claims import find_claims
from hoedong.lang.ko.clauses import build_clauses
from hoedong.lang.ko.corrections import find_correction
from hoedong.lang.ko.layout import layout_rules
from hoedong.lang.ko.morphology import analyse_morphemes
from hoedong.lang.ko.people import (
    NameCandidates,
    PeopleFound,
    discover_names,
    find_people,
    name_openings,
    unseen_names,
)
from hoedong.lang.ko.phrases import find_phrases
from hoedong.lang.ko.pictures import describes_picture
from hoedong.lang.ko.place_lexicon import place_lexicon
from hoedong.lang.ko.places import find_places, place_of_clause
from hoedong.lang.ko.quotations import find_quotations
from hoedong.lang.ko.quote_marks import find_quoted
from hoedong.lang.ko.search_terms import search_terms
from hoedong.lang.ko.sentences import split_sentences
from hoedong.lang.ko.times import find_time_expressions, recorded_value
from hoedong.lang.ko.times.clues import find_clues
from hoedong.lang.ko.times.stamps import find_stamps
from hoedong.lang.ko.topics import find_topics, names_occasion
from hoedong.lang.ko.trips import find_trips
from hoedong.lang.protocol import ChosenPlace
from hoedong.model.analysis import Sentence
from hoedong.model.claim import Claim
from hoedong.model.clause import ClauseStructure
from hoedong.model.correction import CorrectionNotice
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.mention import PersonMention, PlaceMention
from hoedong.model.morpheme import Morpheme
from hoedong.model.quotation import Quotation
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, TimeExpression
from hoedong.model.trip import Trip
from hoedong.rules.layout_rules import LayoutRules
from hoedong.rules.trace import Trace

_HEADLINES = (BlockRole.HEADLINE, BlockRole.SUBHEADING)
_SPEECH = re.compile(r"[다요죠자까라네냐나][.?!]?$")
_LONG_QUOTE = 20
_THIS_TRIP = re.compile(r"(?:이번|해당) (?:[가-힣]{1,4} )?(?:출장|순방|방문|방한|방미|방중|방일|방북|여정)")


class Korean:
    """한국어."""

    code = "ko"

    def layout_rules(self) -> LayoutRules:
        """The rules that tell article from page furniture."""
        return layout_rules()

    def split_sentences(self, text: str, block: Span) -> tuple[Span, ...]:
        """Cut a block into sentences."""
        return split_sentences(text, block)

    def find_time_expressions(
        self, text: str, sentences: Sequence[Span], published: DateInterval | None, trace: Trace
    ) -> tuple[TimeExpression, ...]:
        """All time expressions of a document's sentences, resolved."""
        return find_time_expressions(text, sentences, published, trace)

    def recorded_value(self, time: TimeExpression) -> DateInterval | None:
        """The date of an event at this time, at the precision that a record should keep: 이달 말 is the month."""
        return recorded_value(time)

    def find_stamps(self, text: str, blocks: Sequence[Block]) -> tuple[Stamp, ...]:
        """Dates that the page prints of itself."""
        return find_stamps(text, blocks)

    def find_clues(self, text: str, blocks: Sequence[Block]) -> tuple[Clue, ...]:
        """Dates in the article that bound its publication."""
        return find_clues(text, blocks)

    def discover_names(self, document: Document, times: Sequence[TimeExpression]) -> NameCandidates:
        """Names that characters alone betray."""
        return discover_names(document, times)

    def name_openings(self, text: str, span: Span) -> frozenset[str] | None:
        """How every name that a stretch of text can show begins; None where anything may be one."""
        return name_openings(text, span)

    def unseen_names(self, text: str, span: Span, names: Sequence[Span] = ()) -> frozenset[str]:
        """How the names begin that morphemes may betray there beyond these; never empty where they do."""
        return unseen_names(text, span, names)

    def analyse_morphemes(self, text: str, block: Span, names: Sequence[Span]) -> tuple[Morpheme, ...]:
        """The morphemes of one block, with these names kept whole."""
        return analyse_morphemes(text, block, names)

    def find_people(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        names: NameCandidates,
        times: Sequence[TimeExpression],
        trace: Trace,
    ) -> PeopleFound:
        """Who is named, and who is who."""
        return find_people(document, sentences, names, times, trace)

    def find_places(
        self, text: str, sentences: Sequence[Span], excluded: Sequence[Span], trace: Trace
    ) -> tuple[PlaceMention, ...]:
        """Places, outside the excluded spans."""
        return find_places(text, sentences, excluded, trace)

    def place_of_clause(self, text: str, clause: Span, places: Sequence[PlaceMention], trigger: int) -> ChosenPlace:
        """Where the event of a clause took place; `trigger` is the offset of its encounter word."""
        chosen = place_of_clause(text, clause, places, trigger)
        return ChosenPlace(chosen.where, chosen.rules, chosen.weight)

    def describes_picture(self, document: Document, sentence: Sentence) -> bool:
        """Whether a sentence says who is seen in a picture."""
        is_caption = document.blocks[sentence.block].role is BlockRole.CAPTION
        return is_caption or describes_picture(document.text, sentence.span)

    def clause_structure(
        self,
        document: Document,
        sentence: Sentence,
        index: int,
        mentions: Sequence[PersonMention],
        times: Sequence[TimeExpression],
    ) -> ClauseStructure:
        """The phrases and predicates of one sentence."""
        role = document.blocks[sentence.block].role
        items = find_phrases(document.text, sentence, mentions, times, _speeches(document.text, sentence.span))
        structure = build_clauses(index, sentence.block, sentence.span, items)
        structure.is_headline = role in _HEADLINES
        structure.is_caption = self.describes_picture(document, sentence)
        return structure

    def find_quotations(
        self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[PersonMention], trace: Trace
    ) -> tuple[Quotation, ...]:
        """Direct quotations with their speakers."""
        return find_quotations(document, sentences, mentions, trace)

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
        return find_claims(document, sentences, mentions, times, encounter_people, trace)

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
        return find_trips(document, sentences, mentions, times, places, trace)

    def speaks_of_this_trip(self, text: str, sentence: Span) -> bool:
        """Whether a sentence places its event on the trip that the article is about: 이번 출장 기간."""
        return _THIS_TRIP.search(text, sentence.start, sentence.end) is not None

    def find_correction(self, document: Document) -> CorrectionNotice | None:
        """What a page corrects or withdraws of an earlier article of its outlet; None for any other page."""
        return find_correction(document)

    def find_topics(self, text: str, sentence: Sentence) -> tuple[Span, ...]:
        """What was discussed, verbatim."""
        return find_topics(text, sentence.span)

    def names_occasion(self, text: str, sentence: Span) -> bool:
        """Whether a sentence says that something was said at an occasion: 이 자리에서, 회담에서는."""
        return names_occasion(text, sentence)

    def search_terms(self, text: str, block: Span) -> tuple[str, ...]:
        """The words of one block that a search finds it by, as dictionary forms, in order."""
        return search_terms(text, block)

    def country_of(self, place: str) -> str | None:
        """The country of a town, region or country as written; None where it is not known or not settled."""
        known = place_lexicon().places.get(place)
        return (known.country or None) if known else None

    def is_country(self, place: str) -> bool:
        """Whether a name as written is that of a country."""
        known = place_lexicon().places.get(place)
        return known is not None and known.kind == "country"


def _speeches(text: str, sentence: Span) -> list[Span]:
    """Quotations of whole sentences, which say nothing of the structure around them; '깜짝 회동' is none."""
    return [
        quoted.outer
        for quoted in find_quoted(text, sentence)
        if len(quoted.inner) > _LONG_QUOTE or _SPEECH.search(text[quoted.inner.start : quoted.inner.end].rstrip())
    ]


LANGUAGE = Korean()
