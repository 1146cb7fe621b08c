"""Attendance: who sat in, accompanied or took part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise, takewhile

from hoedong.extract.dating import time_of
from hoedong.extract.described_lists import joined_before, listed_before
from hoedong.extract.draft import Draft
from hoedong.extract.gatherings import GATHERING, gathering
from hoedong.extract.occasions import EVENTS, GROUP, MEAL, SIGNING, occasion_of, occasions
from hoedong.extract.sides import subjects_of
from hoedong.extract.status import read_status
from hoedong.extract.words import Trigger, load_encounter_words
from hoedong.model.clause import Case, ClauseStructure, Ending, Phrase, Predicate
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import TimeExpression
from hoedong.rules.rule_file import load_rules
from hoedong.rules.trace import Trace

DELEGATION = "attendance.delegation"
_PARTICIPANT = "participant"
_PAIR = 2
_AT_ONCE = 2  # sentences
_ALSO_REACH = 6  # sentences: "X도 참석했다" goes on with a list
_NAMED_CASES = (Case.BARE, Case.SUBJECT, Case.ALSO, Case.WITH, Case.OTHER)
_ACTING = (Case.SUBJECT, Case.TOPIC, Case.ALSO, Case.BARE)
_SIDES = (Case.AT, Case.INTO)


@dataclass(frozen=True, slots=True)
class AttendanceRule:
    """One rule of attendance.toml."""

    id: str
    words: frozenset[str]
    people: tuple[Case, ...]
    role: str
    needs_event: bool
    reach: int


@cache
def load_attendance_rules(lang: str) -> tuple[AttendanceRule, ...]:
    """Load the attendance rules of a language folder, in file order."""
    return tuple(
        AttendanceRule(
            rule.id,
            frozenset(rule.fields["words"]),
            tuple(Case(case) for case in rule.fields["people"]),
            rule.fields["role"],
            rule.fields.get("needs") == "event",
            int(rule.fields.get("reach", _ALSO_REACH)),
        )
        for rule in load_rules(files(f"hoedong.lang.{lang}") / "rules" / "attendance.toml")
    )


@cache
def attendance_classes(lang: str) -> frozenset[str]:
    """The classes of words that say of people that they were there."""
    return frozenset[str]().union(*(rule.words for rule in load_attendance_rules(lang)))


def read_attendance(
    structure: ClauseStructure,
    triggers: Sequence[Trigger],
    times: Sequence[TimeExpression],
    told: Sequence[Draft],
    own: Sequence[Draft],
    lang: str,
    trace: Trace,
) -> list[Draft]:
    """Add those present to the encounter that a sentence speaks of; the gatherings of which only they are told.

    Args:
        structure: the sentence.
        triggers: the encounter words of the sentence.
        times: the time expressions of the sentence.
        told: the drafts of the sentences before, the latest last.
        own: the drafts of this sentence.
        lang: the code of the language folder.
        trace: told what applied and what did not.
    """
    founded: list[Draft] = []
    for trigger in triggers:
        rule = next((rule for rule in load_attendance_rules(lang) if trigger.word.word_class in rule.words), None)
        if rule is not None and not _apply(rule, trigger, times, told, [*own, *founded], lang, trace):
            is_founding = rule.role == _PARTICIPANT and not _is_denied(trigger, lang)
            founded += gathering(trigger, _people(rule, trigger), times, lang) if is_founding else []
    _apply_delegations(structure, told, own, lang, trace)
    return founded


def tells_attendance(trigger: Trigger, told: Sequence[Draft], lang: str) -> bool:
    """Whether 자리를 함께했다 is said of people beside an encounter just told, and is no encounter of its own."""
    if not told or trigger.predicate is None or not _is_of_presence(trigger, lang):
        return False
    last = told[-1]
    if trigger.structure.sentence - last.latest > _ALSO_REACH or trigger.predicate.phrases(Case.WITH):
        return False
    acting = subjects_of(trigger.predicate, (Case.SUBJECT, Case.TOPIC))
    subjects = {person for phrase in acting for person in phrase.people}
    return not subjects & set(last.sides)


def names_who_came(trigger: Trigger, lang: str) -> bool:
    """Whether 와/과 only joins those who came: "이 자리에는 [강 사장과] 최근 승진한 [윤 전무가] 참석했다"."""
    clause, noun = trigger.predicate, trigger.noun
    if clause is None or noun is None or noun.case is not Case.INTO or clause.ending is not Ending.ADNOMINAL:
        return False
    came = [p for p in trigger.structure.predicates if clause.head in p.arguments and _is_attendance(p, lang)]
    return bool(came) and bool(clause.head is not None and joined_before(clause.head, trigger.structure))


def _is_attendance(predicate: Predicate, lang: str) -> bool:
    words = load_encounter_words(lang).predicates.get(predicate.lemma, ())
    return not attendance_classes(lang).isdisjoint(word.word_class for word in words)


def _is_of_presence(trigger: Trigger, lang: str) -> bool:
    """Whether a word is one of presence (자리를 함께했다), or the noun of such an idiom."""
    if trigger.word.word_class == "present" or trigger.noun is None or trigger.predicate is None:
        return trigger.word.word_class == "present"
    words = load_encounter_words(lang).predicates.get(f"{trigger.word.form} {trigger.predicate.lemma}", ())
    return any(word.word_class == "present" for word in words)


def _apply(
    rule: AttendanceRule,
    trigger: Trigger,
    times: Sequence[TimeExpression],
    told: Sequence[Draft],
    own: Sequence[Draft],
    lang: str,
    trace: Trace,
) -> bool:
    """Add the people of one word of attendance to the encounter meant; False where no encounter has been told."""
    people = _people(rule, trigger)
    if not people:
        return True
    before = [*told, *(draft for draft in own if draft.trigger.end <= trigger.span.start)]
    if trigger.word.word_class == "present" and not tells_attendance(trigger, before, lang):
        return not trigger.structure.open_occasion
    if _is_denied(trigger, lang):
        trace.missed("attendance", rule.id, trigger.span, "they were not there")
        return True
    occasion = occasion_of(trigger.structure, lang)
    if rule.needs_event and occasion is None and not own and not _continues(trigger, told):
        trace.missed("attendance", rule.id, trigger.span, "the sentence names no occasion")
        return False
    target = _target(trigger.structure, occasion, _told_of_alike(trigger, told, lang), own, rule.reach)
    if target is not None and _is_of_another_day(trigger, times, target, lang):
        trace.missed("attendance", rule.id, trigger.span, "it was on another day")
        return False
    if target is None or _is_another_event(occasion, target, lang):
        trace.missed("attendance", rule.id, trigger.span, "no encounter has been told to which they can belong")
        return target is not None
    trace.fired("attendance", rule.id, trigger.span, trigger.word.form)
    is_present = trigger.word.word_class == "present"
    as_sides = rule.role == _PARTICIPANT and _is_group(occasion, target, lang, is_presence=is_present)
    target.add_present(rule.id, people, trigger.structure.sentence, trigger.structure.span, as_sides=as_sides)
    return True


def _people(rule: AttendanceRule, trigger: Trigger) -> list[str]:
    """Those of whom a word of attendance speaks; the noun that an adnominal form describes when it has no subject."""
    if trigger.noun is not None:
        around = [p for p in trigger.structure.phrases if p is trigger.noun or p.linked or p.case in _NAMED_CASES]
        return list(dict.fromkeys(person for phrase in around for person in (*phrase.people, *phrase.inner)))
    predicate = trigger.predicate
    if predicate is None:
        return []
    phrases = [phrase for phrase in predicate.phrases(*rule.people) if phrase.people]
    phrases = _without_speaker(phrases, predicate)
    if phrases:
        phrases = [*joined_before(phrases[0], trigger.structure), *phrases]
        phrases = [*(p for p in listed_before(phrases[0], trigger.structure) if p not in phrases), *phrases]
    phrases = [*(p for p in _contrasted(trigger.structure) if p not in phrases), *phrases]
    if predicate.head is not None and predicate.head.people and not phrases:
        phrases = [predicate.head]
    return [person for phrase in phrases for person in phrase.people]


def _without_speaker(phrases: list[Phrase], predicate: Predicate) -> list[Phrase]:
    """Those there without who tells of them: "[강 대변인은] 회동에 [한 회장이] 참석했다고 밝혔다"."""
    subjects = [phrase for phrase in phrases if phrase.case is not Case.TOPIC]
    is_told_of = predicate.ending is Ending.QUOTED and any(phrase.case is Case.SUBJECT for phrase in subjects)
    return subjects if is_told_of else phrases


def _contrasted(structure: ClauseStructure) -> list[Phrase]:
    """The people of two sides set against each other: "한국에서는 [한 장관이], 벨루아에서는 [오 장관이] 참석했다"."""
    sides = [(here, there) for here, there in pairwise(structure.phrases) if _is_side_of(here, there)]
    if len(sides) < _PAIR:
        return []
    return [p for here, _ in sides for p in _phrases_after(structure.phrases, structure.phrases.index(here))]


def _is_side_of(place: Phrase, people: Phrase) -> bool:
    return place.case is Case.AT and not place.people and bool(people.people) and people.case in _ACTING


def _continues(trigger: Trigger, told: Sequence[Draft]) -> bool:
    """Who else was there, said right after the encounter, in a sentence that names no other place or occasion."""
    if not told:
        return False
    is_added = trigger.predicate is not None and bool(trigger.predicate.phrases(Case.ALSO))
    reach = _ALSO_REACH if is_added or trigger.word.word_class == "present" else _AT_ONCE
    if trigger.structure.sentence - max(draft.latest for draft in told) > reach:
        return False
    if trigger.predicate is None or trigger.noun is not None:
        return True
    is_contrast = bool(_contrasted(trigger.structure))
    return not any(
        phrase.case is Case.INTO or (phrase.case is Case.AT and not is_contrast)
        for phrase in trigger.predicate.arguments
        if not _is_delegation(phrase) and not _speaks_for_side(phrase, trigger.predicate)
    )


def _speaks_for_side(place: Phrase, predicate: Predicate) -> bool:
    """Whether a place is the side from which people came, not where they were: "정부에서는 [한 장관이] 나왔다".

    Who comes forward to do something else (국회에서는 한 의원이 나와 설명했다) need not have been there.
    """
    if not place.is_contrasted or predicate.ending is Ending.CONNECTIVE:
        return False
    return any(_is_side_of(place, phrase) for phrase in predicate.arguments if phrase.order == place.order + 1)


def _is_denied(trigger: Trigger, lang: str) -> bool:
    """Whether somebody did not come: 참석하지 않았다, 나올 예정이었으나 …"""
    tail = trigger.predicate.tail[:3] if trigger.predicate is not None and trigger.noun is None else ()
    if any(morpheme.startswith(("않/", "못/", "못하/", "안/")) for morpheme in tail):
        return True
    return read_status(trigger, lang)[0] is Status.NOT_HELD


def _target(
    structure: ClauseStructure,
    occasion: str | None,
    told: Sequence[Draft],
    own: Sequence[Draft],
    reach: int = _ALSO_REACH,
) -> Draft | None:
    """The encounter meant: one of the same sentence, the last that was told with the same word, else the last."""
    if own:
        return own[-1]
    named = [draft for draft in told if occasion is not None and draft.word == occasion and not draft.is_headline]
    if named:
        return named[-1]
    latest = max(told, key=lambda draft: draft.latest, default=None)
    return latest if latest is not None and structure.sentence - latest.latest <= reach else None


def _told_of_alike(trigger: Trigger, told: Sequence[Draft], lang: str) -> Sequence[Draft]:
    """The encounters to which those present can belong: of the same tense, if any, and no aside (1월에 만났던)."""
    status, _ = read_status(trigger, lang)
    main = [draft for draft in told if not _is_aside(draft, told)]
    return [draft for draft in main if draft.status is status] or main


def _is_aside(draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a draft tells of an earlier day on which people met whose meeting was told before it."""
    date = draft.time.value if draft.time is not None else None
    if date is None:
        return False
    before = (d.time.value for d in told if d is not draft and d.time is not None and set(draft.sides) <= set(d.sides))
    return any(other is not None and date.last_day() < other.first_day() for other in before)


def _is_group(occasion: str | None, draft: Draft, lang: str, *, is_presence: bool) -> bool:
    """Whether everyone who took part is a side: of a 간담회, or of what many did; of those present only of a meal."""
    kind = occasions(lang).get(occasion or draft.word)
    if draft.rule == GATHERING and draft.mode is Mode.IN_PERSON and not is_presence:
        return True  # told only of those who took part, among whom there is no difference
    are_many = len(draft.sides) > _PAIR + 1 or bool(draft.parties)
    return kind == GROUP or (are_many and (kind == MEAL or not is_presence))


def _is_another_event(occasion: str | None, target: Draft, lang: str) -> bool:
    """Whether a sentence names an event (박람회) of its own, and not the one at which the people met."""
    kind = occasions(lang).get(occasion or "")
    return kind in (*EVENTS, SIGNING) and occasion != target.word and target.mode is not Mode.CO_ATTENDANCE


def _is_of_another_day(trigger: Trigger, times: Sequence[TimeExpression], target: Draft, lang: str) -> bool:
    """Whether people came on another day than that of the encounter: 14일 회담했다. 15일 협의에는 …"""
    time = time_of(trigger, times, lang)
    came, met = time.value if time is not None else None, target.time.value if target.time is not None else None
    return came is not None and met is not None and not came.overlaps(met)


def _apply_delegations(
    structure: ClauseStructure, told: Sequence[Draft], own: Sequence[Draft], lang: str, trace: Trace
) -> None:
    """People introduced as of one side, whatever the verb: "미국 쪽에서는 A와 B가 들어갔다"."""
    if not any(map(_is_delegation, structure.phrases)):
        return  # most sentences
    delegates: list[str] = []
    described = [argument for p in structure.predicates if _describes_somebody(p) for argument in p.arguments]
    plain = [p for p in structure.phrases if p.people or p not in described or _is_delegation(p)]
    for index, phrase in enumerate(plain):
        if _is_delegation(phrase):
            delegates += _listed_after(plain, index)
    target = _target(structure, occasion_of(structure, lang), told, own) if delegates else None
    if target is not None:
        trace.fired("attendance", DELEGATION, structure.span)
        are_guests = bool(target.parties) and len(target.sides) < _PAIR  # 원로들을 불렀다
        target.add_present(DELEGATION, delegates, structure.sentence, structure.span, as_sides=are_guests)


def _describes_somebody(predicate: Predicate) -> bool:
    """Whether a clause is about somebody's person: 5선을 끝으로 물러난 한 전 의원."""
    return predicate.ending is Ending.ADNOMINAL and predicate.head is not None and bool(predicate.head.people)


def _is_delegation(phrase: Phrase) -> bool:
    return not phrase.people and phrase.case in _SIDES and phrase.head.endswith(("측", "쪽"))


def _listed_after(phrases: Sequence[Phrase], index: int) -> list[str]:
    return [person for phrase in _phrases_after(phrases, index) for person in phrase.people]


def _phrases_after(phrases: Sequence[Phrase], index: int) -> list[Phrase]:
    return list(takewhile(lambda phrase: phrase.people and phrase.case in _ACTING, phrases[index + 1 :]))
