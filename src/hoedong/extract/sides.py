"""The sides of an encounter: which people, and which unnamed parties, stand where a frame looks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hoedong.extract.words import Trigger
from hoedong.model.clause import Case, ClauseStructure, Ending, Phrase, PhraseKind, Predicate

_IS, _IS_NOT = "이", "아니"
_MET = "만나"
_COPULAS = frozenset({_IS, _IS_NOT})
_INVOLVED = (Case.OBJECT, Case.WITH)
_PLACES = (Case.AT, Case.INTO, Case.BY, Case.OBJECT, Case.BARE)


@dataclass(slots=True)
class Side:
    """People and unnamed parties found on one side, and whether the press or the public stood there instead."""

    people: list[str] = field(default_factory=list)
    parties: list[Phrase] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    is_press: bool = False
    is_carried: bool = False

    def add(self, phrase: Phrase) -> None:
        """Take in one phrase."""
        self.phrases.append(phrase)
        self.people += [person for person in phrase.people if person not in self.people]
        self.is_press = self.is_press or phrase.kind is PhraseKind.PRESS
        if phrase.kind is PhraseKind.PARTY or phrase.is_crowd:
            self.parties.append(phrase)

    def __bool__(self) -> bool:
        """Whether anyone stands here."""
        return bool(self.people or self.parties)


def collect(phrases: Iterable[Phrase]) -> Side:
    """Join the phrases of one side."""
    side = Side()
    for phrase in phrases:
        side.add(phrase)
    return side


def modifiers_of(noun: Phrase, structure: ClauseStructure) -> list[Phrase]:
    """The phrases that qualify an encounter noun: [이 회장과] [재시 CEO의] 회동; [이 회장] 회동."""
    items: list[Phrase | Predicate] = [*structure.phrases, *structure.predicates]
    items.sort(key=lambda item: item.order)
    found: list[Phrase] = []
    for item in reversed(items[: noun.order]):
        if isinstance(item, Predicate):
            if item.ending is Ending.ADNOMINAL and item.head is noun:
                continue
            break
        if item.kind is PhraseKind.TIME:
            continue
        if not _qualifies(item, noun, found):
            break
        found.append(item)
    return found[::-1]


def _qualifies(phrase: Phrase, noun: Phrase, found: Sequence[Phrase]) -> bool:
    """Whether a phrase left of an encounter noun belongs to it, given what is already taken."""
    if phrase.case in (Case.OF, Case.WITH_OF) or (found and phrase.linked):
        return True
    if noun.inner and phrase.linked and phrase.people:
        return True  # 한 회장, 오 대표 면담
    if found or not phrase.people:
        return False
    return phrase.case is Case.BARE or (phrase.case is Case.WITH and bool(noun.inner))


def describing(noun: Phrase, structure: ClauseStructure) -> list[Predicate]:
    """The adnominal clauses about an encounter noun: [재시 CEO와 가진] 회동, [이 회장이 주최한] 만찬."""
    return [predicate for predicate in structure.predicates if predicate.head is noun]


def subjects_of(predicate: Predicate, cases: Sequence[Case], besides: Sequence[Phrase] = ()) -> list[Phrase]:
    """The phrases that act in a predicate: the nearest list of people to its left that stands as subject or topic.

    An adnominal clause without a subject of its own is acted by the noun it describes ("재시 CEO를 만난 이 회장은").
    `besides` are phrases that already stand on the other side.
    """
    standing = [phrase for phrase in predicate.phrases(*cases) if phrase not in besides]
    own = [phrase for phrase in standing if phrase.people or phrase.kind is PhraseKind.PARTY]
    if not own:
        head = predicate.head
        if head is not None and head.people and head not in besides:
            return predicate.heads if _is_mutual(predicate) else [head]
        return standing
    last = own[-1]
    nearest = [last]
    for phrase in reversed(own[:-1]):
        if not (phrase.linked and phrase.case is last.case):
            break
        nearest.append(phrase)
    return nearest[::-1]


def _is_mutual(predicate: Predicate) -> bool:
    """Whether those described did it with one another: 악수하는 한 회장과 오 대표.

    Whom somebody has met may be whom the reporter met: "서울에서 만난 한 회장과 오 대표는".
    """
    besides = predicate.phrases(Case.OBJECT, Case.WITH, Case.TO)
    return predicate.lemma != _MET and not any(p.people or p.kind is not PhraseKind.NOUN for p in besides)


def inherited_counterparts(predicate: Predicate, structure: ClauseStructure, *, with_objects: bool) -> list[Phrase]:
    """The people that an earlier clause of the chain has brought in.

    "B를 초청해 만찬을 함께했다", where objects count; "B와 넥타이를 풀고 만났다".
    """
    cases = _INVOLVED if with_objects else (Case.WITH,)
    for earlier in reversed([p for p in structure.predicates if p.order < predicate.order]):
        if earlier.ending is not Ending.CONNECTIVE:
            continue
        brought = [phrase for phrase in earlier.phrases(*cases) if phrase.people]
        if brought:
            return brought
    return []


def answering(trigger: Trigger) -> list[Phrase]:
    """Who acts right after somebody greets: "한 회장이 손을 내밀자 [오 대표는] 두 손으로 맞잡았다"."""
    start = trigger.predicate.order if trigger.predicate is not None else 0
    own = trigger.predicate.phrases(Case.SUBJECT, Case.TOPIC) if trigger.predicate is not None else []
    following = [p for p in trigger.structure.predicates if p.order > start]
    acting = [phrase for p in following for phrase in p.phrases(Case.SUBJECT, Case.TOPIC) if phrase.people]
    return [phrase for phrase in acting if phrase not in own and phrase.order > start][:1]


def in_cases(trigger: Trigger, cases: Sequence[Case], modifiers: Sequence[Phrase]) -> list[Phrase]:
    """The phrases around a trigger that stand in one of these cases, modifiers of an encounter noun included."""
    governed = trigger.predicate.phrases(*cases) if trigger.predicate is not None else []
    return [phrase for phrase in modifiers if phrase.case in cases] + [
        phrase for phrase in governed if phrase is not trigger.noun and phrase not in modifiers
    ]


def owners_of(trigger: Trigger, places: frozenset[str], visits: frozenset[str]) -> list[str]:
    """The people at whose home or office, or on whose visit, a trigger's event takes place.

    저커버그 CEO의 자택으로 초청받아 gives 저커버그 CEO; 재시 CEO 방한 때, and 재시 CEO가 방한했을 때, give
    재시 CEO.
    """
    before = [phrase for phrase in trigger.structure.phrases if phrase.order < trigger.order]
    found: list[str] = []
    for index, phrase in enumerate(before):
        is_home = phrase.case in _PLACES and (phrase.head in places or "".join(phrase.words[-2:]) in places)
        if is_home or any(word in visits for word in phrase.words):
            found += phrase.inner or _possessor(before, index)
    when = [p for p in trigger.structure.predicates if p.governs_noun and p.lemma.removesuffix("하") in visits]
    found += [person for p in when for phrase in p.phrases(Case.SUBJECT) for person in phrase.people]
    return list(dict.fromkeys(found))


def _possessor(phrases: Sequence[Phrase], index: int) -> tuple[str, ...]:
    previous = phrases[index - 1] if index else None
    return previous.people if previous is not None and previous.case is Case.OF else ()


def hosts_of(trigger: Trigger, hosting: frozenset[str]) -> list[str]:
    """Who hosts an occasion, and whom: 이 회장 주최 만찬, 이 회장이 재시 CEO를 초대한 만찬, 이 회장 주재로 연 오찬."""
    noun = trigger.noun
    if noun is None:
        return []
    if any(word in hosting for word in noun.words):
        return list(noun.inner)
    hosts = []
    for clause in describing(noun, trigger.structure):
        if clause.lemma.removesuffix("하") in hosting:
            involved = clause.phrases(Case.SUBJECT, Case.OBJECT)
            hosts += [person for phrase in involved for person in phrase.people]
        hosts += [p for phrase in clause.phrases(Case.BY) if phrase.head in hosting for p in phrase.inner]
    return hosts


def closing_of(predicate: Predicate, structure: ClauseStructure) -> Predicate:
    """The predicate that a chain of clauses with one subject leads to: "오 대표를 [만나고] 함께 [돌아온] 윤 사장"."""
    for later in structure.predicates:
        if later.order <= predicate.order:
            continue
        if predicate.ending is not Ending.CONNECTIVE or predicate.is_past or _acts_by_itself(later):
            break
        predicate = later
    return predicate


def _acts_by_itself(predicate: Predicate) -> bool:
    return bool(predicate.phrases(Case.SUBJECT, Case.TOPIC))


def complement_of(predicate: Predicate, structure: ClauseStructure, pivots: frozenset[str]) -> list[Phrase]:
    """Who a cleft sentence singles out: 한 회장이 만난 사람은 [오 대표]였다; 그를 맞은 것은 [오 대표]다.

    In "만난 사람은 원 전무가 아니라 오 대표다" it is 오 대표 alone.
    """
    predicate = closing_of(predicate, structure)
    head = predicate.head.head if predicate.head is not None and not predicate.head.people else ""
    if predicate.ending is not Ending.ADNOMINAL or (head or predicate.governs_noun) not in pivots:
        return []
    copulas = [p for p in structure.predicates if p.order > predicate.order and p.lemma in _COPULAS]
    start = predicate.order
    for copula in copulas:
        if copula.lemma == _IS and copula.ending is not Ending.ADNOMINAL:
            return [p for p in structure.phrases if start < p.order < copula.order and p.people and p.case is Case.BARE]
        start = max(start, copula.order) if copula.lemma != _IS else start
    return []
