"""Runs cases/clauses.tsv: the phrases of a sentence, and which predicate governs which of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hoedong.annotate.annotator import annotate
from hoedong.ingest.document import make_document
from hoedong.lang.registry import load_language
from hoedong.lang_check.ko.encounter_case import PUBLISHED
from hoedong.lang_check.runner import difference
from hoedong.model.clause import ClauseStructure, Phrase, Predicate
from hoedong.model.time import PartialDate, Publication, PublicationBasis


def run_clause_case(case: Mapping[str, str]) -> str | None:
    """Each predicate of the text has these arguments; a case with a `todo` is not run."""
    if case["todo"]:
        return None
    actual = " ; ".join(_written(case["text"], predicate) for predicate in structure_of(case["text"]).predicates)
    return difference(f"the clauses of {case['text']!r}", case["clauses"], actual)


def structure_of(text: str) -> ClauseStructure:
    """The clause structure of the last sentence of a text published on 16 March 2026."""
    korean = load_language("ko")
    document, _ = make_document(text, lang="ko")
    publication = Publication(PartialDate.parse(PUBLISHED), PublicationBasis.GIVEN)
    analysis = annotate(replace(document, publication=publication), korean)
    sentence = analysis.sentences[-1]
    people = [mention for mention in analysis.mentions if mention.span in sentence.span]
    times = [time for time in analysis.times if time.span in sentence.span]
    return korean.clause_structure(analysis.document, sentence, len(analysis.sentences) - 1, people, times)


def _written(text: str, predicate: Predicate) -> str:
    """A predicate as the table writes it: 찾 adnominal [한국 을/를] 오세린 대표."""
    noun = f" {predicate.governs_noun}" if predicate.governs_noun else ""
    head = f" {_surface(text, predicate.head)}" if predicate.head is not None else ""
    return f"{predicate.lemma}{noun} {predicate.ending} [{_listed(text, predicate.arguments)}]{head}"


def _listed(text: str, phrases: Sequence[Phrase]) -> str:
    return ", ".join(f"{_surface(text, phrase)} {phrase.case}" for phrase in phrases)


def _surface(text: str, phrase: Phrase) -> str:
    return text[slice(*phrase.span)]
