"""Sides that a sentence adds one after the other: A에 이어 B와, A 외에 B와, A를 시작으로 B와 회담했다."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.model.clause import Case, Phrase, PhraseKind, Predicate

_NEXT = "이어"
_BESIDES = frozenset({"외", "이외", "뿐"})
_BEGINNINGS = frozenset({"시작", "필두"})
_FIRST_OF = frozenset({"비롯", "위시", "포함"})
_SIDES = (Case.OBJECT, Case.WITH, Case.TO)


def add_first_named(phrases: Sequence[Phrase]) -> None:
    """한 회장을 비롯, 오 대표, 윤 사장이: who is named first stands in the case of the list that follows."""
    for first, word, listed in zip(phrases, phrases[1:], phrases[2:], strict=False):
        if word.head in _FIRST_OF and first.case is Case.OBJECT and first.people and listed.people:
            first.case, first.linked = listed.case, True


def add_sides(predicates: Sequence[Predicate]) -> None:
    """Give those who are named before others the case of these, and mark them as of a meeting of their own.

    In "류 장관은 [바르텔 장관에] 이어 [베인 장관과] 회담했다" both stand in 와/과.
    """
    for predicate in predicates:
        arguments = predicate.arguments
        sides = [index for index, phrase in enumerate(arguments) if phrase.people and phrase.case in _SIDES]
        for index in range(sides[-1] if sides else 0):
            if people := _added(arguments[index], index, predicate):
                case = arguments[next(side for side in sides if side > index)].case
                _set_apart(arguments[index], people, case)


def _set_apart(phrase: Phrase, people: tuple[str, ...], case: Case) -> None:
    phrase.people, phrase.kind, phrase.case, phrase.stands_apart = people, PhraseKind.PERSON, case, True


def _added(phrase: Phrase, index: int, predicate: Predicate) -> tuple[str, ...]:
    """The people of a phrase that is added to a later one; empty where it is an ordinary argument."""
    if phrase.case is Case.INTO and _NEXT in predicate.adverbs:
        return phrase.people
    if phrase.head in _BESIDES and phrase.case in (Case.INTO, Case.BARE, Case.ALSO):
        return phrase.inner
    following = predicate.arguments[index + 1] if index + 1 < len(predicate.arguments) else None
    is_beginning = following is not None and following.case is Case.BY and following.head in _BEGINNINGS
    return phrase.people if is_beginning and phrase.case is Case.OBJECT else ()
