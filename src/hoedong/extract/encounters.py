"""Encounters: from clause structures to encounter reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hoedong.extract.agenda import draft_entry
from hoedong.extract.attendance import names_who_came, read_attendance, tells_attendance
from hoedong.extract.bare_meetings import bare_meetings
from hoedong.extract.confidence import CARRIED
from hoedong.extract.dating import time_of
from hoedong.extract.draft import Draft
from hoedong.extract.frame_rules import Filled
from hoedong.extract.frames import fill_frame, is_no_encounter
from hoedong.extract.gatherings import presiding, side_by_side
from hoedong.extract.likely_meetings import likely_meeting
from hoedong.extract.line_up import line_up
from hoedong.extract.meeting_traits import Around, Described, Known, describe
from hoedong.extract.mode import read_mode
from hoedong.extract.occasions import group_occasion
from hoedong.extract.one_by_one import split_meetings
from hoedong.extract.pair_rows import pair_row
from hoedong.extract.sides import subjects_of
from hoedong.extract.status import read_status
from hoedong.extract.words import MEETING_NOUNS, Trigger, find_triggers, load_encounter_words
from hoedong.model.clause import Case, ClauseStructure, Ending, Phrase, PhraseKind, Predicate
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.encounter import Status
from hoedong.model.time import TimeExpression
from hoedong.rules.trace import NO_TRACE, Trace

_HOSTING = frozenset({"주재하", "열", "개최하", "주최하", "소집하"})
_HEARD = "noun_heard"
_OPEN_CLASSES = frozenset({"join", "gather", "invite", "meet"})
_TABLE = "자리"
_TOGETHER = frozenset({"함께", "같이"})
_PLAIN_CLASSES = frozenset({"meet", "join", "receive", "noun"})


@dataclass(slots=True)
class Told:
    """What one sentence tells: drafts, and what was seen in it and not understood.

    `described` are the encounter words that filled no frame.
    `open_occasion` is the noun of a meeting of which it tells without the people (간담회를 열었다), else empty;
    `open_hosts` are those who held it.
    """

    drafts: list[Draft]
    diagnostics: list[Diagnostic]
    described: list[Described]
    open_occasion: str = ""
    open_hosts: tuple[str, ...] = ()


def draft_sentence(
    structure: ClauseStructure,
    times: Sequence[TimeExpression],
    lang: str,
    carried: Callable[[], Sequence[str]],
    told: Sequence[Draft] = (),
    known: Callable[[], Known | None] = lambda: None,
    trace: Trace = NO_TRACE,
    *,
    describes_all: bool = False,
) -> Told:
    """What one sentence reports of encounters, before the document's drafts are merged.

    `told` are the drafts of the sentences before it: those who sat in are added to them. `carried` gives whom the text
    is about, `known` who was named last, asked only where a word filled no frame; where it gives None no meeting is
    read by its traits alone. `describes_all` asks for the traits of every word that filled no frame, as fitting needs
    them, also where the sentence tells of an encounter by another.
    """
    drafts: list[Draft] = []
    unfilled: list[Trigger] = []
    triggers = find_triggers(structure, load_encounter_words(lang))
    if structure.is_entry:
        return Told(draft_entry(triggers, structure, times, lang), [], [])
    for trigger in triggers:
        if trigger.word.mode is None or tells_attendance(trigger, [*told, *drafts], lang) or _is_line_up(trigger):
            continue
        if names_who_came(trigger, lang):
            continue
        filled = fill_frame(trigger, lang, carried, trace)
        if filled is None:
            unfilled.append(trigger)
        else:
            drafts += _drafts(trigger, filled, times, lang, trace)
    drafts += read_attendance(structure, triggers, times, told, drafts, lang, trace)
    drafts += side_by_side(triggers, drafts, times, lang)
    if structure.is_caption:
        drafts += line_up(structure, told, drafts, times, lang)
    if not drafts and structure.page_occasion:
        drafts += pair_row(structure, times, lang)
    drafts = drafts or bare_meetings(structure, unfilled, told, times, lang, trace)
    described: list[Described] = []
    if unfilled and (describes_all or not drafts) and (seen := known()) is not None:
        open_ = [trigger for trigger in unfilled if _may_tell_of_one(trigger, lang)]
        described = describe(structure, open_, Around(drafts, told, carried(), seen, times), lang)
        drafts = drafts or likely_meeting(described, told, times, lang, trace)
    if drafts:
        return Told(drafts, [], described)
    return Told([], _diagnostics(structure, unfilled), described, *_open_occasion(structure, unfilled, lang))


def _may_tell_of_one(trigger: Trigger, lang: str) -> bool:
    """Whether a word that filled no frame may tell of a meeting; a briefing is heard, by whom is not told."""
    return trigger.word.word_class != _HEARD and not is_no_encounter(trigger, lang)


def _is_line_up(trigger: Trigger) -> bool:
    """Whether a caption says that people pose: whom it lists is told by the list itself."""
    return trigger.structure.is_caption and trigger.word.word_class == "photo"


def _open_occasion(structure: ClauseStructure, unfilled: Sequence[Trigger], lang: str) -> tuple[str, tuple[str, ...]]:
    """The noun of a meeting that a sentence tells of without two sides, and its host: "한 시장은 간담회를 열었다"."""
    nouns = [trigger for trigger in unfilled if trigger.word.word_class in MEETING_NOUNS]
    held = [trigger for trigger in nouns if read_status(trigger, lang)[0] is Status.HELD]
    if held:
        return held[-1].word.form, _hosts(held[-1].predicate)
    for predicate in structure.predicates:
        objects = predicate.phrases(Case.OBJECT) if predicate.lemma in _HOSTING and predicate.is_past else []
        if objects and (form := group_occasion(objects[-1].head, lang)):
            return form, _hosts(predicate)
    return _open_table(unfilled, lang)


def _open_table(unfilled: Sequence[Trigger], lang: str) -> tuple[str, tuple[str, ...]]:
    """A meeting told of by its verb and its host alone: "한 시장은 원로들을 불러 점심을 냈다"."""
    for trigger in unfilled:
        is_open = trigger.noun is None and trigger.word.word_class in _OPEN_CLASSES
        hosts = _hosts(trigger.predicate) if is_open else ()
        if hosts and read_status(trigger, lang)[0] is Status.HELD:
            return _TABLE, hosts
    return "", ()


def _hosts(predicate: Predicate | None) -> tuple[str, ...]:
    if predicate is None:
        return ()
    subjects = [person for p in subjects_of(predicate, (Case.SUBJECT, Case.TOPIC)) for person in p.people]
    return tuple(dict.fromkeys((*presiding(predicate.arguments), *subjects)))


def _diagnostics(structure: ClauseStructure, unfilled: Sequence[Trigger]) -> list[Diagnostic]:
    """The plain encounter words of a sentence with a named person for which no two sides were found."""
    if not any(phrase.people or phrase.inner for phrase in structure.phrases):
        return []
    return [
        Diagnostic(
            "encounter.one-side",
            f"{trigger.word.form!r} says that people met, but no two sides were found",
            trigger.span,
            hint="hoedong explain shows what each rule lacked",
        )
        for trigger in unfilled
        if trigger.word.word_class in _PLAIN_CLASSES
    ]


def _drafts(trigger: Trigger, filled: Filled, times: Sequence[TimeExpression], lang: str, trace: Trace) -> list[Draft]:
    status, status_rule = read_status(trigger, lang)
    trace.fired("status", status_rule, trigger.span, status)
    time = time_of(trigger, times, lang)
    return [
        Draft(
            trigger.structure.sentence,
            trigger.span,
            filled.frame.id,
            read_mode(trigger, lang),
            status,
            status_rule,
            meeting.people,
            tuple(party.span for party in meeting.parties),
            frozenset(party.head for party in meeting.parties),
            time=meeting.time_among(times) or time,
            strength=_strength(trigger, filled),
            is_headline=trigger.structure.is_headline,
            attendees=_companions(trigger, filled),
            rules=[CARRIED] if filled.is_carried else [],
            word=trigger.word.form,
            round=trigger.round,
        )
        for meeting in split_meetings(trigger, filled, lang)
    ]


def _companions(trigger: Trigger, filled: Filled) -> tuple[str, ...]:
    """Those with whom somebody met another: "한 회장은 [강 부사장과] 함께 오 대표를 만났다"."""
    objects = [
        p for p in filled.counterpart.phrases if p.case is Case.OBJECT and (p.people or p.kind is PhraseKind.PARTY)
    ]
    if trigger.predicate is None or trigger.noun is not None or not objects:
        return ()
    beside = [p for p in trigger.predicate.phrases(Case.WITH) if p.order < objects[0].order and not p.stands_apart]
    beside += _on_the_way(trigger.predicate, trigger.structure)
    return tuple(dict.fromkeys(person for p in beside for person in p.people if person not in filled.people))


def _on_the_way(predicate: Predicate, structure: ClauseStructure) -> list[Phrase]:
    """Those with whom somebody came: "한 회장은 [강 부사장과] 함께 부산으로 건너가 오 대표를 만났다"."""
    before = next((p for p in reversed(structure.predicates) if p.order < predicate.order), None)
    if before is None or before.ending is not Ending.CONNECTIVE or _TOGETHER.isdisjoint(before.adverbs):
        return []
    if before.is_past or any(p.people for p in before.phrases(Case.OBJECT, Case.TO)):
        return []
    shared = {person for p in predicate.phrases(Case.SUBJECT, Case.TOPIC) for person in p.people}
    acting = {person for p in before.phrases(Case.SUBJECT, Case.TOPIC) for person in p.people}
    return before.phrases(Case.WITH) if not acting or acting <= shared else []


def _strength(trigger: Trigger, filled: Filled) -> float:
    """How far a draft says by itself that people met: a headline that lists many is no statement of one meeting."""
    if trigger.structure.is_headline and len(filled.people) > 2:
        return min(filled.frame.strength, 0.6)
    return filled.frame.strength
