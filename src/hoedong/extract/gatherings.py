"""Gatherings: meetings and events of which a sentence tells only who took part."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.extract.dating import time_of
from hoedong.extract.draft import Draft
from hoedong.extract.occasions import EVENT, FUNERAL, SIGNING, occasion_of, occasions
from hoedong.extract.sides import subjects_of
from hoedong.extract.status import read_status
from hoedong.extract.words import Trigger
from hoedong.model.clause import Case, ClauseStructure, Phrase, PhraseKind
from hoedong.model.encounter import Mode
from hoedong.model.time import TimeExpression

GATHERING = "attendance.gathering"
AT_EVENT = "attendance.event"
SIDE_BY_SIDE = "attendance.side-by-side"
_ABREAST = "나란히"
_AMID = "가운데"
TOGETHER = frozenset({"나란히", "함께", "같이"})
_PRESIDING = frozenset({"주재", "주최", "초청"})
_PLACES = frozenset({"자리", "현장"})
_ACTING = (Case.SUBJECT, Case.TOPIC, Case.ALSO, Case.BARE)
_SUBJECTS = (Case.TOPIC, Case.SUBJECT)
_PAIR = 2
_EVENT_STRENGTH = 0.6


def gathering(trigger: Trigger, present: Sequence[str], times: Sequence[TimeExpression], lang: str) -> list[Draft]:
    """A meeting of which only those who took part are told: "12일 오찬에는 한 회장, 오 대표, 윤 전무가 참석했다"."""
    hosts = trigger.structure.open_hosts or presiding(trigger.structure.phrases)
    people = tuple(dict.fromkeys((*hosts, *present)))
    own = occasion_of(trigger.structure, lang)
    occasion = trigger.structure.open_occasion if own is None or own in _PLACES else own
    kind = occasions(lang).get(occasion)
    if len(people) < _PAIR or not occasion or kind == FUNERAL or _is_each_at_one(trigger):
        return []
    if kind == EVENT:
        return _event(trigger, people, bool(hosts), times, lang)
    return [
        Draft(
            trigger.structure.sentence,
            trigger.span,
            GATHERING,
            Mode.CO_ATTENDANCE if kind == SIGNING else Mode.IN_PERSON,
            *read_status(trigger, lang),
            people,
            time=time_of(trigger, times, lang),
            word=occasion,
        )
    ]


def _is_each_at_one(trigger: Trigger) -> bool:
    """Whether each took part in another: "[한 회장은] 서울 회의에, [오 대표는] 부산 회의에 각각 참석했다"."""
    if trigger.predicate is None:
        return False
    topics = trigger.predicate.phrases(*_SUBJECTS)
    places = [phrase for phrase in trigger.predicate.phrases(Case.INTO) if phrase.kind is not PhraseKind.TIME]
    return len(places) > 1 and any(topics[0].order < place.order < topics[-1].order for place in places if topics)


def _event(
    trigger: Trigger, people: tuple[str, ...], has_host: bool, times: Sequence[TimeExpression], lang: str
) -> list[Draft]:
    """Who came to an event: its host, or who is named first of several, with the others there too."""
    if trigger.word.word_class != "take_part" or (len(people) <= _PAIR and not has_host):
        return []
    return [
        Draft(
            trigger.structure.sentence,
            trigger.span,
            AT_EVENT,
            Mode.CO_ATTENDANCE,
            *read_status(trigger, lang),
            people[:1],
            attendees=people[1:],
            time=time_of(trigger, times, lang),
            strength=_EVENT_STRENGTH,
            word=occasion_of(trigger.structure, lang) or "",
        )
    ]


def presiding(phrases: Sequence[Phrase]) -> tuple[str, ...]:
    """Who presides: 한 장관 주재로 열렸다."""
    by = [phrase for phrase in phrases if phrase.case is Case.BY and phrase.head in _PRESIDING]
    return tuple(person for phrase in by for person in phrase.inner)


def side_by_side(
    triggers: Sequence[Trigger], own: Sequence[Draft], times: Sequence[TimeExpression], lang: str
) -> list[Draft]:
    """People who took part in an event together, of whom no encounter is told: "A와 B가 시상식에 나란히 참석했다"."""
    if own:
        return []
    drafts: list[Draft] = []
    for trigger in triggers:
        sides, guests = _seen_together(trigger, lang)
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


def _seen_together(trigger: Trigger, lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if _says_together(trigger):
        return _together(trigger)
    return (
        _before_whom(trigger) if trigger.predicate and trigger.predicate.governs_noun else _at_event_of(trigger, lang)
    )


def _before_whom(trigger: Trigger) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acted, and who was there: "한 추기경은 [오 대통령이 참석한 가운데] 미사를 집전했다"."""
    predicate = trigger.predicate
    if predicate is None or trigger.word.word_class != "take_part" or predicate.governs_noun != _AMID:
        return (), ()
    present = _people_of(predicate.phrases(Case.SUBJECT))
    main = trigger.structure.predicates[-1]
    acting = [p for p in main.phrases(Case.TOPIC, Case.SUBJECT) if p not in predicate.phrases(Case.SUBJECT)[-1:]]
    sides = tuple(person for person in _people_of(acting) if person not in present)
    return (sides, present) if sides and present else ((), ())


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
    events = [p for p in predicate.phrases(Case.INTO, Case.OBJECT) if occasions(lang).get(p.head) == EVENT]
    hosts = tuple(dict.fromkeys(person for p in events for person in (*p.inner, *_owners(p, trigger.structure))))
    came = tuple(person for person in _people_of(subjects_of(predicate, _ACTING)) if person not in hosts)
    return (hosts, came) if hosts and came else ((), ())


def _owners(event: Phrase, structure: ClauseStructure) -> tuple[str, ...]:
    before = [p for p in structure.phrases if p.order < event.order and p.kind is not PhraseKind.TIME][-1:]
    return before[0].people if before and before[0].case is Case.OF else ()
