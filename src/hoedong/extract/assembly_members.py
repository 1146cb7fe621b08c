"""Who of a sentence is there, where an assembly is told: who came or sat, who is listed, who acts or speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from hoedong.extract.assembly_openings import words_of
from hoedong.extract.occasions import MANY, group_occasion, occasions
from hoedong.extract.words import any_of
from hoedong.model.analysis import Analysis
from hoedong.model.clause import Case, ClauseStructure, Ending, Phrase, PhraseKind, Predicate

_ACTING = (Case.SUBJECT, Case.TOPIC, Case.ALSO, Case.BARE, Case.WITH)
_IS = "이"
_NOT = frozenset({"않", "못하", "말"})
_NEGATING = frozenset({"안", "못"})
_TITLED = 2
_PLACE = "자리"
_SEVERAL = 2
_MAIN = (Ending.FINAL, Ending.CONNECTIVE)


@dataclass(frozen=True, slots=True)
class Present:
    """Those of one sentence who were there, and whether it says so of them (앉았다) or only what they did."""

    people: tuple[str, ...] = ()
    has_come: bool = False
    is_listed: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it holds by itself: who came, or several who are listed."""
        return self.has_come and (not self.is_listed or len(self.people) >= _SEVERAL)


def present_in(structure: ClauseStructure, lang: str) -> Present:
    """Those whom a sentence of an assembly shows there."""
    main = [predicate for predicate in structure.predicates if predicate.ending in _MAIN]
    people = tuple(dict.fromkeys(person for phrase in _acting(structure) for person in _named(phrase)))
    if not people:
        return Present()
    if _is_list(structure, main):
        return Present(people, has_come=True, is_listed=True)
    came = any(predicate.lemma in words_of("come", lang) for predicate in main)
    if came and _is_denied(structure):
        return Present()
    if _speaks(structure) or (main and main[-1].is_past):
        return Present(people, came)
    return Present()


@cache
def coming_stems(lang: str) -> frozenset[str]:
    """What stands as a morpheme in a sentence that says who came: 앉, 참석, 들어서."""
    lemmas = words_of("come", lang)
    return lemmas | {lemma.removesuffix("하") for lemma in lemmas}


def _acting(structure: ClauseStructure) -> list[Phrase]:
    """The people who act in the main clauses of a sentence, or are listed in it."""
    embedded = {
        id(p) for predicate in structure.predicates if predicate.ending not in _MAIN for p in predicate.arguments
    }
    return [p for p in structure.phrases if p.case in _ACTING and (id(p) not in embedded or p.case is Case.TOPIC)]


def _named(phrase: Phrase) -> tuple[str, ...]:
    """The people of a phrase, or the one who bears its last word as a title: [혜광] 스님."""
    is_bearer = len(phrase.inner) == 1 and len(phrase.words) <= _TITLED
    return phrase.people or (phrase.inner if is_bearer and phrase.kind is PhraseKind.NOUN else ())


def _is_list(structure: ClauseStructure, main: Sequence[Predicate]) -> bool:
    """Whether a sentence only names people: "재계는 [한 회장], [오 대표].", "하류 몫은 [윤 시장], [강 시장]이다."."""
    last = structure.phrases[-1]
    closing = [predicate for predicate in main if predicate.order > last.order]
    is_copula = len(closing) == 1 and closing[0].lemma == _IS
    is_bare = not closing and not any(predicate.ending is Ending.FINAL for predicate in main)
    return bool(last.people) and (is_copula or is_bare)


def _speaks(structure: ClauseStructure) -> bool:
    return any(phrase.kind is PhraseKind.QUOTATION for phrase in structure.phrases)


def _is_denied(structure: ClauseStructure) -> bool:
    return any(predicate.lemma in _NOT or _NEGATING & set(predicate.adverbs) for predicate in structure.predicates)


def speaks_there(structure: ClauseStructure, lang: str) -> bool:
    """Whether a sentence says what somebody said at a meeting, or to those who were there: 건의했다, 화답했다."""
    if not _speaks(structure):
        return False
    at = [phrase.head for phrase in structure.phrases if phrase.case is Case.AT and not phrase.people]
    is_there = any(head == _PLACE or occasions(lang).get(group_occasion(head, lang) or head) in MANY for head in at)
    return is_there or any(predicate.lemma in words_of("answer", lang) for predicate in structure.predicates)


@cache
def parts(lang: str) -> re.Pattern[str]:
    """What somebody did at a gathering, as a noun with its particle: 축사는, 사회를."""
    forms = "|".join(re.escape(form) for form in sorted(words_of("role", lang)))
    return re.compile(rf"(?:{forms})(?:는|은|를|을|로| )")


def is_elsewhere(analysis: Analysis, index: int, is_quoted: Callable[[int], bool], lang: str) -> bool:
    """Whether a sentence says, outside what is quoted, that its people were or spoke somewhere else."""
    span = analysis.sentences[index].span
    found = _elsewhere(lang).finditer(analysis.document.text, span.start, span.end)
    return any(not is_quoted(match.start()) for match in found)


@cache
def _elsewhere(lang: str) -> re.Pattern[str]:
    return any_of(sorted(words_of("elsewhere", lang)))
