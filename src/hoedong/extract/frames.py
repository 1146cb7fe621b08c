"""Frames: each rule of encounter.toml tried on an encounter word, until one finds its sides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from hoedong.extract.frame_rules import Filled, Frame, frames_for
from hoedong.extract.sides import (
    Side,
    answering,
    closing_of,
    collect,
    complement_of,
    describing,
    hosts_of,
    in_cases,
    inherited_counterparts,
    modifiers_of,
    owners_of,
    subjects_of,
)
from hoedong.extract.words import Trigger
from hoedong.model.clause import Case, ClauseStructure, Ending, Phrase, PhraseKind, Predicate
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.trace import Trace

_TWO = 2
_SAME = "같"
_MET = "만나"
_IN_A_MANNER = frozenset({"talk", "photo"})
_PRESS = "the other side is the press or the public"
_CONVENING = frozenset({"주선", "중재", "주재"})
_EVENT_CASES = (Case.SUBJECT, Case.TOPIC)
_AIMS = (Case.OBJECT, Case.WITH, Case.TO)
_SETTINGS = frozenset({Case.AT, Case.INTO})
_WORKING_LEVEL = "실무"
_OFFICES = frozenset({"측", "쪽"})
_SUBJECT_CASES = frozenset({Case.TOPIC, Case.SUBJECT, Case.ALSO})


def fill_frame(trigger: Trigger, lang: str, carried: Callable[[], Sequence[str]], trace: Trace) -> Filled | None:
    """The first frame whose sides stand around the trigger, or None with the reason in the trace.

    `carried` gives the people whom the text before this sentence is about, for a dropped subject.
    """
    if reason := is_no_encounter(trigger, lang):
        trace.missed("encounter", "encounter.no-scene", trigger.span, reason)
        return None
    on = "noun" if trigger.noun is not None else "predicate"
    modifiers, nobody = _modifiers(trigger), Side()  # nobody is added to it: who is found makes a side of its own
    for frame in frames_for(lang, on, trigger.word.word_class):  # in file order: the first that fits decides
        if not _stands_rightly(frame, trigger):
            continue
        filled = Filled(frame, nobody, nobody)
        reason = _fill(filled, trigger, modifiers, carried)
        if not reason:
            trace.fired("encounter", frame.id, trigger.span, trigger.word.form)
            return filled
        trace.missed("encounter", frame.id, trigger.span, reason)
    return None


@cache
def _no_encounter_words(lang: str) -> Mapping[str, str]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "no_encounter_words.tsv", ("form", "kind"))
    return {row["form"]: row["kind"] for row in rows}


def is_no_encounter(trigger: Trigger, lang: str) -> str:
    """Why an encounter word tells of no encounter: fiction, sport, a court, a habit, absence …; else empty."""
    predicate = trigger.predicate
    if predicate is None:
        return ""
    words = _no_encounter_words(lang)
    if any(words.get(adverb) == "habit" for adverb in predicate.adverbs):
        return "a habit, not an event"
    if words.get(f"{predicate.lemma} {_next_lemma(predicate, trigger.structure)}") == "pair":
        return "two verbs that mean another thing together"
    if trigger.noun is not None and words.get(f"{trigger.noun.head} {predicate.lemma}") == "left":
        return "it was left, or not gone to"
    if any(words.get(phrase.head) == "invitation" for phrase in predicate.phrases(Case.OBJECT)):
        return "an invitation, not yet followed"
    scenes = [phrase for phrase in predicate.phrases(Case.AT) if words.get(phrase.head) == "scene"]
    return "a scene of fiction, of sport or of a court" if scenes else ""


def _next_lemma(predicate: Predicate, structure: ClauseStructure) -> str:
    """The verb right behind a predicate, empty where a phrase stands between: 세우 behind 불러."""
    return next((p.lemma for p in structure.predicates if p.order == predicate.order + 1), "")


def _modifiers(trigger: Trigger) -> list[Phrase]:
    """What qualifies an encounter noun, the sides in an adnominal clause about it included (재시 CEO와 가진 회동)."""
    if trigger.noun is None:
        return []
    described = [phrase for p in describing(trigger.noun, trigger.structure) for phrase in p.phrases(Case.WITH)]
    return described + modifiers_of(trigger.noun, trigger.structure)


def _stands_rightly(frame: Frame, trigger: Trigger) -> bool:
    """Whether an encounter noun has the case and the governor that the frame asks for."""
    if frame.noun_cases and (trigger.noun is None or trigger.noun.case not in frame.noun_cases):
        return False
    if frame.endings and not _ends_in(trigger, frame.endings):
        return False
    if frame.into_place and not _leads_into(trigger, frame.into_place):
        return False
    if not _is_phrased_rightly(frame, trigger):
        return False
    if frame.adverbs and (trigger.predicate is None or frame.adverbs.isdisjoint(trigger.predicate.adverbs)):
        return False
    if frame.objects and not _has_object(trigger, frame.objects):
        return False
    return not frame.governor or (trigger.predicate is not None and trigger.predicate.lemma in frame.governor)


def _is_phrased_rightly(frame: Frame, trigger: Trigger) -> bool:
    """Whether the words around an encounter noun inside its phrase are those that the frame asks for."""
    if frame.after and frame.after.isdisjoint(trigger.after):
        return False
    if frame.before and frame.before.isdisjoint(trigger.noun.words if trigger.noun is not None else ()):
        return False
    return not (frame.alone and trigger.after)


def _has_object(trigger: Trigger, things: frozenset[str]) -> bool:
    """Whether a predicate is said of one of these things: 꽃다발을 건네."""
    objects = trigger.predicate.phrases(Case.OBJECT, Case.BARE) if trigger.predicate is not None else []
    return any(
        (phrase.head in things or "".join(phrase.words[-2:]) in things) and not _is_figurative(phrase, trigger)
        for phrase in objects
    )


def _is_figurative(thing: Phrase, trigger: Trigger) -> bool:
    """Whether an idea qualifies a thing: 화해의 손, 축하의 잔."""
    before = [phrase for phrase in trigger.structure.phrases if phrase.order == thing.order - 1]
    return any(phrase.case is Case.OF and not phrase.people and not phrase.inner for phrase in before)


def _leads_into(trigger: Trigger, places: tuple[str, ...]) -> bool:
    """Whether a predicate has a phrase of place: 청와대로 불러."""
    if trigger.predicate is None:
        return False
    arguments = trigger.predicate.phrases(Case.BY, Case.INTO)
    return any(adverb in places for adverb in trigger.predicate.adverbs) or any(
        "".join(phrase.words).endswith(places) for phrase in arguments
    )  # 의장+실


def _ends_in(trigger: Trigger, endings: tuple[str, ...]) -> bool:
    tail = trigger.predicate.tail if trigger.predicate is not None else ()
    return bool(tail) and tail[0].startswith(endings)


def _fill(filled: Filled, trigger: Trigger, modifiers: Sequence[Phrase], carried: Callable[[], Sequence[str]]) -> str:
    """Look for both sides; the reason in words when one is missing, an empty string when both are there."""
    frame = filled.frame
    if frame.toward:
        return _fill_toward(filled, trigger, carried)
    if lacking := _fill_counterpart(filled, trigger, modifiers):
        return lacking
    _fill_principal(filled, trigger, modifiers, carried)
    if frame.counterpart and not filled.principal and not trigger.structure.is_headline:
        return f"nobody stands in {'·'.join(frame.principal)}"
    if len(filled.people) >= _TWO or (filled.people and _has_party(filled)):
        return "" if _is_strong_enough(frame, filled) else "a weak word and only one named side"
    return f"fewer than two sides stand in {'·'.join((*frame.principal, *frame.counterpart))}"


def _fill_counterpart(filled: Filled, trigger: Trigger, modifiers: Sequence[Phrase]) -> str:
    """Look for the other side where the frame has one; the reason in words when nobody is there."""
    frame = filled.frame
    if frame.at_place or frame.on_visit:
        filled.counterpart = Side(people=owners_of(trigger, frame.at_place, frame.on_visit))
        if _meets_press(trigger):
            return _PRESS
        return "" if filled.counterpart else "nobody's home, office or visit"
    if frame.cleft:
        return _fill_cleft(filled, trigger)
    if frame.answered:
        filled.counterpart = collect(answering(trigger))
        return "" if filled.counterpart.people else "nobody answers"
    if frame.hosting:
        filled.counterpart = Side(people=hosts_of(trigger, frame.hosting))
        return "" if filled.counterpart else "nobody hosts it"
    if not frame.counterpart:
        return ""
    filled.counterpart = collect(_counterparts(frame, trigger, modifiers))
    if filled.counterpart.is_press and not filled.counterpart.people:
        return _PRESS
    return "" if filled.counterpart else f"nobody stands in {'·'.join(frame.counterpart)}"


def _fill_toward(filled: Filled, trigger: Trigger, carried: Callable[[], Sequence[str]]) -> str:
    """Somebody comes to whom the text is about: "(린드 총리가 도착했다.) 공항에는 류 장관이 나와 영접했다"."""
    predicate = trigger.predicate
    idiom = trigger.word.form.partition(" ")[0]
    if predicate is None or any(_is_aim(p) and p.head != idiom for p in predicate.phrases(*_AIMS)):
        return "the other side stands in the sentence"
    filled.principal = collect(_principals(filled, trigger, ()))
    people = [person for person in carried() if person not in filled.principal.people]
    brought = [p for p in trigger.structure.predicates if p.order < predicate.order and p.phrases(Case.OBJECT)]
    if any(p.ending is Ending.CONNECTIVE for p in brought):
        return "an earlier clause brings the other side"
    is_aside = predicate.ending is Ending.ADNOMINAL or trigger.structure.is_headline or trigger.structure.is_caption
    if is_aside or not filled.principal.people or not people:
        return "nobody comes, or to nobody"
    filled.counterpart = Side(people=people[:1])
    filled.counterpart.is_carried = True
    return ""


def _is_aim(phrase: Phrase) -> bool:
    """Whether a phrase can be the other side, or a place (공장을 찾아왔다)."""
    return phrase.case is Case.OBJECT or bool(phrase.people) or phrase.kind in (PhraseKind.PARTY, PhraseKind.PRESS)


def _fill_cleft(filled: Filled, trigger: Trigger) -> str:
    """The one singled out is the other side, or, where an object stands in the clause, joins it against that one."""
    predicate = trigger.predicate
    singled = complement_of(predicate, trigger.structure, filled.frame.cleft) if predicate is not None else []
    if predicate is None or not singled:
        return "nobody is singled out"
    filled.counterpart = collect([*singled, *predicate.phrases(Case.OBJECT, Case.WITH)])
    return ""


def _fill_principal(
    filled: Filled, trigger: Trigger, modifiers: Sequence[Phrase], carried: Callable[[], Sequence[str]]
) -> None:
    """Look for the first side; where the sentence drops it, it is the person whom the text is about."""
    filled.principal = collect([*_principals(filled, trigger, modifiers), *_conveners(trigger)])
    others = filled.counterpart.people
    if others and set(filled.principal.people) <= set(others):
        filled.principal = Side()
    if not filled.principal and (after := _described_after(trigger, others) or _actors_after(trigger, others)):
        filled.principal = collect(after)
    is_complete = bool(filled.frame.cleft) and len(others) >= _TWO
    if not filled.principal and not is_complete and _may_carry(trigger, filled):
        filled.principal.people = _dropped_subject(trigger, others, carried)
        filled.principal.is_carried = True


def _meets_press(trigger: Trigger) -> bool:
    arguments = trigger.predicate.phrases(Case.OBJECT, Case.WITH) if trigger.predicate is not None else []
    return any(phrase.kind is PhraseKind.PRESS for phrase in arguments)


def _counterparts(frame: Frame, trigger: Trigger, modifiers: Sequence[Phrase]) -> list[Phrase]:
    found = in_cases(trigger, frame.counterpart, modifiers)
    predicate = trigger.predicate
    if frame.direct:
        return _right_before(trigger)
    if not found and frame.governor and trigger.noun is not None and trigger.noun.inner:
        return [_inner_people(trigger.noun)]
    if any(phrase.people for phrase in found) or predicate is None:
        return found
    if not found and trigger.noun is not None and trigger.noun.case is Case.OBJECT:
        return inherited_counterparts(predicate, trigger.structure, with_objects=True)
    if predicate.ending is Ending.ADNOMINAL and predicate.head is not None and predicate.head.people:
        is_gap = predicate.phrases(*_SUBJECT_CASES) or _is_object_gap(trigger)
        return [*found, predicate.head] if is_gap else found or _met_by_head(frame, predicate)
    if trigger.noun is None and not found:
        return _brought_in(frame, trigger, predicate)
    return found


def _brought_in(frame: Frame, trigger: Trigger, predicate: Predicate) -> list[Phrase]:
    """The other side of a verb that has none of its own, from what the clauses around it say."""
    if Case.OBJECT in frame.counterpart:
        return _objects_with_also(predicate)
    if shared := _sharing(predicate, trigger.structure):
        return shared
    if trigger.word.word_class in _IN_A_MANNER:
        return _in_manner_clause(predicate, trigger.structure)
    if frame.strength < 1.0:
        return []
    return inherited_counterparts(predicate, trigger.structure, with_objects=trigger.word.word_class == "join")


def _right_before(trigger: Trigger) -> list[Phrase]:
    """The object that a noun of meeting takes as a verb would: "[오 대사를] 접견, 협력을 당부했다"."""
    found: list[Phrase] = []
    before = [p for p in trigger.structure.phrases if trigger.noun is not None and p.order < trigger.noun.order]
    for phrase in reversed(before):
        if phrase.case is not Case.OBJECT or not phrase.people or phrase.order != trigger.order - len(found) - 1:
            break
        found.append(phrase)
    return found[::-1]


def _met_by_head(frame: Frame, predicate: Predicate) -> list[Phrase]:
    """Whom the noun described has met, its particle left out as in headlines: "[한 회장] 만난 오 대표"."""
    if Case.OBJECT not in frame.counterpart or predicate.head is None or not predicate.head.people:
        return []
    return [p for p in predicate.phrases(Case.BARE) if p.people][-1:] if predicate.lemma == _MET else []


def _sharing(predicate: Predicate, structure: ClauseStructure) -> list[Phrase]:
    """With whom a table or a car is shared: "[오 대표와] 같은 테이블에 앉았다"."""
    same = [
        p for p in structure.predicates if p.lemma == _SAME and p.head is not None and p.head in predicate.arguments
    ]
    return [phrase for clause in same for phrase in clause.phrases(Case.WITH) if phrase.people]


def _in_manner_clause(predicate: Predicate, structure: ClauseStructure) -> list[Phrase]:
    """The companion that stands before a manner: "오 장관과 환하게 [웃으며] 대화했다"."""
    for clause in reversed([p for p in structure.predicates if p.order < predicate.order]):
        if clause.ending is not Ending.CONNECTIVE or clause.is_past:
            break
        if beside := clause.phrases(Case.WITH):
            return [phrase for phrase in beside if phrase.people]
    return []


def _is_object_gap(trigger: Trigger) -> bool:
    """Whether a noun described is whom the subject of the sentence met: "한 회장은 서울에서 만난 오 대표에게 …".

    Where nobody stands before it, it may be the reporter ("서울에서 만난 오 대표는").
    """
    predicate = trigger.predicate
    if trigger.noun is not None or predicate is None or predicate.head is None:
        return False
    if predicate.phrases(Case.OBJECT, Case.WITH, Case.TO) or predicate.head.case in (Case.TOPIC, Case.BARE):
        return False
    return bool(_actors_before(trigger))


def _objects_with_also(predicate: Predicate) -> list[Phrase]:
    """도 hides the object particle: "최 회장이 재시 CEO도 만났다", where somebody else is the subject."""
    if any(phrase.people for phrase in predicate.phrases(Case.SUBJECT, Case.TOPIC)):
        return [phrase for phrase in predicate.phrases(Case.ALSO) if phrase.people]
    return []


def _principals(filled: Filled, trigger: Trigger, modifiers: Sequence[Phrase]) -> list[Phrase]:
    frame = filled.frame
    if frame.described and trigger.noun is not None:
        clauses = [p for p in describing(trigger.noun, trigger.structure) if p.lemma in frame.described]
        return [phrase for clause in clauses for phrase in clause.phrases(*frame.principal)]
    cases = [case for case in frame.principal if case in _SUBJECT_CASES]
    found = [phrase for phrase in modifiers if phrase.case in frame.principal or phrase.linked]
    if trigger.noun is not None and trigger.noun.case in _EVENT_CASES and not found:
        found = [phrase for phrase in modifiers if phrase.case is Case.OF and phrase.people]  # A의 첫 통화가 B와
    if trigger.noun is not None and trigger.noun.inner and not frame.counterpart:
        found.append(_inner_people(trigger.noun))
    owned = trigger.noun is not None and trigger.noun.case in _EVENT_CASES and any(p.people for p in found)
    if trigger.predicate is not None and cases and not owned:
        found += subjects_of(trigger.predicate, cases, filled.counterpart.phrases)
    if not any(phrase.people for phrase in found) and (offices := _spoken_for(trigger.predicate, cases)):
        found = offices
    is_free = _describes_a_thing(trigger.predicate) or _describes_other_side(filled, trigger.predicate)
    if is_free and not any(phrase.people for phrase in found):
        found += _actors_before(trigger)
    if _is_terse(trigger) and not any(phrase.people for phrase in found):
        found += [p for p in trigger.structure.phrases if p.case is Case.BARE and p.people and p.order < trigger.order]
    elif _is_terse(trigger) and Case.BARE in frame.principal and not frame.counterpart:
        found += _set_off_first(trigger, found)
    return found


def _set_off_first(trigger: Trigger, found: Sequence[Phrase]) -> list[Phrase]:
    """Who opens a headline or brief before a comma, and one side qualifies the noun: "한 회장, 오 대표 접견"."""
    if len({person for phrase in found for person in phrase.people}) > 1:
        return []
    people = [p for p in trigger.structure.phrases if p.people or p.inner]
    first = people[0] if people else None
    is_opening = first is not None and first.case is Case.BARE and first.is_set_off and first.order < trigger.order
    return [first] if is_opening and first is not None and first not in found else []


def _conveners(trigger: Trigger) -> list[Phrase]:
    """Who brought the sides together and sat with them: "[문 의장 주선으로] 자리를 함께했다"."""
    by = trigger.predicate.phrases(Case.BY) if trigger.predicate is not None else []
    found: list[Phrase] = []
    for phrase in by:
        if phrase.head in _CONVENING and phrase.inner:
            found.append(_inner_people(phrase))
        elif phrase.head in _CONVENING:
            before = [p for p in trigger.structure.phrases if p.order == phrase.order - 1 and p.case is Case.OF]
            found += [p for p in before if p.people]
    return found


def _spoken_for(predicate: Predicate | None, cases: Sequence[Case]) -> list[Phrase]:
    """In whose name somebody speaks: "한 대표 측은 오 의원과 만난 적이 없다고 했다"."""
    if predicate is None or not cases:
        return []
    offices = [phrase for phrase in predicate.phrases(*cases) if phrase.inner and phrase.head in _OFFICES]
    return [replace(_inner_people(phrase), kind=PhraseKind.PERSON) for phrase in offices[-1:]]


def _is_terse(trigger: Trigger) -> bool:
    """A headline, or a line that ends in its encounter noun (wire briefs): particles may be missing."""
    return trigger.structure.is_headline or (trigger.predicate is not None and not trigger.predicate.lemma)


def _describes_a_thing(predicate: Predicate | None) -> bool:
    """B와 찍은 사진: an adnominal clause about a thing, whose subject is that of the sentence."""
    if predicate is None or predicate.ending is not Ending.ADNOMINAL or predicate.governs_noun:
        return False
    return predicate.head is None or not predicate.head.people


def _describes_other_side(filled: Filled, predicate: Predicate | None) -> bool:
    return predicate is not None and predicate.head is not None and predicate.head in filled.counterpart.phrases


def _actors_after(trigger: Trigger, others: Sequence[str]) -> list[Phrase]:
    """Who acts in the main clause that follows: "만난 뒤 [한 회장은] 떠났다", "접견한 자리에서 [한 회장은]"."""
    predicate = trigger.predicate
    if predicate is None or trigger.structure.is_headline or not _leads_on(predicate):
        return []
    if any(p.case in _SUBJECT_CASES and p.people and p.order < trigger.order for p in trigger.structure.phrases):
        return []
    actors = [p for p in trigger.structure.phrases if p.case in (Case.SUBJECT, Case.TOPIC) and p.people]
    return [p for p in actors if p.order > trigger.order and not set(p.people) & set(others)][:1]


def _described_after(trigger: Trigger, others: Sequence[str]) -> list[Phrase]:
    """Who is described by the clause that a meeting leads to: "오 대표를 만나고 온 [윤 사장]에게서 들었다"."""
    if trigger.predicate is None or trigger.predicate.ending is not Ending.CONNECTIVE:
        return []
    closing = closing_of(trigger.predicate, trigger.structure)
    if closing.ending is not Ending.ADNOMINAL or closing.governs_noun or closing.head is None:
        return []
    return [closing.head] if closing.head.people and not set(closing.head.people) & set(others) else []


def _leads_on(predicate: Predicate) -> bool:
    """Whether a clause opens a sentence whose subject comes later: 만난 뒤, 만난 자리에서; not 만났고."""
    if predicate.ending is Ending.ADNOMINAL:
        return bool(predicate.governs_noun) or (predicate.head is not None and predicate.head.case in _SETTINGS)
    return predicate.ending is Ending.CONNECTIVE and not predicate.is_past


def _actors_before(trigger: Trigger) -> list[Phrase]:
    actors = [p for p in trigger.structure.phrases if p.case in (Case.SUBJECT, Case.TOPIC) and p.people]
    return [p for p in actors if p.order < trigger.order][-1:]


def _inner_people(noun: Phrase) -> Phrase:
    return Phrase(noun.span, noun.kind, Case.BARE, noun.words, people=noun.inner)


def _dropped_subject(trigger: Trigger, others: Sequence[str], carried: Callable[[], Sequence[str]]) -> list[str]:
    """Whom a clause without a subject means: the one of the text; else the one of its when-clause."""
    if telling := _who_tells(trigger):
        return [person for person in telling if person not in others]
    known = [person for person in carried() if person not in others]
    if known:
        return known
    when = [p for p in trigger.structure.predicates if p.governs_noun and p.order < trigger.order]
    acting = [person for p in when for phrase in p.phrases(Case.SUBJECT) for person in phrase.people]
    return [person for person in acting if person not in others]


def _who_tells(trigger: Trigger) -> Sequence[str]:
    """Who says afterwards what was told before: "오 대표를 만난 적이 있다고 한 회장은 밝혔다"."""
    predicates = [p for p in trigger.structure.predicates if p.order >= trigger.order]
    quoted = next((p for p in predicates if p.ending is Ending.QUOTED), None)
    following = next((p for p in predicates if quoted is not None and p.order > quoted.order), None)
    if quoted is None or following is None:
        return []
    subjects = [p for p in following.phrases(Case.SUBJECT, Case.TOPIC) if p.order > quoted.order]
    return [person for phrase in subjects[-1:] for person in phrase.people]


def _may_carry(trigger: Trigger, filled: Filled) -> bool:
    """Whether a missing subject may be the person whom the text is about: only where the other side is there."""
    if not filled.counterpart or trigger.structure.is_headline:
        return False
    predicate = trigger.predicate
    if predicate is None:
        return True
    if _has_other_subject(trigger, predicate) or _is_of_aides(trigger):
        return False
    if predicate.ending is not Ending.ADNOMINAL or predicate.governs_noun:
        return True
    return _is_setting_of_nobody(predicate, trigger.structure)


def _is_of_aides(trigger: Trigger) -> bool:
    """Whether the meeting is one of aides, whoever the text is about: 실무접촉."""
    return trigger.noun is not None and any(word.startswith(_WORKING_LEVEL) for word in trigger.noun.words)


def _is_setting_of_nobody(predicate: Predicate, structure: ClauseStructure) -> bool:
    """Whether a clause says where somebody acted whom the sentence does not name: "오 대표를 만난 자리에서 말했다"."""
    if predicate.head is None or predicate.head.case not in _SETTINGS or predicate.head.people:
        return False
    return not any(p.people for p in structure.phrases if p.case in _SUBJECT_CASES)


def _has_other_subject(trigger: Trigger, predicate: Predicate) -> bool:
    """Whether something that is no person acts (삼성전자는 … 회의를 열어); of a quoted clause it may be who tells."""
    if predicate.ending is Ending.QUOTED:
        return False
    return any(
        phrase.kind is PhraseKind.NOUN and phrase is not trigger.noun and not phrase.people
        for phrase in predicate.phrases(Case.SUBJECT, Case.TOPIC)
    )


def _has_party(filled: Filled) -> bool:
    return bool(filled.counterpart.parties or filled.principal.parties)


def _is_strong_enough(frame: Frame, filled: Filled) -> bool:
    return frame.strength >= 1.0 or len(filled.people) >= 2
