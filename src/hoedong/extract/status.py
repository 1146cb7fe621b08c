"""Status: did it take place, will it, might it, did it not? Decided by the endings and governors around a trigger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from hoedong.extract.sides import closing_of
from hoedong.extract.words import Trigger, load_encounter_words
from hoedong.model.clause import Case, ClauseStructure, Ending, Predicate
from hoedong.model.encounter import Status
from hoedong.rules.rule_file import Rule, load_rules

DEFAULT_HELD = "status.past"
AGREED = "ko.status.agreed"
DEFAULT_PLANNED = "status.present"
INTENDED = "status.intended"
_PRESENT_ENDINGS = ("ㄴ다/", "는다/", "ㄴ다고/", "는다고/")
_TENSE = frozenset({"었/EP", "았/EP", "였/EP", "시/EP", "으시/EP", "었었/EP"})
_SEQUENCE_WORDS = frozenset({"뒤/NNG", "후/NNG", "다음/NNG", "직후/NNG", "이후/NNG", "후/NNB", "뒤/NNB"})
_NOUN_ENDINGS = ("ㅁ/ETN", "음/ETN", "ㅁ/EF", "음/EF")
_AND, _WILL, _THING, _OBJECT, _OBJECT_AT = "고/EC", "겠/EP", "것/NNB", "을/JKO", 2
_SETTINGS = frozenset({"때/NNG", "수/NNB"})
_MEANT = frozenset({"뜻/NNG", "의사/NNG", "의지/NNG"})
_ASKING = frozenset({"지시/NNG", "당부/NNG", "주문/NNG", "촉구/NNG", "요청/NNG", "강조/NNG"})
_ONES_WHO = frozenset({"이", "사람", "인물", "인사"})
_CONVEYING = frozenset({"전하/VV", "전달/NNG"})
_PROPOSALS = ("자고", "라고", "으라고", "냐고", "느냐고", "자며")


@dataclass(frozen=True, slots=True)
class _Position:
    forms: frozenset[str]
    tags: str
    is_optional: bool

    def accepts(self, form: str, tag: str) -> bool:
        return form in self.forms and self.tags in ("*", tag)


@cache
def _form_and_tag(morpheme: str) -> tuple[str, str]:
    form, _, tag = morpheme.rpartition("/")
    return form, tag


@dataclass(frozen=True, slots=True)
class StatusRule:
    """One rule of status.toml."""

    id: str
    status: Status
    tails: tuple[tuple[_Position, ...], ...]
    governors: frozenset[str]
    after: frozenset[str]
    is_own: bool
    is_chained: bool
    past: bool | None
    later: frozenset[str]
    openings: frozenset[str] | None
    """The forms with which a tail of the rule can begin, None where its first morpheme may be left out."""


@cache
def load_status_rules(lang: str) -> tuple[StatusRule, ...]:
    """Load the status rules of a language folder, in file order."""
    return tuple(_status_rule(rule) for rule in load_rules(files(f"hoedong.lang.{lang}") / "rules" / "status.toml"))


def _status_rule(rule: Rule) -> StatusRule:
    fields: Mapping[str, Any] = rule.fields
    tails = tuple(tuple(_position(text) for text in tail) for tail in fields.get("tail", ()))
    return StatusRule(
        rule.id,
        Status(fields["status"]),
        tails,
        frozenset(fields.get("governor", ())),
        frozenset(fields.get("after", ())),
        fields.get("scope") != "later",
        fields.get("scope") in ("chain", "later"),
        fields.get("past"),
        frozenset(fields.get("later", ())),
        _openings(tails),
    )


def _openings(tails: Sequence[Sequence[_Position]]) -> frozenset[str] | None:
    if any(not tail or tail[0].is_optional for tail in tails):
        return None
    return frozenset(form for tail in tails for form in tail[0].forms)


def _position(text: str) -> _Position:
    is_optional = text.startswith("(")
    forms, _, tag = text.strip("()").partition("/")
    return _Position(frozenset(forms.split("|")), tag or "*", is_optional)


def read_status(trigger: Trigger, lang: str) -> tuple[Status, str]:
    """The status of what a trigger reports, and the id of the rule that decided.

    "만날 예정이다" is planned, "만난 것으로 알려졌다" held, "만나지 못했다" not_held, "만나면" unconfirmed.
    """
    if trigger.status is None:
        trigger.status = _read_status(trigger, lang)
    return trigger.status


def _read_status(trigger: Trigger, lang: str) -> tuple[Status, str]:
    rules = load_status_rules(lang)
    by_words = _by_words_around(trigger, rules)
    if by_words is not None:
        return by_words
    predicate = trigger.predicate
    if predicate is None:
        return Status.HELD, "status.bare"
    status = _along_chain(predicate, trigger, rules, lang)
    if _was_said_there(trigger, status):
        return Status.HELD, DEFAULT_HELD
    return status


def _by_words_around(trigger: Trigger, rules: Sequence[StatusRule]) -> tuple[Status, str] | None:
    """A word behind the encounter noun (회동설), or the verb that governs it (회동이 무산됐다)."""
    if trigger.noun is None or trigger.word.word_class == "noun_body":
        return None  # a hand that is held is no appointment that is made
    after = trigger.after
    governor = trigger.postposition or (trigger.predicate.lemma if trigger.predicate is not None else "")
    if trigger.noun.case is Case.AT and not trigger.postposition:
        governor = ""  # 회동에서 … 합의했다: what was agreed there, not the meeting
    for rule in rules:
        if any(word in rule.after for word in after):
            return rule.status, rule.id
        if governor in rule.governors:
            return rule.status, rule.id
    return None


def _was_said_there(trigger: Trigger, status: tuple[Status, str]) -> bool:
    """Whether what lies ahead was said or agreed at the meeting: "회담에서 협력을 넓히기로 했다"."""
    is_setting = trigger.noun is not None and trigger.noun.case is Case.AT and not trigger.postposition
    return is_setting and status[1] in (AGREED, INTENDED)


def _along_chain(predicate: Predicate, trigger: Trigger, rules: Sequence[StatusRule], lang: str) -> tuple[Status, str]:
    own = _match_tail(predicate, rules, chained=False, sentence=trigger.structure)
    if own is not None:
        return own
    if _describes_who_met(predicate, trigger):
        return Status.HELD, DEFAULT_HELD
    later = [p for p in trigger.structure.predicates if p.order > predicate.order]
    current = predicate
    while _leads_on(current):
        following = next((p for p in later if _carries_on(p, predicate)), None)
        if following is None:
            break
        later = [p for p in later if p.order > following.order]
        current = following
        chained = _match_tail(current, rules, chained=True)
        if chained is not None:
            return (
                (Status.HELD, DEFAULT_HELD) if _was_agreed_there(chained[1], current, lang) else _said(chained, current)
            )
    return _by_tense(current, trigger)


def _describes_who_met(predicate: Predicate, trigger: Trigger) -> bool:
    """Whether the clause leads to one that says who did it: "오 대표를 만나 협의한 한 회장은 15일 출국한다"."""
    closing = closing_of(predicate, trigger.structure)
    if closing is predicate or closing.ending is not Ending.ADNOMINAL or not closing.is_past or closing.head is None:
        return False
    return bool(closing.head.people) or closing.head.head in _ONES_WHO


def _was_agreed_there(rule: str, predicate: Predicate, lang: str) -> bool:
    """Whether people agreed at the meeting on what is ahead: "만나 협력을 넓히기로 했다", "통화해 15일 만나기로 했다".

    In "만나 방안을 논의하기로 했다" the talk is the meeting itself, still to come.
    """
    words = load_encounter_words(lang).predicates.get(predicate.lemma, ())
    return rule == AGREED and all(word.word_class in ("meet", "join") for word in words)


def _leads_on(predicate: Predicate) -> bool:
    return (predicate.ending is Ending.CONNECTIVE and not predicate.is_past) or _is_sequence(predicate)


def _carries_on(predicate: Predicate, told: Predicate) -> bool:
    """Whether a later predicate of the sentence can bear the tense of `told`: no description, no proposal.

    What somebody says he will do after "접견하고" is no plan to receive: "오 대표를 접견하고 협력하겠다고 말했다".
    """
    if predicate.ending is Ending.QUOTED:
        if told.tail[:1] == (_AND,) and predicate.tail[:1] == (_WILL,):
            return False
        return predicate.is_past or not any(m.startswith(_PROPOSALS) for m in predicate.tail[:2])
    if predicate.ending is Ending.ADNOMINAL:
        return bool(predicate.governs_noun) and not _is_aside(predicate)
    return True


def _is_aside(predicate: Predicate) -> bool:
    """Whether a clause says when, how, or what was asked or conveyed.

    떠날 때, 협력할 수 있도록, 협력할 것을 당부했다, 돕겠다는 뜻을 전했다; not 만날 것을 제안했다, 돕겠다는 뜻을 밝혔다.
    """
    following = [morpheme for morpheme in predicate.tail if morpheme not in _TENSE and morpheme != _WILL][1:4]
    if following[:1] and following[0] in _SETTINGS:
        return True
    if len(following) <= _OBJECT_AT or following[1] != _OBJECT:
        return False
    verb = following[_OBJECT_AT]
    return (following[0] == _THING and verb in _ASKING) or (following[0] in _MEANT and verb in _CONVEYING)


def _said(status: tuple[Status, str], predicate: Predicate) -> tuple[Status, str]:
    """What somebody says he will do, told of a meeting: ahead, unless the day of the meeting has gone by."""
    is_intent = status[0] is Status.PLANNED and predicate.ending is Ending.QUOTED and predicate.tail[:1] == (_WILL,)
    return (Status.PLANNED, INTENDED) if is_intent else status


def _is_sequence(predicate: Predicate) -> bool:
    """만난 뒤, 만난 후: the tense is that of the main clause."""
    tail = [morpheme for morpheme in predicate.tail if morpheme not in _TENSE]
    return predicate.ending is Ending.ADNOMINAL and len(tail) > 1 and tail[1] in _SEQUENCE_WORDS


def _follows(lemmas: frozenset[str], predicate: Predicate, sentence: ClauseStructure | None) -> bool:
    """Whether one of these predicates stands later in the sentence."""
    if sentence is None:
        return False
    return any(p.lemma in lemmas for p in sentence.predicates if p.order > predicate.order)


def _match_tail(
    predicate: Predicate, rules: Sequence[StatusRule], *, chained: bool, sentence: ClauseStructure | None = None
) -> tuple[Status, str] | None:
    tail = [_form_and_tag(morpheme) for morpheme in predicate.tail[:10] if morpheme not in _TENSE]
    first = tail[0][0] if tail else ""
    for rule in rules:
        if not (rule.is_chained if chained else rule.is_own):
            continue
        if rule.past is not None and rule.past != predicate.is_past:
            continue
        if rule.openings is not None and first not in rule.openings:
            continue  # most rules end here
        fits = any(_accepts(positions, tail) for positions in rule.tails)
        if fits and (not rule.later or _follows(rule.later, predicate, sentence)):
            return rule.status, rule.id
    return None


def _accepts(positions: Sequence[_Position], tail: Sequence[tuple[str, str]]) -> bool:
    index = 0
    for position in positions:
        if index < len(tail) and position.accepts(*tail[index]):
            index += 1
        elif not position.is_optional:
            return False
    return True


def _closes_as_noun(predicate: Predicate, first: str) -> bool:
    """Whether a note ends in a noun made of its verb, which tells of what was done: "오 대표를 따로 만남"."""
    return predicate.ending in (Ending.FINAL, Ending.NOMINAL, Ending.NONE) and first in _NOUN_ENDINGS


def _by_tense(predicate: Predicate, trigger: Trigger) -> tuple[Status, str]:
    if predicate.is_past:
        return Status.HELD, DEFAULT_HELD
    first = predicate.tail[0] if predicate.tail else ""
    if _closes_as_noun(predicate, first):
        return Status.HELD, DEFAULT_HELD
    is_present = predicate.ending in (Ending.FINAL, Ending.QUOTED) and not first.startswith(("었", "이/"))
    is_told = not trigger.structure.is_headline or first.startswith(_PRESENT_ENDINGS)
    if is_present and is_told and trigger.mode_is_live and predicate.tail:
        return Status.PLANNED, DEFAULT_PLANNED
    return Status.HELD, DEFAULT_HELD
