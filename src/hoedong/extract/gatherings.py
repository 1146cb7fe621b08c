"""Gatherings: meetings and events of which a sentence tells only who took part."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.extract.dating import time_of
from hoedong.extract.draft import Draft
from hoedong.extract.occasions import EVENT, EVENTS, SIGNING, occasion_of, occasions
from hoedong.extract.sides import subjects_of
from hoedong.extract.status import read_status
from hoedong.extract.words import Trigger
from hoedong.model.clause import Case, ClauseStructure, Phrase
from hoedong.model.encounter import Mode
from hoedong.model.time import TimeExpression

GATHERING = "attendance.gathering"
SIDE_BY_SIDE = "attendance.side-by-side"
_ABREAST = "나란히"
TOGETHER = frozenset({"나란히", "함께", "같이"})
_PRESIDING = frozenset({"주재", "주최", "초청"})
_PLACES = frozenset({"자리", "현장"})
_ACTING = (Case.SUBJECT, Case.TOPIC, Case.ALSO, Case.BARE)
_PAIR = 2


def gathering(trigger: Trigger, present: Sequence[str], times: Sequence[TimeExpression], lang: str) -> list[Draft]:
    """A meeting of which only those who took part are told: "12일 오찬에는 한 회장, 오 대표, 윤 전무가 참석했다"."""
    hosts = trigger.structure.open_hosts or _presiding(trigger.structure)
    people = tuple(dict.fromkeys((*hosts, *present)))
    own = occasion_of(trigger.structure, lang)
    occasion = own or trigger.structure.open_occasion
    if len(people) < _PAIR:
        return []
    if (
        not occasion
        or occasions(lang).get(occasion) in EVENTS
        or (own in _PLACES and not trigger.structure.open_occasion)
    ):
        return []
    return [
        Draft(
            trigger.structure.sentence,
            trigger.span,
            GATHERING,
            Mode.CO_ATTENDANCE if occasions(lang).get(occasion) == SIGNING else Mode.IN_PERSON,
            *read_status(trigger, lang),
            people,
            time=time_of(trigger, times, lang),
            word=occasion,
        )
    ]


def _presiding(structure: ClauseStructure) -> tuple[str, ...]:
    """Who presides: 한 장관 주재로 열렸다."""
    by = [phrase for phrase in structure.phrases if phrase.case is Case.BY and phrase.head in _PRESIDING]
    return tuple(person for phrase in by for person in phrase.inner)


def side_by_side(
    triggers: Sequence[Trigger], own: Sequence[Draft], times: Sequence[TimeExpression], lang: str
) -> list[Draft]:
    """People who took part in an event together, of whom no encounter is told: "A와 B가 시상식에 나란히 참석했다"."""
    if own:
        return []
    drafts: list[Draft] = []
    for trigger in triggers:
        sides, guests = _together(trigger) if _says_together(trigger) else _at_event_of(trigger, lang)
        if len(sides) + len(guests) < _PAIR or not sides:
            continue
        drafts.append(
            Draft(
                trigger.structure.sentence,
                trigger.span,
                SIDE_BY_SIDE,
                Mode.CO_ATTENDANCE,
                *read_status(trigger, lang),
                sides,
                attendees=guests,
                time=time_of(trigger, times, lang),
                word=trigger.word.form,
            )
        )
    return drafts


def _says_together(trigger: Trigger) -> bool:
    predicate = trigger.predicate
    if predicate is None:
        return False
    if trigger.word.word_class == "abreast":
        return _ABREAST in predicate.adverbs and not trigger.structure.is_caption
    is_event = trigger.word.word_class == "take_part" and bool(predicate.phrases(Case.INTO))
    return is_event and any(adverb in TOGETHER for adverb in predicate.adverbs)


def _together(trigger: Trigger) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who was there: all alike, or several beside one: "[한 회장, 윤 사장 등이] [오 대표와] 나란히 앉았다"."""
    predicate = trigger.predicate
    if predicate is None:
        return (), ()
    acting = _people_of(subjects_of(predicate, (Case.SUBJECT, Case.TOPIC)))
    beside = _people_of(predicate.phrases(Case.WITH))
    if beside and len(acting) > 1:
        return beside, acting
    return tuple(dict.fromkeys((*acting, *beside))), ()


def _people_of(phrases: Sequence[Phrase]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person for phrase in phrases for person in phrase.people))


def _at_event_of(trigger: Trigger, lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose event it was, and who came: "[오 대표의] 출판기념회에 [한 회장이] 참석했다"."""
    predicate = trigger.predicate
    if predicate is None or trigger.word.word_class != "take_part":
        return (), ()
    events = [p for p in predicate.phrases(Case.INTO) if occasions(lang).get(p.head) == EVENT]
    hosts = tuple(dict.fromkeys(person for p in events for person in (*p.inner, *_owners(p, trigger.structure))))
    came = tuple(person for person in _people_of(subjects_of(predicate, _ACTING)) if person not in hosts)
    return (hosts, came) if hosts and came else ((), ())


def _owners(event: Phrase, structure: ClauseStructure) -> tuple[str, ...]:
    before = next((p for p in structure.phrases if p.order == event.order - 1), None)
    return before.people if before is not None and before.case is Case.OF else ()
