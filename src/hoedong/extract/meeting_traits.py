"""What is known of a word of meeting that filled no frame, and of everybody who could be a side of the meeting.

Each trait is a fact of the clause structure in words: "meet verb past", "argument 와/과", "just told". Which of them
speak for a meeting is not said here; `likely_meetings.py` weighs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from hoedong.extract.dating import time_of
from hoedong.extract.draft import Draft, last_told
from hoedong.extract.messages import authors
from hoedong.extract.occasions import mourned
from hoedong.extract.status import read_status
from hoedong.extract.words import Trigger
from hoedong.model.clause import Case, ClauseStructure, Ending, Phrase, PhraseKind, Predicate
from hoedong.model.time import TimeExpression
from hoedong.rules.lexicon_file import load_lexicon

BASE = "any"
"""The trait that all have: its weight is the share of all."""
JUST_TOLD = "just told"
NOT_NAMED = "not in the sentence"
"""The trait of those who could be sides and whom the sentence does not name."""
_MANY, _FAR = 4, 5
TOLD_REACH = 3
"""Sentences behind a meeting told of in which its people may be those of another."""
_OTHER_SIDES = (PhraseKind.PARTY, PhraseKind.MEMBER, PhraseKind.PRESS, PhraseKind.QUOTATION)


@dataclass(frozen=True, slots=True)
class Described:
    """An encounter word that filled no frame: its traits, and those of everybody who could be a side, in text order."""

    trigger: Trigger
    traits: tuple[str, ...]
    people: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Known:
    """What the page has told of people up to a sentence.

    `recent` were named last before it, `titles` has the last word of each title and `organisations` where each belongs;
    `leading` is whom most sentences are about. `opens` says whether the sentence opens a paragraph.
    """

    recent: Sequence[str]
    titles: Mapping[str, str]
    organisations: Mapping[str, frozenset[str]] = field(default_factory=dict)
    leading: str = ""
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a sentence: drafts of its own and of those before, whom the text is about, what is known."""

    own: Sequence[Draft]
    told: Sequence[Draft]
    carried: Sequence[str]
    known: Known
    times: Sequence[TimeExpression]


@cache
def _saying(lang: str) -> frozenset[str]:
    """The verbs of saying, without their 다."""
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "speech_verbs.tsv", ("verb",))
    return frozenset(row["verb"].removesuffix("다") for row in rows)


def describe(structure: ClauseStructure, unfilled: Iterable[Trigger], around: Around, lang: str) -> list[Described]:
    """The encounter words of a sentence that filled no frame, with all that is known of them."""
    last = last_told(around.told, structure.sentence, TOLD_REACH)
    return [_Describer(trigger, around, last, lang).describe() for trigger in unfilled]


class _Describer:
    """Gathers the traits of one encounter word."""

    def __init__(self, trigger: Trigger, around: Around, last: Draft | None, lang: str) -> None:
        self._trigger, self._around, self._last, self._lang = trigger, around, last, lang
        self._structure = trigger.structure
        self._kind = f"{trigger.word.word_class} {'verb' if trigger.noun is None else 'noun'}"
        self._governors = {id(p): predicate for predicate in self._structure.predicates for p in predicate.arguments}
        self._people: dict[str, dict[str, None]] = {}

    def describe(self) -> Described:
        """The word with its people."""
        for person, trait in self._standing():
            self._add(person, trait)
        named = tuple(self._people)
        if not self._unnamed_acts():
            self._add_from_before()
        for person in mourned(self._structure, self._lang):
            self._people.pop(person, None)
        self._add_from_page(named)
        people = {person: (BASE, *self._with_pairs(traits, len(named))) for person, traits in self._people.items()}
        traits = dict.fromkeys((BASE, *self._of_word(), *self._of_sentence(named), *self._of_others(named)))
        return Described(self._trigger, tuple(traits), people)

    def _add(self, person: str, trait: str) -> None:
        self._people.setdefault(person, {})[trait] = None

    def _unnamed_acts(self) -> bool:
        """Whether somebody acts of whom the page gives no name: nobody else is meant ("옥 회장은 … 만났다")."""
        predicate = self._trigger.predicate
        acting = predicate.phrases(Case.SUBJECT, Case.TOPIC) if predicate is not None else []
        return any(phrase.kind is PhraseKind.PERSON and not phrase.people for phrase in acting)

    def _add_from_before(self) -> None:
        named = frozenset(self._people)
        since = "in an earlier paragraph" if self._around.known.opens else "in this paragraph"
        for person in self._around.carried:
            self._add(person, "carried")
            self._add(person, f"carried, {since}")
            if person in named:
                self._add(person, "also carried")
        for person in self._last.sides if self._last is not None else ():
            self._add(person, JUST_TOLD)
            self._add(person, f"just told, {since}")
        for back, person in enumerate(self._around.known.recent):
            self._add(person, f"{back} back")
            self._add(person, f"named before, {since}")

    def _add_from_page(self, named: Sequence[str]) -> None:
        """What the page as a whole says of those who could be sides: whom it is about, who belongs together."""
        known = self._around.known
        for person, traits in self._people.items():
            if person == known.leading:
                traits["leading"] = None
            if person not in named:
                traits[NOT_NAMED] = None
            own = known.organisations.get(person, frozenset())
            others = [known.organisations.get(other, frozenset()) for other in named if other != person]
            if any(own & other for other in others):
                traits["of one organisation with another"] = None

    def _with_pairs(self, traits: Iterable[str], named: int) -> Iterator[str]:
        """Each trait by itself, with the number of people in the sentence, and with the kind of the word."""
        in_number, of_kind = f", {min(named, _MANY)} named", f", {self._kind}"
        for trait in traits:
            yield trait
            yield trait + in_number
            yield trait + of_kind

    def _standing(self) -> Iterator[tuple[str, str]]:
        """How everybody named in the sentence stands to the word."""
        absent = authors(self._structure, self._lang)
        for phrase in self._structure.phrases:
            if not absent.isdisjoint(phrase.people):
                continue
            own = tuple(self._of_phrase(phrase)) if phrase.people else ()
            yield from ((person, trait) for person in phrase.people for trait in own)
            titles = self._around.known.titles
            yield from ((person, f"title {titles[person]}") for person in phrase.people if person in titles)
            for person in phrase.inner:
                yield person, f"inside {phrase.case.value}"
                yield person, f"inside {phrase.head}"
                if phrase is self._trigger.noun:
                    yield person, "inside the noun"

    def _of_phrase(self, phrase: Phrase) -> Iterator[str]:
        if phrase.case is Case.OF:
            following = next((p for p in self._structure.phrases if p.order == phrase.order + 1), None)
            yield f"의 {following.kind.value if following is not None else 'nothing'}"
            yield f"의 {following.head if following is not None else 'nothing'}"
        place = "before" if phrase.order < self._trigger.order else "after"
        case = phrase.case.value
        yield f"{case} {place}"
        yield f"{min(abs(phrase.order - self._trigger.order), _FAR)} {place}"
        yield from self._of_governor(phrase)
        if self._trigger.predicate is not None and self._trigger.predicate.head is phrase:
            yield f"described, {case}"
        if phrase.linked:
            yield "linked"
        if phrase.is_set_off:
            yield f"set off {case}"
        if phrase.is_crowd:
            yield "crowd"
        if phrase.stands_apart:
            yield "stands apart"

    def _of_governor(self, phrase: Phrase) -> Iterator[str]:
        governor = self._governors.get(id(phrase))
        if governor is None:
            return
        case = phrase.case.value
        if governor is self._trigger.predicate:
            yield f"argument {case}"
        else:
            yield f"{case} of another {governor.ending.value}"
            yield f"{case} of {governor.lemma}"
        if governor.lemma in _saying(self._lang):
            yield f"{case} of saying"
            if governor.ending is Ending.FINAL and self._is_reported(governor):
                yield f"{case} of saying at the end"

    def _is_reported(self, governor: Predicate) -> bool:
        """Whether a verb of saying ends what was said: "두 사람이 만났다고 [밝혔다]"."""
        return any(p.ending is Ending.QUOTED and p.order < governor.order for p in self._structure.predicates)

    def _of_word(self) -> Iterator[str]:
        trigger, kind = self._trigger, self._kind
        yield kind
        yield f"{kind} {trigger.word.form}"
        status, rule = read_status(trigger, self._lang)
        yield f"status {status.value}"
        yield f"{kind} {status.value}"
        yield f"status rule {rule}"
        if trigger.predicate is not None:
            yield from self._of_predicate(trigger.predicate)
        if trigger.noun is not None:
            yield from self._of_noun(trigger.noun, trigger.predicate)
        elif trigger.predicate is not None:
            yield f"verb {trigger.predicate.lemma}"
        if trigger.postposition:
            yield f"postposition {trigger.postposition}"

    def _of_predicate(self, predicate: Predicate) -> Iterator[str]:
        kind = self._kind
        yield f"{kind} {predicate.ending.value}"
        if predicate.governs_noun:
            yield f"{kind} governs {predicate.governs_noun}"
            yield f"governs {predicate.governs_noun}"
        if predicate.head is not None:
            yield f"describes {predicate.head.kind.value}"
            yield f"describes {predicate.head.head}"
        if predicate.is_past:
            yield f"{kind} past"
        for phrase in predicate.arguments:
            yield f"{kind} has {phrase.case.value if phrase.people else phrase.kind.value}"
            if not phrase.people and phrase is not self._trigger.noun:
                yield f"has {phrase.kind.value} {phrase.case.value}"
        yield from (f"adverb {adverb}" for adverb in predicate.adverbs)
        if any(p.ending is Ending.QUOTED and p.order == predicate.order - 1 for p in self._structure.predicates):
            yield f"{kind} of words"

    def _of_noun(self, noun: Phrase, predicate: Predicate | None) -> Iterator[str]:
        yield f"noun {noun.case.value}"
        yield f"{self._kind} {noun.case.value}"
        if predicate is not None:
            yield f"noun of {predicate.lemma}"
        yield from (f"before {word}" for word in self._trigger.after)
        if noun.inner:
            yield "people inside the noun"

    def _of_sentence(self, named: Sequence[str]) -> Iterator[str]:
        structure, kind, count = self._structure, self._kind, min(len(named), _MANY)
        cases = sorted({phrase.case.value for phrase in structure.phrases if phrase.people})
        yield from (f"case {case}" for case in cases)
        yield f"cases {'+'.join(cases)}"
        yield f"{kind}, cases {'+'.join(cases)}"
        yield f"{count} named"
        yield f"{count} named, {kind}"
        yield f"{bool(set(self._around.carried) - set(named))} carried, {count} named"
        yield from sorted({f"party {phrase.kind.value}" for phrase in structure.phrases if phrase.kind in _OTHER_SIDES})
        if time_of(self._trigger, self._around.times, self._lang) is not None:
            yield "dated"
        if structure.is_headline:
            yield "headline"
        if structure.is_caption:
            yield "caption"
        if structure.predicates:
            yield f"closes with {structure.predicates[-1].lemma}"
            yield f"closes {structure.predicates[-1].ending.value}"

    def _of_others(self, named: Sequence[str]) -> Iterator[str]:
        """How the sentence stands to encounters that were read in it and before it."""
        yield "told on the page" if self._around.told else "nothing told yet"
        yield f"{'opens' if self._around.known.opens else 'in'} a paragraph"
        if self._around.own:
            yield "another encounter here"
            if {person for draft in self._around.own for person in draft.sides} >= set(named):
                yield "all are in the other one"
        if self._last is not None:
            yield f"told {min(self._structure.sentence - self._last.latest, TOLD_REACH)} before"
            if set(named) <= {*self._last.sides, *self._last.attendees}:
                yield "all were just told of"
            yield f"{self._kind}, told"
            yield f"{min(len(named), _MANY)} named, told"
