"""Bare meetings: a sentence says that a meeting took place, or did not, and its sides stand elsewhere.

"도 대표의 제안을 표 대표가 받아들여 회동이 성사됐다" has both beside it; "회동은 무산됐다" speaks of the one just told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hoedong.extract.dating import time_of
from hoedong.extract.draft import Draft, last_told
from hoedong.extract.mode import read_mode
from hoedong.extract.one_by_one import dates_apart
from hoedong.extract.status import read_status
from hoedong.extract.words import Trigger, load_encounter_words
from hoedong.model.clause import Case, ClauseStructure, Ending, PhraseKind
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import TimeExpression, TimeKind
from hoedong.rules.trace import Trace

TWO_NAMED = "encounter.two-named"
SAID_AGAIN = "encounter.said-again"
_STRENGTH = 0.8
_PAIR = 2
_REACH, _AT_ONCE = 2, 1  # sentences
_MUTUAL = frozenset({"meet", "join"})
_SETTINGS = frozenset({Case.AT, Case.INTO, Case.BY})
_OPEN = (Status.PLANNED, Status.UNCONFIRMED)


def bare_meetings(
    structure: ClauseStructure,
    unfilled: Sequence[Trigger],
    told: Sequence[Draft],
    times: Sequence[TimeExpression],
    lang: str,
    trace: Trace,
) -> list[Draft]:
    """The meetings that stand without sides: of the only two people named beside them, or of those just told of.

    That a meeting just told of as a plan fell through is noted on its own draft.
    """
    if structure.is_headline or structure.is_caption:
        return []
    for trigger in unfilled:
        if _drops_everybody(trigger) and (same := last_told(told, structure.sentence, _AT_ONCE)) is not None:
            return _met_again(trigger, same, times, lang)
        if not _is_subject(trigger, lang):
            continue
        people = _people_of(structure)
        if len(people) == _PAIR and set(people) == set(_people_of(structure, before=trigger)):
            trace.fired("encounter", TWO_NAMED, trigger.span, trigger.word.form)
            return [_draft(TWO_NAMED, trigger, people, times, lang)]
        last = last_told(told, structure.sentence, _REACH) if not people else None
        if last is not None:
            trace.fired("encounter", SAID_AGAIN, trigger.span, trigger.word.form)
            return _said_again(trigger, last, times, lang)
    return []


def _is_subject(trigger: Trigger, lang: str) -> bool:
    noun, predicate = trigger.noun, trigger.predicate
    return (
        trigger.word.word_class == "noun"
        and noun is not None
        and predicate is not None
        and noun.case in (Case.SUBJECT, Case.TOPIC)
        and predicate.lemma in load_encounter_words(lang).taking_place
    )


def _drops_everybody(trigger: Trigger) -> bool:
    """Whether a verb of meeting stands with dates and places alone: "10월 뉴욕에서, 올해 1월 서울에서 만났다"."""
    predicate = trigger.predicate
    if trigger.noun is not None or predicate is None or trigger.word.word_class not in _MUTUAL:
        return False
    if predicate.ending not in (Ending.FINAL, Ending.CONNECTIVE) or _people_of(trigger.structure):
        return False
    idiom = trigger.word.form.partition(" ")[0]
    return all(p.kind is PhraseKind.TIME or p.case in _SETTINGS or p.head == idiom for p in predicate.arguments)


def _met_again(trigger: Trigger, last: Draft, times: Sequence[TimeExpression], lang: str) -> list[Draft]:
    """The meetings of those just told of, on other days."""
    if len(last.sides) < _PAIR:
        return []
    draft = _draft(SAID_AGAIN, trigger, last.sides, times, lang)
    dated = {time.span: time for time in times if time.kind is TimeKind.DATE}
    apart = [dated[phrase.span] for phrase in dates_apart(trigger) if phrase.span in dated]
    return [replace(draft, time=time) for time in apart] or [draft]


def _people_of(structure: ClauseStructure, before: Trigger | None = None) -> tuple[str, ...]:
    """Everyone whom a sentence names; `before` limits it to those who stand before an encounter word."""
    phrases = [p for p in structure.phrases if before is None or p.order < before.order]
    return tuple(dict.fromkeys(person for phrase in phrases for person in (*phrase.people, *phrase.inner)))


def _said_again(trigger: Trigger, last: Draft, times: Sequence[TimeExpression], lang: str) -> list[Draft]:
    """What is said of an encounter just told of: its day, or that it fell through; not of another occasion."""
    if (read_mode(trigger, lang) is Mode.REMOTE) != (last.mode is Mode.REMOTE):
        return []
    status, rule = read_status(trigger, lang)
    time = time_of(trigger, times, lang)
    if status is Status.NOT_HELD and last.status in _OPEN and (time is None or time is last.time):
        last.status, last.status_rule = status, rule
        last.latest = trigger.structure.sentence
        last.evidence.append(trigger.structure.span)
        return []
    same_day = time is None or last.time is None or time.value == last.time.value
    if status is last.status and same_day and len(last.sides) >= _PAIR:
        return [_draft(SAID_AGAIN, trigger, last.sides, times, lang)]
    return []


def _draft(rule: str, trigger: Trigger, people: tuple[str, ...], times: Sequence[TimeExpression], lang: str) -> Draft:
    return Draft(
        trigger.structure.sentence,
        trigger.span,
        rule,
        read_mode(trigger, lang),
        *read_status(trigger, lang),
        people,
        time=time_of(trigger, times, lang),
        strength=_STRENGTH,
        word=trigger.word.form,
    )
