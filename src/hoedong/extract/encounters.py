"""Encounters: from clause structures to encounter reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hoedong.extract.attendance import line_up, read_attendance
from hoedong.extract.dating import time_of
from hoedong.extract.draft import Draft
from hoedong.extract.frames import Filled, fill_frame
from hoedong.extract.mode import read_mode
from hoedong.extract.status import read_status
from hoedong.extract.words import Trigger, find_triggers, load_encounter_words
from hoedong.model.clause import ClauseStructure
from hoedong.model.time import TimeExpression
from hoedong.rules.trace import NO_TRACE, Trace

_DISTRIBUTIVE = frozenset(
    {"차례로", "각각", "잇달", "잇따르", "연달", "연잇", "따로", "따로따로", "차례차례", "줄줄이", "번갈", "잇달아", "잇따라"}
)


def draft_sentence(
    structure: ClauseStructure,
    times: Sequence[TimeExpression],
    lang: str,
    carried: Callable[[], Sequence[str]],
    told: Sequence[Draft] = (),
    trace: Trace = NO_TRACE,
) -> list[Draft]:
    """What one sentence reports of encounters, before the document's drafts are merged.

    `told` are the drafts of the sentences before it: those who sat in are added to them.
    """
    drafts: list[Draft] = []
    triggers = find_triggers(structure, load_encounter_words(lang))
    for trigger in triggers:
        if trigger.word.mode is None:
            continue
        filled = fill_frame(trigger, lang, carried, trace)
        if filled is not None:
            drafts += _drafts(trigger, filled, times, lang, trace)
    drafts += read_attendance(triggers, told, drafts, lang, trace)
    if structure.is_caption:
        drafts += line_up(structure, drafts)
    return drafts


def _drafts(
    trigger: Trigger, filled: Filled, times: Sequence[TimeExpression], lang: str, trace: Trace
) -> list[Draft]:
    status, status_rule = read_status(trigger, lang)
    trace.fired("status", status_rule, trigger.span, status)
    time = time_of(trigger, times)
    return [
        Draft(
            trigger.structure.sentence,
            trigger.span,
            filled.frame.id,
            read_mode(trigger, lang),
            status,
            status_rule,
            sides,
            tuple(filled.counterpart.parties),
            time=time,
            strength=filled.frame.strength,
        )
        for sides in _sides(trigger, filled)
    ]


def _sides(trigger: Trigger, filled: Filled) -> list[tuple[str, ...]]:
    """The people of each encounter: several when the sentence says that they were met one after the other."""
    adverbs = trigger.predicate.adverbs if trigger.predicate is not None else ()
    one_by_one = any(adverb in _DISTRIBUTIVE for adverb in adverbs)
    if one_by_one and len(filled.counterpart.people) > 1 and filled.principal.people:
        return [(*filled.principal.people, person) for person in filled.counterpart.people]
    return [filled.people]
