"""The encounter words of a language, by form and class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from hoedong.model.clause import Case, ClauseStructure, Ending, Phrase, Predicate
from hoedong.model.encounter import Mode, Status
from hoedong.model.morpheme import Morpheme
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon

MEETING_NOUNS = ("noun", "noun_weak")
_FIRST_SYLLABLE, _SYLLABLES, _VOWELS, _FINALS = ord("가"), 11172, 21, 28
_CONTRACTED = {20: 6, 8: 9, 13: 14, 18: 4, 11: 10}
"""Vowels of a stem and before 었: ㅣ ㅕ (모여), ㅗ ㅘ (나와), ㅜ ㅝ (나눠), ㅡ ㅓ (써), ㅚ ㅙ (뵀)."""
SIDE_WORDS = ("측에", "쪽에")  # 미국 쪽에서는 A와 B가: attendance without a word of attendance
_ROUND = "차"
_GESTURES = frozenset({"악수", "포옹", "인사", "목례", "손", "끌어안"})
_DOUBLING = "르"
_FINAL_RIEUL = 8
_DOUBLED = "[르-릏라-랗러-렇]"
_NOT_BEHIND = "(?<!"
_WAYS = 50
_RANGE = re.compile("(.)-(.)")
_OBJECTS = (Case.TOPIC, Case.OBJECT, Case.INTO, Case.BARE, Case.AT)


@dataclass(frozen=True, slots=True)
class EncounterWord:
    """A word that says that people met. `mode` is None for words of attendance (배석하다)."""

    form: str
    word_class: str
    mode: Mode | None


@dataclass(frozen=True, slots=True)
class EncounterWords:
    """The lexicon `encounter_words.tsv` of one language, arranged for look-up; a form may belong to several classes.

    `taking_place` are the verbs of which a meeting is the subject (회동이 성사됐다).
    """

    predicates: Mapping[str, tuple[EncounterWord, ...]]
    idioms: Mapping[str, tuple[EncounterWord, ...]]
    nouns: Mapping[str, tuple[EncounterWord, ...]]
    stems: tuple[re.Pattern[str], ...]
    taking_place: frozenset[str] = frozenset()

    @property
    def entries(self) -> list[EncounterWord]:
        """Every word, as a predicate or a noun; one line for each of its classes."""
        return [entry for group in (self.predicates, self.nouns) for same in group.values() for entry in same]

    def may_stand_in(self, text: str, span: Span) -> bool:
        """Whether the characters of a sentence can hold an encounter word; never False where one stands."""
        start, end = span.start, span.end
        return any(pattern.search(text, start, end) is not None for pattern in self.stems)

    def occasion_told_in(self, morphemes: Sequence[Morpheme]) -> str:
        """The last encounter noun of a sentence about the past, empty without one: 간담회 in "간담회를 열었다"."""
        return self.noun_in(morphemes) if any(tag == "EP" for _, tag, _ in morphemes) else ""

    def noun_in(self, morphemes: Sequence[Morpheme]) -> str:
        """The last encounter noun of a sentence, empty without one."""
        nouns = [
            form for form, _, _ in morphemes if any(w.word_class in MEETING_NOUNS for w in self.nouns.get(form, ()))
        ]
        return nouns[-1] if nouns else ""


@dataclass(slots=True, eq=False)
class Trigger:
    """An encounter word where it stands: a predicate (만났다), or a noun with the predicate that governs it.

    `postposition` is the verb that makes an adverbial of the noun (회담을 위해), empty where there is none. `status` is
    kept by `read_status`, which several steps ask.
    """

    word: EncounterWord
    structure: ClauseStructure
    predicate: Predicate | None
    noun: Phrase | None
    span: Span
    postposition: str = ""
    status: tuple[Status, str] | None = None

    @property
    def order(self) -> int:
        """Its place in the sentence's sequence of phrases and predicates."""
        item = self.noun if self.noun is not None else self.predicate
        return item.order if item is not None else 0

    @property
    def mode_is_live(self) -> bool:
        """Whether a present tense means a plan; of a photograph or a gesture it says what is seen ("손을 잡습니다")."""
        gesture = self.word.form.partition(" ")[0].removesuffix("하")
        return self.word.mode is not Mode.CO_ATTENDANCE and gesture not in _GESTURES

    @property
    def after(self) -> tuple[str, ...]:
        """The words behind an encounter noun inside its phrase: (가능성) in 회동 가능성."""
        if self.noun is None or self.word.form not in self.noun.words:
            return ()
        return self.noun.words[self.noun.words.index(self.word.form) + 1 :]

    @property
    def round(self) -> str:
        """The number of a meeting among several: 2 in 2차 회동; empty without one."""
        words = self.noun.words if self.noun is not None else ()
        marked = [i for i in range(1, len(words)) if words[i] == _ROUND and words[i - 1].isdigit()]
        return words[marked[-1] - 1] if marked else ""


@cache
def load_encounter_words(lang: str) -> EncounterWords:
    """Load the encounter words of a language folder."""
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "encounter_words.tsv", ("form", "class", "mode"))
    predicates: dict[str, list[EncounterWord]] = {}
    idioms: dict[str, list[EncounterWord]] = {}
    nouns: dict[str, list[EncounterWord]] = {}
    for word in (word for row in rows for word in _words_of(row)):
        if word.word_class.startswith("noun"):
            nouns.setdefault(word.form, []).append(word)
            continue
        predicates.setdefault(word.form, []).append(word)
        if " " in word.form:
            idioms.setdefault(word.form.rpartition(" ")[2], []).append(word)
    stems = sorted({stem_of(form) for form in (*predicates, *nouns)})
    stems += hanja_words(lang)
    patterns = any_of_many((*stems, *SIDE_WORDS))
    return EncounterWords(_frozen(predicates), _frozen(idioms), _frozen(nouns), patterns, _taking_place(lang))


def _taking_place(lang: str) -> frozenset[str]:
    path = files(f"hoedong.lang.{lang}") / "lexicon" / "taking_place_verbs.tsv"
    return frozenset(row["form"] for row in load_lexicon(path, ("form",))) if path.is_file() else frozenset()


def _words_of(row: Mapping[str, str]) -> Iterator[EncounterWord]:
    """The words that a line stands for: 인사/덕담 건네/드리 is each of two nouns with each of two verbs."""
    mode = Mode(row["mode"]) if row["mode"] else None
    for form in product(*(part.split("/") for part in row["form"].split(" "))):
        yield EncounterWord(" ".join(form), row["class"], mode)


@cache
def hanja_words(lang: str) -> tuple[str, ...]:
    """The encounter words of a language as pages of the past spell them, none where it has no such list."""
    path = files(f"hoedong.lang.{lang}") / "lexicon" / "hanja_words.tsv"
    rows = load_lexicon(path, ("form", "kind")) if path.is_file() else ()
    return tuple(sorted(row["form"] for row in rows if row["kind"] == "meeting"))


def any_of(stems: Sequence[str]) -> re.Pattern[str]:
    """A pattern of all stems, in their order, those with one first character together.

    So each way begins with another character, by which the search skips what begins none. A stem may begin with a look
    at what stands before it.
    """
    return re.compile("|".join(_ways(stems)))


def any_of_many(stems: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    """The same of hundreds of stems, as several patterns, of which one or another matches.

    Where a first character stands and no stem does, a pattern goes through all its ways before it gives up: four
    patterns of fifty ways take half as long as one of two hundred.
    """
    ways = _ways(stems)
    return tuple(re.compile("|".join(ways[at : at + _WAYS])) for at in range(0, len(ways), _WAYS))


def _ways(stems: Sequence[str]) -> list[str]:
    """The stems by their first character, each with all that may follow it: 회(?:담|동) for 회담 and 회동."""
    ways: dict[str, list[str]] = {}
    for stem in dict.fromkeys(stems):
        look, bare = _look_before(stem)
        firsts, rest = _firsts(bare)
        for first in firsts:
            ways.setdefault(first, []).append(f"(?<!{look}{re.escape(first)}){rest}" if look else rest)
    return [f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in ways.items()]


def _look_before(stem: str) -> tuple[str, str]:
    """What must not stand before a stem, and the stem: [가-힣] and 맞 of (?<![가-힣])맞."""
    if not stem.startswith(_NOT_BEHIND):
        return "", stem
    look, _, bare = stem.removeprefix(_NOT_BEHIND).partition(")")
    return look, bare


def _firsts(stem: str) -> tuple[str, str]:
    """With which characters a stem can begin, and what follows: 부 and 불, and [르-릏] of [부불][르-릏]."""
    if stem[0] != "[":
        return stem[0], stem[1:]
    listed, _, rest = stem[1:].partition("]")
    spread = _RANGE.sub(lambda ends: "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1))), listed)
    return "".join(dict.fromkeys(spread)), rest


def stem_of(form: str) -> str:
    """What every written form of a word begins with: 회동 of 회동하, 만[나-낳] of 만나, 모[이-잏여-옇] of 모이.

    A verb in 르 doubles its ㄹ before a vowel: [부불] and what follows for 부르, 불러.
    """
    first = form.partition(" ")[0]
    if len(first) > 1 and first[1:] == _DOUBLING:
        return f"[{first[0]}{chr(ord(first[0]) + _FINAL_RIEUL)}]{_DOUBLED}"
    head, last = first[:-1], ord(first[-1]) - _FIRST_SYLLABLE
    if first[-1] == "하" and head:
        return re.escape(head)
    if not 0 <= last < _SYLLABLES or last % _FINALS:
        return re.escape(first)
    vowel = last // _FINALS % _VOWELS
    blocks = [last, last + (_CONTRACTED[vowel] - vowel) * _FINALS] if vowel in _CONTRACTED else [last]
    ranges = "".join(f"{chr(_FIRST_SYLLABLE + b)}-{chr(_FIRST_SYLLABLE + b + _FINALS - 1)}" for b in blocks)
    return f"{re.escape(head)}[{ranges}]"


def _frozen(words: Mapping[str, Sequence[EncounterWord]]) -> Mapping[str, tuple[EncounterWord, ...]]:
    return {form: tuple(entries) for form, entries in words.items()}


def find_triggers(structure: ClauseStructure, words: EncounterWords) -> list[Trigger]:
    """Every encounter word of a sentence, in text order."""
    triggers = [trigger for predicate in structure.predicates for trigger in _on_predicate(structure, predicate, words)]
    triggers += [trigger for phrase in structure.phrases for trigger in _on_noun(structure, phrase, words)]
    return sorted(triggers, key=lambda trigger: (trigger.span.start, trigger.span.end))


def _on_predicate(structure: ClauseStructure, predicate: Predicate, words: EncounterWords) -> list[Trigger]:
    found = list(words.predicates.get(predicate.lemma, ()))
    if idioms := words.idioms.get(predicate.lemma):
        beside = _words_beside(predicate, structure)
        found += [idiom for idiom in idioms if idiom.form.rpartition(" ")[0] in beside]
    return [Trigger(word, structure, predicate, None, predicate.span) for word in found]


def _words_beside(predicate: Predicate, structure: ClauseStructure) -> set[str]:
    """The words that can make an idiom with a predicate: what heads its objects, and the verb right before it."""
    objects = [phrase for phrase in predicate.arguments if phrase.case in _OBJECTS]
    if predicate.head is not None:
        objects.append(predicate.head)
    return {head for phrase in objects for head in _heads_of(phrase)} | {_verb_before(predicate, structure)}


def _verb_before(predicate: Predicate, structure: ClauseStructure) -> str:
    """The verb that leads to a predicate without anything between: 나오 before 맞 in "나와 맞았다"."""
    before = [p for p in structure.predicates if p.order == predicate.order - 1 and p.ending is Ending.CONNECTIVE]
    return before[0].lemma if before else ""


def _heads_of(phrase: Phrase) -> tuple[str, ...]:
    """The noun in which a phrase ends, as it is and as the analyser may have cut it: 촬영 and 기념촬영."""
    return (phrase.head, "".join(phrase.words[-2:])) if len(phrase.words) > 1 else (phrase.head,)


def _on_noun(structure: ClauseStructure, phrase: Phrase, words: EncounterWords) -> list[Trigger]:
    if words.nouns.keys().isdisjoint(phrase.words):
        return []  # as most phrases
    entries = next(words.nouns[word] for word in reversed(phrase.words) if word in words.nouns)
    governor = _governor_of(phrase, structure, words)
    postposition = ""
    if governor is not None and governor.is_postposition:
        postposition, order = governor.lemma, governor.order
        governor = next((p for p in structure.predicates if p.order > order and not p.is_postposition), None)
    if governor is None:
        governor = _implied_governor(structure, phrase)
    return [Trigger(entry, structure, governor, phrase, phrase.span, postposition) for entry in entries]


def _governor_of(noun: Phrase, structure: ClauseStructure, words: EncounterWords) -> Predicate | None:
    """The verb of an encounter noun; of a subject, what says that it took place: "통화는 … [이뤄지지] 않았다"."""
    governors = [p for p in structure.predicates if any(argument is noun for argument in p.arguments)]
    if noun.case in (Case.SUBJECT, Case.TOPIC):
        governors.sort(key=lambda p: p.lemma not in words.taking_place)
    return governors[0] if governors else None


def _implied_governor(structure: ClauseStructure, noun: Phrase) -> Predicate | None:
    """The verb that a headline leaves out: "한 회장, 오 대표와 첫 회동"."""
    if not any(phrase is noun for phrase in structure.remaining):
        return None
    governed = [phrase for phrase in structure.remaining if phrase.order <= noun.order]
    return Predicate(noun.span, "", Ending.FINAL, (), arguments=governed, order=noun.order)
