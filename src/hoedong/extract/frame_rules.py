"""The rules of encounter.toml as values: what each asks of the words around an encounter word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.extract.sides import Side
from hoedong.extract.words import EncounterWord, load_encounter_words
from hoedong.model.clause import Case
from hoedong.rules.rule_file import load_rules


@dataclass(frozen=True, slots=True)
class Frame:
    """One rule of encounter.toml; its file explains the fields. Empty sets and tuples limit nothing."""

    id: str
    location: str
    on: str
    words: frozenset[str]
    principal: tuple[Case, ...]
    counterpart: tuple[Case, ...]
    governor: frozenset[str]
    noun_cases: frozenset[Case]
    endings: tuple[str, ...]
    hosting: frozenset[str]
    at_place: frozenset[str]
    on_visit: frozenset[str]
    cleft: frozenset[str]
    into_place: tuple[str, ...]
    toward: bool
    after: frozenset[str]
    before: frozenset[str]
    objects: frozenset[str]
    adverbs: frozenset[str]
    described: frozenset[str]
    alone: bool
    direct: bool
    answered: bool
    strength: float


@dataclass(slots=True)
class Filled:
    """A frame with its sides found."""

    frame: Frame
    principal: Side
    counterpart: Side

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone named on either side, in order, once."""
        return tuple(dict.fromkeys([*self.principal.people, *self.counterpart.people]))

    @property
    def is_carried(self) -> bool:
        """Whether a side was not named in the sentence."""
        return self.principal.is_carried or self.counterpart.is_carried


@cache
def load_frames(lang: str) -> tuple[Frame, ...]:
    """Load the encounter frames of a language folder, in file order."""
    rules = load_rules(files(f"hoedong.lang.{lang}") / "rules" / "encounter.toml")
    return tuple(
        Frame(
            rule.id,
            rule.location,
            rule.fields["on"],
            frozenset(rule.fields["words"]),
            tuple(Case(case) for case in rule.fields["principal"]),
            tuple(Case(case) for case in rule.fields.get("counterpart", ())),
            frozenset(rule.fields.get("governor", ())),
            frozenset(Case(case) for case in rule.fields.get("noun_case", ())),
            tuple(f"{ending}/" for ending in rule.fields.get("endings", ())),
            frozenset(rule.fields.get("hosting", ())),
            frozenset(rule.fields.get("at_place", ())),
            frozenset(rule.fields.get("on_visit", ())),
            frozenset(rule.fields.get("cleft", ())),
            tuple(rule.fields.get("into_place", ())),
            bool(rule.fields.get("toward", False)),
            frozenset(rule.fields.get("after", ())),
            frozenset(rule.fields.get("before", ())),
            frozenset(rule.fields.get("objects", ())),
            frozenset(rule.fields.get("adverbs", ())),
            frozenset(rule.fields.get("described", ())),
            bool(rule.fields.get("alone", False)),
            bool(rule.fields.get("direct", False)),
            bool(rule.fields.get("answered", False)),
            float(rule.fields.get("strength", 1.0)),
        )
        for rule in rules
    )


@cache
def founding_words(lang: str) -> tuple[EncounterWord, ...]:
    """The encounter words on which a frame can build an encounter."""
    classes = frozenset[str]().union(*(frame.words for frame in load_frames(lang)))
    entries = load_encounter_words(lang).entries
    return tuple(entry for entry in entries if entry.mode is not None and entry.word_class in classes)


@cache
def frames_for(lang: str, on: str, word_class: str) -> tuple[Frame, ...]:
    """The frames that a word of a class can fill, as a predicate or as a noun."""
    return tuple(frame for frame in load_frames(lang) if frame.on in (on, "any") and word_class in frame.words)
