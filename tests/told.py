"""One Korean sentence as the stages of reading see it: its clause structure, its drafts of encounters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hoedong.annotate.annotator import annotate
from hoedong.extract.draft import Draft
from hoedong.extract.listening import Heard, listen
from hoedong.extract.words import Trigger, find_triggers, load_encounter_words
from hoedong.ingest.document import make_document
from hoedong.lang.registry import load_language
from hoedong.lang_check.ko.clause_case import structure_of
from hoedong.model.analysis import Analysis
from hoedong.model.clause import Phrase, Predicate
from hoedong.model.time import PartialDate, Publication, PublicationBasis
from hoedong.rules.trace import NO_TRACE

PUBLISHED = PartialDate(2026, 3, 16)
KOREAN = load_language("ko")


def analysed(text: str) -> Analysis:
    """The analysis of a text published on 16 March 2026."""
    document, _ = make_document(text, lang="ko")
    publication = Publication(PUBLISHED, PublicationBasis.GIVEN)
    return annotate(replace(document, publication=publication), KOREAN)


def heard(text: str) -> Heard:
    """What the sentences of a text tell."""
    return listen(analysed(text), KOREAN, NO_TRACE)


def drafts(text: str) -> list[Draft]:
    """The drafts of encounters of a text, before they are merged."""
    return heard(text).drafts


def triggers_of(text: str) -> list[Trigger]:
    """The encounter words of the last sentence of a text."""
    return find_triggers(structure_of(text), load_encounter_words("ko"))


def words(text: str, phrases: Sequence[Phrase | Predicate]) -> list[str]:
    """Phrases or predicates as they are written."""
    return [text[slice(*phrase.span)] for phrase in phrases]
